"""A file and what became of its entries in, the file's bytes out: only what was changed is different."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from app.bibtex.editing_text import edited_text
from app.bibtex.encodings import FileHeader, can_encode, encode
from app.bibtex.file import BibFile
from app.bibtex.habits import Habits, in_case, read_habits
from app.bibtex.keying import with_keys
from app.bibtex.numbered import with_characters
from app.bibtex.scanning import BlockKind
from app.bibtex.source import MONTH_MACROS, expand
from app.bibtex.writing import Layout, print_entry, source_of
from app.entry import Entry


def write_back(
    bibfile: BibFile,
    changed: Mapping[int, Entry] | None = None,
    removed: Collection[int] = (),
    added: Iterable[Entry] = (),
) -> bytes:
    """The file with these entries changed, removed and added, everything else byte for byte as it was.

    Args:
        bibfile: the file as it was read.
        changed: entries by the index of their block; those that still say what the block says change nothing.
        removed: indices of blocks that go, with the blank line behind them.
        added: entries that come in behind the last one, in the file's own habits.

    Where a new character is not in the file's encoding it is written as a TeX command; if there is none, the whole file
    becomes UTF-8.

    Raises:
        ValueError: an index is not that of an entry.
    """
    changed, added = changed or {}, list(added)
    if not changed and not removed and not added:
        return bibfile.to_bytes()
    text = "".join(block.text for block in bibfile.blocks)
    habits = read_habits(bibfile.blocks, bibfile.header.newline, text.isascii())
    pieces = _changed_pieces(bibfile, changed, habits)
    _remove(bibfile, pieces, removed)
    if added:
        _add(bibfile, pieces, with_keys(added, habits.dialect), habits)
    return _encoded("".join(pieces), bibfile.header)


def _changed_pieces(bibfile: BibFile, changed: Mapping[int, Entry], habits: Habits) -> list[str]:
    """The texts of all blocks, those of changed entries rewritten."""
    pieces: list[str] = []
    macros = dict(MONTH_MACROS)
    for index, block in enumerate(bibfile.blocks):
        if index in changed:
            if block.kind != BlockKind.ENTRY:
                raise ValueError(f"block {index} is no entry")
            pieces.append(_rewritten(bibfile, index, changed[index], macros, habits))
            continue
        if block.kind == BlockKind.STRING:
            macros[block.key.lower()] = expand(block.fields[0][1], macros)
        pieces.append(block.text)
    return pieces


def _rewritten(bibfile: BibFile, index: int, entry: Entry, macros: Mapping[str, str], habits: Habits) -> str:
    block = bibfile.blocks[index]
    text = edited_text(block, entry, macros, habits)
    if not habits.escape and not can_encode(text, bibfile.header):
        return edited_text(block, entry, macros, replace(habits, escape=True))
    return text


def _remove(bibfile: BibFile, pieces: list[str], removed: Collection[int]) -> None:
    for index in removed:
        if bibfile.blocks[index].kind not in (BlockKind.ENTRY, BlockKind.BROKEN):
            raise ValueError(f"block {index} is no entry")
        pieces[index] = ""
        if index + 1 < len(pieces) and bibfile.blocks[index + 1].kind == BlockKind.TEXT:
            following = pieces[index + 1]
            pieces[index + 1] = following.lstrip() if following.strip() else ""


def _add(bibfile: BibFile, pieces: list[str], added: Iterable[Entry], habits: Habits) -> None:
    """Put entries behind the last one, or at the end of a file that has none."""
    header, newline = bibfile.header, habits.newline
    texts = []
    for entry in added:
        text = print_like(entry, habits)
        if not habits.escape and not can_encode(text, header):
            text = print_like(entry, replace(habits, escape=True))
        texts.append(text)
    places = [i for i, block in enumerate(bibfile.blocks) if block.kind == BlockKind.ENTRY and pieces[i]]
    if places:
        last = places[-1]
        pieces[last] += "".join(habits.between + text for text in texts)
        if last == len(pieces) - 1:
            pieces.append(newline)
        return
    before = "".join(pieces)
    start = "" if not before or before.endswith(newline) else newline
    pieces.append(start + habits.between.join(texts) + newline)


def print_like(entry: Entry, habits: Habits) -> str:
    """A new entry's text in a file's habits, without a line end behind it."""
    source = source_of(entry, habits.dialect, habits.escape)
    source.entry_type = in_case(source.entry_type, habits.type_case)
    for field in source.fields:
        field.key = in_case(field.key, habits.name_case)
    layout = Layout(habits.indent, habits.newline, habits.column, habits.equals, habits.delimiter)
    text = print_entry(source, layout).removesuffix(habits.newline)
    if not habits.ends_with_comma:
        text = text.removesuffix(f",{habits.newline}}}") + f"{habits.newline}}}" if source.fields else text
    return text if habits.has_numbered else with_characters(text)


def _encoded(text: str, header: FileHeader) -> bytes:
    if can_encode(text, header):
        return encode(text, header)
    return text.encode("utf-8", "replace")
