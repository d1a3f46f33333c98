"""One entry in, what is wrong in its fields out: names, pages, dates, numbers, braces, TeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from app.bibtex.danger import dangerous_commands
from app.bibtex.dates import year_of
from app.bibtex.edtf import certain_date, is_edtf
from app.bibtex.formats.written_dates import date_fields
from app.bibtex.latex import unmatched_braces
from app.bibtex.naming import PEOPLE
from app.entry import Entry
from app.integrity.finding import Cleanup
from app.integrity.numbers import bare_doi, is_doi, is_isbn, is_issn
from app.people import read_people, split_names

Found = tuple[str, str, Cleanup | None]

_HYPHEN_RANGE = re.compile(r"(?<=\w)\s*(?:-|–|—|---)\s*(?=\w)")
_SIMPLE_RANGES = re.compile(r"(?:\w+(?:\s*[-–—]\s*\w+)?,\s*)*\w+\s*[-–—]\s*\w+")
_ONE_RANGE = re.compile(r"(\d+)\s*(?:--?|–)\s*(\d+)")
_PAGE_WORD = re.compile(r"^(?:pp?\.|S\.|pages?|s\.)\s*(?=\d)", re.IGNORECASE)
_ET_AL = re.compile(r"\bet\.?\s+al\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|p|br|jats:\w+)\b[^>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d+|#x[0-9a-f]+|[a-z]{2,6});", re.IGNORECASE)
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\ufffd\uf700-\uf7ff]")
_NO_YEAR = re.compile(r"press|forthcoming|n\.?\s?d\b|no\s?date|undated|\bs\.\s?a\.|\bo\.\s?J\.", re.IGNORECASE)
_ORDER_FIELDS = ("date", "origdate", "urldate", "eventdate")
_TEXT_ONLY = ("url", "doi", "file", "abstract", "annotation")


def field_findings(entry: Entry) -> Iterator[Found]:
    """Field, message and cleanup of everything that is wrong in the fields themselves."""
    for check in _CHECKS:
        yield from check(entry)


def _people(entry: Entry) -> Iterator[Found]:
    for role in entry.fields:
        if role in PEOPLE:
            for message, mended in _in_names(entry.get(role)):
                yield role, message, Cleanup("Divide the names with “and”", {role: mended}) if mended else None


def _in_names(value: str) -> Iterator[tuple[str, str]]:
    """What is suspicious about names, and the value as it should be where that is certain."""
    if _ET_AL.search(value):
        mended = re.sub(r",?\s*(?:and\s+)?\bet\.?\s+al\.?\s*$", " and others", value, flags=re.IGNORECASE)
        yield "“et al.” stands for a person; BibTeX writes “and others”.", mended if mended != value else ""
    if ";" in value and "{" not in value:
        yield "Names are divided by semicolons; BibTeX wants “and”.", re.sub(r"\s*;\s*(?:and\s+)?", " and ", value)
    for name in split_names(value):
        if not name.startswith("{") and "family=" not in name and (message := _odd_name(name)):
            yield message, ""
    if value and not read_people(value):
        yield "There is no name in it.", ""


def _odd_name(name: str) -> str:
    """What is suspicious about one name, "" for nearly all."""
    initials = re.search(r",\s*[A-Z]\.?(?:\s*[A-Z]\.)*\s*,", name)
    if name.count(",") > 2 or (name.count(",") == 2 and initials):
        return f"“{name}” looks like several people without “and” between them."
    if re.search(r"\d", name):
        return f"There are digits in the name “{name}”."
    if "&" in name and "," not in name:
        return f"“{name}” looks like two people; BibTeX wants “and” between them, or braces around a body."
    if len(name) > 6 and name.isupper() and " " in name:
        return f"The name “{name}” is all in capitals."
    return f"The name “{name}” ends with a comma." if name.endswith(",") else ""


def _pages(entry: Entry) -> Iterator[Found]:
    pages = entry.get("pages")
    if not pages:
        return
    mended = _PAGE_WORD.sub("", pages)
    if mended != pages:
        yield "pages", f"“{pages}” should be numbers alone; the style writes “pp.”.", _pages_as(mended)
    elif "--" not in pages and _SIMPLE_RANGES.fullmatch(pages):
        range_ = _HYPHEN_RANGE.sub("--", pages)
        yield "pages", f"A range of pages is written with two hyphens: “{range_}”.", _pages_as(range_)
    match = _ONE_RANGE.fullmatch(pages)
    if match and int(match.group(2)) < int(match.group(1)) and len(match.group(2)) == len(match.group(1)):
        yield "pages", f"The last page comes before the first: “{pages}”.", None


def _pages_as(pages: str) -> Cleanup:
    return Cleanup("Write the range of pages as BibTeX wants it", {"pages": pages})


def _dates(entry: Entry) -> Iterator[Found]:
    for field in _ORDER_FIELDS:
        text = entry.get(field)
        if text and not is_edtf(text):
            yield field, no_date(text), _written_with_numbers(entry, field)
    year, date = entry.get("year"), entry.get("date")
    if year and not re.search(r"\d{4}", year) and not _NO_YEAR.search(year):
        yield "year", f"“{year}” is no year.", None
    elif year and date and year_of(date) not in year:
        yield "year", f"The year “{year}” is not that of the date “{date}”.", None
    # Styles print what has letters as it is: "Spring", "June 21".
    if (month := entry.get("month")) and not any(sign.isalpha() for sign in month):
        yield "month", f"“{month}” is no month that a style can print.", None


def no_date(text: str) -> str:
    """The sentence for a date that biber does not read, with what exports make of it."""
    date = certain_date(text)
    exported = f"exports write {date}" if date else "exports print it as it stands"
    return f"“{text}” is no date of the form 1967-03-15; {exported}."


def _written_with_numbers(entry: Entry, field: str) -> Cleanup | None:
    """The cleanup for a date that is one in other words; what else they say must have a field that is free."""
    said = date_fields(entry.get(field))
    date = said.pop("date", "")
    is_certain = is_edtf(date) and not any(entry.get(name) or field != "date" for name in said)
    return Cleanup("Write the date with numbers", {field: date, **said}) if is_certain else None


def _numbers(entry: Entry) -> Iterator[Found]:
    if (doi := entry.get("doi")) and not is_doi(doi):
        bare = bare_doi(doi)
        cleanup = Cleanup("Keep the DOI alone", {"doi": bare}) if bare else None
        yield "doi", "It should be the DOI alone, without an address." if bare else f"“{doi}” is no DOI.", cleanup
    for field, is_right, name in (("isbn", is_isbn, "ISBN"), ("issn", is_issn, "ISSN")):
        for number in filter(None, re.split(r"[;,/]|\s{2,}|\s(?=97[89])|\s*\([^)]*\)", entry.get(field).strip("{}"))):
            if number.strip() and not is_right(number.strip()):
                message = f"“{number.strip()}” is no {name}: its check digit or its length is wrong."
                yield field, message, _moved_issn(entry, field)
    url = entry.get("url")
    if " " in url:
        yield (
            "url",
            "There is a space in the address.",
            Cleanup("Write the space as %20", {"url": url.replace(" ", "%20")}),
        )
    elif url and (bare := bare_doi(url)) and not entry.get("doi") and url.startswith("http"):
        yield "url", "The address is that of a DOI.", Cleanup("Move the DOI to its field", {"doi": bare, "url": ""})


def _moved_issn(entry: Entry, field: str) -> Cleanup | None:
    """The cleanup for an ISSN that stands as the ISBN."""
    number = entry.get("isbn").strip()
    if field != "isbn" or entry.get("issn") or not is_issn(number):
        return None
    return Cleanup("Move the ISSN to its field", {"issn": number, "isbn": ""})


def _texts(entry: Entry) -> Iterator[Found]:
    for field, value in entry.fields.items():
        if unmatched_braces(value):
            yield field, "A brace has no partner.", None
        if value.replace("\\$", "").count("$") % 2 and "\\" in value:
            yield field, "A dollar sign has no partner.", None
        if match := _ODD.search(value):
            mended = _ODD.sub("", value)
            yield (
                field,
                f"There is an invisible sign in it (U+{ord(match.group()):04X}).",
                Cleanup("Take the invisible signs out", {field: mended}),
            )
        if field not in _TEXT_ONLY and (_TAG.search(value) or _ENTITY.search(value)):
            mended = unescape(_TAG.sub("", value))
            yield field, "There is HTML in it.", Cleanup("Take the HTML out", {field: mended})
    for field, command in dangerous_commands(entry.fields):
        yield field, f"{command} is a command of TeX that has no place in a field; exports write it as text.", None


def _titles(entry: Entry) -> Iterator[Found]:
    title = entry.get("title")
    if title.endswith(".") and not title.endswith("..") and not re.search(r"\b[A-Z]\.$|\b\w{1,4}\.$", title):
        yield "title", "The title ends with a full stop.", Cleanup("Take the full stop away", {"title": title[:-1]})
    letters = [letter for letter in title if letter.lower() != letter.upper()]
    if len(letters) > 12 and " " in title and all(letter.isupper() for letter in letters):
        yield "title", "The title is all in capitals.", None


_CHECKS: tuple[Callable[[Entry], Iterator[Found]], ...] = (_people, _pages, _dates, _numbers, _texts, _titles)
