"""What every table inherits: an id that is never used twice, and names for constraints that upgrades can count on."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from sqlalchemy import JSON, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text(), dict[str, str]: JSON(), dict[str, Any]: JSON()}


class Recorded(Base):
    """A row of the library itself: whatever is done to it belongs to a step and can be undone."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-1)


def table_of(mapped: type[Base]) -> Table:
    """The table behind a mapped class."""
    table = mapped.__table__
    assert isinstance(table, Table)
    return table


@cache
def recorded_tables() -> dict[str, Table]:
    """The tables whose rows are recorded, by name, those that others point at first."""
    names = {table_of(mapper.class_).name for mapper in Base.registry.mappers if issubclass(mapper.class_, Recorded)}
    return {table.name: table for table in Base.metadata.sorted_tables if table.name in names}
