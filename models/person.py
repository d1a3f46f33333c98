"""Person and Contribution: who made a work, in what role, in what order."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.entry import StoredEntry
from models.rows import Recorded


class Person(Recorded):
    """A name as it is written: two spellings are two persons, since nothing says that they are one."""

    __tablename__ = "persons"
    __table_args__ = (UniqueConstraint("family", "given", "prefix", "suffix", "literal"),)

    family: Mapped[str]
    given: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    literal: Mapped[str]
    folded: Mapped[str] = mapped_column(index=True)

    contributions: Mapped[list[Contribution]] = relationship(back_populates="person")


class Contribution(Recorded):
    """A person's part in an entry; `role` is the name field ("author"), `position` counts from 0 within it."""

    __tablename__ = "contributions"

    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    role: Mapped[str]
    position: Mapped[int]

    entry: Mapped[StoredEntry] = relationship(back_populates="contributions")
    person: Mapped[Person] = relationship(back_populates="contributions")
