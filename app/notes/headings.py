"""A page's text in, the lines that open the notes, close them, or head a part of them out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from app.wordlists import alternatives, load_words, word_set

_LINE = re.compile(r"[^\n\f]+")
_LONGEST = 90
_AROUND = re.compile(
    r"^[\s#=*_•·–—|▼▲▸>-]+|[\s#=*_•·:–—|▼▲▸-]+$|\[\s*(?:edit|modifier|Bearbeiten|editar)[^\]]*\]\s*$|\s*\(\d+\)$"
)
# "Notes to Chapter 3", "Notes to pages 12-34", "Notes for Introduction".
_NOTES_TO = re.compile(
    r"(?:end|foot)?notes\s+(?:to|for|on)\s+(?:the\s+)?(?:chapters?|pages?|pp\.?|introduction|conclusion|part|preface|epilogue)\b.*",
    re.I,
)
_CLOSING_START = re.compile(
    r"(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|\d{4})|all rights reserved|received:? \d|accepted:? \d|manuscript received|"
    r"published online:? \d|issue date:? |this content downloaded|download references\b|for permissions? )",
    re.I,
)


@cache
def closing_line() -> re.Pattern[str]:
    """A line that says when the article came in, under which licence it stands, how it is cited: never a note's."""
    words = alternatives(load_words("page")["closing_lines"])
    return re.compile(rf"[\n\f][ \t]*(?={words})")


@cache
def run_on_opening() -> re.Pattern[str]:
    """A line that goes on after its heading with the first note: "Notes Introduction 1. Smith ..."."""
    words = alternatives(load_words("page")["notes_headings"])
    return re.compile(rf"^[ \t]*(?:{words})\b[^\n]{{0,120}}?[ (\[]1[.)\]]{{0,2}}[ ]", re.IGNORECASE | re.MULTILINE)


class Heading(StrEnum):
    """What a heading line does."""

    NOTES = "notes"
    LIST = "list"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading and where it stands in the text."""

    kind: Heading
    start: int
    end: int


def find_headings(text: str) -> list[HeadingLine]:
    """Every line that is a heading of the notes, of a list of references, or of what follows the notes.

    A heading stands alone on its line: "Notes", "NOTES:", "## Anmerkungen", "Notes to Chapter 2".
    """
    found = []
    for line in _LINE.finditer(text):
        if line.end() - line.start() > _LONGEST or (kind := _kind(line[0])) is None:
            continue
        # One word may be the last of a wrapped note; a heading of one word has an empty line beside it.
        if kind is Heading.NOTES or " " in line[0].strip() or _is_beside_empty(text, line):
            found.append(HeadingLine(kind, line.start(), line.end()))
    return found


def _is_beside_empty(text: str, line: re.Match[str]) -> bool:
    before, after = text[max(0, line.start() - 2) : line.start()], text[line.end() : line.end() + 2]
    return (
        before in ("", "\n") or before.endswith(("\n\n", "\f")) or after in ("", "\n", "\n\n") or after.startswith("\f")
    )


def _kind(line: str) -> Heading | None:
    if _CLOSING_START.match(line.strip()):
        return Heading.CLOSING
    words = " ".join(_AROUND.sub("", _AROUND.sub("", line)).split()).casefold()
    if not words:
        return None
    spaced_out = words.replace(" ", "")  # N O T E S
    if words in word_set("page", "notes_headings") or (
        len(words) < 22 and " " in words and spaced_out in word_set("page", "notes_headings")
    ):
        return Heading.NOTES
    if words in word_set("page", "list_headings"):
        return Heading.LIST
    if words in word_set("page", "closing_headings"):
        return Heading.CLOSING
    return Heading.NOTES if _NOTES_TO.fullmatch(words) else None
