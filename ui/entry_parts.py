"""An entry's id in, everything that the panel on the right shows of it out."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.cards import EntryCard, Mention, Step
from app.finding import card, groups, history, mentions
from app.library import Library
from ui.source_text import source_of

STEPS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class EntryParts:
    """An entry with what belongs to it; the card is None where the entry is gone.

    Attributes:
        source: its BibTeX text.
        groups: the names of all groups by their ids.
        steps: the last changes of the entry, latest first.
    """

    card: EntryCard | None
    mentions: tuple[Mention, ...] = ()
    source: str = ""
    groups: dict[int, str] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()


def parts_of(library: Library, entry_id: int) -> EntryParts:
    """Read an entry with the notes that cite it."""
    found = card(library, entry_id)
    if found is None:
        return EntryParts(None)
    names = {group.id: group.name for group in groups(library)}
    steps = history(library, entry_id, STEPS_SHOWN)
    return EntryParts(found, mentions(library, entry_id), source_of(found), names, steps)
