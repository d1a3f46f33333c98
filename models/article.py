"""Article and Note: what was read, note by note, as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.entry import StoredEntry
from models.kinds import NoteKind, column_type
from models.rows import Recorded

if TYPE_CHECKING:
    from models.citation import Citation


class Article(Recorded):
    """An article whose notes were read. Title, author and year stay when its own entry is deleted.

    `folded` is source, title and notes in short, by which the same article is known again.
    """

    __tablename__ = "articles"

    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), index=True)
    title: Mapped[str]
    author: Mapped[str]
    year: Mapped[str]
    source: Mapped[str]
    folded: Mapped[str] = mapped_column(index=True)
    added: Mapped[str]

    entry: Mapped[StoredEntry | None] = relationship()
    notes: Mapped[list[Note]] = relationship(back_populates="article", order_by="Note.position")


class Note(Recorded):
    """One note as printed."""

    __tablename__ = "notes"
    __table_args__ = (UniqueConstraint("article_id", "position"),)

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"))
    position: Mapped[int]
    label: Mapped[str]
    text: Mapped[str]
    kind: Mapped[NoteKind] = mapped_column(column_type(NoteKind))

    article: Mapped[Article] = relationship(back_populates="notes")
    citations: Mapped[list[Citation]] = relationship(back_populates="note", order_by="Citation.id")
