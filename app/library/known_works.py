"""An entry in, the library's entry that certainly is the same work out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.entry import Entry
from app.library.keys import owner_of
from app.library.opened import Library
from app.library.reading import entries_by_id
from app.matching import Candidate, Outcome
from models.decision import Decision


def same_work(library: Library, entry: Entry, candidates: Sequence[Candidate] | None = None) -> int | None:
    """The entry of the library that is this work for certain, None where a person would have to look.

    That is one that compares as the same; or one that says the very same in every field, however little that is
    ("Untitled memorandum"): it was read from the same place before. Where two that a person told apart compare as the
    same, only the latter counts, or the citation key.
    """
    found = library.look_alikes(entry) if candidates is None else candidates
    with library.asking() as session:
        return same_among(session, entry, found, owner_of(session, entry.key) if entry.key else None)


def namesakes(session: Session, entries: Sequence[Entry], owners: Mapping[str, int]) -> list[tuple[int, Entry] | None]:
    """For each entry the library's one that has its key and says the very same, as a file brought in again does.

    Args:
        session: where the library is asked, once for all.
        entries: as they would be stored.
        owners: which entry each key leads to, keys folded.
    """
    ids = [owners.get(entry.key.casefold()) if entry.key else None for entry in entries]
    standing = entries_by_id(session, [i for i in ids if i is not None])
    found = []
    for i, entry in zip(ids, entries, strict=True):
        other = standing.get(i) if i is not None else None
        found.append((i, other) if i is not None and other is not None and entry.says_the_same(other) else None)
    return found


def same_among(session: Session, entry: Entry, found: Sequence[Candidate], owner: int | None) -> int | None:
    """The same, where the look-alikes are found and it is known which entry the key leads to."""
    same = [candidate.id for candidate in found if candidate.comparison.outcome is Outcome.SAME]
    if owner in same:
        return owner
    if same and not _are_told_apart(session, same):
        return same[0]
    standing = entries_by_id(session, [candidate.id for candidate in found] + ([owner] if owner is not None else []))
    return next((i for i, other in standing.items() if entry.says_the_same(other)), None)


def _are_told_apart(session: Session, ids: Sequence[int]) -> bool:
    """Whether a person said of any two of these entries that they are not the same."""
    if len(ids) < 2:
        return False
    pair = and_(Decision.first_id.in_(ids), Decision.second_id.in_(ids))
    return session.scalar(select(Decision.id).where(pair).limit(1)) is not None
