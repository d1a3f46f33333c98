"""Citations read twice in, the model that chooses between the two readings out: `make train`.

python -m benchmarks.training.readings [FOLDER...] teaches it on the first citations of the articles with a gold report
in these folders (or in tests/articles) and, where they lie beside the project, on labelled references that the tagger
was not trained on: the reading with more fields right is the better.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycrfsuite

from app.citations import Mention, find_mentions, guess_language
from app.citations.marking import parsed_in_full
from app.fields import ParsedCitation, parse_citation, two_readings
from app.fields.choosing import RULES, TAGGER
from app.folding import fold
from benchmarks.measure_references import LABELS, gold_of, reduced
from benchmarks.training.references import read_held_back

MODEL = Path(__file__).resolve().parents[2] / "resources" / "models" / "choice_of_reading.crf"
ARTICLES = Path(__file__).resolve().parents[2] / "tests" / "articles"
_WAYS = {"c1": 0.1, "c2": 1.0, "max_iterations": 200}
_NAMES = {"journal": "journaltitle", "address": "location", "year": "date", "issue_number": "number"}
_COMPARED = (
    "author", "editor", "title", "journaltitle", "booktitle", "publisher", "location", "volume", "number", "pages",
    "date",
)  # fmt: skip
_MOST = 4
_MOSTLY = 0.6
# Whole articles say more of notes than references from bibliographies do.
_WEIGHT = 8
_REFERENCES = 150


@dataclass(frozen=True)
class Case:
    """One citation read twice.

    Attributes:
        marks: what the choice goes by.
        gain: how many more fields are right in the tagger's reading; below nought, fewer.
    """

    marks: list[str]
    gain: int


def cases_of_article(folder: Path) -> Iterator[Case]:
    """The first full citation of each work of an article, as the rules find it in its note."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    works = {work["id"]: work for work in gold["works"] if not work.get("optional")}
    language = guess_language([note["text"] for note in gold["notes"]])
    for note in gold["notes"]:
        found = [m for m in find_mentions(note["text"], language, is_read_twice=False) if parsed_in_full(m)]
        for citation in note["citations"]:
            mention = next((m for m in found if _covers(m, citation)), None)
            if citation["form"] == "full" and mention and (work := works.pop(citation["work"], None)):
                wanted = {_NAMES.get(name, name): value for name, value in work["fields"].items()}
                gold_fields = {name: _folded(name, wanted.get(name, "")) for name in _COMPARED}
                text = note["text"][mention.start : mention.end]
                yield from _case(text, mention.parsed, gold_fields, _read, language)


def _covers(mention: Mention, citation: Mapping[str, Any]) -> bool:
    """Whether most of the gold's citation is within the mention."""
    within = min(mention.end, citation["end"]) - max(mention.start, citation["start"])
    return bool(within > _MOSTLY * (citation["end"] - citation["start"]))


def cases_of_references() -> Iterator[Case]:
    """The references that are held back from the tagger."""
    for record in read_held_back(_REFERENCES):
        gold = gold_of(record)
        known = {name for name, labels in LABELS.items() if any(label in record["fields"] for label in labels)}
        text = record["text"].strip()
        yield from _case(text, parse_citation(text), {name: gold.get(name, "") for name in known}, _reduced)


def _case(
    text: str,
    rules: ParsedCitation | None,
    wanted: Mapping[str, str],
    read: Callable[[ParsedCitation], Mapping[str, str]],
    language: str = "",
) -> Iterator[Case]:
    other, marks = two_readings(text, rules, language)
    if other is not None:
        gain = _rating(wanted, read(other)) - _rating(wanted, read(rules) if rules else {})
        yield Case(marks, gain)


def _rating(wanted: Mapping[str, str], found: Mapping[str, str]) -> int:
    same = sum(bool(value) and found.get(name, "") == value for name, value in wanted.items())
    wrong = sum(bool(found.get(name)) and found[name] != value for name, value in wanted.items())
    missed = sum(bool(value) and found.get(name, "") != value for name, value in wanted.items())
    return same - wrong - missed


def _read(parsed: ParsedCitation) -> dict[str, str]:
    return {name: _folded(name, parsed.entry.get(name)) for name in _COMPARED}


def _folded(name: str, value: str) -> str:
    return fold(value.replace("--", "-")) if name != "date" else value[:10]


def _reduced(parsed: ParsedCitation) -> dict[str, str]:
    get = parsed.entry.get
    raw = {
        "author": get("author"), "editor": get("editor"), "title": get("title"),
        "container": get("journaltitle") or get("booktitle"), "volume": get("volume"), "issue": get("number"),
        "pages": get("pages") or parsed.locator or "", "year": get("date"),
        "publisher": get("publisher") or get("institution"), "place": get("location"),
    }  # fmt: skip
    return {field: reduced(field, value) for field, value in raw.items()}


def train(cases: Sequence[Case], path: Path) -> Counter[str]:
    """Write the model that these cases teach; how often each reading was the better one."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_WAYS)
    counted: Counter[str] = Counter()
    for case in cases:
        if case.gain:
            better = TAGGER if case.gain > 0 else RULES
            counted[better] += 1
            for _ in range(min(_MOST, abs(case.gain))):
                trainer.append([case.marks], [better])
    trainer.train(str(path))
    return counted


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    args = parser.parse_args(arguments)
    articles = [path.parent for folder in args.folders or [ARTICLES] for path in sorted(folder.glob("*/gold.json"))]
    cases = [case for folder in articles for case in cases_of_article(folder)] * _WEIGHT
    cases += list(cases_of_references())
    print(len(articles), "articles,", len(cases), "citations read twice,", dict(train(cases, args.out)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
