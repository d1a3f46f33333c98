"""Entries in, their citation keys frozen out: a document may cite them now."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import update
from sqlalchemy.orm import Session

from models.entry import CitationKey
from models.recording import in_batches
from models.rows import table_of
from models.writing_rows import RECORDED


def freeze_keys(session: Session, entry_ids: Iterable[int]) -> None:
    """Freeze the keys and aliases of entries. Undo does not thaw them: the file is out."""
    table = table_of(CitationKey)
    for batch in in_batches(entry_ids):
        statement = (
            update(table).where(table.c.entry_id.in_(batch), table.c.is_frozen.is_(False)).values(is_frozen=True)
        )
        session.execute(statement, execution_options={RECORDED: True})
