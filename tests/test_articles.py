"""Golden articles: a page, and what a careful reader gets out of it, in the format of the notes report.

Every article is read from its page to its works. A new case is a new folder with page.txt or page.html and gold.json;
the table below says how much of it the program must get right. The figures are percentages: F1 of the works, of their
fields, of the citations (found and tied to the right work), and the share of notes cut exactly and of the right kind.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.article import read_article
from app.folding import fold
from app.readers import read_page
from app.report import write_report
from app.works import read_apparatus

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = Path(__file__).parent / "articles"
SAMPLE = ROOT / "resources" / "sample"
TWINS = {"journal": "journaltitle", "address": "location", "year": "date"}
FIELDS = [
    "author",
    "editor",
    "title",
    "journaltitle",
    "booktitle",
    "publisher",
    "location",
    "volume",
    "number",
    "pages",
    "date",
    "urldate",
]
TYPES = {"inbook": "incollection", "mvbook": "book", "www": "online"}


class Score(NamedTuple):
    """How much of an article was read right, in percent."""

    works: float
    fields: float
    citations: float
    notes: float
    kinds: float


MINIMUM = {
    "sample": Score(98, 98, 98, 100, 98),
    "abnt": Score(93, 93, 95, 100, 98),
    "annual_1916": Score(96, 90, 97, 100, 98),
    "archivi": Score(98, 98, 98, 100, 98),
    "arsenal": Score(98, 98, 98, 100, 98),
    "asiento": Score(98, 97, 98, 100, 98),
    "bad_scan": Score(97, 91, 97, 100, 98),
    "bluebook": Score(98, 95, 98, 100, 98),
    "cambridge": Score(98, 98, 98, 100, 98),
    "chapters": Score(98, 98, 98, 100, 98),
    "cold_war": Score(94, 85, 92, 100, 97),
    "commons": Score(98, 96, 98, 100, 98),
    "confraternita": Score(98, 98, 98, 100, 98),
    "diplomatic": Score(86, 85, 90, 100, 93),
    "droit_et_lettres": Score(95, 94, 96, 100, 98),
    "edwardian": Score(98, 98, 98, 100, 98),
    "ferrocarriles": Score(98, 98, 98, 100, 98),
    "french": Score(98, 97, 98, 100, 98),
    "german": Score(98, 98, 98, 100, 98),
    "handelsrecht": Score(97, 97, 96, 100, 98),
    "italian": Score(98, 98, 98, 100, 98),
    "journal_page": Score(94, 94, 94, 100, 98),
    "konsilien": Score(98, 98, 98, 100, 98),
    "law_and_society": Score(97, 96, 97, 100, 98),
    "law_review": Score(98, 96, 98, 100, 98),
    "mhra": Score(89, 90, 89, 100, 98),
    "novohispana": Score(91, 91, 94, 100, 98),
    "openedition": Score(95, 95, 96, 100, 98),
    "oscola": Score(98, 98, 98, 100, 98),
    "populists": Score(98, 98, 92, 100, 98),
    "romanticism": Score(96, 94, 93, 100, 97),
    "run_on": Score(98, 98, 98, 100, 98),
    "savings_banks": Score(98, 98, 98, 100, 98),
    "scanned": Score(98, 98, 98, 100, 98),
    "socio_legal": Score(98, 98, 98, 100, 98),
    "spanish": Score(98, 97, 98, 100, 98),
    "suez": Score(98, 95, 98, 100, 98),
    "supra": Score(98, 93, 98, 100, 98),
    "zeitgeschichte": Score(93, 94, 95, 100, 98),
}


def pages() -> Iterable[Any]:
    for folder in [*sorted(ARTICLES.iterdir()), SAMPLE]:
        if (folder / "gold.json").is_file():
            for page in sorted(folder.iterdir()):
                if page.suffix in (".txt", ".html"):
                    yield pytest.param(page, id=f"{folder.name}-{page.suffix[1:]}")


@pytest.mark.parametrize("page", [*pages()])
def test_an_article_is_read_as_its_gold_says(page: Path, record_property: Any) -> None:
    gold = json.loads((page.parent / "gold.json").read_text(encoding="utf-8"))
    article = read_article(read_page(page))
    report = write_report(read_apparatus(article.entry, article.notes))
    score, faults = compare(gold, report)
    record_property("score", score._asdict())
    figures = " ".join(f"{name} {value:.1f}" for name, value in score._asdict().items())
    sys.stdout.write("\n  ".join([f"{page.parent.name}: {figures}", *faults]) + "\n")
    minimum = MINIMUM[page.parent.name]
    assert all(reached >= wanted for reached, wanted in zip(score, minimum, strict=True)), f"{score}, not {minimum}"


def test_every_golden_article_has_its_minimum() -> None:
    assert {folder.name for folder in ARTICLES.iterdir() if folder.is_dir()} | {"sample"} == set(MINIMUM)


def test_the_spans_of_the_golds_are_the_words_of_their_citations() -> None:
    for path in ARTICLES.glob("*/gold.json"):
        for note in json.loads(path.read_text(encoding="utf-8"))["notes"]:
            for citation in note["citations"]:
                assert note["text"][citation["start"] : citation["end"]] == citation["text"]


def compare(gold: Mapping[str, Any], report: Mapping[str, Any]) -> tuple[Score, list[str]]:
    """The score of a report against its gold, and what is wrong, a line each."""
    faults: list[str] = []
    wanted = {work["id"]: work for work in gold["works"]}
    found = {work["id"]: work for work in report["works"]}
    pairs = match_works(wanted, found)
    optional = {key for key, work in wanted.items() if work.get("optional")}
    spare = cited_only_where_optional(gold, report, optional) - set(pairs.values())
    found = {key: work for key, work in found.items() if key not in spare}
    right = [key for key in pairs if key not in optional]
    invented = [key for key in found if key not in pairs.values()]
    faults += [f"missed work {key}" for key in wanted if key not in pairs and key not in optional]
    faults += [f"invented work {found[key]['fields']}" for key in invented]
    works = f1(len(right), len(invented), len(wanted) - len(optional) - len(right))
    fields = compare_fields(gold, wanted, found, pairs, optional, faults)
    citations, notes, kinds = compare_notes(gold, report, pairs, optional, faults)
    return Score(works, fields, citations, notes, kinds), faults


def cited_only_where_optional(gold: Mapping[str, Any], report: Mapping[str, Any], optional: set[str]) -> set[str]:
    """The report's works that stand only in notes where the gold leaves open what is a work (a box in an archive)."""
    left_open = {note["position"] for note in gold["notes"] if {one["work"] for one in note["citations"]} & optional}
    cited: dict[str, set[int]] = {}
    for note in report["notes"]:
        for citation in note["citations"]:
            cited.setdefault(citation["work"], set()).add(note["position"])
    return {key for key, places in cited.items() if places <= left_open}


