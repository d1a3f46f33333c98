"""`ibidem duplicates`: records in, pairs certainly one work out, and the pairs a person should look at."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.bibtex import read_bib_file
from app.commands.places import refuse_clashes
from app.counting import counted
from app.duplicates import DuplicateFindings, DuplicatePair, find_duplicates, read_records, write_pairs
from app.entry import Entry

_FEW = 350
_LISTED_IN_FULL = 200


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("records", metavar="FILE.bib|FILE.jsonl", type=Path)
    parser.add_argument("--pairs", metavar="OUT.tsv", type=Path, required=True, help="pairs certainly one work")
    parser.add_argument("--review", metavar="MORE.tsv", type=Path, help="pairs a person should look at")


def run(options: argparse.Namespace) -> None:
    """Find the duplicates and write the lists."""
    refuse_clashes([options.records], [options.pairs, options.review])
    records = _records(options.records)
    findings = find_duplicates(records)
    write_pairs(options.pairs, findings.certain)
    if options.review:
        write_pairs(options.review, to_look_at(findings, len(records)))
    certain, review = len(findings.certain), len(findings.review)
    print(f"{counted(certain, 'group', 'groups')} certainly one work, {counted(review, 'pair', 'pairs')} to look at")


def to_look_at(findings: DuplicateFindings[str], records: int) -> list[DuplicatePair[str] | tuple[str, str]]:
    """The pairs of the review list: every question, then the further pairs of the same questions.

    The question whose answer settles most pairs stands first: two groups of forty entries before two entries.
    Of a large file the list ends at one pair in fifty records: more is read by nobody, and the questions stand first.
    """
    sizes = {member: len(group.members) for group in findings.certain for member in group.members}

    def settled(pair: DuplicatePair[str]) -> float:
        return sizes.get(pair.first, 1) * sizes.get(pair.second, 1) * pair.comparison.score

    room = (_LISTED_IN_FULL if records <= _FEW else records // 50) - len(findings.review)
    return [*sorted(findings.review, key=settled, reverse=True), *findings.further[: max(0, room)]]


def _records(path: Path) -> list[tuple[str, Entry]]:
    if path.suffix.lower() == ".bib":
        return [(entry.key, entry) for _, entry in read_bib_file(path).entries()]
    return read_records(path)
