"""Score the search for duplicates on the labelled sets beside the project, and time it on made-up libraries.

    python -m benchmarks duplicates
    python benchmarks/measure_duplicates.py [../shared] [--errors 20]

Per set: the pairs called certain (precision, recall, false pairs), certain and review together (recall), the length of
the list of pairs to look at against the records, CPU seconds. Scoring is done by shared/bench/score_pairs.py: closed
transitively for whole sets, pair by pair for the case sets. Then libraries of 10,000 and 50,000 seeded records, a fifth
of them copies with slips.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from app.commands.duplicates import to_look_at
from app.duplicates import DuplicateFindings, DuplicatePair, Memory, find_duplicates, read_records
from app.entry import Entry

SHARED = Path(__file__).parents[2] / "shared"
HEAD = "set                    records   true precis.  recall false | +review  queue     %  CPU s"
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zan tor lin mar sen dul".split()  # noqa: SIM905


def judge_of(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_pairs", shared / "bench" / "score_pairs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs_of(
    findings: DuplicateFindings[str], listed: Sequence[DuplicatePair[str] | tuple[str, str]]
) -> list[list[str]]:
    found = [list(group.members) for group in findings.certain]
    return found + [[pair.first, pair.second] if isinstance(pair, DuplicatePair) else [*pair] for pair in listed]


def measure_set(judge: ModuleType, folder: Path, errors: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "records.jsonl"
        path.write_bytes(gzip.decompress((folder / "records.jsonl.gz").read_bytes()))
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        began = time.process_time()
        records = read_records(path)
        findings = find_duplicates(records)
        spent = time.process_time() - began
    listed = to_look_at(findings, len(records))
    true = judge.read_groups(folder / "pairs.tsv")
    negatives = folder / "negatives.tsv"
    apart = judge.pairs_of(judge.read_groups(negatives)) if negatives.exists() else None
    certain = judge.score(lines, true, pairs_of(findings, ()), neg=apart)
    both = judge.score(lines, true, pairs_of(findings, listed), neg=apart)
    score, queue = certain["closed"], len(listed)
    print(
        f"{folder.name:22} {len(lines):7} {certain['n_true_pairs']:6} {score['precision']:7.4f} {score['recall']:7.4f} "
        f"{score['fp']:5} | {both['closed']['recall']:7.4f} {queue:6} {100 * queue / len(lines):5.1f} {spent:6.2f}"
    )
    show_errors(records, findings, certain, errors)


def show_errors(
    records: list[tuple[str, Entry]],
    findings: DuplicateFindings[str],
    score: dict[str, list[tuple[str, str]]],
    most: int,
) -> None:
    entries = dict(records)
    told = {pair.ids: pair.comparison for group in findings.certain for pair in group.pairs}
    told |= {pair.ids: pair.comparison for pair in findings.review + findings.related}
    for kind in ("_fp", "_fn"):
        for pair in score[kind][:most]:
            comparison = told.get(frozenset(pair))
            print("  ", {"_fp": "wrong", "_fn": "missed"}[kind], comparison.sentence() if comparison else "(not shown)")
            for id_ in pair:
                print("      ", id_, entries[id_].get("author")[:40], "|", entries[id_].get("title")[:90])


def made_up(size: int) -> list[tuple[str, Entry]]:
    chance = random.Random(size)
    words = ["".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 4)))) for _ in range(12_000)]
    common = [1 / (rank + 5) for rank in range(len(words))]
    people = words[::7]
    entries: list[Entry] = []
    while len(entries) < size:
        page = chance.randint(1, 1500)
        names = [f"{chance.choice(people).title()}, {chance.choice('ABCDEJKM')}." for _ in range(chance.randint(1, 6))]
        entry = Entry(
            "article",
            {
                "author": " and ".join(names),
                "title": " ".join(chance.choices(words, common, k=chance.randint(5, 14))).capitalize(),
                "journaltitle": f"Journal of {chance.choice(words[:300]).title()}",
                "date": str(chance.randint(1960, 2025)),
                "volume": str(chance.randint(1, 90)),
                "number": str(chance.randint(1, 6)),
                "pages": f"{page}--{page + chance.randint(3, 30)}",
            },
        )
        entries.append(entry)
        if chance.random() < 0.2:
            title = entry.get("title")
            slip = chance.randrange(len(title))
            entries.append(entry.with_fields(title=title[:slip] + title[slip + 1 :], number="", pages=str(page)))
    return [(str(number), entry) for number, entry in enumerate(entries[:size])]


def measure_time(size: int) -> None:
    records = made_up(size)
    began = time.process_time()
    memory = Memory()
    findings = find_duplicates(records, memory=memory)
    spent = time.process_time() - began
    changed = {records[size // 2][0]}
    began = time.process_time()
    find_duplicates(records, only=changed, memory=memory)
    again = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"made up {size:>14} {len(findings.certain):6} groups, {len(findings.review)} for review, {spent:.1f} CPU s, "
        f"one entry changed {again:.1f} CPU s, peak {peak} MB"
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--errors", type=int, default=0)
    asked = parser.parse_args([] if arguments is None else arguments)
    folders = sorted(path.parent for path in (asked.shared / "data" / "duplicates").glob("*/pairs.tsv"))
    if not folders:
        print("no labelled sets beside the project: only the time is measured")
    else:
        print(HEAD)
        judge = judge_of(asked.shared)
        for folder in folders:
            measure_set(judge, folder, asked.errors)
    for size in (10_000, 50_000):
        measure_time(size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
