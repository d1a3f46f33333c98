"""An entry's id in, the steps that touched it out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.changes import Change, Step, unpacked


def steps_of_entry(session: Session, entry_id: int, limit: int) -> list[Step]:
    """The steps that touched an entry, latest first; undone ones too."""
    return list(islice(_steps(session, entry_id), limit))


def _steps(session: Session, entry_id: int) -> Iterator[Step]:
    for step in session.scalars(select(Step).order_by(Step.id.desc())).all():
        entries = step.touched.get("entries", ())
        if entry_id in entries if entries is not None else _is_among(session, step, entry_id):
            yield step


def _is_among(session: Session, step: Step, entry_id: int) -> bool:
    """Whether a step that touched a great many touched this one's own row."""
    question = select(Change.act, Change.rows).where(
        Change.step_id == step.id,
        Change.table_name == "entries",
        Change.first_id <= entry_id,
        Change.last_id >= entry_id,
    )
    for _, rows in session.execute(question):
        if rows is None:
            return True
        kept = unpacked(rows)
        place = kept["columns"].index("id") if "rows" in kept else 0
        if any(row[place] == entry_id for row in kept.get("rows", kept.get("before", ()))):
            return True
    return False
