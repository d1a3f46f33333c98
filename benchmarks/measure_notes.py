"""Scores the reading of notes alone: gold note texts in, without a page reader, the shared scorer's figures out."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from app.apparatus import NoteText
from app.entry import Entry
from app.report import write_report
from app.works import read_apparatus

SHARED = Path(__file__).resolve().parents[2] / "shared"


def main(names: Sequence[str] = (), errors: int = 0) -> None:
    """Print a line for every article whose name begins with one of these, with so many errors shown, and the totals."""
    if not SHARED.is_dir():
        print("the measuring data beside the project is missing")
        return
    sys.path.insert(0, str(SHARED / "bench"))
    import score_notes

    total: dict[str, list[tuple[int, ...]]] = {}
    for path in sorted((SHARED / "data" / "articles").glob("*/gold.json")):
        name = path.parent.name
        if names and not any(name.startswith(wanted) for wanted in names):
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        notes = [NoteText(note["position"], note["label"], note["text"]) for note in gold["notes"]]
        begun = time.process_time()
        article = gold["article"]
        report = write_report(read_apparatus(Entry(article["entrytype"], article["fields"]), notes))
        seconds = time.process_time() - begun
        result = score_notes.score(gold, json.loads(json.dumps(report)))
        print(
            f"{name:26} "
            + "  ".join(f"{key} {result[key][2]:5.1f}" for key in ("works", "fields", "citations"))
            + "  "
            + "  ".join(f"{key} {result[key]:5.1f}" for key in ("perfect", "kind", "locator"))
            + f"  {seconds:.2f} s"
        )
        for line in result["errors"][:errors]:
            print("   -", line)
        for key, counts in result["counts"].items():
            total.setdefault(key, []).append(counts)
    sums = {key: [sum(c[i] for c in rows) for i in range(len(rows[0]))] for key, rows in total.items()}
    print(
        f"{'TOTAL':26} "
        + "  ".join(f"{k} {score_notes.f1(*sums[k])[2]:5.1f}" for k in ("works", "fields", "citations"))
        + "".join(f"  {key} {100 * sums[key][0] / sums[key][1]:5.1f}" for key in ("perfect", "kind"))
    )


if __name__ == "__main__":
    wanted = [argument for argument in sys.argv[1:] if not argument.isdigit()]
    main(wanted, next((int(argument) for argument in sys.argv[1:] if argument.isdigit()), 0))
