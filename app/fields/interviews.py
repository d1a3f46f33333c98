"""A citation's text in, its fields out where it is an interview: who spoke, with whom, when, where it is kept."""

from __future__ import annotations

import re

from app.fields.dates import read_full_date
from app.fields.kinds import is_day
from app.fields.names import format_people
from app.fields.pages import read_pages
from app.fields.places import is_place
from app.fields.ratings import rate_people

# "Thompson, Llewellyn" or "L. E. Thompson, oral history interview by E. Donahue, March 25, 1964, 12, JFKL"
_INTERVIEW = re.compile(
    r"(?P<people>[A-ZÀ-Þ][^,;:“‘«(]{3,60}),\s(?P<title>(?:(?:recorded|oral\shistory|telephone|personal|taped|transcribed)\s){0,2}"
    r"(?:interview|interviewed|entretien|entrevista|intervista|Interview)\s(?:conducted\s)?(?:by|with|mit|avec|con|com|par|por)\s"
    r"(?:the\s)?[^,;:()“‘«]{3,50}),\s"
)
_PLACE = re.compile(r"(?P<place>[A-ZÀ-Þ][\w.’-]+(?:\s[A-ZÀ-Þ][\w.’-]+){0,2}(?:,\s(?:[A-Z]{2}|[A-Z]\.\s?[A-Z]\.))?),\s")
# "interview by Ann Fry, Archive of Salt Television, October 15, 2001"
_KEEPER = re.compile(
    r"(?P<library>(?=[A-ZÀ-Þ])[^,;()“”]{0,60}?\b(?:Archives?|Library|Program(?:me)?|Collection|Project|Museum|Center|Centre|Archiv|Archivo|Biblioteca)\b[^,;()“”]{0,40}),\s"
)
_PAGE = re.compile(r",\s(?:transcript,?\s)?(?=(?:pp?\.\s)?\d)")
_KEPT = re.compile(r",\s(?:transcript,\s)?(?P<library>[A-ZÀ-Þ][^;()]{2,120}?)(?=(?<!\s[A-Z])\.(?:\s|$)|;|$)")
_PAGE_AT_END = re.compile(r",\s(?:pp?\.\s)?(?P<page>\d{1,4}(?:[-–]\d{1,4})?)$")
_END = re.compile(r"\s*(?:$|[.;)])")
_A_NAME = 0.5


def read_interview(text: str) -> tuple[dict[str, str], int, str | None] | None:
    """Read "L. E. Thompson, oral history interview by E. Donahue, March 25, 1964, 12, JFKL Oral History Program".

    Returns:
        The fields, the end, and the page of the transcript; None where no day stands behind the words.
    """
    found = _INTERVIEW.match(text)
    if not found or rate_people(found["people"]) < _A_NAME:
        return None
    at = found.end()
    keeper = _KEEPER.match(text, at)
    at = keeper.end() if keeper else at
    place = _PLACE.match(text, at)
    where = place["place"] if place and is_place(place["place"]) and not read_full_date(text, at) else ""
    day = read_full_date(text, place.end() if place and where else at)
    if not day or not is_day(day.fields["date"]):
        return None
    fields = {"author": format_people(found["people"]), "title": found["title"], "date": day.fields["date"]}
    fields |= {"venue": where} if where else {}
    fields |= {"library": keeper["library"]} if keeper else {}
    end, page = day.end, None
    gap = _PAGE.match(text, end)
    pages = read_pages(text, gap.end(), bare=True) if gap else None
    if pages:
        end, page = pages.end, pages.text
    if not keeper and (kept := _KEPT.match(text, end)):
        at_end = _PAGE_AT_END.search(kept["library"]) if page is None else None
        page = at_end["page"] if at_end else page
        fields["library"] = kept["library"][: at_end.start()] if at_end else kept["library"]
        end = kept.end()
    return (fields, end, page) if _END.match(text, end) else None
