"""Each stage of reading by itself: notes cut, boundaries, forms, types, fields, links; and what confidence is worth.

Resolution is measured once more on gold citations alone.
Read from the six articles beside the project and from the project's own in tests/articles.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.apparatus import NoteText
from app.article import read_article
from app.readers import read_page
from app.report import write_report
from app.works import read_apparatus
from benchmarks import measure_resolution

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


class Tally:
    """Right ones of all, by name."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])

    def add(self, name: str, is_right: bool) -> None:
        self.counts[name][0] += is_right
        self.counts[name][1] += 1

    def line(self, *names: str) -> str:
        return "  ".join(
            f"{name} {100 * right / of:5.1f}" if of else f"{name}     -"
            for name in names
            for right, of in [self.counts[name]]
        )


def main() -> None:
    """Print a line for every article, the totals, the reliability table and the speed."""
    if not SHARED.is_dir():
        print("the measuring data beside the project is missing")
        return
    sys.path.insert(0, str(SHARED / "bench"))
    total, confidence = Tally(), []
    for gold, report in _articles():
        tally = Tally()
        confidence += list(_measure(gold, report, tally))
        for name, (right, of) in tally.counts.items():
            total.counts[name][0] += right
            total.counts[name][1] += of
        print(f"{gold['name']:26} {tally.line(*_SHOWN)}")
    print(f"{'TOTAL':26} {total.line(*_SHOWN)}")
    print("fields: " + total.line(*sorted(name for name in total.counts if name.startswith("field "))))
    _print_reliability(confidence)
    _print_speed()
    print()
    measure_resolution.main(leaves_out=False)


_SHOWN = ("notes cut", "found", "boundary", "form", "relation", "locator", "type", "fields", "resolution")


def _articles() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for base in (SHARED / "data" / "articles", ROOT / "tests" / "articles"):
        for path in sorted(base.glob("*/gold.json")):
            page = next(p for p in sorted(path.parent.iterdir()) if p.stem in {"input", "page"})
            article = read_article(read_page(page))
            report = write_report(read_apparatus(article.entry, article.notes))
            yield {**json.loads(path.read_text(encoding="utf-8")), "name": path.parent.name}, report


def _measure(gold: dict[str, Any], report: dict[str, Any], tally: Tally) -> Iterator[tuple[float, bool]]:
    """Count each stage where those before it were right; the confidence of every link, and if it was right."""
    import score_notes

    gold_works = {work["id"]: score_notes.scored(work) for work in gold["works"]}
    read_works = {work["id"]: score_notes.scored(work) for work in report["works"]}
    pairs = score_notes.match(list(gold_works.values()), list(read_works.values()))
    same = {list(gold_works)[i]: list(read_works)[j] for i, j in pairs.items()}
    for gold_id, read_id in same.items():
        one, other = gold_works[gold_id], read_works[read_id]
        tally.add("type", one["type"] == other["type"])
        for field in (one.keys() | other.keys()) - {"type"}:
            tally.add("fields", one.get(field) == other.get(field))
            tally.add(f"field {field}", one.get(field) == other.get(field))
    read_notes = {note["position"]: note for note in report["notes"]}
    for note in gold["notes"]:
        read = read_notes.get(note["position"])
        cut = read is not None and (read["label"], read["text"]) == (note["label"], note["text"])
        tally.add("notes cut", cut)
        if cut and read is not None:
            yield from _measure_note(note, read, same, tally)


def _measure_note(
    note: dict[str, Any], read: dict[str, Any], same: dict[str, str], tally: Tally
) -> Iterator[tuple[float, bool]]:
    import score_notes

    left = list(read["citations"])
    for citation in note["citations"]:
        start, end = score_notes.span(note, citation)
        found = max(left, key=lambda c: min(end, c["end"]) - max(start, c["start"]), default=None)
        if found is None or min(end, found["end"]) <= max(start, found["start"]):
            tally.add("found", False)
            continue
        left.remove(found)
        tally.add("found", True)
        tally.add("boundary", (found["start"], found["end"]) == (start, end))
        tally.add("form", found["form"] == citation.get("form", "full"))
        tally.add("relation", found["relation"] == citation.get("relation", "cites"))
        tally.add(
            "locator", score_notes.pages_of(found["locator"] or "") == score_notes.pages_of(citation["locator"] or "")
        )
        is_right = found["work"] is not None and same.get(citation["work"]) == found["work"]
        if citation.get("form", "full") != "full":
            tally.add("resolution", is_right)
        yield found["confidence"], is_right
    for invented in left:
        tally.add("found", False)
        yield invented["confidence"], False


def _print_reliability(confidence: list[tuple[float, bool]]) -> None:
    print("\nconfidence said against links right (every citation that was marked)")
    low, error = 0.0, 0.0
    for high in BINS:
        inside = [(c, right) for c, right in confidence if low <= c < high]
        if inside:
            said, right = sum(c for c, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)
            error += abs(said - right) * len(inside) / len(confidence)
            print(f"  {low:.2f} to {min(high, 1.0):.2f}: {len(inside):4} citations, said {said:.2f}, right {right:.2f}")
        low = high
    print(f"  expected calibration error {error:.3f}")


def _print_speed() -> None:
    """A thousand notes, made of the sample's over and over; CPU seconds and peak memory."""
    notes = read_article(read_page(ROOT / "resources" / "sample" / "article.txt")).notes
    many = [NoteText(n + 1, str(n + 1), notes[n % len(notes)].text) for n in range(1000)]
    begun = time.process_time()
    read_apparatus(None, many)
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n1,000 notes: {seconds:.2f} s on one core, peak memory of this process {peak:.0f} MB")


if __name__ == "__main__":
    main()
