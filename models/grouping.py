"""Group, Membership, Keyword, Tagging: how the user puts entries together."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.entry import StoredEntry
from models.rows import Recorded


class EntryGroup(Recorded):
    """A named set of entries, perhaps inside another."""

    __tablename__ = "groups"

    name: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)

    parent: Mapped[EntryGroup | None] = relationship(back_populates="children", remote_side="EntryGroup.id")
    children: Mapped[list[EntryGroup]] = relationship(back_populates="parent")
    memberships: Mapped[list[Membership]] = relationship(back_populates="group")


class Membership(Recorded):
    """An entry's place in a group."""

    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("group_id", "entry_id"),)

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)

    group: Mapped[EntryGroup] = relationship(back_populates="memberships")
    entry: Mapped[StoredEntry] = relationship(back_populates="memberships")


class Keyword(Recorded):
    """A keyword, once however often it is given."""

    __tablename__ = "keywords"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str]

    taggings: Mapped[list[Tagging]] = relationship(back_populates="keyword")


class Tagging(Recorded):
    """A keyword given to an entry; their order is that of the ids."""

    __tablename__ = "taggings"
    __table_args__ = (UniqueConstraint("keyword_id", "entry_id"),)

    keyword_id: Mapped[int] = mapped_column(ForeignKey("keywords.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)

    keyword: Mapped[Keyword] = relationship(back_populates="taggings")
    entry: Mapped[StoredEntry] = relationship(back_populates="taggings")
