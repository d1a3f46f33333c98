"""A Page in, its notes out: where they stand, each with its printed label, its words without the page's furniture."""

from __future__ import annotations

from dataclasses import dataclass

from app.apparatus import NoteText
from app.notes.cutting import cut_notes
from app.notes.furniture import clean
from app.page import Page


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """The notes of a page, and the page's text before the first and after the last of them.

    Attributes:
        under_notes_heading: a heading of the notes stands before them, not after them.
    """

    notes: tuple[NoteText, ...]
    before: str
    after: str


def read_notes(page: Page) -> FoundNotes:
    r"""The notes of a page in page order; none where it has none.

    Example: "Notes\n1. Ibid., 56.Google Scholar\n2. Leavis, op. cit." gives the notes 1 "Ibid., 56." and 2.
    """
    if page.notes:
        raw = [(note.label, note.text) for note in page.notes]
        before, after = page.text, ""
    elif page.foot and (cut := cut_notes(page.foot, known=True, body=page.text)).notes:
        raw, before, after = cut.notes, page.text, ""
    else:
        cut = cut_notes(page.text)
        raw, before, after = cut.notes, cut.before, cut.after
    notes = tuple(NoteText(place, label, clean(text)) for place, (label, text) in enumerate(raw, start=1))
    return FoundNotes(notes, before, after)
