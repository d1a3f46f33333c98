"""One entry in, what is wrong in its fields out: names, pages, dates, numbers, braces, TeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from app.bibtex.danger import dangerous_commands
from app.bibtex.dates import year_of
from app.bibtex.latex import unmatched_braces
from app.bibtex.naming import PEOPLE
from app.entry import Entry
from app.integrity.finding import Cleanup
from app.integrity.numbers import bare_doi, is_doi, is_isbn, is_issn
from app.people import read_people, split_names

Found = tuple[str, str, Cleanup | None]

_DATE = re.compile(r"(-?\d{4}|\d{2}[\dX]X)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T[\d:]+Z?)?[?~%]?")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HYPHEN_RANGE = re.compile(r"(?<=\w)\s*(?:-|–|—|---)\s*(?=\w)")
_SIMPLE_RANGES = re.compile(r"(?:\w+(?:\s*[-–—]\s*\w+)?,\s*)*\w+\s*[-–—]\s*\w+")
_ONE_RANGE = re.compile(r"(\d+)\s*(?:--?|–)\s*(\d+)")
_PAGE_WORD = re.compile(r"^(?:pp?\.|S\.|pages?|s\.)\s*(?=\d)", re.IGNORECASE)
_ET_AL = re.compile(r"\bet\.?\s+al\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|p|br|jats:\w+)\b[^>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d+|#x[0-9a-f]+|[a-z]{2,6});", re.IGNORECASE)
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\ufffd\uf700-\uf7ff]")
_ORDER_FIELDS = ("date", "origdate", "urldate", "eventdate")
_TEXT_ONLY = ("url", "doi", "file", "abstract", "annotation")


def field_findings(entry: Entry) -> Iterator[Found]:
    """Field, message and cleanup of everything that is wrong in the fields themselves."""
    for check in _CHECKS:
        tuple[Callable[[Entry], Iterator[Found]], ...] = (_people, _pages, _dates, _numbers, _texts, _titles)
