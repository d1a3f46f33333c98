"""`ibidem import`: files in, the library changed, a line for each file on what came in."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from app.counting import counted
from app.errors import UserError
from app.files import is_file
from app.importing import Decision, accept, import_entries, is_page, propose
from app.library import Library, open_library


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument(
        "--library", metavar="LIB", required=True, help="a library file, made when absent, or a database URL"
    )


def run(options: argparse.Namespace) -> int:
    """Import each file as one step; 1 where one could not be read, which does not keep the others out.

    Raises:
        UserError: a file is not there or the library has no name, before anything is written.
    """
    _refuse_missing(options.files)
    if not options.library.strip():
        raise UserError("No library named", "The library has no name.", "Name a file or a database after --library.")
    is_new = "://" not in options.library and not os.path.lexists(options.library)
    library = open_library(options.library)
    try:
        came_in = [_import(library, path) for path in options.files]
    finally:
        library.close()
    if is_new and not any(came_in):
        _remove_library(Path(options.library))
    return 0 if all(came_in) else 1


def _import(library: Library, path: Path) -> bool:
    """Bring one file in and tell; False where it cannot be read, which is told too."""
    try:
        print(import_page(library, path) if is_page(path) else import_bib(library, path))
    except UserError as error:
        print(f"{path.name}: {error.message} {error.advice}", file=sys.stderr)
        return False
    return True


def import_page(library: Library, path: Path) -> str:
    """Bring an article page in with everything as proposed; the line that tells."""
    proposal = propose(library, path)
    choices = {work.work_id: Decision(work.choice, work.same_as) for work in proposal.works}
    accept(library, proposal.apparatus, choices)
    known = sum(1 for work in proposal.works if work.same_as is not None)
    notes = counted(len(proposal.apparatus.notes), "note", "notes")
    works = counted(len(proposal.works), "work", "works")
    return f"{path.name}: {notes}, {works}, {known} of them in the library already"


def import_bib(library: Library, path: Path) -> str:
    """Bring a file of entries in; the lines that tell, the broken entries with their line numbers."""
    report = import_entries(library, path)
    new = counted(len(report.added), "entry", "entries")
    lines = [f"{path.name}: {new} came in, {len(report.known)} already in the library"]
    lines += [f"{path.name}: line {broken.line}: {broken.why} It is kept as text." for broken in report.broken]
    return "\n".join(lines)


def _remove_library(path: Path) -> None:
    """Take away the library that was made for files of which none came in."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _refuse_missing(files: list[Path]) -> None:
    """Look before anything is written, so that a misspelt name does not leave half the files imported."""
    for path in files:
        if not is_file(path):
            raise UserError("File not found", f"There is no file {path}.", "Check the name and try again.")
