"""A library in, the groups and pairs in it that may be one work out, less what was decided before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.duplicates import Decision, DuplicateFindings, Memory, find_duplicates
from app.entry import Entry
from app.finding import entries
from app.library import Library
from app.merging.deciding import decisions
from app.progress import Progress


@dataclass(frozen=True, slots=True)
class LibrarySearch:
    """A search for duplicates, begun: what it reads of the library it has, and it knows nothing of what comes after.

    Attributes:
        former: what the search before found, None where everything is compared.
        changed: the entries that have changed since.
        begun: the number of the library's last change.
    """

    entries: Sequence[tuple[int, Entry]]
    decided: Mapping[frozenset[int], Decision]
    former: DuplicateFindings | None
    changed: Collection[int]
    begun: int
    memory: Memory

    def find(self, progress: Progress) -> DuplicateFindings:
        """What there is to find; touches no library, so that any thread may do it, one search at a time.

        Raises:
            Cancelled: the user asked to stop.
        """
        if self.former is None:
            return find_duplicates(self.entries, progress, self.decided, memory=self.memory)
        if not self.changed:
            return self.former
        again = _with_their_groups(self.former, self.changed)
        new = find_duplicates(self.entries, progress, self.decided, again, self.memory)
        again |= {member for group in new.certain for member in group.members}
        return _joined(self.former, new, again)


def begin_search(library: Library) -> LibrarySearch:
    """Read what a search needs; where nothing has changed since the last one, nothing is read."""
    library.see_others()
    last = library.last_search
    changed = last.changed
    if last.findings is not None and not changed:
        return LibrarySearch((), {}, last.findings, (), last.now, last.memory)
    decided = {
        frozenset((first, second)): Decision.NOT_SAME if said == "different" else Decision.RELATED
        for first, second, said in decisions(library)
    }
    return LibrarySearch(tuple(entries(library)), decided, last.findings, changed, last.now, last.memory)


def end_search(library: Library, search: LibrarySearch, found: DuplicateFindings) -> DuplicateFindings:
    """Remember what was found, so that the next search compares only what has changed since this one began."""
    library.last_search.keep(found, search.begun)
    return found


def find_library_duplicates(library: Library, progress: Progress | None = None) -> DuplicateFindings:
    """Groups and pairs that may be one work, less what was decided before.

    After the first search only what has changed since is compared again.

    Raises:
        Cancelled: the user asked to stop.
    """
    search = begin_search(library)
    return end_search(library, search, search.find(progress or Progress()))


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
