"""`ibidem check`: a .bib file in, integrity findings out, one a line: KEY: field: message."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.bibtex import read_bib_file
from app.integrity import check_bib


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("bib", metavar="FILE.bib", type=Path)


def run(options: argparse.Namespace) -> None:
    """Print the findings; none is a good file."""
    for finding in check_bib(read_bib_file(options.bib)):
        print(f"{finding.key}: {finding.field}: {finding.message}")
