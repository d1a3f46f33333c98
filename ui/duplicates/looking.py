"""What the duplicates window asks of the library and has it do; each function is one call on the library's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app import finding, merging
from app.cards import Changes, EntryRow
from app.duplicates import DuplicateFindings, DuplicateGroup
from app.entry import Entry
from app.errors import UserError
from app.library import Library
from app.progress import Progress
from ui.duplicates.cases import cases_of
from ui.duplicates.decision_list import Decided


@dataclass(frozen=True, slots=True)
class Members:
    """The entries that cases and decisions speak of, their rows in the library table, and what was typed, by id."""

    entries: dict[int, Entry]
    rows: dict[int, EntryRow]
    typed: dict[int, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """What one search brought back."""

    findings: DuplicateFindings[int]
    members: Members


@dataclass(frozen=True, slots=True)
class DecidedBefore:
    """The decisions remembered, and the entries they are about."""

    decided: tuple[Decided, ...]
    entries: dict[int, Entry]


Search = Callable[[Progress], tuple[merging.LibrarySearch, DuplicateFindings[int]]]


def begin_look(library: Library, progress: Progress) -> Search:
    """Read what a search for duplicates needs; the search itself, which is given back, touches no library."""
    progress.step("Reading the library")
    search = merging.begin_search(library)
    return lambda telling: (search, search.find(telling))


def end_look(library: Library, searched: tuple[merging.LibrarySearch, DuplicateFindings[int]]) -> Found:
    """Keep what was found, and fetch every entry it speaks of that is still there."""
    findings = merging.end_search(library, *searched)
    return Found(findings, fetch(library, sorted({member for case in cases_of(findings) for member in case.members})))


def look_back(library: Library, _progress: Progress) -> DecidedBefore:
    """Fetch the decisions and every entry they speak of."""
    decided = merging.decisions(library)
    ids = sorted({member for one, other, _ in decided for member in (one, other)})
    return DecidedBefore(decided, dict(finding.entries(library, ids)))


def fetch(library: Library, ids: Sequence[int]) -> Members:
    """Some entries and their rows."""
    rows = {row.id: row for row in finding.rows(library, ids)}
    return Members(dict(finding.entries(library, ids)), rows, merging.typed_fields(library, ids))


def merge(library: Library, _progress: Progress, kept: int, shown: Mapping[int, Entry], entry: Entry) -> Changes:
    """Make one entry of those shown.

    Raises:
        UserError: one of them is no longer what was shown; nothing was merged.
    """
    _refuse_what_changed(library, shown)
    return merging.merge_entries(library, kept, [member for member in shown if member != kept], entry)


def merge_certain(
    library: Library, progress: Progress, groups: Sequence[tuple[int, ...]], shown: Mapping[int, Entry]
) -> Changes:
    """Merge many groups as one step.

    Raises:
        UserError: an entry is no longer what was shown, so that it may not belong where it stood; nothing was merged.
        Cancelled: the user asked to stop; nothing was merged.
    """
    _refuse_what_changed(library, {member: shown[member] for group in groups for member in group})
    found = DuplicateFindings(certain=tuple(DuplicateGroup(members, ()) for members in groups))
    return merging.merge_certain(library, found, progress)


def _refuse_what_changed(library: Library, shown: Mapping[int, Entry]) -> None:
    if dict(finding.entries(library, list(shown))) != dict(shown):
        raise UserError(
            "An entry has changed",
            "An entry was changed or deleted after it was shown here; nothing was merged.",
            "Look at it again, and merge then.",
        )


def decide_different(library: Library, _progress: Progress, members: Sequence[int]) -> Changes:
    """Remember that each is another work than each."""
    return merging.decide_all_different(library, members)


def decide_related(library: Library, _progress: Progress, members: Sequence[int], relation: str) -> Changes:
    """Remember how each belongs together with each."""
    return merging.decide_all_related(library, members, relation)
