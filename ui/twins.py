"""An entry that is being typed in, the entries of the library that may be the same work out."""

from __future__ import annotations

from dataclasses import dataclass

from app.cards import EntryRow
from app.entry import Entry
from app.finding import rows
from app.library import Library
from app.matching import LIKELY
from app.merging import told_apart


@dataclass(frozen=True, slots=True)
class Twin:
    """An entry that may be the same work, and how to name it."""

    id: int
    text: str


def find_twins(library: Library, entry: Entry, without: int | None = None) -> tuple[Twin, ...]:
    """The entries that may be the one typed, best first; none while there is too little to go by.

    Those that the user has told apart from it are not named again.

    Args:
        library: where to look.
        entry: as typed so far.
        without: the entry that is being edited itself.
    """
    if len(entry.get("title").split()) < 2 and not entry.get("doi"):
        return ()
    known = told_apart(library, without) if without is not None else frozenset()
    found = library.look_alikes(entry, without)
    likely = [c.id for c in found if c.comparison.outcome in LIKELY and c.id not in known]
    return tuple(Twin(row.id, _named(row)) for row in rows(library, likely))


def _named(row: EntryRow) -> str:
    who = row.author.split(";")[0].split(" and ")[0].split(",")[0]
    return f"{' '.join(part for part in (who, row.year) if part)}, “{row.title[:60]}” ({row.key})"
