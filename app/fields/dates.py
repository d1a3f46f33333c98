"""Words at a place of a citation in, the date they print (ISO) out; months and seasons in seven languages."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from app.fields.pieces import Piece
from app.fields.places import is_place
from app.wordlists import alternatives, load_words

_LATEST_YEAR = 2049
_YEAR = r"(?:1[4-9]\d\d|20[0-4]\d)"
_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_DASH = r"\s?[-–—‐‑−/]\s?"


@cache
def _month_numbers() -> dict[str, int]:
    months = load_words("months")["months"]
    return {name.casefold(): int(number) for number, names in months.items() for name in names}


def _month_words() -> str:
    return alternatives(name for names in load_words("months")["months"].values() for name in names)


def _terms() -> str:
    terms = load_words("months")["terms"]
    return rf"(?:{alternatives(terms['ordinals'])})\s(?:{alternatives(terms['words'])})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{_month_words()})\.?(?![^\W\d_])"
    until = rf"(?:{_DASH}(?P<month2>{_month_words()})\.?(?![^\W\d_]))?"
    weekday = rf"(?:(?:{alternatives(load_words('months')['weekdays']['words'])})\.?,?\s+(?:(?:den|le|the)\s+)?)?"
    season = rf"(?P<season>{alternatives(load_words('months')['seasons']['words'])}|{_terms()})"
    day, day2 = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|[.ºª°])?", r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th|er|[.ºª°])?"
    year = rf"(?P<year>{_YEAR})(?!\d|[-–]?\d\d\d)"
    of = r"(?:\s*,?\s+(?:de\s+|of\s+|del\s+)?|\s?)"
    span = rf"(?:{_DASH}{day2})?"
    sources = (
        rf"{weekday}{day}{span}{of}{month}{of}{year}",
        rf"{weekday}{day}{of}(?P<month1>{_month_words()})\.?{_DASH}{day2}{of}{month}{of}{year}",
        rf"{weekday}{month}\s+{day}{span}(?:,\s*|\s+){year}",
        rf"(?P<year>{_YEAR}),?\s+{month}\s+{day}\b",
        rf"(?P<year>{_YEAR})-(?P<m>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"(?P<day>[0-3]?\d)\s?[./]\s?(?P<m>[01]?\d)\s?[./]\s?(?P<year>{_YEAR})\b",
        rf"(?P<day>[0-3]?\d)-(?P<m>[01]?\d)-(?P<year>{_YEAR})\b",
        rf"(?P<day>[0-3]?\d)\s?[-./]\s?(?P<roman>{'|'.join(_ROMAN_MONTHS)})\s?[-./]\s?(?P<year>{_YEAR})\b",
        rf"(?P<month1>{_month_words()})\.?(?:,?\s|\sde\s)(?P<year1>{_YEAR}){_DASH}{month}(?:,?\s|\sde\s){year}",
        rf"(?P<month1>{_month_words()})\.?{_DASH}{month},?\s(?P<year1>{_YEAR}){_DASH}{year}",
        rf"{month}{until}(?:,\s*|\s+(?:de\s+)?){year}",
        rf"(?P<year>{_YEAR}),?\s+{month}{until}",
        rf"{season}(?:{_DASH}(?:{alternatives(load_words('months')['seasons']['words'])}))?(?:,\s*|\s+)(?:de\s+|of\s+)?(?P<year>{_YEAR})(?:[-–/](?P<until>\d\d(?:\d\d)?))?(?!\d)",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


_BARE = re.compile(
    rf"(?P<before>[²³⁴-⁹])?\[?(?:c\.\s?|ca\.\s?|um\s)?(?P<year>{_YEAR})\]?"
    rf"(?:(?P<dash>\s?[-–—/]\s?|\s(?:à|bis|to|al|til)\s(?=[12]\d\d\d))(?P<year2>(?:1[4-9]|20)\d\d|\d\d?)(?![\d]))?(?P<letter>[a-z](?![\w]))?(?P<behind>[²³⁴-⁹])?(?!\d|\w)(?:\s?\[(?P<first>(?:1[4-9]|20)\d\d)\])?"
)
# "München 19762": the raised number of the edition came down when the page was copied.
_LOWERED_EDITION = re.compile(r"(?P<year>1[89]\d\d|20[0-4]\d)(?P<edition>[2-9])(?=[.,;)\s]|$)")
# "Köln 21975": so did one that stood before the year.
_LOWERED_BEFORE = re.compile(r"(?P<edition>[2-9]|1\d)(?P<year>1[89]\d\d|20[0-4]\d)(?=[.,;)\s]|$)")
_UNDATED = re.compile(
    r"(?:s\.\s?l\.,?\s?(?:n\.|s\.)\s?d\.|n\.\s?d\.|s\.\s?d\.|o\.\s?J\.|undated|nd\b(?=\)))", re.IGNORECASE
)
_STATE = re.compile(
    r"(?:forthcoming|in press|im Erscheinen|à paraître|en prensa|in corso di stampa)(?:[\s,]+(?P<year>20\d\d|19\d\d))?",
    re.IGNORECASE,
)


def read_full_date(text: str, pos: int) -> Piece | None:
    """Read a date with at least a month or season: "18 October 2005", "3. Mai 1999", "March 1967", "Summer 1985".

    A season has no place in an ISO date that every style understands, so it goes to `issue` ("Summer").
    """
    if not (text[pos : pos + 1].isdigit() or text[pos : pos + 1].isalpha()):
        return None
    for pattern in _patterns():
        found = pattern.match(text, pos)
        if found and (piece := _piece(found)):
            return piece
    return None


def _piece(found: re.Match[str]) -> Piece | None:
    parts = found.groupdict()
    year = parts["year"]
    fields = {"date": year}
    if parts.get("season"):
        fields["issue"] = re.sub(r"\s(?:de|of)$", "", found.group()[: found.start("year") - found.start()].strip(" ,"))
        if until := parts.get("until"):
            fields["date"] = f"{year}/{until if len(until) == len(year) else year[:2] + until}"
        return Piece("date", found.start(), found.end(), fields, 4)
    number = _number_of_month(parts)
    if not 1 <= number <= 12 or (parts.get("day") and not 1 <= int(parts["day"]) <= 31):
        return None
    fields["date"] = _iso(year, number, parts.get("day"))
    if parts.get("year1") and parts.get("month1"):
        first = _month_numbers()[parts["month1"].casefold()]
        fields["date"] = f"{_iso(parts['year1'], first, None)}/{fields['date']}"
    elif parts.get("month2"):
        fields["date"] += "/" + _iso(year, _month_numbers()[parts["month2"].casefold()], None)
    elif parts.get("day2"):
        first = _month_numbers()[parts["month1"].casefold()] if parts.get("month1") else number
        fields["date"] = f"{_iso(year, first, parts['day'])}/{_iso(year, number, parts['day2'])}"
    return Piece("date", found.start(), found.end(), fields, 6 if parts.get("day") else 4)


def _number_of_month(parts: dict[str, str | None]) -> int:
    """The month of "3.5.1931", "3-V-1931" or "3 May 1931"."""
    if parts.get("m"):
        return int(parts["m"] or 0)
    if parts.get("roman"):
        return _ROMAN_MONTHS.index((parts["roman"] or "").upper()) + 1
    return _month_numbers()[(parts["month"] or "").casefold()]


def _iso(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"


def read_year(text: str, pos: int) -> Piece | None:
    """Read a year alone: "1998", "1998a", "1998–99", "[1850]", "n.d.", "forthcoming", "²1999", "1999²"."""
    if found := _BARE.match(text, pos):
        year, second = found["year"], found["year2"]
        end = found.end()
        if second:
            full = year[: 4 - len(second)] + second
            if not int(year) < int(full) <= _LATEST_YEAR:
                full, end = "", found.end("year")
            return Piece("date", pos, end, {"date": f"{year}/{full}" if full else year}, 2)
        first = {"origdate": found["first"]} if found["first"] else {}
        if raised := found["before"] or found["behind"]:
            first["edition"] = str(unicodedata.digit(raised))
        return Piece("date", pos, end, {"date": year} | first, 2)
    if found := _LOWERED_EDITION.match(text, pos) or _LOWERED_BEFORE.match(text, pos):
        is_behind_place = is_place(text[:pos].rpartition(",")[2].strip())
        fields = {"date": found["year"], "edition": found["edition"]}
        return Piece("date", pos, found.end(), fields, 2) if is_behind_place else None
    if found := _UNDATED.match(text, pos):
        return Piece("date", pos, found.end(), {"date": ""}, 1)
    if found := _STATE.match(text, pos):
        fields = {
            "pubstate": "forthcoming" if found.group().casefold().startswith("forth") else found.group().split(",")[0]
        }
        return Piece("date", pos, found.end(), fields | ({"date": found["year"]} if found["year"] else {}), 3)
    return None


def read_date(text: str, pos: int) -> Piece | None:
    """Read the fullest date that stands at `pos`, None where none does."""
    return read_full_date(text, pos) or read_year(text, pos)


def has_day(date: str) -> bool:
    """Whether a date in ISO form names its day: "1988-01-12"; a month or a year alone does not."""
    return len(date) >= len("1988-01-12")


def is_month(word: str) -> bool:
    """Whether a word names a month or a season."""
    folded = word.casefold().rstrip(".")
    return folded in _month_numbers() or folded in {w.casefold() for w in load_words("months")["seasons"]["words"]}
