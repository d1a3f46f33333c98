"""What is typed into the filter in, what has words that begin so out; the library's filter finds words the same way."""

from __future__ import annotations

from app.apparatus import Apparatus, Note, NoteText
from app.folding import fold


def has_words(text: str, wanted: str) -> bool:
    """Whether for each word wanted a word of the text begins with it: "itar" is in "ITAR-TASS", not in "military"."""
    return _begin(f" {fold(text)}", wanted)


def _begin(said: str, wanted: str) -> bool:
    return all(f" {word}" in said for word in fold(wanted).split())


class Narrowing:
    """Finds notes by their words, and keeps the folded text of each, which is slow to make and never changes."""

    def __init__(self) -> None:
        self._said: dict[NoteText, str] = {}

    def notes(self, apparatus: Apparatus, wanted: str) -> tuple[Note, ...]:
        """The notes with words that begin with each word wanted, in page order; all where nothing is wanted."""
        if not fold(wanted).strip():
            return apparatus.notes
        return tuple(note for note in apparatus.notes if _begin(self._words(note.note), wanted))

    def _words(self, note: NoteText) -> str:
        if note not in self._said:
            self._said[note] = f" {fold(f'{note.label} {note.text}')}"
        return self._said[note]
