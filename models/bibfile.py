"""ImportedFile and Block: a .bib file as it came, stretch by stretch, so that it can go back byte for byte."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.entry import StoredEntry
from models.kinds import BlockKind, column_type
from models.rows import Recorded


class ImportedFile(Recorded):
    """A .bib file that was read.

    `form` is what its writer needs to know (encoding, line ends), `digest` is of its bytes.
    """

    __tablename__ = "imported_files"

    source: Mapped[str]
    form: Mapped[dict[str, Any]]
    digest: Mapped[str]
    added: Mapped[str]

    blocks: Mapped[list[Block]] = relationship(back_populates="file", order_by="Block.position")


class Block(Recorded):
    """One stretch of the file; together they are the whole of it.

    `printed_key` is the citation key in the text, `given_key` the one the library gave (a second equal key gets a
    letter). `stood` is the mark of the entry as the text gives it: an entry whose mark is another now is written anew.
    `why` says why a broken entry could not be read.
    """

    __tablename__ = "blocks"
    __table_args__ = (UniqueConstraint("file_id", "position"),)

    file_id: Mapped[int] = mapped_column(ForeignKey("imported_files.id"))
    position: Mapped[int]
    line: Mapped[int]
    kind: Mapped[BlockKind] = mapped_column(column_type(BlockKind))
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), index=True)
    printed_key: Mapped[str]
    given_key: Mapped[str]
    stood: Mapped[str]
    why: Mapped[str]
    text: Mapped[str]

    file: Mapped[ImportedFile] = relationship(back_populates="blocks")
    entry: Mapped[StoredEntry | None] = relationship()
