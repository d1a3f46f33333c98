"""A finding: something wrong in one field of one entry, in a plain sentence, and the cleanup that puts it right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.entry import Entry


@dataclass(frozen=True, slots=True)
class Cleanup:
    """What one click does.

    Attributes:
        title: what it does, for the button and the undo step: "Write the range of pages with two hyphens".
        changes: new values by field; "" takes a field out.
    """

    title: str
    changes: Mapping[str, str]

    def apply(self, entry: Entry) -> Entry:
        """The entry with the changes made."""
        return entry.with_fields(**self.changes)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong.

    Attributes:
        key: the entry's key; "line 12" for a piece of a file that is no entry or has none.
        field: the field it is about, "key" or "entry" for those.
        message: one plain sentence.
        cleanup: how to put it right, None where that takes a person.
        index: which of the checked entries it is, -1 for none.
    """

    key: str
    field: str
    message: str
    cleanup: Cleanup | None = None
    index: int = -1
