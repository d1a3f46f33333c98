"""What was merged into an entry, for its history."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.library import Library
from models.decision import Merge


@dataclass(frozen=True, slots=True)
class PastMerge:
    """A merge that can be taken apart again: when it was, and the keys and titles of the entries that went."""

    at: str
    keys: tuple[str, ...]
    titles: tuple[str, ...]


def past_merges(library: Library, entry_id: int) -> tuple[PastMerge, ...]:
    """The merges that an entry has taken in, latest first."""
    question = select(Merge).where(Merge.entry_id == entry_id).order_by(Merge.id.desc())
    with library.asking() as session:
        return tuple(
            PastMerge(
                merge.at,
                tuple(row["key"] for row in merge.taken["entries"]),
                tuple(row["shown_title"] for row in merge.taken["entries"]),
            )
            for merge in session.scalars(question)
        )
