"""An entry of the library and another reading of the same work in, what the entry lacks out; and the entry with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from app.bibtex import biblatex_name
from app.entry import Entry

# What is no statement about the work: these go their own ways.
_APART = frozenset({"ids", "file", "groups"})


def lacking_fields(standing: Entry, other: Entry) -> tuple[str, ...]:
    """The fields that the other has and the one standing in the library has not, under neither name, in their order."""
    there = {_what(name) for name in standing.fields}
    return tuple(name for name, value in other.fields.items() if value and _what(name) not in there | _APART)


def enrich(standing: Entry, other: Entry, only: Collection[str] | None = None) -> Entry:
    """The entry with the fields it lacks (or those `only`) taken from another; what it has stays."""
    offered = {name: other.get(name) for name in lacking_fields(standing, other) if only is None or name in only}
    return replace(standing, fields={**offered, **standing.fields})


def _what(name: str) -> str:
    """What a field says, whichever dialect names it: who has a year does not lack the date."""
    return "date" if name == "year" else biblatex_name(name)
