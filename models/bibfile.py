"""ImportedFile and Block: a .bib file as it came, stretch by stretch, so that it can go back byte for byte."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.entry import StoredEntry
from models.kinds import BlockKind, column_type
from models.rows import Recorded


class ImportedFile(Recorded):
    """A .bib file that was read; `form` is what its writer needs to know (encoding, line ends ...)."""

    __tablename__ = "imported_files"

    source: Mapped[str]
    form: Mapped[dict[str, Any]]
    added: Mapped[str]

    blocks: Mapped[list[Block]] = relationship(back_populates="file", order_by="Block.position")


class Block(Recorded):
    """One stretch of the file; together they are the whole of it.

    `stood` is the mark of the entry as this text gives it; an entry whose mark is another is written anew.
    """

    __tablename__ = "blocks"
    __table_args__ = (UniqueConstraint("file_id", "position"),)

    file_id: Mapped[int] = mapped_column(ForeignKey("imported_files.id"))
    position: Mapped[int]
    line: Mapped[int]
    kind: Mapped[BlockKind] = mapped_column(column_type(BlockKind))
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), index=True)
    stood: Mapped[str]
    why: Mapped[str]
    text: Mapped[str]

    file: Mapped[ImportedFile] = relationship(back_populates="blocks")
    entry: Mapped[StoredEntry | None] = relationship()
