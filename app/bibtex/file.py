"""A .bib file's bytes in, the file as a value out: header, blocks, entries, groups and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bibtexparser.library import Library

from app.bibtex.encodings import FileHeader, decode, encode, is_binary
from app.bibtex.groups import read_groups
from app.bibtex.scanning import Block, BlockKind, scan, scan_one
from app.bibtex.source import MONTH_MACROS, as_model, expand, read_block, read_value
from app.entry import Entry
from app.errors import UserError
from app.files import read_file


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a place in the file.

    Attributes:
        index: the block it is in.
        line: where, from 1.
        key: the entry's key, "" where there is none.
        message: a plain sentence.
        is_broken: whether the block could not be read as an entry at all.
    """

    index: int
    line: int
    key: str
    message: str
    is_broken: bool


@dataclass(frozen=True)
class BibFile:
    """A file: the texts of its blocks joined are its text, and `to_bytes` its bytes."""

    header: FileHeader
    blocks: tuple[Block, ...]

    @classmethod
    def from_blocks(cls, header: FileHeader, blocks: Iterable[tuple[str, str]]) -> BibFile:
        """The file again from what was kept of it: its header and the kind and text of each block, in order."""
        made: list[Block] = []
        line = 1
        for kind, text in blocks:
            made.append(scan_one(kind, text, line))
            line += text.count("\n") or text.count("\r")
        return cls(header, tuple(made))

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(block.text for block in self.blocks)

    def to_bytes(self) -> bytes:
        """The file's bytes, exactly those that were read.

        Raises:
            UnicodeEncodeError: a block was changed to hold a character the encoding does not have.
        """
        return encode(self.text, self.header)

    def macros(self, before: int | None = None) -> dict[str, str]:
        """What each @string stands for (names in lower case), with the months; those of the blocks before one only."""
        macros = dict(MONTH_MACROS)
        for block in self.blocks[:before]:
            if block.kind == BlockKind.STRING:
                _define(block, macros)
        return macros

    def of_kind(self, kind: BlockKind) -> Iterator[tuple[int, Block]]:
        """The blocks of one kind with their indices."""
        return ((index, block) for index, block in enumerate(self.blocks) if block.kind is kind)

    def entries(self) -> Iterator[tuple[int, Entry]]:
        """Every entry with the index of its block, in file order; duplicate and keyless ones too."""
        for index, block, macros in self._entry_blocks():
            yield index, read_block(block, macros)

    def _entry_blocks(self) -> Iterator[tuple[int, Block, Mapping[str, str]]]:
        """The blocks of entries with their indices and with what the macros stand for there."""
        # Python 3.11 takes longer to look a member of an enumeration up than to compare it.
        entry, string = BlockKind.ENTRY, BlockKind.STRING
        macros = dict(MONTH_MACROS)
        for index, block in enumerate(self.blocks):
            if block.kind is entry:
                yield index, block, macros
            elif block.kind is string:
                _define(block, macros)

    def entry(self, index: int) -> Entry:
        """The entry of one block.

        Raises:
            ValueError: the block is no entry.
        """
        block = self.blocks[index]
        if block.kind != BlockKind.ENTRY:
            raise ValueError(f"block {index} is a {block.kind}")
        return read_block(block, self.macros(index))

    def problems(self) -> list[Problem]:
        """What is broken or doubtful, in file order."""
        return [
            Problem(index, block.line, block.key, block.reason, block.kind == BlockKind.BROKEN)
            for index, block in enumerate(self.blocks)
            if block.reason
        ]

    def groups(self) -> dict[str, tuple[str, ...]]:
        """JabRef's groups that list their entries: the path of each ("War/Causes") and the keys in it."""
        comments = [block.text for _, block in self.of_kind(BlockKind.COMMENT)]
        groups = {path: dict.fromkeys(keys) for path, keys in read_groups(comments).items()}
        for key, value in self._named_groups():
            for name in filter(None, (part.strip() for part in value.split(","))):
                path = next((path for path in groups if path.rpartition("/")[2] == name), name)
                groups.setdefault(path, {})[key] = None
        return {path: tuple(keys) for path, keys in groups.items()}

    def _named_groups(self) -> Iterator[tuple[str, str]]:
        """The key of every entry with a field `groups`, and what the field says."""
        for _, block, macros in self._entry_blocks():
            if "groups" in block.text.lower():
                raw = next((raw for name, raw in block.fields if name.lower() == "groups"), "")
                yield block.key, read_value("groups", expand(raw, macros))

    def library(self) -> Library:
        """The file as bibtexparser's Library, for whatever speaks that; each block knows its line and its raw text."""
        return Library([as_model(block) for block in self.blocks])


def read_bib(data: bytes) -> BibFile:
    """The file that these bytes are. Never raises: what cannot be read is a broken block with its reason."""
    text, header = decode(data)
    return BibFile(header, tuple(scan(text)))


def read_bib_file(path: Path) -> BibFile:
    """The .bib file at a path.

    Raises:
        UserError: there is no such file, it cannot be read, it is empty, or it is no text.
    """
    data = read_file(path)
    if not data.strip():
        raise UserError("File is empty", f"{path.name} is empty.", "Choose a .bib file with entries in it.")
    refuse_binary(path.name, data)
    return read_bib(data)


def refuse_binary(name: str, data: bytes) -> None:
    """Nothing where these bytes of a file of that name are text, however damaged.

    Raises:
        UserError: they are none: a picture, a program, an archive.
    """
    if is_binary(data):
        raise UserError("This is not a text file", f"{name} holds no readable text.", "Choose a .bib file.")


def read_bib_text(text: str) -> BibFile:
    """The same for text that is no file, as from the clipboard."""
    return BibFile(FileHeader(), tuple(scan(text)))


def _define(block: Block, macros: dict[str, str]) -> None:
    macros[block.key.lower()] = expand(block.fields[0][1], macros)
