"""A title's tail and the words before it in, what the title stands in out: a journal, a daily, a book in volumes."""

from __future__ import annotations

import re

from app.fields.kinds import JOURNAL_PIECES, has_word, is_day
from app.fields.peeling import peel
from app.fields.periodicals import names_journal
from app.fields.places import is_place
from app.fields.scanning import Scanned
from app.fields.spots import Tail

_LONGEST_NAME = 9
_A_MONTH = len("1986-11")


def is_daily(tail: Tail, container: str) -> bool:
    """Whether what has a day for its date is a newspaper: a name of its own, without people or a place."""
    return is_day(tail.fields.get("date", "")) and not re.search(r"[,(:]", container)


def is_in_journal(tail: Tail, words: str) -> bool:
    """Whether the numbers are a periodical's; "Paris, Sirey, 1990, t. II" is a book in volumes."""
    if not JOURNAL_PIECES & set(tail.pieces) or {"location", "publisher", "edition"} & tail.fields.keys():
        return False
    title, signs = peel(words, imprint="year")
    if {"location", "publisher"} <= signs.keys() and not has_word(title, "journal_words"):
        return False
    if tail.pieces[0] == "date" and {"volume", "number"} & set(tail.pieces):
        return not {"location", "publisher", "edition"} & signs.keys()
    is_of_book = tail.pieces[:2] == ["volume", "date"] and is_place(words.rpartition(", ")[2])
    return not (is_of_book and "location" in signs)


def is_numbered_by_month(tail: Tail, words: str, *, has_author: bool) -> bool:
    """Whether it is "Chronicle of the Salt Society, Sept. 1884, 312–14": no book is cited by its month."""
    is_month = tail.pieces[:2] == ["date", "pages"] and re.fullmatch(r"\d{4}-\d\d", tail.fields.get("date", ""))
    return bool(is_month) and not has_author and len(words.split()) <= _LONGEST_NAME and tail.fields.keys() == {"date"}


def is_of_month(tail: Tail) -> bool:
    """Bluebook's magazines: "On Salt, Regulation, Nov./Dec. 1986, at 25", "J. Salt Econ., Spring 1995, at 209"."""
    is_month = len(tail.fields.get("date", "").split("/")[0]) == _A_MONTH or "issue" in tail.fields
    return is_month and tail.pieces[:2] == ["date", "pages"] and tail.pages[0].is_at


def is_volume_of_book(words: str, tail: Tail, *, has_author: bool) -> bool:
    """Whether "Life of Pitt, II. 255" is a book in volumes: no date, no number, and nothing that names a journal."""
    is_bare = not {"date", "number"} & tail.fields.keys() and "journaltitle" not in tail.fields
    return is_bare and not names_journal(words, has_author=has_author)


def imprint_kind(scanned: Scanned, tail: Tail) -> str:
    """Where the imprint stands: in a bracket behind the title, before a bare year, or a place right before the year."""
    text, start = scanned.text, tail.start
    if not tail.pieces:
        return "year"
    if text[start] in "([" or "thesis" in tail.pieces or {"location", "publisher"} & tail.fields.keys():
        return "bracket"
    return "place" if text[start - 1 : start] == " " and text[start - 2 : start - 1] not in {",", ";", ":"} else "year"
