"""Ids of entries in, the fields whose values a person typed out, as the steps tell that stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from models.changes import Act, Change, Step, unpacked


def typed_fields(session: Session, ids: Collection[int]) -> dict[int, frozenset[str]]:
    """For each of these entries, the fields that were typed and not overwritten since by a file or a rule, if any."""
    typed = _said_to_be_typed(session, frozenset(ids))
    for entry_id, steps in typed.items():
        for step_id, name in _rewritten(session, entry_id, min(steps.values())):
            if step_id > steps.get(name, step_id):
                del steps[name]
    return {entry_id: frozenset(steps) for entry_id, steps in typed.items() if steps}


def _said_to_be_typed(session: Session, ids: frozenset[int]) -> dict[int, dict[str, int]]:
    """For each entry the latest step in which each of its fields was typed."""
    said: dict[int, dict[str, int]] = {}
    question = select(Step.id, Step.touched).where(
        Step.is_undone.is_(False), cast(Step.touched, Text).contains('"typed"')
    )
    for step_id, touched in session.execute(question.order_by(Step.id)):
        for entry_id, names in touched.get("typed", {}).items():
            if int(entry_id) in ids:
                said.setdefault(int(entry_id), {}).update(dict.fromkeys(names, step_id))
    return said


def _rewritten(session: Session, entry_id: int, since: int) -> Iterator[tuple[int, str]]:
    """The steps after one that changed an entry's fields, and which, in their order."""
    question = (
        select(Change.step_id, Change.rows)
        .join(Step)
        .where(
            Step.is_undone.is_(False),
            Change.step_id > since,
            Change.table_name == "entries",
            Change.act == Act.UPDATE,
            Change.rows.is_not(None),
            Change.first_id <= entry_id,
            Change.last_id >= entry_id,
        )
        .order_by(Change.id)
    )
    for step_id, rows in session.execute(question):
        assert rows is not None
        kept = unpacked(rows)
        before, after = (_fields(kept["columns"], kept[when], entry_id) for when in ("before", "after"))
        for name in {*before, *after}:
            if before.get(name) != after.get(name):
                yield step_id, name


def _fields(columns: list[str], rows: list[list[Any]], entry_id: int) -> Mapping[str, Any]:
    """The columns of one entry's row; the fields without a column of their own stand in `rest`."""
    row = next((row[1:] for row in rows if row[0] == entry_id), None)
    if row is None:
        return {}
    found = dict(zip(columns, row, strict=True))
    return found | (found.pop("rest", None) or {})
