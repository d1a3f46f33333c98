"""The last step taken back, or the last undone one done again: rows before and after are put in each other's place."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from models.changes import Act, Change, Step, packed, unpacked
from models.recording import change_rows
from models.rows import recorded_tables
from models.writing_rows import RECORDED, remove_range, write_rows

# Told how many changes of how many are done; what it raises leaves everything as it was.
Told = Callable[[int, int], None]


def undo_step(session: Session, told: Told) -> Step | None:
    """Take back the latest step that stands; None where there is none."""
    step = step_to_undo(session)
    if step is None:
        return None
    changes = _changes_of(session, step, backwards=True)
    for done, change in enumerate(changes):
        told(done, len(changes))
        if change.act is Act.INSERT:
            _remove_range(session, change)
        elif change.act is Act.DELETE:
            _put_back(session, change)
        else:
            _set_columns(session, change, "before")
    session.execute(update(Step).where(Step.id == step.id).values(is_undone=True))
    return step


def redo_step(session: Session, told: Told) -> Step | None:
    """Do the earliest undone step again; None where there is none."""
    step = step_to_redo(session)
    if step is None:
        return None
    changes = _changes_of(session, step, backwards=False)
    for done, change in enumerate(changes):
        told(done, len(changes))
        if change.act is Act.INSERT:
            _put_back(session, change)
        elif change.act is Act.DELETE:
            _remove_range(session, change)
        else:
            _set_columns(session, change, "after")
    session.execute(update(Step).where(Step.id == step.id).values(is_undone=False))
    return step


def step_to_undo(session: Session) -> Step | None:
    """The latest step that stands."""
    return session.scalars(select(Step).where(Step.is_undone.is_(False)).order_by(Step.id.desc()).limit(1)).first()


def step_to_redo(session: Session) -> Step | None:
    """The earliest step that was undone."""
    return session.scalars(select(Step).where(Step.is_undone.is_(True)).order_by(Step.id).limit(1)).first()


def forget_undone(session: Session) -> None:
    """Drop what could have been redone: something else is being done now."""
    undone = select(Step.id).where(Step.is_undone.is_(True)).scalar_subquery()
    session.execute(delete(Change).where(Change.step_id.in_(undone)), execution_options={"synchronize_session": False})
    session.execute(delete(Step).where(Step.is_undone.is_(True)), execution_options={"synchronize_session": False})


def _changes_of(session: Session, step: Step, backwards: bool) -> list[Change]:
    order = Change.id.desc() if backwards else Change.id
    return list(session.scalars(select(Change).where(Change.step_id == step.id).order_by(order)))


def _remove_range(session: Session, change: Change) -> None:
    """Delete the rows of a change. Its ids were given out together; of a deleted batch the kept rows say which."""
    table = recorded_tables()[change.table_name]
    if change.act is Act.DELETE:
        kept = unpacked(_rows(session, change))
        ids = [row[kept["columns"].index("id")] for row in kept["rows"]]
        session.execute(delete(table).where(table.c.id.in_(ids)), execution_options={RECORDED: True})
        return
    within = table.c.id.between(change.first_id, change.last_id)
    rows = [list(row) for row in session.execute(select(table).where(within).order_by(table.c.id)).all()]
    remove_range(session, table, change.first_id, change.last_id)
    _keep(session, change, packed({"columns": table.columns.keys(), "rows": rows}) if rows else None)


def _put_back(session: Session, change: Change) -> None:
    kept = _rows(session, change)
    if kept:
        standing = unpacked(kept)
        write_rows(session, recorded_tables()[change.table_name], standing["columns"], standing["rows"])
    if change.act is Act.INSERT:
        _keep(session, change, None)


def _set_columns(session: Session, change: Change, side: str) -> None:
    kept = unpacked(_rows(session, change))
    change_rows(session, recorded_tables()[change.table_name], kept["columns"], kept[side])


def _rows(session: Session, change: Change) -> bytes:
    loaded = session.scalars(select(Change.rows).where(Change.id == change.id)).one()
    return loaded or b""


def _keep(session: Session, change: Change, rows: bytes | None) -> None:
    statement = update(Change).where(Change.id == change.id).values(rows=rows)
    session.execute(statement, execution_options={"synchronize_session": False})
