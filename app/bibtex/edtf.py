"""What a date field holds in, whether biber reads it out; where it does not, the fields that say it all the same."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Mapping
from functools import lru_cache

from app.bibtex.dates import read_date
from app.bibtex.iso_dates import iso_date
from app.bibtex.naming import DATES

_DATE = re.compile(
    r"(?P<year>Y-?[1-9]\d{4,}|-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>T[\d:]+"
    r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?[?~%]?",
    re.ASCII,
)
_TIME = re.compile(r"T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:[Z+-].*)?", re.ASCII)
# Signs of EDTF, the words of its first edition ("199u", "unknown", "open"), and what people leave out of a number.
_BY_MACHINE = re.compile(r"(?:[\d/:.,?~%+TZXuYy -]|unknown|open)+", re.ASCII)
_PARTS_OF_YEARS = range(21, 42)
_LEAP_YEAR = 2000
_WITH_YEARS = ("orig", "url", "event")
_DOUBT = frozenset("?~%X")


@lru_cache(maxsize=10000)
def is_edtf(text: str) -> bool:
    """Whether biber reads and biblatex prints this as a date: "1967-03", "1914/1918", "1967~", "196X", "1967-21".

    The forms are those of the biblatex manual, 2.3.8; each was tried with biber 2.18, which passes over others, and
    with biblatex 3.18, which prints nothing of an unknown year's month ("19XX-12").
    """
    parts = text.split("/")
    if len(parts) > 2 or not any(part not in ("", "..") for part in parts):
        return False
    return all(part in ("", "..") or _is_one(part) for part in parts)


def _is_one(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day, time = match.groups()
    if not month:
        return True
    if "X" in year or (month == "XX" and day not in (None, "XX")) or (time and not _TIME.fullmatch(time)):
        return False
    if month == "XX" or (not day and int(month) in _PARTS_OF_YEARS):
        return True
    if not 1 <= int(month) <= 12:
        return False
    is_common = re.fullmatch(r"[1-9]\d{3}", year)
    return day in (None, "XX") or 1 <= int(day) <= monthrange(int(year) if is_common else _LEAP_YEAR, int(month))[1]


def certain_date(text: str) -> str:
    """The date that a text says without a doubt of its own in the form that biber reads, "" where it says none.

    "June 2010" gives "2010-06", "199u" gives "199X"; "c. 1900" and "1960s" say more than "1900" and "196X" print.
    """
    date = iso_date(text)
    is_certain = date and is_edtf(date) and (not _DOUBT.intersection(date) or _BY_MACHINE.fullmatch(text))
    return date if is_certain else ""


def read_by_machine(text: str) -> str:
    """What a date field of a file says: the date, also where a program wrote it in a form that biber no longer reads.

    "1723?~" gives "1723%", "2013-7-6" gives "2013-07-06"; words stay for a person to see: "June 2010".
    """
    if is_edtf(text) or not _BY_MACHINE.fullmatch(text):
        return text
    return certain_date(text) or text


def with_dates_said(fields: Mapping[str, str], names: Collection[str] = DATES) -> Mapping[str, str]:
    """The fields, those for dates so that styles print them: what is no date is the text of a year.

    "Spring 1968" as the date is a year, as the day of an event `eventyear` (fields of biblatex's data model, all of
    them literal); biber would drop it. Beside a year it is the month, where it does not say the year too.

    Args:
        fields: by their biblatex names.
        names: of the fields for dates.
    """
    no_dates = [name for name in fields if name in names and not is_edtf(fields[name])]
    if not no_dates:
        return fields
    said = dict(fields)
    for name in no_dates:
        said |= _said(fields[name], name, said)
    return {name: value for name, value in said.items() if value}


def take_back_texts(fields: dict[str, str]) -> None:
    """The other way for the fields of a file: the text of `eventyear`, which is no year, is the event's date again."""
    for name in _WITH_YEARS:
        if (text := fields.get(year := f"{name}year")) and f"{name}date" not in fields and not is_edtf(text):
            fields[f"{name}date"] = text
            del fields[year]


def _said(text: str, name: str, fields: Mapping[str, str]) -> dict[str, str]:
    """What to say instead of a date field; "" for what goes."""
    year, month = (name.removesuffix("date") + part for part in ("year", "month"))
    known = fields.get(year, "")
    if date := certain_date(text):
        return {name: date}
    if not known or known in text:
        return {name: "", year: text}
    date, left = read_date(known, text)
    if date and not left:
        return {name: date, year: ""}
    return {name: "", month: text} if month not in fields else {name: "", year: f"{known} [{text}]"}
