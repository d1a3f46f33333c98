"""Citation keys: who has which, what a new entry's shall be, and how a key becomes an alias."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.entry import Entry
from models.entry import CitationKey
from models.recording import in_batches


def owner_of(session: Session, key: str) -> int | None:
    """The entry that a key or alias leads to, whatever its case."""
    return session.scalar(select(CitationKey.entry_id).where(CitationKey.folded == key.casefold()))


def taken_keys(session: Session) -> set[str]:
    """Every key and alias of the library, folded."""
    return set(session.scalars(select(CitationKey.folded)))


def owners_of_keys(session: Session) -> dict[str, int]:
    """The entry that each key and alias of the library leads to; the keys folded."""
    rows = session.execute(select(CitationKey.folded, CitationKey.entry_id))
    return {row.folded: row.entry_id for row in rows}


class TakenKeys(Container[str]):
    """The keys of a library as a set that asks the store, for when only one or two are wanted."""

    def __init__(self, session: Session, free: Iterable[str] = ()) -> None:
        self._session = session
        self._free = {key.casefold() for key in free}
        self._new: set[str] = set()

    def __contains__(self, key: object) -> bool:
        folded = str(key).casefold()
        if folded in self._free:
            return False
        return folded in self._new or owner_of(self._session, folded) is not None

    def add(self, key: str) -> None:
        """Take a key."""
        self._free.discard(key.casefold())
        self._new.add(key.casefold())


def without_ids(entry: Entry) -> tuple[Entry, tuple[str, ...]]:
    """The entry without its `ids`, and the other keys that stood there (biblatex manual, 2.2.3)."""
    named = entry.get("ids")
    if not named:
        return entry, ()
    found = (key.strip() for key in named.split(","))
    return entry.with_fields(ids=""), tuple(dict.fromkeys(key for key in found if key))


def aliases_of(session: Session, ids: Collection[int] | None = None) -> dict[int, list[str]]:
    """The aliases of these or of all entries, in the order in which they got them; who has none is left out."""
    question = select(CitationKey.entry_id, CitationKey.key).where(CitationKey.is_alias).order_by(CitationKey.id)
    found: dict[int, list[str]] = {}
    if ids is None:
        batches = [session.execute(question)]
    else:
        batches = [session.execute(question.where(CitationKey.entry_id.in_(batch))) for batch in in_batches(ids)]
    for rows in batches:
        for entry_id, key in rows:
            found.setdefault(entry_id, []).append(key)
    return found


def keys_of(session: Session, ids: Iterable[int]) -> dict[int, list[CitationKey]]:
    """The key and aliases of entries, in the order in which they got them."""
    found: dict[int, list[CitationKey]] = {}
    for batch in in_batches(ids):
        question = select(CitationKey).where(CitationKey.entry_id.in_(batch)).order_by(CitationKey.id)
        # Rows written in this very step count, not those read before.
        question = question.execution_options(populate_existing=True)
        for row in session.scalars(question):
            found.setdefault(row.entry_id, []).append(row)
    return found
