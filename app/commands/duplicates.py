"""`ibidem duplicates`: records in, pairs certainly one work out, and the pairs a person should look at."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.bibtex import read_bib_file
from app.commands.places import refuse_clashes
from app.duplicates import find_duplicates, read_records, write_pairs
from app.entry import Entry


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("records", metavar="FILE.bib|FILE.jsonl", type=Path)
    parser.add_argument("--pairs", metavar="OUT.tsv", type=Path, required=True, help="pairs certainly one work")
    parser.add_argument("--review", metavar="MORE.tsv", type=Path, help="pairs a person should look at")


def run(options: argparse.Namespace) -> None:
    """Find the duplicates and write the lists."""
    refuse_clashes([options.records], [options.pairs, options.review])
    findings = find_duplicates(_records(options.records))
    write_pairs(options.pairs, findings.certain)
    if options.review:
        write_pairs(options.review, findings.review)
    print(f"{len(findings.certain)} groups certainly one work, {len(findings.review)} pairs to look at")


def _records(path: Path) -> list[tuple[str, Entry]]:
    if path.suffix.lower() == ".bib":
        return [(entry.key, entry) for _, entry in read_bib_file(path).entries()]
    return read_records(path)
