"""A date as people and programs write it in, an entry's fields for it out: date, or year where it is no date."""

from __future__ import annotations

import re

from app.bibtex.iso_dates import DAY_FIRST, iso_date
from app.fields.dates import read_date

_REPRINT = re.compile(r"[\[(](?P<first>\d{4})[\])]\s*(?P<now>\d{4})|(?P<now2>\d{4})\s*[\[(](?P<first2>\d{4})[\])]")


def date_fields(text: str) -> dict[str, str]:
    """The fields for a date: "2007-6-29", "30-Mar-2020", "04/2012", "1486/87", "ca. 1723", "[1890] 1990", "199u".

    A day and a month that could be each other ("04/05/1989") are not guessed at: the words stay in `year`, as those do
    that are no date ("in press").
    """
    text = " ".join(text.split())
    if not text:
        return {}
    if match := _REPRINT.fullmatch(text):
        return {"date": match["now"] or match["now2"], "origdate": match["first"] or match["first2"]}
    if date := iso_date(text):
        return {"date": date}
    piece = None if DAY_FIRST.fullmatch(text) else read_date(text, 0)
    if piece is not None and piece.end == len(text) and piece.fields.get("date"):
        return {name: value for name, value in piece.fields.items() if value}
    return {"year": text}
