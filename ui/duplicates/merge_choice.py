"""What the user chooses of a merge: the proposal in, field by field another value, the merged entry out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.duplicates import MergeProposal, propose_merge
from app.entry import Entry

KEY, TYPE = "key", "type"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the comparison.

    Attributes:
        name: a field's name, or "key" or "type".
        values: each member's, "" where it has none.
        chosen: the value of the merged entry.
        is_disagreement: the members say different things.
        typed: which members' values a person typed, by their numbers from 0.
    """

    name: str
    values: tuple[str, ...]
    chosen: str
    is_disagreement: bool
    typed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class MergeChoice:
    """A merge as it stands.

    Attributes:
        members: the ids of those to be merged, in order.
        kept: the id of the one that keeps its key and place.
        chosen: values by field that the user prefers to those proposed.
        typed: for each member, in order, the fields that a person typed.
    """

    members: tuple[int, ...]
    entries: tuple[Entry, ...]
    proposal: MergeProposal
    kept: int
    chosen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    typed: tuple[Collection[str], ...] = ()

    def entry(self) -> Entry:
        """The merged entry, under the key of the one kept; the store makes aliases of the other keys."""
        fields = {line.name: line.chosen for line in self.lines() if line.name not in (KEY, TYPE)}
        key = self.entries[self.members.index(self.kept)].key
        entrytype = self.chosen.get(TYPE, self.proposal.entry.entrytype)
        return Entry(entrytype, fields, key)

    def lines(self) -> tuple[Line, ...]:
        """The comparison, line by line: key and type, then the fields, those that disagree first."""
        keys = tuple(entry.key for entry in self.entries)
        types = self.proposal.entrytypes
        first = Line(KEY, keys, self.entries[self.members.index(self.kept)].key, False)
        kind = Line(TYPE, types, self.chosen.get(TYPE, self.proposal.entry.entrytype), len(set(types)) > 1)
        proposed = (
            Line(f.name, f.values, self.chosen.get(f.name, f.chosen), f.is_disagreement, self._typed_in(f.name))
            for f in self.proposal.fields
        )
        return (first, kind, *(line for line in proposed if line.name != "ids"))

    def _typed_in(self, name: str) -> frozenset[int]:
        return frozenset(number for number, names in enumerate(self.typed) if name in names)

    def with_value(self, name: str, member: int) -> MergeChoice:
        """The same with a member's value (by its number, from 0) for one line; for the key it is the one kept."""
        if name == KEY:
            return replace(self, kept=self.members[member])
        value = next(line.values[member] for line in self.lines() if line.name == name)
        return self.with_text(name, value)

    def with_text(self, name: str, value: str) -> MergeChoice:
        """The same with another value for one line, typed by the user; "" leaves the field out."""
        if name == KEY or (name == TYPE and not value):
            return self
        return replace(self, chosen=MappingProxyType({**self.chosen, name: value}))


def begin_merge(
    members: Sequence[int],
    entries: Sequence[Entry],
    kept: int | None = None,
    typed: Sequence[Collection[str]] = (),
) -> MergeChoice:
    """A merge with the values that Ibidem proposes; the key kept is the proposal's unless `kept` says otherwise.

    `typed` names, for each member, the fields that a person typed: they are proposed before what came from a file.
    """
    proposal = propose_merge(tuple(entries), typed)
    if kept is None:
        keys = [entry.key for entry in entries]
        kept = members[keys.index(proposal.entry.key)] if proposal.entry.key in keys else members[0]
    return MergeChoice(tuple(members), tuple(entries), proposal, kept, typed=tuple(typed))
