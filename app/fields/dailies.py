"""A citation's text in, its fields out where it names nothing but a newspaper, its city and a day."""

from __future__ import annotations

import re

from app.fields.dates import read_full_date
from app.fields.kinds import is_day
from app.fields.pages import read_pages
from app.fields.places import is_place

_CAPITALISED = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+"
# An article and a name: "O Vassourense", "La Gazzetta di Marl". "The Hague" is none.
_DAILY = re.compile(
    rf"(?P<journal>(?:[OA]s?|El|La|Los|Las|Les?|Il|Lo|The|Die|Der|Das)\s{_CAPITALISED}(?:\s(?:d[aeio]s?|del|della|of|und|e|y|et|{_CAPITALISED})){{0,4}}),\s"
    rf"(?P<place>{_CAPITALISED}(?:\s(?:d[aeo]s?\s)?{_CAPITALISED}){{0,3}}),\s(?=\d|[A-Z])"
)
_PAGE_GAP = re.compile(r",\s(?:n[.º°]{1,2}\s?(?P<number>\d{1,5}),\s)?(?=pp?\.\s?\d|\d)")
_END = re.compile(r"\s*(?:$|[.;)\]]|,\s(?:apud|cit))")


def read_daily(text: str) -> tuple[dict[str, str], int] | None:
    """Read "O Vassourense, Vassouras, 25 mar. 1888, p. 2": fields and end; None where more stands there."""
    found = _DAILY.match(text)
    day = read_full_date(text, found.end()) if found else None
    if not found or not day or not is_day(day.fields["date"]) or is_place(found["journal"]):
        return None
    fields = {"journaltitle": found["journal"], "location": found["place"]} | dict(day.fields)
    end = day.end
    gap = _PAGE_GAP.match(text, end)
    pages = read_pages(text, gap.end(), bare=True) if gap else None
    if gap and pages:
        fields |= {"number": gap["number"]} if gap["number"] else {}
        fields["pages"], end = pages.text, pages.end
    return (fields | {"entrysubtype": "newspaper"}, end) if _END.match(text, end) else None
