"""What was written, what the file says now and what the library says now in; what differs, and the merged entries, out.

The three are entries by citation key, all read from .bib text, so that equal text is an equal entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.entry import Entry

Entries = Mapping[str, Entry]
# What is compared of an entry besides its fields. A field's name has no blank in it.
ENTRY_TYPE = "entry type"
CITATION_KEY = "citation key"
WHOLE = "whole entry"
# What two entries share of their values if they are one under another key: more than half.
_ALIKE = 0.5
_MANY = 20


class Side(StrEnum):
    """Whose word counts."""

    FILE = "file"
    LIBRARY = "library"


class Changed(StrEnum):
    """Who has changed something since the file was written; BOTH, and not alike, is for the user to decide."""

    FILE = "file"
    LIBRARY = "library"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the file and the library say differently of an entry.

    Attributes:
        key: the entry's citation key in the library, or in the file where the library does not have it.
        name: a field, ENTRY_TYPE, CITATION_KEY, or WHOLE where one of the two does not have the entry.
        written, file, library: the values; "" for none. For WHOLE the entry's title stands for "is there".
    """

    key: str
    name: str
    written: str
    file: str
    library: str
    changed: Changed


@dataclass(frozen=True)
class Comparison:
    """The three states and every difference between the file and the library.

    Attributes:
        differences: in the order of the keys, then of the names.
        file, library: the entries by one key for both, whatever is said of the citation key.
    """

    differences: tuple[Difference, ...]
    file: Mapping[str, Entry]
    library: Mapping[str, Entry]

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        """What both have changed."""
        return tuple(difference for difference in self.differences if difference.changed is Changed.BOTH)


Choices = Mapping[tuple[str, str], Side]


def compare(written: Entries, file: Entries, library: Entries) -> Comparison:
    """What the file and the library say differently, and who has changed it since it was written.

    Both having made the same change is no difference. An entry of the file with a new key is the same entry as one that
    is missing there if they share most values. Keys that differ only in case are one key, as BibTeX has it.
    """
    written, library = _folded(written), _folded(library)
    file = _under_former_keys(_folded(file), written, library)
    differences: list[Difference] = []
    for key in sorted(file.keys() | library.keys()):
        was, outside, inside = written.get(key), file.get(key), library.get(key)
        if outside is None or inside is None:
            differences.append(_presence(key, was, outside, inside))
        else:
            differences += _fields(was, outside, inside)
    named = {key: _key(key, file, library) for key in file.keys() | library.keys()}
    return Comparison(
        tuple(differences),
        {named[key]: entry for key, entry in file.items()},
        {named[key]: entry for key, entry in library.items()},
    )


def side_of(difference: Difference, choices: Choices) -> Side | None:
    """Whose word counts: the one chosen, else that of who alone changed it; None for an open conflict."""
    chosen = choices.get((difference.key, difference.name))
    if chosen is not None or difference.changed is Changed.BOTH:
        return chosen
    return Side(difference.changed.value)


def is_open(comparison: Comparison, choices: Choices) -> bool:
    """Whether something that both have changed is still to be decided."""
    return any(side_of(difference, choices) is None for difference in comparison.differences)


def merged(comparison: Comparison, choices: Choices) -> dict[str, Entry | None]:
    """The entries that the library must change, by their keys; None for one that it must let go.

    Raises:
        ValueError: a conflict has not been decided (`is_open`).
    """
    changed: dict[str, Entry | None] = {}
    for difference in comparison.differences:
        side = side_of(difference, choices)
        if side is None:
            raise ValueError(f"{difference.key}: {difference.name} is not decided")
        if side is Side.LIBRARY:
            continue
        if difference.name == WHOLE:
            changed[difference.key] = comparison.file.get(difference.key)
        else:
            standing = changed.get(difference.key) or comparison.library[difference.key]
            changed[difference.key] = _with(standing, difference.name, difference.file)
    return changed


def _with(entry: Entry, name: str, value: str) -> Entry:
    if name == ENTRY_TYPE:
        return replace(entry, entrytype=value)
    if name == CITATION_KEY:
        return replace(entry, key=value)
    return entry.with_fields(**{name: value})


def _folded(entries: Entries) -> dict[str, Entry]:
    return {key.casefold(): entry for key, entry in entries.items()}


def _under_former_keys(file: dict[str, Entry], written: Entries, library: Entries) -> dict[str, Entry]:
    """The file's entries, those whose key was changed in it under the key that they were written with."""
    gone = {key: entry for key, entry in written.items() if key not in file and key in library}
    by_value: dict[str, list[str]] = {}
    for key, entry in gone.items():
        for value in entry.fields.values():
            by_value.setdefault(value, []).append(key)
    found: dict[str, Entry] = {}
    for key, entry in file.items():
        former = ""
        if key not in written and key not in library:
            # A value that a great many share ("1967") tells nothing, and would be compared with all of them.
            sharing = [by_value[v] for v in entry.fields.values() if 0 < len(by_value.get(v, ())) <= _MANY]
            alike = {known for keys in sharing for known in keys if _likeness(gone.get(known), entry) > _ALIKE}
            former = max(sorted(alike), key=lambda known: _likeness(gone[known], entry), default="")
        gone.pop(former, None)
        found[former or key] = entry
    return found


def _likeness(one: Entry | None, other: Entry) -> float:
    """The part of their values that two entries share; nothing with one that has found its like already."""
    if one is None:
        return 0.0
    values, others = _values(replace(one, key="")).items(), _values(replace(other, key="")).items()
    return len(values & others) / max(len(values), len(others))


def _key(key: str, file: Entries, library: Entries) -> str:
    entry = library.get(key) or file[key]
    return entry.key or key


def _presence(key: str, was: Entry | None, outside: Entry | None, inside: Entry | None) -> Difference:
    """One of the two does not have the entry."""
    if was is None:
        changed = Changed.FILE if outside is not None else Changed.LIBRARY
    elif outside is None:
        changed = Changed.FILE if inside == was else Changed.BOTH
    else:
        changed = Changed.LIBRARY if outside == was else Changed.BOTH
    entry = inside or outside
    named = (entry.key if entry else "") or key
    return Difference(named, WHOLE, _shown(was), _shown(outside), _shown(inside), changed)


def _shown(entry: Entry | None) -> str:
    """What stands for an entry that is there."""
    return "" if entry is None else entry.get("title") or entry.key or entry.entrytype


def _fields(was: Entry | None, outside: Entry, inside: Entry) -> Iterator[Difference]:
    before = _values(was) if was is not None else {}
    there, here = _values(outside), _values(inside)
    for name in dict.fromkeys((*there, *here)):
        written, file, library = (values.get(name, "") for values in (before, there, here))
        if file != library:
            is_ours, is_theirs = library == written, file == written
            changed = Changed.FILE if is_ours else Changed.LIBRARY if is_theirs else Changed.BOTH
            yield Difference(inside.key, name, written, file, library, changed)


def _values(entry: Entry) -> dict[str, str]:
    return {ENTRY_TYPE: entry.entrytype, CITATION_KEY: entry.key, **entry.fields}
