"""Citation: the words in a note that lead to an entry, the page they point at, and how they were resolved."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.article import Note
from models.entry import StoredEntry
from models.kinds import CitationForm, CitationRelation, column_type
from models.rows import Recorded


class Citation(Recorded):
    """A span of a note's text. No entry: where it leads could not be settled, and `reason` says why."""

    __tablename__ = "citations"

    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    form: Mapped[CitationForm] = mapped_column(column_type(CitationForm))
    relation: Mapped[CitationRelation] = mapped_column(column_type(CitationRelation))
    locator: Mapped[str | None]
    confidence: Mapped[float]
    reason: Mapped[str]

    note: Mapped[Note] = relationship(back_populates="citations")
    entry: Mapped[StoredEntry | None] = relationship(back_populates="citations")
