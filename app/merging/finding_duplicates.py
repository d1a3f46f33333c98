"""A library in, the groups and pairs in it that may be one work out, less what was decided before."""

from __future__ import annotations

from collections.abc import Iterable

from app.duplicates import Decision, DuplicateFindings, find_duplicates
from app.finding import entries
from app.library import Library
from app.merging.deciding import decisions
from app.progress import Progress


def find_library_duplicates(library: Library, progress: Progress | None = None) -> DuplicateFindings:
    """Groups and pairs that may be one work, less what was decided before.

    After the first search only what has changed since is compared again.

    Raises:
        Cancelled: the user asked to stop.
    """
    library.see_others()
    search = library.last_search
    if search.findings is not None and not search.changed:
        return search.findings
    decided = {
        frozenset((first, second)): Decision.NOT_SAME if said == "different" else Decision.RELATED
        for first, second, said in decisions(library)
    }
    if search.findings is None:
        found = find_duplicates(entries(library), progress, decided, memory=search.memory)
    else:
        again = _with_their_groups(search.findings, search.changed)
        new = find_duplicates(entries(library), progress, decided, again, search.memory)
        again |= {member for group in new.certain for member in group.members}
        found = _joined(search.findings, new, again)
    search.keep(found)
    return found


def _with_their_groups(findings: DuplicateFindings, changed: Iterable[int]) -> set[int]:
    """The entries that changed and those that stood in a group with one of them."""
    again = set(changed)
    for group in findings.certain:
        if not again.isdisjoint(group.members):
            again |= set(group.members)
    return again


def _joined(former: DuplicateFindings, new: DuplicateFindings, again: set[int]) -> DuplicateFindings:
    """What was found before and touches nothing that was compared again, and what was found now; best first."""
    review = [pair for pair in former.review if again.isdisjoint(pair.ids)] + list(new.review)
    related = [pair for pair in former.related if again.isdisjoint(pair.ids)] + list(new.related)
    return DuplicateFindings(
        tuple(group for group in former.certain if again.isdisjoint(group.members)) + new.certain,
        tuple(sorted(review, key=lambda pair: -pair.comparison.score)),
        tuple(sorted(related, key=lambda pair: -pair.comparison.score)),
    )
