"""A spot of a law citation in, journal, volume and pages out, as OSCOLA, the Bluebook and German reviews print them."""

from __future__ import annotations

import re

from app.fields.dates import is_month
from app.fields.names import format_people
from app.fields.pages import read_pages
from app.fields.peeling import clean_title
from app.fields.pieces import Piece
from app.fields.spots import Spot

_SMALL_WORDS = r"of|the|and|in|on|for|de|du|la|des|et|fur|für|der|und|to|J\."
_JOURNAL = (
    rf"(?P<journal>(?:The\s)?[A-ZÀ-ÞĀ-Ž][\w.’'&:-]*(?:\s(?:[A-ZÀ-ÞĀ-Ž&][\w.’'&:-]*|{_SMALL_WORDS})){{0,11}}?)"
    r"\s(?P<page>[A-Z]?\d+|[ivxlc]+)(?=[\s,.;):]|$|[–-]\d)(?P<end>[–-]\d+)?"
)
_VOLUME = r"(?:(?P<volume>\d{1,4}|[IVXLC]+)(?:\s?\((?P<number>[\d-]+)\)|[:/](?P<number2>\d+))?\s)?"
_LAW_JOURNAL = re.compile(_VOLUME + _JOURNAL)
# With a volume before it a journal may be printed as a sentence: "188 Journal of mathematical analysis 92".
_SENTENCE_JOURNAL = re.compile(
    r"(?P<volume>\d{1,4})(?:\s?\((?P<number>[\d-]+)\)|[:/](?P<number2>\d+))?\s"
    r"(?P<journal>[A-Z][\w.’'&-]*+(?:\s(?=[\d.’'&-]*[A-Za-z])[\w.’'&-]++){1,8}?)\s(?P<page>\d+)(?=[\s,.;):]|$)(?P<end>[–-]\d+)?"
)
_YEAR_BEHIND = re.compile(
    r"(?:,\s?(?:[A-Z]\d)?[\d–-]+(?:\s(?:&\s)?(?:nn?|tbl|fig|app|cmt)s?\.\s?[\d–-]+)?)*\s\((?:[\w. ]+\s)?\d{4}\)"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_CHAPTER = re.compile(
    r"(?P<title>[^()]{3,160}?(?:\s\((?P<day>[A-Z][a-z]+\.?\s\d{1,2},\s\d{4})\))?),\sin\s(?:(?P<volume>\d{1,4})\s)?(?P<book>[A-Z][^()]{3,160}?)\s(?P<first>\d+)(?:,\s(?P<at>\d+(?:[–-]\d+)?))?"
    r"\s\((?P<editors>[A-Z][^()\d]{3,80}?),?\seds?\.,\s(?:\d\w+\sed\.\s)?(?P<year>\d{4})\)"
)
# "Salt, in ESSAYS IN POSITIVE ECONOMICS 3, 21 (1953)": an author's own essays have no editor.
_OWN_CHAPTER = re.compile(
    r"(?P<title>[^()]{3,160}?)(?P<day>),\sin\s(?:(?P<volume>\d{1,2})\s)?(?P<book>(?=[^\d()]*\s)[A-Z][A-Z’'&:,\s-]{4,160}?)\s(?P<first>\d+)"
    r"(?:,\s(?P<at>\d+(?:[–-]\d+)?))?(?P<editors>)\s\((?:\d\w+\sed\.\s|rev\.\sed\.\s)?(?P<year>\d{4})\)"
)
_LETTER = re.compile(r"Letter\sfrom\s(?P<from>[A-Z][\w. ]+?)\sto\s(?P<to>[^()]+?)(?:\s\([^()]*\)|,|$)")
_PAGE_IN_BRACKET = re.compile(r"(?P<first>\d+)\s\((?P<at>\d+(?:\s?[-–]\s?\d+)?(?:\sff?\.)?)\)(?=\s*(?:[.;]|$))")


def read_journal_before_year(spot: Spot) -> Piece | None:
    """Bluebook: "88 ALBION L. REV. 1201, 1210 (1974)"."""
    if not spot.char.isdigit():
        return None
    found = _LAW_JOURNAL.match(spot.text, spot.pos) or _SENTENCE_JOURNAL.match(spot.text, spot.pos)
    return _piece(found) if found and _YEAR_BEHIND.match(spot.text, found.end()) else None


def read_journal_after_year(spot: Spot) -> Piece | None:
    """OSCOLA: "(1998) 25(1) Journal of Law and Repair 71", "[2004] Public Law 47"."""
    if spot.tail.pieces != ["date"] or spot.gap != " " or not spot.is_behind_bracket:
        return None
    if read_pages(spot.text, spot.pos, bare=False):
        return None
    found = _LAW_JOURNAL.match(spot.text, spot.pos) or _SENTENCE_JOURNAL.match(spot.text, spot.pos)
    if not found or is_month(found["journal"].split()[0]):
        return None
    return None if not found["volume"] and _YEAR.fullmatch(found["page"]) else _piece(found)


def _piece(found: re.Match[str]) -> Piece:
    fields = {"journaltitle": found["journal"].strip()}
    if found["volume"]:
        fields["volume"] = found["volume"]
    if number := found["number"] or found["number2"]:
        fields["number"] = number
    page = found["page"] + (f"--{found['end'].lstrip('–-')}" if found["end"] else "")
    return Piece("law-journal", found.start(), found.end(), fields | {"pages": page}, 8)


def read_chapter_before_year(text: str, pos: int) -> tuple[dict[str, str], int, str | None] | None:
    """Bluebook chapters: "Salt, in BREAD AND RIVERS 33, 45 (Ann Fry ed., 2001)".

    Returns:
        The fields behind the author, where the citation ends, and the page pointed at.
    """
    found = _CHAPTER.match(text, pos) or _OWN_CHAPTER.match(text, pos)
    if not found:
        return None
    fields = {"title": clean_title(found["title"]), "booktitle": found["book"].strip(" ,"), "pages": found["first"]}
    fields |= {"editor": format_people(found["editors"])} if found["editors"] else {}
    fields["date"] = found["year"]
    if found["volume"] and not _YEAR.fullmatch(found["volume"]):
        fields["volume"] = found["volume"]
    if letter := _LETTER.match(found["title"]):
        fields |= {"author": format_people(letter["from"]), "title": f"Letter to {letter['to']}"}
    return fields, found.end(), found["at"]


def read_german_law_pages(spot: Spot) -> Piece | None:
    """German law reviews: "ZfK 1999, 14 (17)", the first page and in brackets the page pointed at."""
    if spot.tail.pieces != ["date"]:
        return None
    found = _PAGE_IN_BRACKET.match(spot.text, spot.pos)
    fields = {"pages": found["first"], "locator": found["at"]} if found else {}
    return Piece("law-pages", spot.pos, found.end(), fields, 2) if found else None
