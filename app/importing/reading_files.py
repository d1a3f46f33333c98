"""A file of entries in, its bytes and what stands in them out; nothing is asked of the library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.bibtex.file import BibFile, read_bib, refuse_binary
from app.bibtex.scanning import BlockKind
from app.entry import Entry
from app.errors import UserError
from app.files import read_file
from app.importing.reference_files import read_references

_REFERENCE_FILES = frozenset({".ris", ".json", ".xml", ".mods"})


def bytes_of(path: Path) -> bytes:
    """What stands in a file.

    Raises:
        UserError: there is no such file, it may not be read, or it is empty.
    """
    content = read_file(path)
    if not content.strip():
        raise UserError("The file is empty", f"There is nothing in {path.name}.", "Choose a file with entries in it.")
    return content


def is_bib(path: Path) -> bool:
    """Whether a file is read as BibTeX, whose own text is kept; by its name."""
    return path.suffix.lower() not in _REFERENCE_FILES


def references_in(path: Path, content: bytes) -> Sequence[Entry]:
    """The entries of an RIS, CSL-JSON, EndNote XML or MODS file.

    Raises:
        UserError: it is none of them, or holds no entries.
    """
    entries = read_references(path.name, content)
    if not entries:
        raise _no_entries(path)
    return entries


def bib_in(path: Path, content: bytes) -> BibFile:
    """The blocks of a .bib file.

    Raises:
        UserError: it is none.
    """
    refuse_binary(path.name, content)
    bibfile = read_bib(content)
    kinds = {block.kind for block in bibfile.blocks}
    if not kinds & {BlockKind.ENTRY, BlockKind.BROKEN} and (b"\0" in content or path.suffix.lower() != ".bib"):
        raise _no_entries(path)
    return bibfile


def _no_entries(path: Path) -> UserError:
    return UserError(
        "No entries found",
        f"{path.name} has no entries that can be read.",
        "Choose a .bib file, or import it as a page.",
    )
