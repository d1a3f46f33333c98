"""Recording: rows to write in; the same written, and kept in a step so that they can be undone.

Nothing else may write to a recorded table: `store` refuses statements that do not come through here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from models.changes import Act, Change, Counter, packed
from models.rows import Recorded, table_of
from models.writing_rows import RECORDED, write_rows

# How many rows a change holds, and how many ids a question: under SQLite's limit on variables of old versions.
BATCH = 500
# How many new rows one change holds: they are read in one piece when they are undone.
INSERTED = 5000
# From so many entries on a view does better to read everything again.
A_GREAT_MANY = 1000

Row = Mapping[str, Any]
T = TypeVar("T")


def in_batches(items: Iterable[T], size: int = BATCH) -> Iterable[list[T]]:
    """The items in lists of at most `size`."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


_TAKE = (
    update(table_of(Counter))
    .where(table_of(Counter).c.name == bindparam("name_"))
    .values(next_id=table_of(Counter).c.next_id + bindparam("count_"))
    .returning(table_of(Counter).c.next_id)
)


def next_ids(session: Session, name: str, count: int) -> int:
    """Take `count` ids of a table, one after the other; the first of them."""
    table, connection = table_of(Counter), session.connection()
    after = connection.execute(_TAKE, {"name_": name, "count_": count}).scalar()
    if after is None:
        after = 1 + count
        connection.execute(insert(table).values(name=name, next_id=after))
    return int(after) - count


