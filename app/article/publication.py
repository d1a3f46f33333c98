"""The lines of a head in, the thesis or the chapter out that they say the text is, with the fields of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from app.article.byline import read_byline
from app.article.imprint import read_date
from app.people import read_people, write_people
from app.wordlists import alternatives, load_words

_DASH = r"\s*[-‐–—]+\s*"
_UNIVERSITY = re.compile(
    r"(?:^|\b(?:of the|at the|to the|der|von der|de l’|de l'|de la|da|del|dell’)\s)?"
    r"(?P<name>[^,.;]*\b(?:Universi\w+|Università)\b[^,.;]*)"
)
# "In: Roe, Jane (ed.), The Book of Ice. London: Polar Press, 1999, pp. 12-34."
_IN_BOOK = re.compile(
    r"^(?:in|en|dans)\s?:?\s(?P<editors>[A-ZÀ-Þ].{3,120}?),?\s"
    r"\((?:eds?\.?|hrsg\.|hg\.|dir\.|éds?\.?|coords?\.|org\.|orgs\.|a cura di)\)\s?[,:.]?\s"
    r"(?P<book>.{4,160}?)[,.]\s(?P<place>[^:,\d]{2,40}?)(?::\s(?P<publisher>[^,\d]{2,60}?))?,?\s"
    r"\(?(?P<year>(?:1[6-9]|20)\d\d)\)?"
    rf"(?:[,:.]\s(?:(?:pp?|S)\.\s)?(?P<first>\d+){_DASH}(?P<last>\d+))?",
    re.IGNORECASE,
)


class Publication(NamedTuple):
    """Where an article that is none was published."""

    entrytype: str
    fields: dict[str, str]


def read_publication(lines: Sequence[str]) -> Publication | None:
    """The thesis or the chapter that the head says the text is; None where it says neither.

    Example: "A thesis submitted to the University of the North" gives a thesis with its institution.
    """
    for line in lines:
        if match := _IN_BOOK.match(line.strip()):
            return Publication("incollection", _of_book(match))
    if any(_thesis().match(line.strip()) for line in lines):
        return Publication("thesis", _of_thesis(lines))
    return None


def is_in_book(line: str) -> bool:
    """Whether a line names the book, with its editors, that holds the text."""
    return bool(_IN_BOOK.match(line.strip()))


@cache
def _thesis() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(load_words('page')['thesis_words'])})(?!\w)", re.IGNORECASE)


def _of_thesis(lines: Sequence[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        match = _UNIVERSITY.search(line)
        if match and len(line) < 200:
            fields.setdefault("institution", " ".join(match["name"].split()))
        if len(line) < 60 and (date := read_date(line)):
            fields.setdefault("date", date)
    return fields


def _of_book(match: re.Match[str]) -> dict[str, str]:
    editors = read_byline(match["editors"]) or write_people(read_people(match["editors"]))
    pages = f"{match['first']}--{match['last']}" if match["first"] else ""
    fields = {"editor": editors, "booktitle": match["book"], "location": match["place"].strip()}
    fields |= {"publisher": match["publisher"] or "", "date": match["year"], "pages": pages}
    return {name: value for name, value in fields.items() if value}
