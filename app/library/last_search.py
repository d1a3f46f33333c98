"""What the last search for duplicates found, and which entries have changed since."""

from __future__ import annotations

from app.cards import Changes
from app.duplicates import DuplicateFindings, Memory


class LastSearch:
    """Kept by an open library, so that the next search compares only what has changed.

    Attributes:
        findings: None where everything must be searched.
        changed: ids of entries added, changed, removed or decided about since.
        memory: what was read of the entries, so that the next search reads only those that changed.
    """

    def __init__(self) -> None:
        self.findings: DuplicateFindings | None = None
        self.changed: set[int] = set()
        self.memory = Memory()

    def keep(self, findings: DuplicateFindings) -> None:
        """Begin anew with what was found."""
        self.findings, self.changed = findings, set()

    def hear(self, changes: Changes) -> None:
        """Take note of entries to compare again."""
        if changes.entries is None:
            self.findings = None
        else:
            self.changed |= changes.entries
