"""A run-on note's words in, the same out without what the page prints between two notes: its head, a chapter's name."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import alternatives, load_words

_CHAPTER = re.compile(
    r"(?<=[.?!)\]”’»\"])\s+(?:(?:Chapter|Part|Kapitel|Chapitre|Capítulo)\s+\w+[:.]?|\d{1,2})?\s*[A-ZÀ-Þ][^.,;:()”\d]{2,90}$"
)


def without_page_head(words: str, is_before_restart: bool, is_last: bool) -> str:
    """The words of a run-on note.

    Args:
        words: from the note's number to the next one.
        is_before_restart: the numbers start again behind it, so that a chapter's name may stand there.
        is_last: no number follows, so that a bibliography may stand there.

    Example: "Ibid., p. 5. 188 Notes to pages 12–15" gives "Ibid., p. 5."; before a restart so does "Ibid., p. 5. 2 The
    Clerks".
    """
    words = _page_head().sub("", words)
    if is_before_restart:
        words = _CHAPTER.sub("", words)
    if is_last and (found := _closing().search(words)):
        words = words[: found.start()]
    return words


@cache
def _page_head() -> re.Pattern[str]:
    words = alternatives(load_words("page")["notes_headings"])
    to = r"(?:\s+to\s+(?:pages?|pp\.|chapters?)[\s\w–-]{1,20}?)?"
    return re.compile(rf"(?<=[.?!)\]”’»\"\d])\s+(?:\d{{1,4}}\s+(?:{words}){to}|(?:{words}){to}\s+\d{{1,4}})\s*$")


@cache
def _closing() -> re.Pattern[str]:
    words = alternatives([*load_words("page")["closing_headings"], *load_words("page")["list_headings"]])
    return re.compile(rf"(?<=[.?!)\]”’»\"])\s+(?:{words})\s+(?=[A-ZÀ-Þ])")
