"""The fields and the pieces a citation was read from in, the biblatex entry type out."""

from __future__ import annotations

import re
from functools import cache

from app.fields.names import is_corporate
from app.wordlists import alternatives, load_words

JOURNAL_PIECES = frozenset({"volume", "number", "issue-of-year", "law-journal"})
_REPORTS = ("paper", "papers", "report", "reports", "rpt.", "memorandum", "brief", "note", "study")
_SPEECHES = ("speech", "lecture", "address", "keynote", "talk", "sermon", "presentation", "conference paper")
_COMMAND_PAPER = re.compile(r"C(?:mn?d?|d)?\.?\s\[?\d")
_SPOKEN = re.compile(
    r"(?i)(?:\w+[’']?s?\s){0,2}(?:interview|gespräch|entretien|entrevista|intervista|conversation|discussion|e-?mail|letter"
    r"|personal communication),?\s"
    r"(?:with|by|to|between|mit|avec|con|com|a|à|de|do|da)\b"
    r"|(?:speech|lecture|address|remarks|statement)\s(?:to|at|before|delivered|given)\b"
)
# "Brine Meetings: Final Evaluation Report", "Watching the Salt: Report to the Harbour Board"
_REPORT_BEHIND = re.compile(
    r"[:.–—]\s(?:(?:[A-Z][\w-]+\s){0,4}Report$|(?:(?:A|An|The)\s)?(?:[A-Z][\w-]+\s){0,2}Report\s(?:to|for|of)\s(?:the\s)?[A-Z])"
)


# American stations by their call letters: "KQED-TV", "WGBH".
_STATION = re.compile(
    r"[KW][A-Z]{2,3}(?:-(?:TV|AM|FM))?|(?:NBC|CBS|PBS|NPR|CNN|MSNBC|C-SPAN|CBC|ITV)(?:-TV|\s(?:TV|Radio))?"
)


def is_broadcaster(words: str) -> bool:
    """Whether the words are nothing but a network's or a station's name; "ABC" is a newspaper too."""
    named = words.strip(" ,")
    return _STATION.fullmatch(named) is not None or named in load_words("periodicals")["stations"]


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
    """The biblatex type of a work that is neither law nor archive: article, book, incollection, thesis, report ..."""
    kind = _by_a_sure_sign(fields, pieces) or _by_container(fields)
    if kind:
        return kind
    is_imprinted = bool({"location", "publisher", "institution"} & fields.keys())
    is_of_body = (
        not is_quoted and fields.get("author", "").startswith("{") and "date" in fields and "urldate" not in fields
    )
    if (
        (fields.get("url") or fields.get("urldate"))
        and not is_of_body
        and not {"location", "publisher"} & fields.keys()
    ):
        return "online"
    return "article" if is_quoted and not is_imprinted else _without_container(fields)


def _by_a_sure_sign(fields: dict[str, str], pieces: list[str]) -> str:
    if "thesis" in pieces:
        return "thesis"
    if fields.get("editortype") == "director" or ("film" in pieces and "editor" in fields):
        return "movie"
    printed = fields.get("type", "")
    if printed.startswith(("unpublished", "manuscript", "typescript", "MS", "mimeo")) or printed in _SPEECHES:
        return "unpublished"
    if "command-paper" in pieces:
        return "report"
    return "report" if printed.casefold().endswith(_REPORTS) else ""


def _by_container(fields: dict[str, str]) -> str:
    if "booktitle" in fields:
        is_meeting = has_word(fields["booktitle"], "conference_words") and "editor" not in fields
        return "inproceedings" if is_meeting else "incollection"
    if "journaltitle" in fields:
        return "article"
    if "eventtitle" in fields or _is_spoken(fields):
        return "unpublished"
    is_broadcast = "series" in fields and is_day(fields.get("date", "")) and "location" not in fields
    return "misc" if is_broadcast else ""


def _is_spoken(fields: dict[str, str]) -> bool:
    """Whether the title is an interview or a letter, and no printed "Letter to a Member of Parliament" (1750)."""
    title = fields.get("title", "")
    return bool(_SPOKEN.match(title)) and "publisher" not in fields and not title.startswith(("A ", "An "))


@cache
def _report_title() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w-]+\s){{0,3}}(?:{alternatives(load_words('periodicals')['report_words'])})\b")


def _without_container(fields: dict[str, str]) -> str:
    author = fields.get("author", "")
    is_corporate_author = author.startswith("{") and is_corporate(author.strip("{}"))
    if is_corporate_author and {"location", "publisher"} <= fields.keys() and has_word(author, "learned_bodies"):
        return "report" if _report_title().match(fields.get("title", "")) else "book"
    if _COMMAND_PAPER.match(fields.get("number", "")) or "institution" in fields or is_corporate_author:
        return "report"
    is_of_a_day = is_day(fields.get("date", ""))
    if _report_title().match(fields.get("title", "")) and "publisher" not in fields:
        return "misc" if is_of_a_day else "report"
    if _REPORT_BEHIND.search(fields.get("title", "")) and "publisher" not in fields and not is_of_a_day:
        return "report"
    if is_of_a_day and not {"location", "publisher"} & fields.keys():
        return "misc"
    house = fields.get("publisher", "")
    is_broadcast = (has_word(house, "broadcast_words") or is_broadcaster(house)) and "location" not in fields
    return "misc" if is_broadcast else "book"