def match_works(wanted: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, str]:
    scored = sorted(((likeness(a, b), i, j) for i, a in wanted.items() for j, b in found.items()), reverse=True)
    pairs: dict[str, str] = {}
    for value, i, j in scored:
        if value > 0.75 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def likeness(a: Mapping[str, Any], b: Mapping[str, Any]) -> float:
    """How much two works look like one: by title, untitled ones by journal and date."""
    one, other = values(a), values(b)
    title, second = fold(one.get("title", "")), fold(other.get("title", ""))
    if not title and not second:
        return float(one.get("journaltitle") == other.get("journaltitle") and one.get("date") == other.get("date"))
    if not title or not second:
        return 0.0
    alike = SequenceMatcher(None, title, second, autojunk=False).ratio()
    if len(title) > 12 and second.startswith(title):
        alike = max(alike, 0.9)
    same = sum(one.get(name) == other.get(name) for name in ("author", "date", "journaltitle"))
    return 0.9 * alike + 0.03 * same


def values(work: Mapping[str, Any]) -> dict[str, str]:
    fields = {TWINS.get(name, name): value for name, value in work["fields"].items()}
    found = {name: " ".join(fold(str(fields[name])).split()) for name in FIELDS if fields.get(name)}
    if "pages" in found:
        found["pages"] = whole_range(str(fields["pages"]))
    kind = work["entrytype"]
    return {"type": TYPES.get(kind, kind), **found}


