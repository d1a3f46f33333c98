"""A spot of an American law citation in, the page before its bracket or its year's journal out.

The shapes are the Bluebook's: books (rule 15), journals by the year and works to come (rules 16 and 17).
"""

from __future__ import annotations

import re

from app.fields.kinds import has_word
from app.fields.pages import Pages, as_extent
from app.fields.pieces import Piece
from app.fields.spots import Spot

_SHORT_NAME = 4
_YEAR = r"(?:1[5-9]|20)\d\d"
_EDITION = r"(?:(?:\d{1,2}\w{1,2}|rev\.|new|[a-z]+)\sed\.,?\s)?"
_LIST = r"\d+(?:[-–.]\d+)?(?:\s(?:&\s)?nn?\.\s?\d+)?(?:,\s\d+(?:[-–]\d+)?)*"
# "45 (1970)", "§ 7.9, at 341 (3d ed. 1994)", "12 (Ann Fry ed., 2001)", "54-56 (Salt Inst., Working Paper No. 12, 2003)"
_PAGE_AND_BRACKET = re.compile(
    rf"(?P<page>§§?\s[\w.–-]+(?:\(\w+\))*(?:,\sat\s{_LIST})?|(?!{_YEAR}\b){_LIST})\s"
    rf"(?=\((?:{_EDITION}{_YEAR}|[^()]*\b(?:eds?|trans)\.,\s{_EDITION}{_YEAR}|[^()]*\bPapers?\b[^()]*{_YEAR}|Comm\.\sPrint\s{_YEAR}|photo\.\sreprint\s{_YEAR})\)(?!,?\s(?:S\.|pp?\.|p\.|at\s|hier\s)?\s?\d|:\s?\d))"
)
_TITLE_BEFORE = re.compile(
    r"(?:\d{1,3}\s)?[A-ZÀ-ÞĀ-Ž].*?,\s(?P<title>[A-ZÀ-ÞĀ-Ž‘“\"'].*\s.*|[A-Z]{2,}.*)\s$", re.DOTALL
)
# "FOUNDATIONS OF SALT LAW 12 (Ann Fry ed., 1994)"
_IN_CAPITALS = re.compile(r"(?P<title>[A-Z]{3,}(?:[\s:,&’'-]+[A-Z()’']+){1,14})\s$")
_IN_CONTAINER = re.compile(r"[,.]\s(?:in:?|In:?|dans|en)\s[A-ZÀ-ÞĀ-Ž«“„]")
_JOURNAL = r"[A-Z][\w.’']*(?:\s(?:[A-Z&][\w.’']*|of|the|on|for|in))*"
# "1997 U. Salt Legal F. 13, 40": the year stands where a volume would.
_YEAR_FIRST = re.compile(
    rf"(?P<year>{_YEAR})\s(?P<journal>{_JOURNAL}\.?)\s(?P<page>\d+(?:[-–]\d+)?)(?:,\s(?P<at>\d+(?:[-–]\d+)?))?(?=[.;]|\s?\(|$)"
)
_FORTHCOMING = re.compile(rf"(?P<volume>\d+)\s(?P<journal>{_JOURNAL})(?=\s\(forthcoming\b)")


def read_page_before_bracket(spot: Spot) -> Pages | None:
    """The page of a book: "THOMAS VOSS, RIVERS AND RIGHTS 45 (1970)", "Tom Voss, Rivers § 2.1(d) (5th ed. 2012)"."""
    found = _PAGE_AND_BRACKET.match(spot.text, spot.pos)
    if not found or spot.titled or spot.tail.pieces:
        return None
    before = _TITLE_BEFORE.fullmatch(spot.text, 0, spot.pos) or _IN_CAPITALS.fullmatch(spot.text, 0, spot.pos)
    is_section = found["page"].startswith("§")
    if (
        not before
        or _IN_CONTAINER.search(before["title"])
        or not (is_section or not _ends_in_journal(before["title"], found["page"]))
    ):
        return None
    return Pages(found.end("page"), found["page"], is_labelled=True, is_at=True)


def _ends_in_journal(title: str, page: str) -> bool:
    """Whether the words before a number are a journal's name and the number its volume: "Bread, Salt Studies 12"."""
    *before, last = title.split(", ")
    if ":" in last or not last[:1].isupper() or last.isupper():
        return False
    if has_word(last, "journal_words"):
        return bool(before)
    is_number = page.isdigit()
    return is_number and bool(before) and len(last.split()) <= _SHORT_NAME


def read_journal_by_year(spot: Spot) -> Piece | None:
    """Journals that the Bluebook cites by the year, and volumes to come: "31 Salt L. Rev. (forthcoming 2004)"."""
    if not spot.char.isdigit() or not spot.is_separated or spot.tail.pieces:
        return None
    if coming := _FORTHCOMING.match(spot.text, spot.pos):
        fields = {"journaltitle": coming["journal"], "volume": coming["volume"]}
        return Piece("law-journal", spot.pos, coming.end(), fields, 6)
    found = _YEAR_FIRST.match(spot.text, spot.pos)
    if not found or not (has_word(found["journal"], "journal_words") or "." in found["journal"]):
        return None
    fields = {"journaltitle": found["journal"], "date": found["year"], "pages": as_extent(found["page"])}
    return Piece("law-journal", spot.pos, found.end(), fields | ({"locator": found["at"]} if found["at"] else {}), 8)
