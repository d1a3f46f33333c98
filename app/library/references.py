"""Keys that changed in, the entries that name them (`crossref`, `xdata`, `related` ...) brought along out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Text, cast, or_, select

from app.bibtex.keying import NAMING_FIELDS, named_anew, named_keys
from app.entry import Entry
from app.library.opened import Writing
from app.library.reading import entries_by_id
from app.library.writing_entries import write_over
from models.entry import StoredEntry


@dataclass(frozen=True, slots=True)
class Followed:
    """A field that named a former key, before and after."""

    entry_id: int
    field: str
    before: str
    after: str


class References:
    """Which entries of a library name which keys, read once for a step however many keys change in it."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        kept = cast(StoredEntry.rest, Text)
        naming = or_(*(kept.contains(f'"{name}"') for name in NAMING_FIELDS))
        ids = writing.session.scalars(select(StoredEntry.id).where(StoredEntry.rest.is_not(None), naming))
        self._named = {i: _named_in(entry) for i, entry in entries_by_id(writing.session, ids).items()}

    def reads_now(self, entry_id: int, entry: Entry) -> None:
        """An entry of the library was written within the step, and names other keys perhaps than it did."""
        if named := _named_in(entry):
            self._named[entry_id] = named
        else:
            self._named.pop(entry_id, None)

    def follow(self, changed: Mapping[str, str]) -> list[Followed]:
        """Let the entries that name a former key name the one that took its place; BibTeX knows no aliases."""
        new = {former.casefold(): key for former, key in changed.items() if former.casefold() != key.casefold()}
        ids = [i for i, named in self._named.items() if not named.isdisjoint(new)]
        standing = entries_by_id(self._writing.session, ids)
        followed = [
            Followed(i, name, entry.get(name), after)
            for i, entry in standing.items()
            for name, after in named_anew(entry, new).items()
        ]
        change_fields(self._writing, standing, [(f.entry_id, f.field, f.after) for f in followed])
        for i in standing:
            self._named[i] |= {key.casefold() for key in new.values()}
        return followed


def follow_keys(writing: Writing, changed: Mapping[str, str]) -> None:
    """The same for the keys of one change."""
    if any(former.casefold() != key.casefold() for former, key in changed.items()):
        References(writing).follow(changed)


def change_fields(writing: Writing, standing: Mapping[int, Entry], values: Iterable[tuple[int, str, str]]) -> None:
    """Set single fields of entries."""
    changed = dict(standing)
    for entry_id, name, value in values:
        changed[entry_id] = changed[entry_id].with_fields(**{name: value})
    write_over(writing, {i: entry for i, entry in changed.items() if entry != standing[i]})


def _named_in(entry: Entry) -> set[str]:
    return {key.casefold() for keys in named_keys(entry).values() for key in keys if key}
