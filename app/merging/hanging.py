"""Entries that will be merged in, what hangs on them out: asked once, however many merges a step makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.library.opened import Writing
from app.library.references import References
from models.article import Article
from models.attachment import Attachment
from models.bibfile import Block
from models.citation import Citation
from models.decision import Decision, Merge
from models.grouping import Membership
from models.recording import in_batches
from models.typed import typed_fields

# What points at an entry and simply goes along.
MOVED: tuple[type[Any], ...] = (Citation, Article, Block, Merge)
# What an entry has once of each: the attribute that says which.
UNITED: dict[type[Any], str] = {Attachment: "path", Membership: "group_id"}


class Hanging:
    """What is known of entries before they are merged.

    Attributes:
        references: which entries name others by their keys.
        typed: the fields of each that a person typed.
        cited: how often each is cited.
    """

    def __init__(self, writing: Writing, ids: Collection[int]) -> None:
        self.references = References(writing)
        self.typed = typed_fields(writing.session, ids)
        self.cited = _cited(writing.session, ids)
        self._on = {mapped: _having(writing.session, mapped, ids) for mapped in (*MOVED, *UNITED)}
        self._on[Decision] = _decided(writing.session)

    def is_on(self, mapped: type[Any], entry_id: int) -> bool:
        """Whether any row of this kind hangs on an entry."""
        return entry_id in self._on[mapped]


def _having(session: Session, mapped: type[Any], ids: Collection[int]) -> set[int]:
    found: set[int] = set()
    for batch in in_batches(ids):
        found.update(session.scalars(select(mapped.entry_id).where(mapped.entry_id.in_(batch)).distinct()))
    return found


def _cited(session: Session, ids: Collection[int]) -> Counter[int]:
    found = Counter[int]()
    for batch in in_batches(ids):
        question = select(Citation.entry_id, func.count()).where(Citation.entry_id.in_(batch))
        for entry_id, count in session.execute(question.group_by(Citation.entry_id)):
            if entry_id is not None:
                found[entry_id] = count
    return found


def _decided(session: Session) -> set[int]:
    pairs = session.execute(select(Decision.first_id, Decision.second_id))
    return {entry_id for pair in pairs for entry_id in pair}
