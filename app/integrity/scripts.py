"""Entries in, the scripts in them that pdfLaTeX has no letters for out, each once with where it stands first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from app.bibtex.latex import without_command
from app.bibtex.naming import PARAGRAPHS, VERBATIM
from app.entry import Entry

_NAMES = {"Cjk": "Chinese", "Hiragana": "Japanese", "Katakana": "Japanese", "Hangul": "Korean"}
_MANY = 20


def unprinted_scripts(entries: Sequence[Entry]) -> Iterator[tuple[int, str, str]]:
    """The index of the entry, the field, and the sentence for each script of which nothing is known to pdfLaTeX.

    Cyrillic and Greek are none: documents load fonts for them.
    """
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        for field, value in entry.fields.items():
            if value.isascii() or field in VERBATIM or field in PARAGRAPHS:
                continue
            beyond = "".join(sign for sign in without_command(value) if sign.isalpha())
            for script in dict.fromkeys(map(_script_of, beyond)):
                if script not in seen:
                    seen.add(script)
                    yield index, field, _sentence(script, "".join(c for c in beyond if _script_of(c) == script))


def _script_of(letter: str) -> str:
    """The script that a letter is of, by its name: "HEBREW LETTER SHIN" is Hebrew."""
    word = unicodedata.name(letter, "UNKNOWN").partition(" ")[0].partition("-")[0].capitalize()
    return _NAMES.get(word, word)


def _sentence(script: str, letters: str) -> str:
    return (
        f"{script} letters (“{letters[:_MANY]}”) are printed by LuaLaTeX and XeLaTeX with a font that has them;"
        " pdfLaTeX prints question marks."
    )
