r"""A character that no command of TeX says in, a form that says it by its number out, and back.

"Ɔkɔ" is written "{\unicodeor{O}{390}}k{\unicodeor{o}{596}}": engines that know Unicode print the characters of those
numbers, pdflatex the letters. The definition comes along in a @preamble (`app.bibtex.defining`). Scripts of which
nobody reads such letters (Hebrew, Arabic, Chinese ...) stay as they are, for packages that set them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from app.citekeys.letters import plain_letters
from app.wordlists import load_words

COMMAND = "unicodeor"
# Latin, Greek and Cyrillic with their supplements, signs and symbols of every kind.
_RANGES = (
    (0xA0, 0x52F), (0x1C80, 0x1C8F), (0x1D00, 0x1FFF), (0x2000, 0x2BFF), (0x2C60, 0x2C7F), (0x2DE0, 0x2E7F),
    (0xA640, 0xA69F), (0xA700, 0xA7FF), (0xAB30, 0xAB6F), (0xFB00, 0xFB06), (0xFE00, 0xFE2F), (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFD), (0x1D400, 0x1D7FF), (0x1F000, 0x1FAFF),
)  # fmt: skip
_FORM = re.compile(rf"\{{\\{COMMAND}\{{[^{{}}]*\}}\{{(\d+)\}}\}}|\\{COMMAND}\{{[^{{}}]*\}}\{{(\d+)\}}")
_ARGUMENTS = re.compile(r"[ \t\r\n]*\{[^{}]*\}[ \t\r\n]*\{(\d{2,7})\}")
_UNPRINTED = frozenset({"Mn", "Me", "Cf", "Sk"})
_ESCAPED = str.maketrans({"&": "\\&", "%": "\\%", "#": "\\#", "_": "\\_", "$": "\\$", "{": "", "}": "", "\\": "",
                          "~": "", "^": "", "\u2044": "/", "\u2212": "-"})  # fmt: skip


@lru_cache(maxsize=10000)
def numbered_form(character: str) -> str:
    """The form by number, "" for a character of another script."""
    code = ord(character)
    if not any(first <= code <= last for first, last in _RANGES) or unicodedata.category(character) in ("Cn", "Co"):
        return ""
    return f"{{\\{COMMAND}{{{letters_for(character)}}}{{{code}}}}}"


def read_numbered(text: str, position: int) -> tuple[str, int]:
    """The character whose two arguments stand here and where they end; "" where there are none."""
    match = _ARGUMENTS.match(text, position)
    code = int(match[1]) if match else 0
    if match is None or code > 0x10FFFF or unicodedata.category(chr(code)) in ("Cc", "Cs", "Cn", "Co"):
        return "", position
    return chr(code), match.end()


def with_characters(tex: str) -> str:
    """The text with the characters themselves, for a file in which nobody defines the command."""
    return _FORM.sub(lambda match: chr(int(match[1] or match[2])), tex) if f"\\{COMMAND}" in tex else tex


@cache
def _given() -> dict[str, str]:
    words = load_words("tex_letters")
    return {character: letters for letters, characters in words["letters"].items() for character in characters}


def letters_for(character: str) -> str:
    """What pdflatex prints instead: plain letters or signs of ASCII, "?" where there is nothing like them."""
    if (given := _given().get(character)) is not None:
        return given
    if character.isspace():
        return "\\space"
    if unicodedata.category(character) in _UNPRINTED:
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    for one in (character, _without_tail(character)):
        plain = plain_letters(unicodedata.normalize("NFKD", one)).translate(_ESCAPED)
        if plain and plain.isascii():
            return plain
    return _last_letter(character) or "?"


def _without_tail(character: str) -> str:
    """The letter that a name builds on: "CYRILLIC SMALL LETTER EM WITH TAIL" is an em."""
    name, _, tail = unicodedata.name(character, "").partition(" WITH ")
    try:
        return unicodedata.lookup(name) if tail else character
    except KeyError:
        return character


def _last_letter(character: str) -> str:
    """The Latin letter in a name, "LATIN SMALL LETTER OPEN O" or "LATIN LETTER SMALL CAPITAL B"."""
    name = unicodedata.name(character, "").partition(" WITH ")[0]
    letters = [word for word in name.split() if len(word) == 1 and word.isalpha()]
    if not letters or "LATIN" not in name:
        return ""
    return letters[-1] if " CAPITAL LETTER" in name else letters[-1].lower()
