"""An entry's id in, everything that the panel on the right shows of it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.cards import EntryCard, Mention, Step
from app.finding import card, entries, groups, history, mentions
from app.library import Library
from app.merging import past_merges, related_works
from ui.entry_words import entry_words, relation_words, sentence
from ui.source_text import source_of

# Of very many entries that became one, and of a very long title.
NAMED, TITLE_SHOWN = 5, 80
STEPS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class EntryParts:
    """An entry with what belongs to it; the card is None where the entry is gone.

    Attributes:
        source: its BibTeX text.
        groups: the names of all groups by their ids.
        steps: the last changes of the entry, latest first.
        beside: the works it is related to and those that were merged into it, a line each.
    """

    card: EntryCard | None
    mentions: tuple[Mention, ...] = ()
    source: str = ""
    groups: dict[int, str] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    beside: tuple[str, ...] = ()


def parts_of(library: Library, entry_id: int) -> EntryParts:
    """Read an entry with the notes that cite it."""
    found = card(library, entry_id)
    if found is None:
        return EntryParts(None)
    names = {group.id: group.name for group in groups(library)}
    steps = history(library, entry_id, STEPS_SHOWN)
    beside = (*_related(library, entry_id), *_merged(library, entry_id))
    return EntryParts(found, mentions(library, entry_id), source_of(found), names, steps, beside)


def _related(library: Library, entry_id: int) -> Iterator[str]:
    said = related_works(library, entry_id)
    standing = dict(entries(library, [other for other, _ in said]))
    for other, relation in said:
        yield f"{sentence(relation_words(relation))}: {entry_words(standing[other])} ({standing[other].key})"


def _merged(library: Library, entry_id: int) -> Iterator[str]:
    for merge in past_merges(library, entry_id):
        named = [f"{_short(title)} ({key})" for title, key in zip(merge.titles, merge.keys, strict=True)]
        gone = "; ".join(named[:NAMED])
        more = f"; and {len(named) - NAMED:,} more" if len(named) > NAMED else ""
        yield f"Merged into it on {merge.at[:10]}: {gone}{more}"


def _short(title: str) -> str:
    return title if len(title) <= TITLE_SHOWN else f"{title[:TITLE_SHOWN].rstrip()}…"
