"""What was merged into an entry, for its history, and which of its fields a person typed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from app.library import Library
from models.decision import Merge
from models.typed import typed_fields as typed_in


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


def typed_fields(library: Library, ids: Collection[int]) -> dict[int, frozenset[str]]:
    """The fields that a person typed, of each of these entries that has any; all others came from files or by rules."""
    with library.asking() as session:
        return typed_in(session, ids)
