"""Entries removed in a step: what hangs on them goes too, the notes that cite them stay."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select

from app.library.opened import Writing
from models.article import Article
from models.attachment import Attachment
from models.bibfile import Block
from models.citation import Citation
from models.decision import Decision, Merge
from models.entry import CitationKey, StoredEntry
from models.grouping import Membership, Tagging
from models.person import Contribution
from models.recording import in_batches

UNRESOLVED = "Its entry was deleted from the library."
_HANGING = (CitationKey, Contribution, Tagging, Membership, Attachment, Merge)


def remove_entries(writing: Writing, ids: Iterable[int]) -> None:
    """Remove entries and all that is theirs; citations and blocks of files lose the entry but stay."""
    for batch in in_batches(sorted(set(ids))):
        citations = select(Citation.id).where(Citation.entry_id.in_(batch))
        lost = [{"id": i, "entry_id": None, "reason": UNRESOLVED} for i in writing.session.scalars(citations)]
        writing.rows.update(Citation, lost)
        for pointing in (Article, Block):
            rows = writing.session.scalars(select(pointing.id).where(pointing.entry_id.in_(batch)))
            writing.rows.update(pointing, [{"id": i, "entry_id": None} for i in rows])
        pair = or_(Decision.first_id.in_(batch), Decision.second_id.in_(batch))
        writing.rows.delete(Decision, writing.session.scalars(select(Decision.id).where(pair)))
        for hanging in _HANGING:
            rows = writing.session.scalars(select(hanging.id).where(hanging.entry_id.in_(batch)))
            writing.rows.delete(hanging, rows)
        writing.rows.delete(StoredEntry, batch)
