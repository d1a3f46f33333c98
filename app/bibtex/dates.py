"""BibTeX's year, month and day in, biblatex's date out, and back (biblatex manual, section 2.3.8)."""

from __future__ import annotations

import re
from functools import lru_cache

from app.wordlists import load_words

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
MACROS = tuple(month[:3].lower() for month in MONTHS)
_NAMES = {name.lower(): int(number) for number, names in load_words("months")["months"].items() for name in names}
RAW_MONTH = re.compile(r'[a-z]{3}(?: # "~\d{1,2}(?:--\d{1,2})?"| # "/" # [a-z]{3})?')
_WORD = re.compile(r"([^\W\d_]+)\.?|(\d{1,2})(?:st|nd|rd|th)?(?![\w])")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_TIMED = re.compile(r"(\d{4}-\d{2}-\d{2})T.*", re.ASCII)
_MONTH_RANGE = re.compile(r"(\d{4})-(\d{2})/(\d{4})-(\d{2})", re.ASCII)
_DAY_RANGE = re.compile(r"(\d{4})-(\d{2})-(\d{2})/\1-\2-(\d{2})", re.ASCII)
_FIRST_YEAR = re.compile(r"-?\d{4}", re.ASCII)


@lru_cache(maxsize=10000)
def read_date(year: str, month: str = "", day: str = "") -> tuple[str, str]:
    """The ISO date that year, month and day say, and the month's text where the date cannot hold it.

    ("1967", "March") gives ("1967-03", ""); ("1967", "Spring") gives ("1967", "Spring"); a year that is none ("in
    press") gives ("", month): then all stays as it is.

    Example: year = 2005, month = oct # "~18" is read as year "2005", month "October\u00a018".
    """
    year = year.strip().strip("{}").strip()
    iso = _ISO.fullmatch(year)
    if iso is None:
        return "", month
    if iso.group(2) or not month:
        return year, month if iso.group(2) else ""
    numbers, days = _months_in(month)
    days = days or ([int(day)] if day.isdecimal() else [])
    if len(numbers) == 1 and len(days) <= 1 and all(1 <= one <= 31 for one in days):
        return f"{year}-{numbers[0]:02d}" + "".join(f"-{one:02d}" for one in days), ""
    if span := _span(year, numbers, days):
        return span, ""
    return year, month


def _span(year: str, months: list[int], days: list[int]) -> str:
    """A range within a year: "July/August", "June 22--26", "29 June-1 July"; "" where it is none."""
    if len(months) == 2 and not days and months[0] < months[1]:
        return f"{year}-{months[0]:02d}/{year}-{months[1]:02d}"
    ends = [(months[0], days[0]), (months[-1], days[1])] if len(months) in (1, 2) and len(days) == 2 else []
    if ends and ends[0] < ends[1] and all(1 <= day <= 31 for day in days):
        return "/".join(f"{year}-{month:02d}-{day:02d}" for month, day in ends)
    return ""


def _months_in(text: str) -> tuple[list[int], list[int]]:
    """The months and the days of the month named in a text; nothing where anything else stands in it."""
    text = text.replace("{", "").replace("}", "").replace("\u00a0", " ").strip()
    if text.isdecimal():
        return ([int(text)], []) if 1 <= int(text) <= 12 else ([], [])
    months, days = [], []
    rest = text
    for match in _WORD.finditer(text):
        rest = rest.replace(match.group(), "", 1)
        if match.group(2):
            days.append(int(match.group(2)))
        elif number := _NAMES.get(match.group(1).lower()):
            months.append(number)
        else:
            return [], []
    return (months, days) if not rest.strip(' ,./-–—~#"“”') else ([], [])


def is_same_date(date: str, year: str, month: str) -> bool:
    """Whether year and month say nothing that the date does not."""
    said, left = read_date(year, month)
    if not said:
        return not month.strip() and year.strip() in ("", year_of(date))
    return not left and (date.startswith(said) or (not month and year_of(date) == year.strip()))


def write_date(date: str) -> dict[str, str]:
    r"""The BibTeX fields for an ISO date: year, and month as a raw value ("oct # \"~18\"").

    The date itself stays too where they cannot say all of it ("1914/1918").
    """
    if iso := _ISO.fullmatch(date):
        year, month, day = iso.groups()
        fields = {"year": year}
        if month and 1 <= int(month) <= 12:
            fields["month"] = MACROS[int(month) - 1] + (f' # "~{int(day)}"' if day else "")
        elif month:
            fields["date"] = date
        return fields
    if timed := _TIMED.fullmatch(date):
        return {**write_date(timed[1]), "date": date}
    pair = _MONTH_RANGE.fullmatch(date)
    if pair and pair.group(1) == pair.group(3) and 1 <= int(pair.group(2)) < int(pair.group(4)) <= 12:
        first, last = (MACROS[int(pair.group(group)) - 1] for group in (2, 4))
        return {"year": pair.group(1), "month": f'{first} # "/" # {last}'}
    days = _DAY_RANGE.fullmatch(date)
    if days and 1 <= int(days.group(2)) <= 12 and days.group(3) < days.group(4):
        month = MACROS[int(days.group(2)) - 1]
        return {"year": days.group(1), "month": f'{month} # "~{int(days.group(3))}--{int(days.group(4))}"'}
    year = year_of(date)
    return {"year": year, "date": date} if year else {"date": date}


def year_of(date: str) -> str:
    """The first year in a date, "" where there is none: "1914/1918" gives "1914"."""
    match = _FIRST_YEAR.search(date)
    return match.group() if match else ""
