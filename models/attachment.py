"""Attachment: a file that belongs to an entry, by its path."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.entry import StoredEntry
from models.rows import Recorded


class Attachment(Recorded):
    """A path, relative to the library where that is possible; the file itself is the user's."""

    __tablename__ = "attachments"
    __table_args__ = (UniqueConstraint("entry_id", "path"),)

    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"))
    path: Mapped[str]

    entry: Mapped[StoredEntry] = relationship(back_populates="attachments")
