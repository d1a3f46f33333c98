"""A .bib file's bytes and blocks in, rows that give the same bytes back out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlalchemy import or_, select

from app.bibtex.file import BibFile
from app.bibtex.scanning import BlockKind
from app.entry import Entry
from app.library.entry_rows import storable
from app.library.keys import aliases_of
from app.library.marks import mark_of
from app.library.opened import Writing
from app.library.reading import entries_by_id
from models.bibfile import Block, ImportedFile
from models.recording import INSERTED, in_batches
from models.store import now


def digest_of_bytes(content: bytes) -> str:
    """What tells a file's bytes from others."""
    return blake2b(content, digest_size=16).hexdigest()


def keep_text(
    writing: Writing,
    path: Path,
    digest: str,
    bibfile: BibFile,
    ids: Mapping[int, int],
    known: Mapping[int, tuple[str, str]],
) -> None:
    """Keep every stretch of the file, with the mark of each entry as the library has it now.

    Args:
        writing: the step in which the entries came in.
        path: where the file is; one that came from there before gives way to it.
        digest: of its bytes, from `digest_of_bytes`.
        bibfile: its blocks.
        ids: which entry each block is, by its place.
        known: key and mark of entries that have no aliases, by their ids; the others are read.
    """
    source = storable(str(path.absolute()))
    if not _forget_former(writing, source, digest):
        return
    form = asdict(bibfile.header)
    row = {"source": source, "form": form, "digest": digest, "added": now()}
    (file_id,) = writing.rows.insert(ImportedFile, [row])
    standing = entries_by_id(writing.session, (i for i in ids.values() if i not in known))
    printed = {block.key.casefold() for _, block in bibfile.of_kind(BlockKind.ENTRY)}
    marks = {**known, **_marks(writing, standing, printed)}
    for batch in in_batches(_rows(bibfile, file_id, ids, marks), INSERTED):
        writing.rows.insert_many(Block, _COLUMNS, batch)


_COLUMNS = ("file_id", "position", "line", "kind", "entry_id", "printed_key", "given_key", "stood", "why", "text")


def _rows(
    bibfile: BibFile, file_id: int, ids: Mapping[int, int], marks: Mapping[int, tuple[str, str]]
) -> Iterator[tuple[Any, ...]]:
    """The row of every block."""
    told = (BlockKind.BROKEN, BlockKind.TEXT)
    for place, block in enumerate(bibfile.blocks):
        entry_id = ids.get(place)
        key, given_key, mark = ("", "", "") if entry_id is None else (block.key, *marks[entry_id])
        why = block.reason if block.kind in told else ""
        yield file_id, place, block.line, str(block.kind), entry_id, key, given_key, mark, why, block.text


def _forget_former(writing: Writing, source: str, digest: str) -> bool:
    """Make room for a file that came in before; False where its text is kept already."""
    question = select(ImportedFile.id, ImportedFile.digest).where(
        or_(ImportedFile.source == source, ImportedFile.digest == digest)
    )
    former = writing.session.execute(question).all()
    if any(kept == digest for _, kept in former):
        return False
    for file_id, _ in former:
        blocks = writing.session.scalars(select(Block.id).where(Block.file_id == file_id)).all()
        writing.rows.delete(Block, blocks)
        writing.rows.delete(ImportedFile, [file_id])
    return True


def _marks(writing: Writing, standing: Mapping[int, Entry], printed: set[str]) -> dict[int, tuple[str, str]]:
    """Key and mark of each entry. An alias that some file has as a key is none that the text would have to name."""
    if not standing:
        return {}
    printed = printed | {k.casefold() for k in writing.session.scalars(select(Block.printed_key)) if k}
    aliases = aliases_of(writing.session, standing)
    return {
        i: (entry.key, mark_of(entry, (a for a in aliases.get(i, ()) if a.casefold() not in printed)))
        for i, entry in standing.items()
    }
