"""A library in, the groups and pairs in it that may be one work out, less what was decided before."""

from __future__ import annotations

from app.duplicates import Decision, DuplicateFindings, find_duplicates
from app.finding import entries
from app.library import Library
from app.merging.deciding import decisions
from app.progress import Progress


def find_library_duplicates(library: Library, progress: Progress | None = None) -> DuplicateFindings:
    """Groups and pairs that may be one work, less what was decided before.

    Raises:
        Cancelled: the user asked to stop.
    """
    decided = {
        frozenset((first, second)): Decision.NOT_SAME if said == "different" else Decision.RELATED
        for first, second, said in decisions(library)
    }
    return find_duplicates(entries(library), progress, decided)
