"""A clean citation in, the same as it stands on real pages out: scanned, glued, broken at line ends, with slips."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from benchmarks.training.labelled import LabelledText, Span

_SCANNED = {
    "rn": "m",
    "l": "1",
    "I": "l",
    "e": "c",
    "ü": "u",
    "é": "e",
    "O": "0",
    "’": "'",
    "“": '"',
    "”": '"',
    "–": "-",
}
_STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "«": '"', "»": '"', "„": '"'}
_FURNITURE = (
    " CrossRef",
    " Google Scholar",
    " CrossRef | Google Scholar",
    "Google Scholar",
    " [Google Scholar]",
    " .",
    ".",
)


def spoil(citation: LabelledText, chance: random.Random) -> LabelledText:
    """Mostly the citation as it is; sometimes with what pages do to it."""
    for often, change in _CHANGES:
        if chance.random() < often:
            citation = change(citation, chance)
    return citation


def replace_at(citation: LabelledText, place: int, length: int, by: str) -> LabelledText:
    """The citation with some signs replaced; the spans move along. What is put between two words belongs to neither."""
    text = citation.text[:place] + by + citation.text[place + length :]
    moved = len(by) - length

    def end_of(at: int) -> int:
        return at if at <= place else max(place, at + moved)

    def start_of(at: int) -> int:
        return at + moved if at == place and not length else end_of(at)

    spans = tuple(Span(start_of(span.start), end_of(span.end), span.part) for span in citation.spans)
    return LabelledText(text, tuple(span for span in spans if span.end > span.start), citation.source)


def _straight_signs(citation: LabelledText, _chance: random.Random) -> LabelledText:
    text = "".join(_STRAIGHT.get(sign, sign) for sign in citation.text)
    return LabelledText(text, citation.spans, citation.source)


def _scanned(citation: LabelledText, chance: random.Random) -> LabelledText:
    for _ in range(chance.randint(1, 3)):
        read, seen = chance.choice(tuple(_SCANNED.items()))
        places = [found.start() for found in re.finditer(re.escape(read), citation.text)]
        if places:
            citation = replace_at(citation, chance.choice(places), len(read), seen)
    return citation


def _broken(citation: LabelledText, chance: random.Random) -> LabelledText:
    places = [found.start() + 4 for found in re.finditer(r"[a-zà-ÿ]{8,}", citation.text)]
    return replace_at(citation, chance.choice(places), 0, "- ") if places else citation


def _unspaced(citation: LabelledText, chance: random.Random) -> LabelledText:
    places = [found.start() for found in re.finditer(r"(?<=[,.;:]) (?=\w)", citation.text)]
    return replace_at(citation, chance.choice(places), 1, "") if places else citation


def _without_sign(citation: LabelledText, chance: random.Random) -> LabelledText:
    places = [found.start() for found in re.finditer(r"[,.:;](?= )", citation.text)]
    return replace_at(citation, chance.choice(places), 1, chance.choice(("", ",", ".", ";"))) if places else citation


def _followed(citation: LabelledText, chance: random.Random) -> LabelledText:
    return replace_at(citation, len(citation.text), 0, chance.choice(_FURNITURE))


def _numbered(citation: LabelledText, chance: random.Random) -> LabelledText:
    number = chance.randint(1, 300)
    return replace_at(citation, 0, 0, chance.choice((f"[{number}] ", f"{number}. ", f"{number}) ", "- ", "• ")))


_CHANGES: tuple[tuple[float, Callable[[LabelledText, random.Random], LabelledText]], ...] = (
    (0.15, _straight_signs),
    (0.05, _scanned),
    (0.04, _broken),
    (0.05, _unspaced),
    (0.06, _without_sign),
    (0.08, _followed),
    (0.05, _numbered),
)
