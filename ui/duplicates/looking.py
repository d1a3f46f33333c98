"""What the duplicates window asks of the library and has it do; each function is one call on the library's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app import finding, merging
from app.cards import Changes, EntryRow
from app.duplicates import DuplicateFindings
from app.entry import Entry
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


def look(library: Library, progress: Progress) -> Found:
    """Search the library, and fetch every entry the findings speak of."""
    findings = merging.find_library_duplicates(library, progress)
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


def merge(library: Library, _progress: Progress, kept: int, members: Sequence[int], entry: Entry) -> Changes:
    """Make one entry of several."""
    return merging.merge_entries(library, kept, [member for member in members if member != kept], entry)


def decide_different(library: Library, _progress: Progress, members: Sequence[int]) -> Changes:
    """Remember that each is another work than each."""
    return merging.decide_all_different(library, members)


def decide_related(library: Library, _progress: Progress, members: Sequence[int], relation: str) -> Changes:
    """Remember how each belongs together with each."""
    return merging.decide_all_related(library, members, relation)
