"""Words in Cyrillic or Greek letters in, letters of the same number and case out that the readers know, and back again.

The readers tell names, titles and places by their capitals; in which alphabet these are is all the same to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ"
_AS_LATIN = "abvgdeëæzyjklmnoprstufhcçðþøîïéûâiìêó"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς"
_GREEK_AS_LATIN = "abgdezîþiklmnxoprstufhæôáéíìóúòś"
_LETTERS = str.maketrans(
    _CYRILLIC + _CYRILLIC.upper() + _GREEK + _GREEK.upper() + "№",
    _AS_LATIN + _AS_LATIN.upper() + _GREEK_AS_LATIN + _GREEK_AS_LATIN.upper() + "#",
)
_FOREIGN = re.compile(r"[Ͱ-ӿ]{2}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A text in Latin letters, as long as the true one, and its words in the letters they were printed in."""

    text: str
    words: dict[str, str]

    def restored(self, value: str) -> str:
        """A value read from the text, in the letters it was printed in."""
        return _WORD.sub(lambda word: self.words.get(word.group(), word.group()), value) if self.words else value


def transcribe(text: str) -> Transcribed:
    """Write a text in Latin letters, one for one, so that every place in it stays where it was."""
    if not _FOREIGN.search(text):
        return Transcribed(text, {})
    latin = text.translate(_LETTERS)
    words: dict[str, str] = {}
    for found in _WORD.finditer(text):
        read = latin[found.start() : found.end()]
        if read != found.group():
            words.setdefault(read, found.group())
            words.setdefault(read.capitalize(), found.group().capitalize())
    return Transcribed(latin, words)
