"""Settled: what resolving says of one mention; a work or none, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from app.apparatus import NoteText
from app.citations import Mention
from app.entry import Entry


@dataclass(frozen=True, slots=True)
class NoteReading:
    """A note and the mentions found in it."""

    note: NoteText
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Which work is meant.

    Attributes:
        work: its number in the order of first citation, or None.
        reason: one plain sentence.
        confidence: 0 to 1, how sure that is.
        is_torn: there is no answer because more than one work fits.
    """

    work: int | None
    reason: str
    confidence: float
    is_torn: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A mention and its answer."""

    mention: Mention
    answer: Answer


@dataclass(frozen=True, slots=True)
class Resolution:
    """An article's mentions, settled, note by note, and the works they lead to in the order of first citation."""

    notes: tuple[tuple[Settled, ...], ...]
    works: tuple[Entry, ...]
