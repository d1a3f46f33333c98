"""Duplicates in the library: found, decided, merged; every key, field and link to a note is kept."""

from __future__ import annotations

from collections.abc import Sequence

from app.cards import Changes
from app.duplicates import DuplicateFindings
from app.entry import Entry
from app.library import Library
from app.progress import Progress


def find_library_duplicates(library: Library, progress: Progress | None = None) -> DuplicateFindings:
    """Groups and pairs that may be one work, less what was decided before."""
    raise NotImplementedError


def merge_entries(library: Library, kept: int, others: Sequence[int], merged: Entry) -> Changes:
    """Make one entry of several.

    The citations of all notes, files, keywords and groups move to `kept`; its fields become those of `merged`; the other
    citation keys become aliases (biblatex `ids`).
    """
    raise NotImplementedError


def merge_certain(library: Library, findings: DuplicateFindings, progress: Progress | None = None) -> Changes:
    """Merge all certain groups with their sensible defaults, as one step: "Merge 12 certain duplicates"."""
    raise NotImplementedError


def unmerge_entry(library: Library, entry_id: int) -> Changes:
    """Take the last merge of an entry apart again, whatever happened since; its later edits stay with the kept entry."""
    raise NotImplementedError


def decide_different(library: Library, a: int, b: int) -> Changes:
    """Remember that two entries are not the same work."""
    raise NotImplementedError


def decide_related(library: Library, a: int, b: int, relation: str) -> Changes:
    """Remember that two entries are related versions ("edition", "reprint", "translation" ...), and link them."""
    raise NotImplementedError


def withdraw_decision(library: Library, a: int, b: int) -> Changes:
    """Forget a decision about two entries."""
    raise NotImplementedError


def decisions(library: Library) -> tuple[tuple[int, int, str], ...]:
    """The decisions remembered: two entry ids and "different" or the relation."""
    raise NotImplementedError
