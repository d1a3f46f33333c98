"""A title set in capitals or small capitals in, the title as a library would write it out."""

from __future__ import annotations

import re

from app.wordlists import function_words

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_LEAST_WORDS = 2
_LEAST_LETTERS = 4


def lower_capitals(title: str) -> str:
    """Write "RIVERS AND RIGHTS" as "Rivers and Rights"; law reviews and old prints set titles in capitals.

    A title with any small letter, and a single word (it may be an acronym), stay as they are; so do Roman numerals and
    words that cannot be spoken.
    """
    words = [found.group() for found in _WORD.finditer(title)]
    long = [word for word in words if len(word) >= _LEAST_LETTERS]
    if len(long) < _LEAST_WORDS or not title.isupper():
        return title
    return _WORD.sub(lambda found: _lowered(found, title), title)


def _lowered(found: re.Match[str], title: str) -> str:
    word, before = found.group(), title[: found.start()].rstrip()
    begins = not before or before[-1] in ':.?!“‘«„"'
    is_small = word.casefold() in function_words()
    if is_small and not begins:
        return word.lower()
    if is_small or not (_ROMAN.fullmatch(word) or not _VOWEL.search(word)):
        return word[:1] + word[1:].lower()
    return word
