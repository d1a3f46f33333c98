"""Numbers: what stands in date, volume, number, pages and doi in, the values that can be compared out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from urllib.parse import unquote

from app.folding import fold
from app.numerals import numeral_value
from app.wordlists import load_words

_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_DATE = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)-(\d\d)(?:-(\d\d))?")
_MONTHS = {
    name: i
    for i, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_MOST_MONTHS = 12
_FIRST_NUMBER = re.compile(r"\d+")
_LAST_NUMBERS = re.compile(r"\d+(?:[-/. ]\d+)*(?=\W*(?:final)?\W*$)")
_REPORT = re.compile(r"\b(?:rep(?:ort|\.)|rapport|bericht|memo(?:randum)?|TR)\b.*", re.IGNORECASE)
_ISSUE_BEHIND = re.compile(r"\D{0,6}\d+\s*(?:\(|,\s*n(?:o|r|um)?\.?\s*)(\d+)", re.IGNORECASE)
_ROMAN = re.compile(r"^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
_PAGE = re.compile(r"[A-Za-z]{0,4}\.?\d+[A-Za-z]{0,2}|\b[ivxlc]+\b", re.IGNORECASE)
# A spreadsheet has taken the pages 9-11 for a day: "11-Sep", "Nov-19".
_DAY = re.compile(r"^\s*(?:(\d{1,2})-([A-Z][a-z]{2})|([A-Z][a-z]{2})-(\d{1,2}))\s*$")
_NO_ITEM = re.compile(r"^10\.1002/central/|suppl?[._-]?\d*$")
_DOI = re.compile(r"10\.\d{3,}[^\s\"<>]*/[^\s\"<>]+", re.IGNORECASE)


def year_of(date: str) -> int | None:
    """The (first) year of "1967-03", "März 1967", "1967/1968"; None where there is none."""
    match = _YEAR.search(date)
    return int(match[0]) if match else None


def day_of(date: str, month: str, day: str) -> str:
    """Month and day as "03-12" or "03", from "1967-03-12", "12 March 1967" or the BibTeX twins; "" where unknown."""
    if match := _DATE.search(date):
        return f"{match[2]}-{match[3]}" if match[3] else match[2]
    text = f"{date} {month} {day}"
    if text.strip().isdigit():
        return ""
    named = _month_in(text) or (int(month) if month.strip().isdigit() else 0)
    if not 1 <= named <= 12:
        return ""
    numbers = [int(n) for n in _FIRST_NUMBER.findall(f"{date} {day if month.strip().isdigit() else f'{month} {day}'}")]
    days = [number for number in numbers if 1 <= number <= 31]
    return f"{named:02d}-{days[0]:02d}" if days else f"{named:02d}"


def _month_in(text: str) -> int:
    names = _month_names()
    return next((names[word] for word in fold(text).split() if word in names), 0)


@cache
def _month_names() -> Mapping[str, int]:
    months = load_words("months")["months"]
    return MappingProxyType({fold(name): int(number) for number, names in months.items() for name in names})


def number_of(value: str) -> str:
    """The number itself in "32 Spec No2", "vol. XII", "4 (1) (no pagination)", "1 SUPPL. 1"; "" where there is none."""
    if value.rstrip().endswith(")") and "(" not in value:
        return ""  # "1)" is what was left of "59 (SUPPL. 1)"
    if numbers := _FIRST_NUMBER.findall(value):
        # "Nippon rinsho. Japanese journal of clinical medicine. 69": part of the journal's name has slipped in.
        return str(numbers[-1 if re.match(r"\D{12,}", value) else 0]).lstrip("0")
    words = fold(value).split()
    return next((str(roman) for word in reversed(words) if (roman := roman_value(word))), "")


def report_number(value: str) -> str:
    """The number of a report without its series: "92-4" in "CS 92-4", where the first part is often a year."""
    match = _LAST_NUMBERS.search(value)
    return "-".join(part.lstrip("0") for part in re.split(r"\D", match[0])) if match else ""


def numbered_report(value: str) -> str:
    """The number in "Technical Report CS 92-4"; "" where no report is named."""
    match = _REPORT.search(value)
    return report_number(match[0]) if match else ""


def bracketed_number(value: str) -> str:
    """The issue that stands behind a volume, "4(1)", "vol. 4, no. 1"; "" where there is none."""
    match = _ISSUE_BEHIND.match(value)
    return match[1].lstrip("0") if match else ""


def roman_value(word: str) -> int:
    """The value of a Roman number in lower case, 0 for any other word."""
    return numeral_value(word) if _ROMAN.match(word) else 0


def page_span(value: str) -> tuple[str, str]:
    """First and last page of "221-8" (221, 228), "249A--250A", "S34" (s34, ""), "p. 12ff" (12, ""); "" if unknown."""
    if match := _DAY.match(value):
        value = _undated(match)
    if re.match(r"\s*[A-Za-z]{1,6}\s*[-–]\s*\d", value):
        return "", ""  # "Suppl-29": the first page is lost
    found = [page.lower().replace(".", "").lstrip("p") or page for page in _PAGE.findall(value.replace("pp.", " "))]
    pages = [
        re.sub(r"^([a-z]*)0+(?=\d)", r"\1", page)
        for page in found
        if any(c.isdigit() for c in page) or roman_value(page)
    ]
    if not pages:
        return "", ""
    first = pages[0]
    if first[-2:] == "ff":
        first = first[:-2]
    last = pages[1] if len(pages) > 1 and re.search(r"[-‐-―]", value) else ""
    if last.isdigit() and first.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    elif last.isdigit() and not first.isdigit() and (match := re.match(r"([a-z]*\d*[a-z]+)(\d+)$", first)):
        last = match[1] + match[2][: max(0, len(match[2]) - len(last))] + last
    return first, last


def _undated(match: re.Match[str]) -> str:
    """The pages that became a day; of "21-Aug", which was 8-21 or 21-8, nothing is known."""
    month = _MONTHS.get((match[2] or match[3]).lower())
    number = int(match[1] or match[4])
    if not month or (match[1] and number > _MOST_MONTHS):
        return ""
    return f"{min(month, number)}-{max(month, number)}"


def doi_of(value: str) -> str:
    """The bare DOI in lower case, without resolver and percent signs; "" where the value is none."""
    text = unquote(value) if "%" in value else value
    match = _DOI.search(text.replace("\\_", "_").replace("{", "").replace("}", ""))
    return match[0].rstrip(".,;").lower() if match else ""


def is_items_own(doi: str) -> bool:
    """Whether a bare DOI is one article's; not a supplement's, nor a record's number in Cochrane's register."""
    return not _NO_ITEM.search(doi)


def isbns_of(value: str) -> frozenset[str]:
    """The ISBNs in a value, each by the nine digits that the ten- and the thirteen-digit form share."""
    digits = (re.sub(r"[^0-9Xx]", "", part) for part in re.split(r"[,;()\s]+(?=\d)|[,;()]", value))
    return frozenset(d[3:12] if len(d) == 13 else d[:9] for d in digits if len(d) in (10, 13))


def ordinal_of(value: str) -> int:
    """The number of an edition: "2", "2nd ed.", "Second edition", "II", "zweite Aufl."; -1 where there is none."""
    if match := _FIRST_NUMBER.search(value):
        return int(match[0])
    ordinals = load_words("look_alikes")["ordinals"]
    return next((int(ordinals[word]) for word in fold(value).split() if word in ordinals), -1)
