"""Entries of a library in, the text that another program reads out: RIS, CSL-JSON, EndNote XML, MODS."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy.orm import Session

from app.bibtex import inherited
from app.bibtex.formats import Format, write_as
from app.entry import Entry
from app.library.reading import all_entries


def format_of(path: Path) -> Format | None:
    """The format that a file's ending asks for: "works.ris" for RIS; None for a .bib file and what is unknown."""
    ending = path.suffix.lower().removeprefix(".")
    return Format(ending) if ending in set(Format) else None


def text_for(session: Session, entries: Iterable[Entry], wanted: Format) -> str:
    """The entries in that format, each with what crossref and xdata lend it: no other program looks there."""
    entries = list(entries)
    if any(entry.get("crossref") or entry.get("xdata") for entry in entries):
        by_key = {entry.key.lower(): entry for _, entry in all_entries(session)}
        entries = [inherited(entry, by_key) for entry in entries]
    return write_as((entry for entry in entries if entry.entrytype not in ("xdata", "set")), wanted)
