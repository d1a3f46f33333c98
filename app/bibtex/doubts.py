"""A block's text in, what is doubtful about it though nothing in it is broken out: a sentence, "" for nearly all."""

from __future__ import annotations

import re

from app.bibtex.encodings import NO_CHARACTER
from app.wordlists import load_words

_NAME = r"[A-Za-z][\w-]*[ \t]*="
# A field by its name and the beginning of its value; a bare word must be followed by what may stand behind one.
_FIELD = rf"{_NAME}\s*(?:[\"{{]|\w+\s*(?:\}}|#|,\s*(?:\}}|{_NAME})))"
_LEFT_OVER = re.compile(rf"[\s,}}]*{_FIELD}")
_NO_BRACE = re.compile(rf"(?:^|(?<=\r))[ \t]*@[ \t]*(?P<type>[^\s{{(,=]*)[^\n\r=]{{0,200}}?,\s*{_FIELD}", re.MULTILINE)
_TYPES = "|".join(sorted({*load_words("required_fields")["bibtex"], *load_words("required_fields")["biblatex"]}))
_NO_AT = re.compile(rf"(?:^|(?<=\r))[ \t]*(?:{_TYPES})[ \t]*[{{(][^\s,{{}}()=]*\s*,\s*{_FIELD}", re.MULTILINE | re.I)


def entry_doubt(text: str, fields: tuple[tuple[str, str], ...]) -> str:
    """What is doubtful about an entry, a @string or a @preamble."""
    if not text.isascii() and NO_CHARACTER.search(text):
        return "There are bytes in it that are no characters."
    if len({name for name, _ in fields}) == len(fields) and len({name.lower() for name, _ in fields}) == len(fields):
        return ""
    seen: set[str] = set()
    for name, _ in fields:
        if name.lower() in seen:
            return f"The field “{name}” stands twice; BibTeX takes the first."
        seen.add(name.lower())
    return ""


def text_doubt(text: str, line: int) -> str:
    """What of the text between entries was meant as one: BibTeX and biber pass over it, and say nothing of it.

    Args:
        text: as it stands between two blocks.
        line: where it begins.

    Example: in "@book{a, title = {T}}, year = 1990}" a brace too many leaves ", year = 1990}" outside.
    """
    if "=" not in text or "," not in text:
        return ""
    if "}" in text and (match := _LEFT_OVER.match(text)):
        return _told("These fields belong to no entry; the one before them was closed too early", text, match, line)
    if "@" in text and (match := _NO_BRACE.search(text)):
        name = match["type"]
        wanted = f"A brace was expected after “@{name}”" if name else "The kind of an entry was expected after the “@”"
        return _told(wanted, text, match, line)
    if match := _NO_AT.search(text):
        return _told("What looks like an entry has no “@” before it", text, match, line)
    return ""


def _told(sentence: str, text: str, match: re.Match[str], line: int) -> str:
    start = match.end() - len(match.group().lstrip("\r\n\t ,}"))
    feed = "\n" if "\n" in text else "\r"
    return f"{sentence} (line {line + text.count(feed, 0, start)})."
