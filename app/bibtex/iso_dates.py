"""A date as people and programs write it in, the same in the form that biblatex reads out (its manual, 2.3.8)."""

from __future__ import annotations

import re

from app.bibtex.dates import MONTHS, read_date
from app.wordlists import load_words

_ISO = re.compile(r"(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_TIME = re.compile(r"(-?\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?")
_LOOSE_TIME = re.compile(
    r"[T ,]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*"
    r"(?:[A-Z]{1,4})?(?:[+-][\w:]*)?(?:\s*\([^()]*\))?$"
)
_EDTF = re.compile(
    r"(?:\.\.|Y-?\d{5,}|-?\d[\dX]{2}[\dX](?:-[\dX]{2}){0,2}[?~%]{0,2})?"
    r"(?:/(?:\.\.|-?\d[\dX]{3}(?:-[\dX]{2}){0,2}[?~%]{0,2})?)?"
)
_OPEN_END = re.compile(r"(?i)\bunknown\b")
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{4})")
_YEARS = re.compile(r"(\d{4})\s*(?:[-–—/]|bis|to|until)\s*(\d{4}|\d{2})?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[-–—]\s*|\s+(?:bis|to|until)\s+", re.IGNORECASE)
_ABOUT = re.compile(r"(?:c|ca|circa|um|vers|about)\.?\s*(\d{3})(?:(\d)|0s)", re.IGNORECASE)
_DECADE = re.compile(r"(\d{3})0s")
_DOUBTFUL = re.compile(r"\[?(\d{4})\s*\?\]?")
_EASTERN = re.compile(r"(\d{4})年\s*(?:(\d{1,2})月\s*(?:(\d{1,2})日)?)?")
_EASTERN_MONTH = re.compile("(十[一二]|[一二三四五六七八九十])月")
_EASTERN_NUMBERS = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_OTHER_DIGITS = re.compile(r"(?![0-9])\d")
_WORDS = re.compile(r"[^\W\d_]+")
_MONTHS, _SEASONS, _DAYS = range(1, 13), range(21, 25), range(1, 32)


def iso_date(text: str) -> str:
    """The same as one date in the form that biblatex reads (manual, 2.3.8), "" where it says none."""
    text = text.strip()
    if not text.isascii() and _OTHER_DIGITS.search(text):
        return ""
    if match := _TIME.fullmatch(text):
        day, minutes, seconds, zone = match.groups(default="")
        zone = f"{zone[:3]}:{zone[-2:]}" if len(zone) > 1 else zone
        return f"{day}T{minutes}{seconds or ':00'}{zone}"
    text = _LOOSE_TIME.sub("", text)
    if (match := _ISO.fullmatch(text) or _SLASHED.fullmatch(text)) and (date := _joined(*match.groups())):
        return date
    return _edtf(text) or _numbers(text) or _about(text) or _by_words(text) or _span(text)


def _joined(year: str, month: str | None, day: str | None) -> str:
    """The parts with hyphens, "" where they are no date; "1993-00-00" is 1993, "2004-22" a summer."""
    if not int(month or 0):
        return year
    if int(month or 0) in _SEASONS and not day:
        return f"{year}-{month}"
    if int(month or 0) not in _MONTHS or int(day or 0) not in (0, *_DAYS):
        return ""
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part and int(part))])


def _edtf(text: str) -> str:
    """The signs for doubt, unknown digits and open ends of EDTF, those of its first edition ("199u", "open") too."""
    text = _OPEN_END.sub("", text).replace("open", "..").replace("?~", "%").replace("y", "Y")
    text = re.sub(r"(?<=[\duX-])u", "X", re.sub(r"(?<=[\d-])uu?", lambda match: "X" * len(match[0]), text))
    if not text.strip("/.") or not _EDTF.fullmatch(text):
        return ""
    ends = [_ISO.fullmatch(end) for end in text.split("/")]
    return text if all(match is None or _joined(*match.groups()) for match in ends) else ""


def _numbers(text: str) -> str:
    if match := DAY_FIRST.fullmatch(text):
        first, second, year = match.groups()
        if int(first) not in _MONTHS or first == second:
            first, second = second, first
        is_certain = int(second) not in _MONTHS or int(first) == int(second)
        return _joined(year, first, second) if is_certain and int(first) else ""
    if match := _MONTH_YEAR.fullmatch(text):
        return _joined(match[2], match[1], None)
    if match := _YEARS.fullmatch(text):
        first, last = match[1], match[2] or ""
        last = first[: 4 - len(last)] + last if last else ""
        return f"{first}/{last}" if not last or int(first) < int(last) else ""
    if match := _EASTERN.fullmatch(text):
        return _joined(*match.groups())
    return ""


def _about(text: str) -> str:
    if match := _ABOUT.fullmatch(text):
        return f"{match[1]}{match[2] or 'X'}~"
    if match := _DECADE.fullmatch(text):
        return f"{match[1]}X"
    match = _DOUBTFUL.fullmatch(text)
    return f"{match[1]}?" if match else ""


def _by_words(text: str) -> str:
    """Read a month's name with a day and a year: "30-Mar-2020", "四月 1, 1976", "Wed Dec 09 2020"."""
    weekdays = {word.casefold() for word in load_words("months")["weekdays"]["words"]}
    text = _WORDS.sub(lambda word: "" if word[0].casefold() in weekdays else word[0], text)
    text = _EASTERN_MONTH.sub(lambda sign: f" {MONTHS[_EASTERN_NUMBERS[sign[1]] - 1]} ", text)
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    if len(years) != 1:
        return ""
    date, left = read_date(years[0], text.replace(years[0], " ").replace("-", " ").replace(",", " ").strip())
    return date if date and not left and len(date) > len(years[0]) else ""


def _span(text: str) -> str:
    """Read two dates with words between: "March 1967-May 1968"."""
    ends = _BETWEEN.split(text)
    dates = [_by_words(end) for end in ends]
    return "/".join(dates) if len(dates) == 2 and all(dates) and dates[0] < dates[1] else ""
