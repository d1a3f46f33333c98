"""Imported files and the entries as they are now in, the files out: what was not touched stands as it stood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.bibtex import BibFile, write_back
from app.bibtex.encodings import FileHeader, decode, encode
from app.entry import Entry
from app.library.marks import mark_of
from app.library.named_files import paths_in
from models.bibfile import Block, ImportedFile
from models.kinds import BlockKind

Kept = Row[int, BlockKind, int | None, str, str, str, str]


@dataclass(slots=True)
class _File:
    """An imported file and what is to be done to its blocks."""

    header: FileHeader
    blocks: list[Kept]
    changed: dict[int, Entry] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    added: list[Entry] = field(default_factory=list)


def imported_files(session: Session, only: set[int] | None) -> list[_File]:
    """The files that came in, in that order; `only` leaves out those that have none of these entries."""
    found = []
    for file in session.scalars(select(ImportedFile).order_by(ImportedFile.id)):
        question = (
            select(
                Block.position, Block.kind, Block.entry_id, Block.printed_key, Block.given_key, Block.stood, Block.text
            )
            .where(Block.file_id == file.id)
            .order_by(Block.position)
        )
        blocks = list(session.execute(question))
        if only is None or any(block.entry_id in only for block in blocks):
            found.append(_File(FileHeader(**file.form), blocks))
    return found


def text_of_all(
    files: Sequence[_File],
    entries: Mapping[int, Entry],
    whole: Mapping[int, Entry],
    attached: Mapping[int, Sequence[str]],
    aliases: Mapping[int, Sequence[str]],
) -> bytes | str:
    """The files as they came, with what has changed since.

    One file is given back in its own encoding; several become one text. An entry that changed is written in its first
    place, with the keys that lead to it and stand nowhere else as its `ids`. One that two files have under one key is
    written once; new entries come last.

    Args:
        files: from `imported_files`.
        entries: as they are stored.
        whole: the same with the files that are attached to them: so they are written.
        attached: the paths of those files.
        aliases: their other keys.
    """
    places: dict[int, list[tuple[_File, Kept]]] = {}
    printed: dict[str, _File] = {}
    for file in files:
        for block in file.blocks:
            _place(file, block, whole, places, printed)
    keys = frozenset(printed)
    for entry_id, where in places.items():
        if whole[entry_id] is entries[entry_id] or _name_all(where, entries[entry_id], attached.get(entry_id, ())):
            standing = entries[entry_id]
        else:
            standing = whole[entry_id]
        _compare(where, standing, whole[entry_id], aliases.get(entry_id, ()), keys)
    files[-1].added += [_with_ids(e, aliases.get(i, ()), keys) for i, e in whole.items() if i not in places]
    if len(files) == 1:
        return _bytes_of(files[0])
    return "\n".join(decode(_bytes_of(file))[0].rstrip("\r\n") + "\n" for file in files)


def _place(
    file: _File,
    block: Kept,
    entries: Mapping[int, Entry],
    places: dict[int, list[tuple[_File, Kept]]],
    printed: dict[str, _File],
) -> None:
    """See whether a block stays, and which entry it is."""
    if block.kind is not BlockKind.ENTRY:
        return
    key = block.printed_key.casefold()
    if block.entry_id not in entries:
        file.removed.add(block.position)
        return
    earlier = places.setdefault(block.entry_id, [])
    if any(other is not file and kept.printed_key.casefold() == key for other, kept in earlier):
        file.removed.add(block.position)
        return
    earlier.append((file, block))
    if printed.setdefault(key, file) is not file and block.given_key.casefold() != key:
        # Another file has the key for another work: this one goes by the key that it got here.
        file.changed[block.position] = entries[block.entry_id]


def _compare(
    where: list[tuple[_File, Kept]], entry: Entry, whole: Entry, aliases: Sequence[str], printed: frozenset[str]
) -> None:
    """Leave the places of an entry as they stand, or write it in the first of them and nowhere else."""
    mark = mark_of(entry, _homeless(aliases, printed))
    if all(block.stood == mark for _, block in where):
        return
    (file, first), *others = where
    key = first.printed_key if whole.key == first.given_key else whole.key
    for other_file, other in others:
        other_file.removed.add(other.position)
    gone = {other.printed_key.casefold() for _, other in others} - {first.printed_key.casefold()}
    if key != first.printed_key:
        gone.add(first.printed_key.casefold())
    file.changed[first.position] = replace(_with_ids(whole, aliases, printed - gone), key=key)


def _name_all(where: list[tuple[_File, Kept]], entry: Entry, attached: Sequence[str]) -> bool:
    """Whether the texts of an entry name all its files between them, and the entry itself none that was let go."""
    paths = set(attached)
    if not paths.issuperset(paths_in(entry.get("file"))):
        return False
    for file, block in where:
        for _, said in BibFile.from_blocks(file.header, [(block.kind.value, block.text)]).entries():
            paths -= set(paths_in(said.get("file")))
    return not paths


def _homeless(aliases: Sequence[str], printed: frozenset[str]) -> list[str]:
    """The aliases that stand nowhere as a key of their own."""
    return [alias for alias in aliases if alias.casefold() not in printed]


def _with_ids(entry: Entry, aliases: Sequence[str], printed: frozenset[str]) -> Entry:
    homeless = _homeless(aliases, printed)
    return entry.with_fields(ids=",".join(homeless)) if homeless else entry


def _bytes_of(file: _File) -> bytes:
    if not (file.changed or file.removed or file.added):
        return encode("".join(block.text for block in file.blocks), file.header)
    bibfile = BibFile.from_blocks(file.header, ((block.kind.value, block.text) for block in file.blocks))
    return write_back(bibfile, changed=file.changed, removed=file.removed, added=file.added)
