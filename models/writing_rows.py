"""Rows in, the same in a table out; many at a time without what SQLAlchemy and SQLite do for every single one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Connection, Enum, Table, delete, insert
from sqlalchemy.orm import Session

from models.entry import StoredEntry
from models.rows import table_of
from models.searching import PUT_RANGE_IN, TAKE_RANGE_OUT

# A statement with this option comes through Recording.
RECORDED = "ibidem_recorded"
# From so many rows on, the index of words is written from the table in one go and not by its triggers: a trigger makes
# FTS5 set down its pending words before every row, which takes four times as long.
_A_BATCH = 200


def write_rows(session: Session, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows; each is its values in the order of the columns, of which one is the id."""
    connection = session.connection()
    if len(rows) < _A_BATCH or connection.dialect.name != "sqlite":
        named = [dict(zip(columns, row, strict=True)) for row in rows]
        connection.execute(insert(table), named, execution_options={RECORDED: True})
        return
    if table is not table_of(StoredEntry):
        _write_tuples(connection, table, columns, rows)
        return
    with _without_triggers(connection, table):
        _write_tuples(connection, table, columns, rows)
        # Between two rows of a batch may stand others that the index has already.
        for first, last in _pieces(list(map(itemgetter(columns.index("id")), rows))):
            connection.exec_driver_sql(PUT_RANGE_IN, (first, last))


def remove_range(session: Session, table: Table, first: int, last: int) -> None:
    """Delete the rows whose ids lie between two, both included."""
    connection = session.connection()
    statement = delete(table).where(table.c.id.between(first, last))
    if table is table_of(StoredEntry) and last - first >= _A_BATCH and connection.dialect.name == "sqlite":
        with _without_triggers(connection, table):
            connection.exec_driver_sql(TAKE_RANGE_OUT, (first, last))
            connection.execute(statement, execution_options={RECORDED: True})
        return
    connection.execute(statement, execution_options={RECORDED: True})


def _write_tuples(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """As SQLAlchemy inserts, but without a dictionary for every row."""
    quoted = connection.dialect.identifier_preparer.quote
    columns, marks = ", ".join(map(quoted, names)), ", ".join("?" * len(names))
    made = [(at, made) for at, name in enumerate(names) if (made := _maker(connection, table, name))]
    values = [_made(row, made) for row in rows] if made else list(map(tuple, rows))
    connection.exec_driver_sql(f"INSERT INTO {quoted(table.name)} ({columns}) VALUES ({marks})", values)


def _maker(connection: Connection, table: Table, name: str) -> Callable[[Any], Any] | None:
    """What makes of a value of this column what the driver takes, None where it takes it as it is."""
    if isinstance(table.c[name].type, (Boolean, Enum)):
        return None
    return table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)


def _made(row: Sequence[Any], makers: Sequence[tuple[int, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    changed = list(row)
    for at, make in makers:
        changed[at] = make(changed[at])
    return tuple(changed)


@contextmanager
def _without_triggers(connection: Connection, table: Table) -> Iterator[None]:
    """Within one transaction, so that nobody sees the table without them; what fails is rolled back by the caller."""
    question = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    triggers = connection.exec_driver_sql(question, (table.name,)).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        connection.exec_driver_sql(sql)


def _pieces(ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The unbroken ranges in ascending ids."""
    first = last = ids[0]
    for row_id in ids[1:]:
        if row_id != last + 1:
            yield first, last
            first = row_id
        last = row_id
    yield first, last
