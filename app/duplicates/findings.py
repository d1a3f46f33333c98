"""Findings: what a search for duplicates hands to the window and the store; values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic

from app.entry import Entry
from app.matching import Comparison

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    # Ids are the library's numbers unless one says otherwise (citation keys on the command line).
    IdT = TypeVar("IdT", default=int)
else:
    from typing import TypeVar

    IdT = TypeVar("IdT")


class Decision(StrEnum):
    """What a person has said about two entries; it always outweighs the comparison."""

    SAME = "same"
    RELATED = "related"
    NOT_SAME = "different"


@dataclass(frozen=True, slots=True)
class DuplicatePair(Generic[IdT]):
    """Two entries and what comparing them gave."""

    first: IdT
    second: IdT
    comparison: Comparison

    @property
    def ids(self) -> frozenset[IdT]:
        """Both ids, as decisions are keyed."""
        return frozenset((self.first, self.second))


@dataclass(frozen=True, slots=True)
class DuplicateGroup(Generic[IdT]):
    """Entries that are certainly one work.

    Attributes:
        members: ids in the order in which the records came.
        pairs: the comparisons that hold the group together, strongest first.
    """

    members: tuple[IdT, ...]
    pairs: tuple[DuplicatePair[IdT], ...]


@dataclass(frozen=True, slots=True)
class DuplicateFindings(Generic[IdT]):
    """The groups that are certain, the pairs a person should look at, and the related versions; best first.

    Attributes:
        review: one pair for each question: two groups that may be one work are asked about once.
        further: the other doubtful pairs, which the answers to these questions settle too; for a list of all pairs.
    """

    certain: tuple[DuplicateGroup[IdT], ...] = ()
    review: tuple[DuplicatePair[IdT], ...] = ()
    related: tuple[DuplicatePair[IdT], ...] = ()
    further: tuple[tuple[IdT, IdT], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldProposal:
    """One field of a merge.

    Attributes:
        values: the value of every member, in their order, "" where it has none.
        chosen: the value proposed for the merged entry.
        is_disagreement: members say different things (not only the same in another spelling).
    """

    name: str
    values: tuple[str, ...]
    chosen: str
    is_disagreement: bool


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """How several entries would become one.

    Attributes:
        entry: the merged entry with every proposed value; other keys stand in its `ids`.
        entrytypes: the type of every member, in their order.
        fields: every field that any member has, the ones that disagree first.
        aliases: the keys that lose, in the members' order.
    """

    entry: Entry
    entrytypes: tuple[str, ...]
    fields: tuple[FieldProposal, ...]
    aliases: tuple[str, ...]

    def disagreeing(self) -> tuple[FieldProposal, ...]:
        """The fields a person may want to look at."""
        return tuple(field for field in self.fields if field.is_disagreement)
