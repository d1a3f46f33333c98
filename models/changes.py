"""Step and Change: every change of the library under the name of its step, with the rows before and after."""

from __future__ import annotations

import json
import zlib
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.kinds import column_type
from models.rows import Base


class Act(StrEnum):
    """What was done to some rows of one table."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Step(Base):
    """What the user did, as the menu names it. Undone steps are kept for redo until something else is done.

    `touched` says what open views should read again; None among its entries stands for a great many. It also says which
    fields of which entries a person typed in this step.
    """

    __tablename__ = "steps"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    at: Mapped[str]
    is_undone: Mapped[bool]
    touched: Mapped[dict[str, Any]]

    changes: Mapped[list[Change]] = relationship(back_populates="step", order_by="Change.id")


class Change(Base):
    """One act on rows of one table, in the order of the ids.

    An insert is remembered as a range of ids; what stood in it is only written down when it is undone. An update keeps
    the changed columns before and after, a delete the whole rows.
    """

    __tablename__ = "changes"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step_id: Mapped[int] = mapped_column(ForeignKey("steps.id"), index=True)
    act: Mapped[Act] = mapped_column(column_type(Act))
    table_name: Mapped[str]
    first_id: Mapped[int]
    last_id: Mapped[int]
    rows: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)

    step: Mapped[Step] = relationship(back_populates="changes")


class Counter(Base):
    """The next free id of each table; it never goes back, so that an id means one thing for ever."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(primary_key=True)
    next_id: Mapped[int]


class LibrarySetting(Base):
    """A choice that belongs to the library and not to the user: the key pattern, the dialect. Not a matter of undo."""

    __tablename__ = "library_settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


def packed(rows: Any) -> bytes:
    """Rows as they are kept in a change."""
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def unpacked(kept: bytes) -> Any:
    """Rows as they were before `packed`."""
    return json.loads(zlib.decompress(kept))
