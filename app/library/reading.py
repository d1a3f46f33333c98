"""Entries out of a session, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.entry import Entry
from app.library.entry_rows import ENTRY_COLUMNS, entry_of
from models.entry import StoredEntry
from models.recording import in_batches


def entries_by_id(session: Session, ids: Iterable[int]) -> dict[int, Entry]:
    """These entries, those that are gone left out, in the order asked."""
    wanted = list(dict.fromkeys(ids))
    found: dict[int, Entry] = {}
    for batch in in_batches(wanted):
        rows = session.execute(select(*ENTRY_COLUMNS).where(StoredEntry.id.in_(batch)))
        found.update((row[0], entry_of(row)) for row in rows)
    return {entry_id: found[entry_id] for entry_id in wanted if entry_id in found}


def all_entries(session: Session) -> Iterator[tuple[int, Entry]]:
    """Every entry, in the order in which they came."""
    for row in session.execute(select(*ENTRY_COLUMNS).order_by(StoredEntry.id)).yield_per(2000):
        yield row[0], entry_of(row)
