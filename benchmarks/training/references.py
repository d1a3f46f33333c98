"""The labelled references beside the project in, the free ones as labelled citations out; nothing of them is kept.

Only sources whose licence lets anybody use them: AnyStyle's (BSD-2), LinkedBooks' (MIT), GROBID's (Apache-2). A fifth
of every source, chosen by the reference's id, is held back for `python -m benchmarks references` and never trained on.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.tagging.labels import Part
from app.tagging.tokens import tokenize
from benchmarks.training.labelled import LabelledText, Span

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "references"
FREE = {"anystyle_core": 2000, "anystyle_good": 3500, "grobid_citation": 2000, "linkedbooks_train_8000": 2500}
_PARTS = {
    "author": Part.AUTHOR, "editor": Part.EDITOR, "translator": Part.TRANSLATOR, "title": Part.TITLE,
    "container-title": Part.CONTAINER, "journal": Part.JOURNAL, "collection-title": Part.SERIES,
    "edition": Part.EDITION,
    "volume": Part.VOLUME, "issue": Part.NUMBER, "pages": Part.PAGES, "date": Part.DATE, "location": Part.PLACE,
    "publisher": Part.PUBLISHER, "genre": Part.GENRE, "doi": Part.DOI, "url": Part.URL, "note": Part.NOTE,
}  # fmt: skip
# Sources count "in", "ed. by", "vol." and "pp." among the words they stand beside; here they belong to no part.
_LEAD = {
    Part.EDITOR: "in en dans ed eds edited by hg hrsg von herausgegeben dir sous la direction de a cura di editor "
    "editors",
    Part.CONTAINER: "in en dans",
    Part.JOURNAL: "in en dans",
    Part.TRANSLATOR: "trans translated transl by trad übers von",
    Part.VOLUME: "vol vols volume bd band t tome tomo v no nr number jg s",
    Part.NUMBER: "no nr n number issue heft h núm fasc",
    Part.PAGES: "p pp pages s seiten pag pgs f ff",
    Part.DATE: "accessed in",
}
# What sources call a volume is a number where it says so: "n° 30".
_COUNTED = frozenset({"no", "nr", "n", "number", "issue", "heft", "núm"})
_TAIL = {
    Part.EDITOR: "ed eds hg hrsg editor editors dir dirs coord org orgs in comp",
    Part.PAGES: "p pp f ff pages",
    Part.TRANSLATOR: "trans",
}


def is_held_back(record_id: str) -> bool:
    """Whether a reference is measured with and so never trained on."""
    return zlib.crc32(record_id.encode()) % 5 == 0


def read_free(folder: Path = SHARED) -> Iterator[LabelledText]:
    """The references to train on; none where the folder is missing."""
    for source, most in FREE.items():
        kept = _kept(folder / f"{source}.jsonl.gz")
        for record in kept[:: max(1, len(kept) // most)]:
            yield labelled(record, source)


def read_records(folder: Path = SHARED) -> Iterator[dict[str, Any]]:
    """All references of these sources that are not held back, as the files have them."""
    for source in FREE:
        yield from _kept(folder / f"{source}.jsonl.gz")


def read_held_back(most: int, folder: Path = SHARED) -> Iterator[dict[str, Any]]:
    """At most so many references of each source that are never trained on."""
    for source in FREE:
        path = folder / f"{source}.jsonl.gz"
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                records = [record for record in map(json.loads, lines) if is_held_back(str(record["id"]))]
            yield from records[:most]


def _kept(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [record for record in map(json.loads, lines) if not is_held_back(str(record["id"]))]


def labelled(record: dict[str, Any], source: str) -> LabelledText:
    """One reference with our labels."""
    text, spans = "", []
    is_linked = source.startswith("linkedbooks")
    for words, label in record["tokens_labels"]:
        part = _PARTS.get(label)
        if is_linked and part is Part.CONTAINER:
            part = Part.JOURNAL
        if part is not None:
            spans += _spans(words, part, len(text))
        text += words
    return LabelledText(text, tuple(spans), source)


def _spans(words: str, part: Part, begin: int) -> list[Span]:
    tokens = tokenize(words)
    lead, tail = set(_LEAD.get(part, "").split()), set(_TAIL.get(part, "").split())
    first, last = 0, len(tokens) - 1
    while first <= last and (not tokens[first].text.isalnum() or tokens[first].text.lower() in lead):
        first += 1
    while last >= first and (not tokens[last].is_word or tokens[last].text.lower() in tail):
        last -= 1
    if first > last:
        return []
    if part is Part.VOLUME and any(token.text.lower() in _COUNTED for token in tokens[:first]):
        part = Part.NUMBER
    whole = Span(begin + tokens[first].start, begin + tokens[last].end, part)
    return _volume_and_number(words, whole, begin) if part is Part.VOLUME else [whole]


def _volume_and_number(words: str, whole: Span, begin: int) -> list[Span]:
    """ "66(3)" and "Vol. 9, no. 3" are a volume and a number."""
    numbers = list(re.finditer(r"\d+|\b[IVXLC]+\b", words))
    if len(numbers) != 2 or re.fullmatch(r"\s*[-–/]\s*", words[numbers[0].end() : numbers[1].start()]):
        return [whole]
    spans = zip(numbers, (Part.VOLUME, Part.NUMBER), strict=True)
    return [Span(begin + number.start(), begin + number.end(), part) for number, part in spans]
