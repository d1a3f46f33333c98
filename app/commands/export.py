"""`ibidem export`: a library in, a .bib file out, or RIS, CSL-JSON, EndNote XML, MODS by the file's ending."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.commands.places import refuse_clashes
from app.counting import counted
from app.errors import UserError
from app.exporting import Dialect, ExportOptions, export_bib, format_of, left_out
from app.files import is_there
from app.finding import id_of_key
from app.library import Library, open_library
from app.linking import ids_cited_in


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("bib", metavar="OUT.bib", type=Path, help="or OUT.ris, .json (CSL), .xml (EndNote), .mods")
    parser.add_argument("--library", metavar="LIB", required=True, help="a library file or a database URL")
    parser.add_argument("--dialect", choices=[d.value for d in Dialect], help="as each entry came in when left out")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--keys", metavar="a,b", help="only these citation keys")
    chosen.add_argument(
        "--cited-in", metavar="PAPER.aux", type=Path, help="only the works that a paper's .aux or .tex file cites"
    )


def run(options: argparse.Namespace) -> None:
    """Write the file; with --keys only those entries, with --cited-in only those that a paper cites."""
    _refuse_missing(options.library)
    refuse_clashes([options.library], [options.bib])
    library = open_library(options.library)
    try:
        ids = _chosen(library, options)
        dialect = Dialect(options.dialect) if options.dialect else None
        written = export_bib(library, options.bib, ids, ExportOptions(dialect, format=format_of(options.bib)))
        untold = left_out(library, dialect) if dialect and not format_of(options.bib) else []
    finally:
        library.close()
    for sentence in untold:
        print(sentence, file=sys.stderr)
    print(f"{counted(written, 'entry', 'entries')} written: {options.bib}")


def _chosen(library: Library, options: argparse.Namespace) -> list[int] | None:
    if options.cited_in is not None:
        ids, missing = ids_cited_in(library, options.cited_in)
        if not ids and not missing:
            raise UserError(
                "Nothing is cited",
                f"{options.cited_in} cites nothing, so no file was written.",
                "Give the .tex file of the paper, or its .aux file after LaTeX has run.",
            )
        if missing:
            print(f"Not in the library: {', '.join(missing)}", file=sys.stderr)
        return ids
    return None if options.keys is None else ids_of_keys(library, options.keys.split(","))


def ids_of_keys(library: Library, keys: list[str]) -> list[int]:
    """The entries with these citation keys or aliases. Raises UserError for a key that nobody has."""
    found = {key.strip(): id_of_key(library, key.strip()) for key in keys if key.strip()}
    missing = [key for key, entry_id in found.items() if entry_id is None]
    if missing:
        named = ", ".join(missing)
        raise UserError("Unknown key", f"The library has no entry with the key {named}.", "Check the spelling.")
    return list(dict.fromkeys(entry_id for entry_id in found.values() if entry_id is not None))


def _refuse_missing(location: str) -> None:
    """A misspelt name must not make a new, empty library."""
    if "://" not in location and not is_there(Path(location)):
        raise UserError("Library not found", f"There is no library {location}.", "Check the name and try again.")
