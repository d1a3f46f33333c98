"""Score the field reading alone: gold citation texts in, fields and spans compared with the gold works.

    python -m benchmarks.measure_fields [--errors 40] [--article NAME]

Each work's first citation of form "full" is read from the note's text at the place where the gold says it begins, so
that the end is measured too. Comparing is done by shared/bench/score_notes.py, folding included.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from app.fields import parse_citation

SHARED = Path(__file__).resolve().parents[2] / "shared"


def judge_of(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_notes", shared / "bench" / "score_notes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(judge: ModuleType, gold: dict[str, Any], errors: list[str]) -> dict[str, list[int]]:
    works = {work["id"]: work for work in gold["works"]}
    counts: dict[str, list[int]] = {}
    seen: set[str] = set()
    for note in gold["notes"]:
        for citation in note["citations"]:
            work = works[citation["work"]]
            if citation["form"] != "full" or work["id"] in seen or work.get("optional"):
                continue
            seen.add(work["id"])
            start, end = judge.span(note, citation)
            began = time.process_time()
            parsed = parse_citation(note["text"][start:])
            counts.setdefault("~us", [0, 0, 0])[0] += int(1e6 * (time.process_time() - began))
            compare(judge, gold, work, citation, parsed, end - start, counts, errors)
    return counts


def compare(
    judge: ModuleType,
    gold: dict[str, Any],
    work: dict[str, Any],
    citation: dict[str, Any],
    parsed: Any,
    length: int,
    counts: dict[str, list[int]],
    errors: list[str],
) -> None:
    wanted = judge.scored(work)
    found = judge.scored({"entrytype": parsed.entry.entrytype, "fields": dict(parsed.entry.fields)}) if parsed else {}
    locators = {
        judge.pages_of(c["locator"])
        for n in gold["notes"]
        for c in n["citations"]
        if c["work"] == work["id"] and c.get("locator")
    }
    wrong = []
    for field in sorted(set(wanted) | set(found)):
        count = counts.setdefault(field, [0, 0, 0])
        if wanted.get(field) == found.get(field):
            count[0] += 1
            continue
        if (
            field == "pages"
            and found
            and (wanted.get(field) or found.get(field)) in locators
            and (field not in found or (field not in wanted and "-" in found[field]))
        ):
            continue
        count[1] += field in found
        count[2] += field in wanted
        wrong.append(f"{field}: gold {wanted.get(field)!r}, got {found.get(field)!r}")
    counts.setdefault("~perfect", [0, 0, 0])[0 if not wrong else 2] += 1
    got = judge.pages_of((parsed.locator if parsed else None) or "")
    asked = judge.pages_of(citation.get("locator") or "")
    whole = judge.pages_of(work["fields"].get("pages") or "")
    located = got == asked or (not got and asked == whole)
    counts.setdefault("~locator", [0, 0, 0])[0 if located else 2] += 1
    if not located:
        wrong.append(f"locator: gold {asked!r}, got {got!r}")
    ended = parsed is not None and parsed.end == length
    counts.setdefault("~end", [0, 0, 0])[0 if ended else 2] += 1
    if not ended:
        wrong.append(f"end: gold {length}, got {parsed.end if parsed else None}")
    if wrong:
        errors.append(f"[{parsed.certainty if parsed else 0}] {citation['text']}\n      " + "\n      ".join(wrong))


def main(arguments: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--article", default="")
    args = parser.parse_args(arguments)
    if not (args.shared / "data" / "articles").is_dir():
        print("the measuring data beside the project is missing")
        return 0
    judge = judge_of(args.shared)
    for folder in sorted((args.shared / "data" / "articles").iterdir()):
        if args.article not in folder.name:
            continue
        errors: list[str] = []
        counts = measure(judge, json.loads((folder / "gold.json").read_text(encoding="utf-8")), errors)
        right, false, missed = (sum(count[k] for name, count in counts.items() if name[0] != "~") for k in range(3))
        share = {
            name: 100 * counts[f"~{name}"][0] / max(1, counts[f"~{name}"][0] + counts[f"~{name}"][2])
            for name in ("perfect", "locator", "end")
        }
        number = counts["~perfect"][0] + counts["~perfect"][2]
        print(
            f"{folder.name:26} n {number:3} fields {judge.f1(right, false, missed)[2]:5.1f}"
            f"  perfect {share['perfect']:5.1f}  locator {share['locator']:5.1f}"
            f"  end {share['end']:5.1f}  {counts['~us'][0] / number / 1000:.2f} ms  "
            + " ".join(f"{name} {judge.f1(*count)[2]:.0f}" for name, count in sorted(counts.items()) if name[0] != "~")
        )
        for line in errors[: args.errors]:
            print("  -", line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
