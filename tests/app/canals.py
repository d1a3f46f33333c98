"""An article on locks and its report, as they turn up in collections; and the groups that are found in one."""

from __future__ import annotations

from app.duplicates import Decision, DuplicateFindings, find_duplicates
from app.entry import Entry

LOCKS = Entry(
    "article",
    {
        "author": "Ito, Ken",
        "title": "Locks and their queues in dry summers",
        "journaltitle": "Journal of Coastal Engineering",
        "date": "1994",
        "volume": "3",
        "pages": "44--51",
    },
)
REPORT = Entry(
    "report", {"author": "Ito, Ken", "title": LOCKS.get("title"), "institution": "Port Office", "date": "1994"}
)


def found(*entries: Entry, decided: dict[frozenset[int], Decision] | None = None) -> DuplicateFindings[int]:
    """What a search of these entries finds; their places are their ids."""
    return find_duplicates(enumerate(entries), decided=decided)


def groups(findings: DuplicateFindings[int]) -> list[tuple[int, ...]]:
    """The places of the entries of each group."""
    return [group.members for group in findings.certain]