def whole_range(extent: str) -> str:
    """ "251--75" and "251–275" alike."""
    first, _, last = re.sub(r"[-–—]+", "-", extent).replace(" ", "").partition("-")
    if last and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{first}-{last}" if last else first


def compare_fields(
    gold: Mapping[str, Any],
    wanted: Mapping[str, Any],
    found: Mapping[str, Any],
    pairs: Mapping[str, str],
    optional: set[str],
    faults: list[str],
) -> float:
    pointed: dict[str, set[str]] = {}
    for note in gold["notes"]:
        for citation in note["citations"]:
            pointed.setdefault(citation["work"], set()).add(whole_range(citation["locator"] or ""))
    right = wrong = missed = 0
    for key, work in wanted.items():
        if key in optional:
            continue
        one, other = values(work), values(found[pairs[key]]) if key in pairs else {}
        for name in one | other:
            if one.get(name) == other.get(name):
                right += 1
                continue
            # A range printed once is the work's extent and the page pointed at alike.
            if (
                name == "pages"
                and (one.get(name) or other.get(name)) in pointed.get(key, ())
                and not (name in one and name in other)
            ):
                continue
            wrong, missed = wrong + (name in other), missed + (name in one)
            if other:
                faults.append(f"{key} {name}: {one.get(name)!r}, got {other.get(name)!r}")
    invented = set(found) - set(pairs.values())
    return f1(right, wrong + sum(len(values(found[key])) for key in invented), missed)


def compare_notes(
    gold: Mapping[str, Any], report: Mapping[str, Any], pairs: Mapping[str, str], optional: set[str], faults: list[str]
) -> tuple[float, float, float]:
    read = {note["position"]: note for note in report["notes"]}
    exact = kinds = right = false = missed = 0
    for note in gold["notes"]:
        other = read.get(note["position"], {"text": "", "label": "", "kind": "", "citations": []})
        exact += (other["label"], other["text"]) == (note["label"], note["text"])
        same_kind = other["kind"] == note["kind"] or {other["kind"], note["kind"]} == {"citation", "mixed"}
        kinds += same_kind
        if not same_kind:
            faults.append(f"note {note['label']}: {note['kind']}, got {other['kind']}")
        left = list(other["citations"])
        for citation in note["citations"]:
            best = max(left, key=lambda one: overlap(citation, one), default=None)
            hit = best is not None and overlap(citation, best) >= 0.7
            if hit:
                left.remove(best)
            if citation["work"] in optional:
                continue
            tied = hit and best is not None and pairs.get(citation["work"]) == best["work"]
            right, missed, false = right + tied, missed + (not tied), false + (hit and not tied)
            if not tied:
                why = f"tied to {best['work']}" if hit and best is not None else "missed"
                faults.append(f"note {note['label']}: {citation['text'][:60]!r} {why}, not {citation['work']}")
        false += len(left)
        faults += [f"note {note['label']}: invented citation {one['text'][:60]!r}" for one in left]
    count = len(gold["notes"])
    return f1(right, false, missed), 100 * exact / count, 100 * kinds / count


def overlap(a: Mapping[str, Any], b: Mapping[str, Any]) -> float:
    inside = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return inside / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if inside > 0 else 0.0


def f1(right: int, false: int, missed: int) -> float:
    return 200 * right / (2 * right + false + missed) if right + false + missed else 100.0
