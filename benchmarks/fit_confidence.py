"""Counts how often readings of a stated certainty are right, and writes resources/data/confidence.toml from that."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.apparatus import Apparatus, Form
from app.article import read_article
from app.readers import read_page
from app.report import write_report
from app.works import read_apparatus
from benchmarks.measure_stages import ROOT, SHARED, Tally, _measure

WRITTEN = ROOT / "resources" / "data" / "confidence.toml"
HEAD = """\
# How often a citation read with such certainty led to the right work, by its form: [certainty from, share].
# Source: counted by `python -m benchmarks.fit_confidence` on the articles in the folder named. Licence: MIT.
"""
Point = tuple[float, bool]


def points(base: Path) -> dict[str, dict[Form, list[Point]]]:
    """By article and form: what certainty was stated, and whether the link was right."""
    found: dict[str, dict[Form, list[Point]]] = {}
    for path in sorted(base.glob("*/gold.json")):
        page = next(p for p in sorted(path.parent.iterdir()) if p.stem in {"input", "page"})
        article = read_article(read_page(page))
        apparatus = read_apparatus(article.entry, article.notes, confidence=lambda _form, stated: stated)
        found[path.parent.name] = _points_of(json.loads(path.read_text(encoding="utf-8")), apparatus)
    return found


def _points_of(gold: dict, apparatus: Apparatus) -> dict[Form, list[Point]]:
    by_form: dict[Form, list[Point]] = defaultdict(list)
    for form in Form:
        report = write_report(apparatus)
        for note in report["notes"]:
            note["citations"] = [c for c in note["citations"] if c["form"] == form.value and c["work"] is not None]
        by_form[form] = list(_measure(gold, report, Tally()))
    return by_form


def fit(pairs: Sequence[Point]) -> list[tuple[float, float]]:
    """Steps [certainty from, share], rising; every share is drawn a little towards the middle of all (one right, one
    wrong added), so that a few lucky readings are not called certain.
    """
    blocks: list[list[float]] = []  # from, right, of
    for stated, is_right in sorted(pairs):
        if blocks and round(stated, 2) == blocks[-1][0]:
            blocks[-1][1] += is_right
            blocks[-1][2] += 1
        else:
            blocks.append([round(stated, 2), float(is_right), 1.0])
        while len(blocks) > 1 and _share(blocks[-2]) >= _share(blocks[-1]):
            last = blocks.pop()
            blocks[-1][1] += last[1]
            blocks[-1][2] += last[2]
    return [(block[0], round(_share(block), 3)) for block in blocks]


def _share(block: list[float]) -> float:
    return (block[1] + 1.0) / (block[2] + 1.5)


def error(steps: Sequence[tuple[float, float]], pairs: Sequence[Point]) -> float:
    """Mean distance between what is said and how often it is right, over ten equal parts."""
    said = sorted((next((s for f, s in reversed(steps) if f <= stated), steps[0][1]), right) for stated, right in pairs)
    parts = [said[n * len(said) // 10 : (n + 1) * len(said) // 10] for n in range(10)]
    return sum(abs(sum(s - r for s, r in part)) for part in parts) / len(said)


def main(folder: Path = ROOT / "tests" / "articles") -> None:
    """Fit on a folder of articles, print the error when each is left out in turn, and write the table.

    The articles should be new to the rules: on those that rules were mended for, every reading looks certain.
    """
    own = points(folder)
    text = HEAD
    for form in Form:
        everything = [point for article in own.values() for point in article[form]]
        text += f"{form.value} = {[list(step) for step in fit(everything)]}\n"
        left_out = list(_left_out(own, form))
        print(f"{form.value:6} {len(everything):4} citations, error left out {sum(left_out) / len(left_out):.3f}")
    WRITTEN.write_text(text, encoding="utf-8")
    if SHARED.is_dir():
        for name, article in points(SHARED / "data" / "articles").items():
            print(
                name, {form.value: round(error(fit_of(own, form), article[form]), 3) for form in Form if article[form]}
            )


def fit_of(own: dict[str, dict[Form, list[Point]]], form: Form) -> list[tuple[float, float]]:
    """The steps fitted on all articles."""
    return fit([point for article in own.values() for point in article[form]])


def _left_out(own: dict[str, dict[Form, list[Point]]], form: Form) -> Iterator[float]:
    for name, article in own.items():
        others = [point for other, points_ in own.items() if other != name for point in points_[form]]
        if article[form] and others:
            yield error(fit(others), article[form])


if __name__ == "__main__":
    sys.path.insert(0, str(SHARED / "bench"))
    main(*map(Path, sys.argv[1:2]))
