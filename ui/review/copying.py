"""What is copied from a note: the words selected, a citation's words, or the LaTeX command that cites its work."""

from __future__ import annotations

from app import footnotes
from app.apparatus import Apparatus, Citation
from ui.review.state import Place, citation_at, note_at


def copied_text(apparatus: Apparatus, selected: tuple[int, int, int] | None, place: Place | None, command: str) -> str:
    """The text for the clipboard, "" where there is nothing to copy.

    Args:
        apparatus: the notes.
        selected: a note's position and a span in it; goes before the citation at `place`.
        place: the citation looked at.
        command: the LaTeX command that cites, without backslash; "" where works have no citation keys yet.
    """
    if selected is not None and (note := note_at(apparatus, selected[0])) is not None:
        return note.note.text[selected[1] : selected[2]]
    citation = citation_at(apparatus, place)
    note = note_at(apparatus, place.note) if place is not None else None
    if citation is None or note is None:
        return ""
    return cite_command(citation, command) if command and citation.work is not None else note.words(citation)


def cite_command(citation: Citation, command: str) -> str:
    """The LaTeX command for a citation with the page it points at: autocite[85]{cohen2002} after a backslash."""
    return footnotes.cite_command(citation.work or "", citation.locator, command)
