"""What the last search for duplicates found, and which entries have changed since."""

from __future__ import annotations

from app.cards import Changes
from app.duplicates import DuplicateFindings, Memory


class LastSearch:
    """Kept by an open library, so that the next search compares only what has changed.

    The library may change while a search goes on. So each change has a number, and what came after a search began is
    compared by the next one.

    Attributes:
        findings: None where everything must be searched.
        memory: what was read of the entries, so that the next search reads only those that changed.
        now: the number of the last change.
    """

    def __init__(self) -> None:
        self.findings: DuplicateFindings | None = None
        self.memory = Memory()
        self.now = 0
        self._changed: dict[int, int] = {}
        self._forgotten = 0

    @property
    def changed(self) -> set[int]:
        """Ids of entries added, changed, removed or decided about since."""
        return set(self._changed)

    def keep(self, findings: DuplicateFindings, begun: int | None = None) -> None:
        """Begin anew with what was found by a search that began at this change (None: at the last one)."""
        begun = self.now if begun is None else begun
        if begun >= self._forgotten:
            self.findings = findings
            self._changed = {entry_id: number for entry_id, number in self._changed.items() if number > begun}

    def hear(self, changes: Changes) -> None:
        """Take note of entries to compare again."""
        self.now += 1
        if changes.entries is None:
            self.forget()
        else:
            self._changed.update(dict.fromkeys(changes.entries, self.now))

    def forget(self) -> None:
        """Search everything the next time."""
        self.now += 1
        self.findings, self._forgotten = None, self.now