class Recording:
    """The one way to write rows: every act goes into the step it was begun for.

    Attributes:
        session: for questions about rows within the step, what it has written included.
        name: another name for the step, once it is known what came of it.
    """

    def __init__(self, session: Session, step_id: int) -> None:
        self.session = session
        self.step_id = step_id
        self.name = ""
        self.acts = 0
        self._kept: list[dict[str, Any]] = []
        self._entries: set[int] | None = set()
        self._tables: set[str] = set()
        self._typed: dict[int, set[str]] = {}

    def insert(self, mapped: type[Recorded], rows: Iterable[Row]) -> range:
        """Write new rows, all with the same columns and without ids; the ids they got, in their order.

        Of rows that are made one by one never more than one is in memory as a mapping.
        """
        given = iter(rows)
        first = next(given, None)
        if first is None:
            return range(0)
        columns = list(first)
        return self.insert_many(mapped, columns, map(_values_of(columns), chain([first], given)))

    def insert_many(self, mapped: type[Recorded], columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> range:
        """The same for rows that come as their values, in the order of the columns."""
        table, values = table_of(mapped), list(rows)
        if not values:
            return range(0)
        first = next_ids(self.session, table.name, len(values))
        names = ("id", *columns)
        numbered = ((row_id, *row) for row_id, row in enumerate(values, first))
        for batch in in_batches(numbered, INSERTED):
            write_rows(self.session, table, names, batch)
            self._keep(Act.INSERT, table, range(batch[0][0], batch[-1][0] + 1), None)
            self._touch(table, names, batch)
        return range(first, first + len(values))

    def insert_again(self, mapped: type[Recorded], rows: Sequence[Row]) -> None:
        """Write rows back that were deleted in an earlier step, with the ids they had."""
        table = table_of(mapped)
        for row in sorted(rows, key=lambda row: int(row["id"])):
            columns, values = list(row), [list(row.values())]
            write_rows(self.session, table, columns, values)
            self._keep(Act.INSERT, table, range(row["id"], row["id"] + 1), None)
            self._touch(table, columns, values)

    def update(self, mapped: type[Recorded], rows: Sequence[Row]) -> int:
        """Change rows: each has its id and the same columns with their new values.

        Returns:
            how many rows were not so already; nothing is recorded for the others.
        """
        table, changed = table_of(mapped), 0
        for batch in in_batches(rows):
            changed += self._update_batch(table, batch)
        return changed

    def _update_batch(self, table: Table, rows: list[Row]) -> int:
        columns = [name for name in rows[0] if name != "id"]
        wanted = {row["id"]: [row[name] for name in columns] for row in rows}
        question = select(table.c.id, *(table.c[name] for name in columns)).where(table.c.id.in_(wanted))
        standing = {row[0]: list(row[1:]) for row in self.session.execute(question)}
        # Only the columns in which some row of the batch differs are worth keeping.
        different = [n for n, _ in enumerate(columns) if any(standing[i][n] != wanted[i][n] for i in standing)]
        ids = sorted(i for i in standing if any(standing[i][n] != wanted[i][n] for n in different))
        if not ids:
            return 0
        names = [columns[n] for n in different]
        before = [[i, *(standing[i][n] for n in different)] for i in ids]
        after = [[i, *(wanted[i][n] for n in different)] for i in ids]
        change_rows(self.session, table, names, after)
        self._keep(Act.UPDATE, table, ids, {"columns": names, "before": before, "after": after})
        self._touch(table, ["id", *names], [*before, *after])
        return len(ids)

    def delete(self, mapped: type[Recorded], ids: Iterable[int]) -> list[dict[str, Any]]:
        """Remove rows; those that were there, whole."""
        table = table_of(mapped)
        gone: list[dict[str, Any]] = []
        for batch in in_batches(sorted(set(ids))):
            rows = read_rows(self.session, table, batch)
            if rows:
                remove_rows(self.session, table, [row["id"] for row in rows])
                kept = whole(rows)
                self._keep(Act.DELETE, table, [row["id"] for row in rows], kept)
                self._touch(table, kept["columns"], kept["rows"])
                gone += rows
        return gone

    def touch_entries(self, ids: Iterable[int]) -> None:
        """Say that these entries look different now, though none of their own rows changed."""
        if self._entries is not None:
            self._entries.update(ids)
            if len(self._entries) > A_GREAT_MANY:
                self._entries = None

    def say_typed(self, entry_id: int, fields: Iterable[str]) -> None:
        """Say that a person typed these fields of an entry in this step; all others came from a file or a rule."""
        if names := set(fields):
            self._typed.setdefault(entry_id, set()).update(names)

    def touched(self) -> dict[str, Any]:
        """What the step touched: entry ids (None: a great many), tables, and which fields of entries were typed."""
        entries = None if self._entries is None else sorted(self._entries)
        touched: dict[str, Any] = {"entries": entries, "tables": sorted(self._tables)}
        if self._typed:
            touched["typed"] = {str(entry_id): sorted(names) for entry_id, names in self._typed.items()}
        return touched

    def _keep(self, act: Act, table: Table, ids: Sequence[int], rows: Any) -> None:
        change = {
            "step_id": self.step_id,
            "act": act,
            "table_name": table.name,
            "first_id": ids[0],
            "last_id": ids[-1],
            "rows": None if rows is None else packed(rows),
        }
        self._kept.append(change)
        self._tables.add(table.name)
        self.acts += 1
        if len(self._kept) >= BATCH:
            self.set_down()

    def set_down(self) -> None:
        """Write down what was done so far; the store does it before it commits."""
        if self._kept:
            first = next_ids(self.session, Change.__tablename__, len(self._kept))
            rows = [{"id": first + n, **change} for n, change in enumerate(self._kept)]
            self.session.connection().execute(insert(table_of(Change)), rows)
            self._kept.clear()

    def _touch(self, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        column = "id" if table.name == "entries" else "entry_id"
        if self._entries is not None and column in columns:
            at = columns.index(column)
            self.touch_entries(row[at] for row in rows if row[at] is not None)


def _values_of(columns: Sequence[str]) -> Callable[[Row], tuple[Any, ...]]:
    """What takes these columns out of a row."""
    if len(columns) > 1:
        return itemgetter(*columns)
    (only,) = columns
    return lambda row: (row[only],)


def whole(rows: Sequence[Row]) -> dict[str, Any]:
    """Whole rows, without their columns' names a thousand times."""
    columns = list(rows[0])
    return {"columns": columns, "rows": [[row[name] for name in columns] for row in rows]}


def read_rows(session: Session, table: Table, ids: Sequence[int]) -> list[dict[str, Any]]:
    """Whole rows by their ids, in the order of the ids."""
    question = select(table).where(table.c.id.in_(ids)).order_by(table.c.id)
    return [dict(row) for row in session.execute(question).mappings()]


def change_rows(session: Session, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Set columns of rows; each row is its id and the values."""
    statement = update(table).where(table.c.id == bindparam("id_")).values({c: bindparam(f"{c}_") for c in columns})
    names = ["id_", *(f"{c}_" for c in columns)]
    values = [dict(zip(names, row, strict=True)) for row in rows]
    session.connection().execute(statement, values, execution_options={RECORDED: True})


def remove_rows(session: Session, table: Table, ids: Sequence[int]) -> None:
    """Delete rows by their ids."""
    session.execute(delete(table).where(table.c.id.in_(ids)), execution_options={RECORDED: True})
