"""A citation's text in, its fields out where it names nothing but a programme, its station and a day."""

from __future__ import annotations

import re
from functools import cache

from app.fields.dates import read_full_date
from app.fields.kinds import is_broadcaster, is_day
from app.fields.ratings import rate_people
from app.wordlists import alternatives, load_words

_END = re.compile(r"\s*(?:$|[.;)\]])")
_A_NAME = 0.8


@cache
def _programme() -> re.Pattern[str]:
    stations = alternatives(load_words("periodicals")["stations"])
    return re.compile(
        rf"(?P<title>[A-ZÀ-ÞĀ-Ž][^,.;:()“”‘«»„\"]{{2,70}}),\s(?P<station>{stations}|[A-Z][A-Z-]{{2,6}}(?:\s(?:TV|Radio))?),\s(?=[\dA-ZÀ-Þ])"
    )


def read_programme(text: str) -> tuple[dict[str, str], int] | None:
    """Read "The Salt Hour, NBC, December 10, 1962": fields and end; None where a person stands before the station."""
    found = _programme().match(text)
    if not found or not is_broadcaster(found["station"]):
        return None
    day = read_full_date(text, found.end())
    is_person = " " in found["title"] and rate_people(found["title"]) >= _A_NAME
    if is_person or not day or not is_day(day.fields["date"]) or not _END.match(text, day.end):
        return None
    return {"title": found["title"], "publisher": found["station"], "date": day.fields["date"]}, day.end
