"""The pages a citation prints in, the work's own extent and the page pointed at out."""

from __future__ import annotations

import re

from app.fields.kinds import is_day
from app.fields.pages import Pages, as_extent
from app.fields.spots import Tail
from app.wordlists import load_words

# Bluebook's magazines: "at 25, 30 tbl.4"
_FIRST_AND_AT = re.compile(r"(?P<first>\d+),\s(?P<at>\d+(?:[-–]\d+)?(?:\s(?:tbl|fig|n)\.\s?\d+)?)")
_FIRST_AND_LATER = re.compile(
    r"(?P<first>\d+(?P<following>\s?(?:ff?|sqq?|ss|et\ss(?:uiv)?|y\sss|e\sss)\b\.?)?),\s(?:(?:hier|ici|at|esp\.|bes\.|insb\.|spéc\.)\s)?(?:(?:S|pp?)\.\s)?"
    r"(?P<at>\d+(?:\s?[-–]\s?\d+)?(?:\s?ff?\.)?(?:,\s\d+(?:\s?[-–]\s?\d+)?(?:\s?ff?\.)?)*)"
)
# "101–24, 110": the whole chapter, then the page pointed at
_EXTENT_AND_PAGE = re.compile(
    r"(?P<extent>\w+\s?[-–—]{1,2}\s?\w+),\s(?:at\s|here\s|p\.\s)?(?P<page>\d[\w–-]*(?:,\s\d[\w–-]*)*)"
)
# OSCOLA: "in Ann Fry (ed), Salt Law (OUP 2010) 491, 492"; of one page alone it is the one pointed at
_BEHIND_BRACKET = re.compile(
    r"\((?:eds?|trs?)\.?\),\s[^()]+\([^()]*\d{4}\)\s(?P<first>\d+),\s(?P<at>\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?)*)[\s.;]*$"
)


def sort_pages(fields: dict[str, str], tail: Tail) -> tuple[dict[str, str], str | None]:
    """Tell a work's extent from the page one citation points at.

    A stretch of more than two pages of something that stands in a journal or a book is its extent, as is the first page
    of a law article ("34 Northern Law Rev. 210 at 215") and a newspaper's page; all other pages are the locator.

    Returns:
        The fields, with `pages` where the extent is known, and the locator.
    """
    pages = _divided(list(tail.pages), is_part=_is_part(fields))
    if not pages:
        return fields, None
    is_pointed = len(pages) == 2 and pages[0].is_range and pages[1].is_at and "page-in-bracket" not in tail.pieces
    if is_pointed and not _is_part(fields) and not pages[0].is_at:
        return fields, pages[1].text  # "S. 213–225, hier S. 220" of a book
    if (
        pages[0].is_at
        and (listed := _FIRST_AND_AT.fullmatch(pages[0].text))
        and "journaltitle" in fields
        and "law-journal" not in tail.pieces
    ):
        return fields | {"pages": listed["first"]}, listed["at"]
    listed = _FIRST_AND_LATER.fullmatch(pages[0].text)
    # "S. 321 ff., 322": where the piece begins, then the page pointed at; a book's are both pointed at.
    is_first = _is_cited_as_lawyers_do(fields) or (listed and listed["following"] and _is_part(fields))
    if listed and is_first:
        return fields | {"pages": listed["first"]}, listed["at"]
    if _is_extent(pages, fields, tail):
        fields = fields | {"pages": as_extent(pages[0].text)}
        pages = pages[1:]
    return fields, join_pages(pages)


def begin_chapter(text: str, fields: dict[str, str], locator: str | None) -> tuple[dict[str, str], str | None]:
    """The page a chapter begins on told from those pointed at, where lawyers print both.

    Args:
        text: the citation.
        fields: of the chapter.
        locator: all the pages behind the collection's bracket.
    """
    if not locator or "pages" in fields or not {"title", "booktitle"} <= fields.keys():
        return fields, locator
    found = _BEHIND_BRACKET.search(text)
    return (fields | {"pages": found["first"]}, found["at"]) if found else (fields, locator)


def join_pages(pages: list[Pages]) -> str | None:
    """The places pointed at in one; behind a section the page keeps its label: "§ 10 II, S. 123"."""
    if not pages:
        return None
    is_section = not re.match(r"[\divxlcIVXLC]+\b", pages[0].text)
    return ", ".join([pages[0].text, *((page.label if is_section else "") + page.text for page in pages[1:])])


def _is_cited_as_lawyers_do(fields: dict[str, str]) -> bool:
    """Whether of two pages the first is where the piece begins: German lawyers leave out a review piece's title."""
    journal = fields.get("journaltitle", "")
    return ("title" not in fields and bool({"journaltitle", "booktitle"} & fields.keys())) or journal in load_words(
        "law_reports"
    )["german_reviews"]


def _is_part(fields: dict[str, str]) -> bool:
    return bool({"journaltitle", "booktitle"} & fields.keys())


def _divided(pages: list[Pages], *, is_part: bool) -> list[Pages]:
    found = _EXTENT_AND_PAGE.fullmatch(pages[0].text) if pages and is_part else None
    if not found or not (
        Pages(0, found["extent"], is_labelled=False).is_range or _holds(found["extent"], found["page"])
    ):
        return pages
    if len(pages) > 1 and pages[1].is_at and Pages(0, found["page"], is_labelled=False).is_range:
        return pages  # "193–207, 222–238, at 195": printed in two stretches
    first = pages[0]
    extent = Pages(0, found["extent"], first.is_labelled, first.is_at)
    return [extent, Pages(0, found["page"], is_labelled=False), *pages[1:]]


def _holds(extent: str, page: str) -> bool:
    """Whether one page lies in a stretch of two: "501–502, 501"."""
    first, _, last = re.sub(r"\s?[-–—]+\s?", "-", extent).partition("-")
    if not (first.isdigit() and last.isdigit() and page.isdigit()):
        return False
    return int(first) <= int(page) <= int(first[: max(0, len(first) - len(last))] + last)


def _is_extent(pages: list[Pages], fields: dict[str, str], tail: Tail) -> bool:
    first = pages[0]
    if first.is_at or "pages" in fields:
        return False
    if "extent" in tail.pieces:
        return True
    if _is_part(fields):
        is_newspaper = is_day(fields.get("date", "")) and "volume" not in fields and "journaltitle" in fields
        return first.is_range or len(pages) > 1 or is_newspaper
    return first.is_range and "title" in fields and not {"date", "location", "publisher", "volume"} & fields.keys()


def part_volume(locator: str | None) -> tuple[dict[str, str], str | None]:
    """Part "i, 259" behind a chapter: it stands in one volume, while a book may be cited by another the next time."""
    found = re.fullmatch(r"(?P<volume>[ivx]+|[IVX]+),\s(?P<page>\d.*)", locator or "")
    return ({"volume": found["volume"]}, found["page"]) if found else ({}, locator)
