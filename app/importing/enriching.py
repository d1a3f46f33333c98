"""An entry of the library and another reading of the same work in, what the entry lacks out; and the entry with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from app.entry import Entry

# One thing under the names of the two dialects: who has the one does not lack the other.
_TWINS = {
    "date": "year", "journaltitle": "journal", "location": "address", "institution": "school", "annotation": "annote",
}  # fmt: skip
_TWINS |= {other: name for name, other in _TWINS.items()}
# What is no statement about the work: these go their own ways.
_APART = frozenset({"ids", "file", "groups"})


def lacking_fields(standing: Entry, other: Entry) -> tuple[str, ...]:
    """The fields that the other has and the one standing in the library has not, under neither name, in their order."""
    there = {*standing.fields, *(_TWINS[name] for name in standing.fields if name in _TWINS)}
    return tuple(name for name, value in other.fields.items() if value and name not in there | _APART)


def enrich(standing: Entry, other: Entry, only: Collection[str] | None = None) -> Entry:
    """The entry with the fields it lacks (or those `only`) taken from another; what it has stays."""
    offered = {name: other.get(name) for name in lacking_fields(standing, other) if only is None or name in only}
    return replace(standing, fields={**offered, **standing.fields})
