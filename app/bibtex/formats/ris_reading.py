"""The text of an RIS file in, its entries out, through rispy (RIS specification of Research Information Systems)."""

from __future__ import annotations

import re
from typing import Any

import rispy

from app.bibtex.formats.degrees import degree_of
from app.bibtex.formats.languages import language_fields
from app.bibtex.formats.markup import paragraphs_of, value_of
from app.bibtex.formats.plain import container_of, people_value
from app.bibtex.formats.written_dates import date_fields
from app.bibtex.keying import GIVEN_KEY
from app.bibtex.naming import VERBATIM
from app.entry import Entry
from app.wordlists import load_words

_LINE_END = re.compile(r"\r\n?|\n")
_START = re.compile(r"(?m)^TY {1,2}-")
# Tags of the specification, and of programs, that rispy does not know.
_MAPPING = {**rispy.TAG_KEY_MAPPING, "ED": "editors", "BT": "book_title", "J1": "alternate_title1",
            "PP": "place_published", "JN": "journal_name", "CP": "number"}  # fmt: skip
_LISTS = [*rispy.LIST_TYPE_TAGS, "ED", "L1", "L2", "M2"]
_JOURNALS = ("journal_name", "alternate_title3", "secondary_title", "alternate_title2", "alternate_title1")
_BOOKS = ("book_title", "secondary_title", "journal_name", "alternate_title3")
_IN_BOOKS = frozenset({"incollection", "inproceedings", "inbook", "inreference"})
_NUMBERED = re.compile(r"(\d{4})(?:/(\d{1,2})?(?:/(\d{1,2})?(?:/(.*))?)?)?")


def read_ris(text: str) -> list[Entry]:
    """The entries of an RIS file; one whose end is not marked is read too."""
    lines = _START.sub("ER  - \nTY  -", _LINE_END.sub("\n", text)) + "\nER  - \n"
    # An end that no beginning stands before is none to rispy.
    found = rispy.loads(lines, mapping=_MAPPING, list_tags=_LISTS, skip_unknown_tags=True)
    return [_entry(item) for item in found]


def _first(item: dict[str, Any], *names: str) -> str:
    for name in names:
        value = item.get(name)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _entry(item: dict[str, Any]) -> Entry:
    words = load_words("reference_formats")
    kind = _first(item, "type_of_reference")
    entrytype = words["ris_types"].get(kind, "misc")
    fields = {ours: _value(ours, _first(item, *theirs)) for ours, theirs in words["ris_fields"].items()}
    fields |= _people(item, entrytype)
    fields |= _places(item, entrytype)
    fields |= _dates(item)
    fields |= language_fields(_first(item, "language"))
    fields["pages"] = _pages(item, fields)
    fields["url"] = _first(item, "urls")
    fields["keywords"] = ", ".join(value_of(word) for word in item.get("keywords", []))
    fields["annotation"] = "\n\n".join(filter(None, (fields["annotation"], *map(paragraphs_of, item.get("notes", [])))))
    fields["file"] = ";".join(path for path in _files(item) if "://" not in path)
    if entrytype == "thesis":
        fields["type"] = degree_of(fields["type"])
    if kind in ("NEWS", "MGZN"):
        fields["entrysubtype"] = "newspaper" if kind == "NEWS" else "magazine"
    key = GIVEN_KEY.fullmatch(_first(item, "id"))
    return Entry(entrytype, fields, key[0] if key else "")


def _value(name: str, text: str) -> str:
    return " ".join(text.split()) if name in VERBATIM else value_of(text)


def _files(item: dict[str, Any]) -> list[str]:
    return [path for name in ("file_attachments1", "file_attachments2") for path in item.get(name, []) if path.strip()]


def _people(item: dict[str, Any], entrytype: str) -> dict[str, str]:
    """Authors, editors and translators: A2 are a book's editors, or those of the book that it is in, A4 translators."""
    editors = [*item.get("editors", []), *(item.get("secondary_authors", []) if entrytype != "article" else [])]
    series = item.get("tertiary_authors", []) if entrytype in _IN_BOOKS else []
    fields = {
        "author": people_value(item.get("authors") or item.get("first_authors") or []),
        "editor": people_value(editors),
        "editorb": people_value(series),
        "editorbtype": "editor" if series else "",
        "translator": people_value(item.get("subsidiary_authors", [])),
    }
    if entrytype == "collection" and not fields["editor"]:
        fields["editor"] = fields.pop("author")
    return fields


def _places(item: dict[str, Any], entrytype: str) -> dict[str, str]:
    """The journal, book or series it stands in, its house, its number and its shelf."""
    container = container_of(entrytype)
    fields = {
        container: value_of(_first(item, *(_JOURNALS if container == "journaltitle" else _BOOKS))),
        "issn" if entrytype in ("article", "periodical", "review") else "isbn": _first(item, "issn"),
    }
    if entrytype in _IN_BOOKS and (series := _first(item, "tertiary_title")):
        fields["series"] = value_of(series)
    short = _first(item, "alternate_title2", "alternate_title1")
    if container == "journaltitle" and value_of(short) != fields[container]:
        fields["shortjournal"] = value_of(short)
    if entrytype in ("thesis", "report") and item.get("publisher"):
        fields |= {"institution": value_of(_first(item, "publisher")), "publisher": ""}
    shelf = (_first(item, name) for name in ("name_of_archive", "call_number"))
    return {**fields, "library": value_of(", ".join(filter(None, shelf)))}


def _pages(item: dict[str, Any], fields: dict[str, str]) -> str:
    """First and last page; some programs write both to the first, and how many there are of a book."""
    first, last = _first(item, "start_page"), _first(item, "end_page")
    first = re.sub(r"(?<=\w)\s*[-–—]+\s*(?=\w)", "--", first)
    if fields.get("title") and re.fullmatch(r"\d+\s*(?:p|pp|S|s)\.?", first) and not last:
        fields["pagetotal"] = re.sub(r"\D", "", first)
        return ""
    return f"{first}--{last}" if last and last != first and "--" not in first else first


def _dates(item: dict[str, Any]) -> dict[str, str]:
    year, day = _first(item, "year", "publication_year"), _first(item, "date")
    found = _ris_date(day) or _ris_date(year)
    if "date" not in found and year:
        found = _ris_date(year) or found
    if seen := _ris_date(_first(item, "access_date")).get("date", ""):
        found = {**found, "urldate": seen[:10]}
    return found


def _ris_date(text: str) -> dict[str, str]:
    """Write "2004/05/12/" as 2004-05-12, and "2004///Spring" as the year and the season."""
    match = _NUMBERED.fullmatch(text.strip())
    if match is None:
        return date_fields(text)
    year, month, day, other = match.groups()
    date = "-".join([year, *(part.zfill(2) for part in (month, day if month else None) if part and int(part))])
    if other and not month:
        read = date_fields(f"{other} {year}")
        return read if "date" in read else {"date": date, "issue": value_of(other)}
    return {"date": date}
