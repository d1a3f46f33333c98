"""`ibidem convert`: a .bib file through a store and back; without a dialect what was not touched stays as it was."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.counting import counted
from app.exporting import Dialect, ExportOptions, export_bib, left_out
from app.importing import import_entries
from app.library import open_library


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("source", metavar="IN.bib", type=Path)
    parser.add_argument("target", metavar="OUT.bib", type=Path)
    parser.add_argument("--dialect", choices=[d.value for d in Dialect], help="as it came in when left out")


def run(options: argparse.Namespace) -> None:
    """Convert the file; broken entries are told on standard error and, without a dialect, kept as they stood."""
    library = open_library("sqlite://")
    try:
        report = import_entries(library, options.source)
        dialect = Dialect(options.dialect) if options.dialect else None
        written = export_bib(library, options.target, None, ExportOptions(dialect))
        untold = left_out(library, dialect) if dialect else []
    finally:
        library.close()
    for broken in report.broken:
        print(f"{options.source.name}: line {broken.line}: {broken.why}", file=sys.stderr)
    for sentence in untold:
        print(f"{options.source.name}: {sentence}", file=sys.stderr)
    print(f"{counted(written, 'entry', 'entries')} written: {options.target}")
