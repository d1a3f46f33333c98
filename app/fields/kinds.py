"""The fields and the pieces a citation was read from in, the biblatex entry type out."""

from __future__ import annotations

import re
from functools import cache

from app.fields.names import is_corporate
from app.wordlists import alternatives, load_words


JOURNAL_PIECES = frozenset({"volume", "number", "issue-of-year", "law-journal"})
_REPORTS = ("Paper", "Papers", "Report", "Reports", "Rpt.", "Memorandum", "Brief", "Note")
_SPOKEN = r"(?i)(?:\w+[’']?s?\s){0,2}(?:interview|conversation|discussion|e-?mail|letter|personal communication)\s(?:with|by|to|between)\b"


@cache
def _words(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{alternatives(load_words('periodicals')[table])})(?![\w])")


def has_word(words: str, table: str) -> bool:
    """Whether a word of one of the lists in periodicals.toml stands in the words."""
    return bool(_words(table).search(words))


def is_day(date: str) -> bool:
    """Whether a date names a day, as a newspaper's does."""
    return len(date.split("/")[0]) == 10


def entry_type(fields: dict[str, str], pieces: list[str], *, is_quoted: bool) -> str:
    """The biblatex type of a work that is neither law nor archive: article, book, incollection, thesis, report, online, misc ..."""
    if "thesis" in pieces:
        return "thesis"
    if fields.get("editortype") == "director":
        return "movie"
    if fields.get("type", "").endswith(_REPORTS):
        return "report"
    if "booktitle" in fields:
        return (
            "inproceedings"
            if has_word(fields["booktitle"], "conference_words") and "editor" not in fields
            else "incollection"
        )
    if "journaltitle" in fields:
        return "article"
    if "eventtitle" in fields or re.match(_SPOKEN, fields.get("title", "")) and "publisher" not in fields:
        return "unpublished"
    if "series" in fields and is_day(fields.get("date", "")) and "location" not in fields:
        return "misc"
    if fields.get("url") or fields.get("urldate"):
        if not {"location", "publisher"} & fields.keys():
            return "online"
    if is_quoted and not {"location", "publisher", "institution"} & fields.keys():
        return "article"
    return _without_container(fields)


def _without_container(fields: dict[str, str]) -> str:
    title, author = fields.get("title", ""), fields.get("author", "")
    if re.match(r"C(?:mn?d?|d)?\.?\s\d", fields.get("number", "")):
        return "report"
    if "institution" in fields or (author.startswith("{") and is_corporate(author.strip("{}"))):
        return "report"
    if (
        re.match(rf"(?:[\w-]+\s){{0,3}}(?:{alternatives(load_words('periodicals')['report_words'])})\b", title)
        and "publisher" not in fields
    ):
        return "misc" if is_day(fields.get("date", "")) else "report"
    if is_day(fields.get("date", "")) and not {"location", "publisher"} & fields.keys():
        return "misc"
    if has_word(fields.get("publisher", ""), "broadcast_words") and "location" not in fields:
        return "misc"
    return "book"
