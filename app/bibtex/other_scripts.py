r"""A .bib file's text in, what pdflatex is to print for the characters that no document of it knows out.

"Война" stops pdflatex at each letter unless the document loads a font encoding for it. With "\unicodeelse{В}{V}" in a
@preamble it prints "V" there; what the document defines (T2A's Cyrillic) is left alone, and engines that know Unicode
never look.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Collection
from functools import cache

from app.bibtex.characters import MARK_OF_ACCENT
from app.bibtex.numbered import letters_for
from app.wordlists import load_words

COMMAND = "unicodeelse"
# LaTeX's name for what a character of UTF-8 is to do (utf8enc.dfu, ltoutenc).
_SLOT = "csname u8:\\detokenize{#1}\\endcsname"
DEFINITION = f"\\providecommand{{\\{COMMAND}}}[2]{{\\if{_SLOT}\\else\\expandafter\\gdef\\{_SLOT}{{#2}}\\fi}}"
_LINE = re.compile(rf"\\{COMMAND}\{{(.)\}}")
_ACCENTS = "|".join(sorted(map(re.escape, MARK_OF_ACCENT), key=len, reverse=True))
_ACCENTED = re.compile(rf"\\({_ACCENTS})(?:\s*\{{|\s+|(?<=[^A-Za-z]))(?:\\?)([A-Za-z])")
_NO_CHARACTERS = frozenset({"Cc", "Cs"})
_WIDTH = 118


def definitions_for(text: str, known: Collection[str]) -> list[str]:
    """The lines that say what to print for the characters of a text, none for nearly all; `known` need none."""
    characters = _beyond_pdflatex(text).difference(known)
    if not characters:
        return []
    said = " ".join(f"\\{COMMAND}{{{character}}}{{{letters_for(character)}}}" for character in sorted(characters))
    lines = textwrap.wrap(said, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return lines if COMMAND in known else [DEFINITION, *lines]


def characters_in(preamble: str) -> set[str]:
    """The characters of which a @preamble says what to print."""
    return set(_LINE.findall(preamble))


def marks_of_commands(text: str) -> str:
    r"""The accents that biber, which reads commands, puts behind a letter as characters: that of "{\v x}"."""
    accented = (f"{letter}{MARK_OF_ACCENT[name]}" for name, letter in set(_ACCENTED.findall(text)))
    return "".join(mark for pair in accented for mark in unicodedata.normalize("NFC", pair)[1:])


def _beyond_pdflatex(text: str) -> set[str]:
    if text.isascii() or _is_latin(text):
        return set()
    # biber writes composed letters, whatever it reads.
    used = set(text).union(*(unicodedata.normalize("NFC", character) for character in set(text)))
    return {one for one in used if not one.isascii() and unicodedata.category(one) not in _NO_CHARACTERS} - _known()


def _is_latin(text: str) -> bool:
    """Whether there is nothing in a text but Latin-1; that asks for no look at each character."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _known() -> frozenset[str]:
    """The characters that LaTeX's own tables have for pdflatex."""
    ranges = (span.partition("-") for span in load_words("tex_known")["characters"].split())
    spans = ((int(first, 16), int(last or first, 16)) for first, _, last in ranges)
    return frozenset(chr(code) for first, last in spans for code in range(first, last + 1))
