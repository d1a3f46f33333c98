"""Changes to entries, each one a named step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.cards import Changes
from app.entry import Entry
from app.library import Library


def add_entry(library: Library, entry: Entry) -> tuple[int, Changes]:
    """A new entry; a missing citation key is made by the library's pattern, a taken one gets a letter."""
    raise NotImplementedError


def change_entry(library: Library, entry_id: int, entry: Entry) -> Changes:
    """Replace an entry's type, fields and key; the former key stays as an alias.

    Raises:
        UserError: the new key belongs to another entry.
    """
    raise NotImplementedError


def delete_entries(library: Library, ids: Sequence[int]) -> Changes:
    """Remove entries; the notes that cite them stay, their citations become unresolved."""
    raise NotImplementedError


def set_keywords(library: Library, ids: Sequence[int], add: Sequence[str], remove: Sequence[str] = ()) -> Changes:
    """Give keywords to entries and take keywords from them."""
    raise NotImplementedError


def attach_files(library: Library, entry_id: int, paths: Sequence[Path]) -> Changes:
    """Attach files by path (relative to the library where possible); nothing is copied."""
    raise NotImplementedError


def detach_file(library: Library, entry_id: int, path: str) -> Changes:
    """Let go of an attached file; the file itself stays where it is."""
    raise NotImplementedError


def add_group(library: Library, name: str, parent: int | None = None) -> tuple[int, Changes]:
    """A new, empty group."""
    raise NotImplementedError


def rename_group(library: Library, group_id: int, name: str) -> Changes:
    """Give a group another name."""
    raise NotImplementedError


def delete_group(library: Library, group_id: int) -> Changes:
    """Remove a group; its entries stay in the library."""
    raise NotImplementedError


def put_in_group(library: Library, group_id: int, ids: Sequence[int]) -> Changes:
    """Put entries into a group."""
    raise NotImplementedError


def take_from_group(library: Library, group_id: int, ids: Sequence[int]) -> Changes:
    """Take entries out of a group."""
    raise NotImplementedError


def make_keys_again(library: Library, ids: Sequence[int], pattern: str = "") -> Changes:
    """Make the citation keys of these entries anew by a pattern; frozen keys stay, former ones become aliases."""
    raise NotImplementedError
