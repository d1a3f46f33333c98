"""EndNote's XML in, entries out, and back (RefType table and record structure of EndNote's XML export)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from app.bibtex.dates import MONTHS
from app.bibtex.formats.languages import language_code, language_fields
from app.bibtex.formats.markup import value_of
from app.bibtex.formats.plain import name_of, pages_value, people_value, plain_fields
from app.bibtex.formats.written_dates import date_fields
from app.entry import Entry
from app.people import read_people
from app.wordlists import load_words

_ROLES = {"authors": "author", "secondary-authors": "editor", "translated-authors": "translator"}
_CONTAINERS = {"article": "journaltitle", "incollection": "booktitle", "inproceedings": "booktitle",
               "inreference": "booktitle"}  # fmt: skip


def read_endnote(root: Element) -> list[Entry]:
    """The entries under the root of an EndNote XML file."""
    return [_entry(record) for record in root.iter("record")]


def _text(element: Element | None) -> str:
    """An element's text, styles and all."""
    return value_of("".join(element.itertext())) if element is not None else ""


def _entry(record: Element) -> Entry:
    words = load_words("exchange_formats")
    kind = record.find("ref-type")
    named = kind.get("name", "") if kind is not None else ""
    entrytype = words["endnote_types"].get(named, "misc")
    fields = {ours: _text(record.find(theirs)) for theirs, ours in words["endnote_fields"].items()}
    for theirs, role in _ROLES.items():
        fields[role] = people_value(_text(author) for author in record.findall(f"contributors/{theirs}/author"))
    fields["title"] = _text(record.find("titles/title"))
    container = _text(record.find("titles/secondary-title")) or _text(record.find("periodical/full-title"))
    fields[_CONTAINERS.get(entrytype, "series")] = container
    if entrytype in ("incollection", "inproceedings"):
        fields["series"] = _text(record.find("titles/tertiary-title"))
    fields["pages"] = pages_value(_text(record.find("pages")))
    fields |= _dates(record) | language_fields(fields.pop("langid"))
    fields["url"] = _text(record.find("urls/related-urls/url")) or _text(record.find("urls/web-urls/url"))
    fields["keywords"] = ", ".join(_text(word) for word in record.findall("keywords/keyword"))
    number = _text(record.find("isbn"))
    fields["issn" if entrytype == "article" else "isbn"] = number
    if named == "Newspaper Article":
        fields["entrysubtype"] = "newspaper"
    if entrytype in ("thesis", "report"):
        fields["institution"] = fields.pop("publisher", "")
    return Entry(entrytype, fields, re.sub(r"[\s{}(),=#%'\"~\\]+", "", fields.get("sortkey", "")))


def _dates(record: Element) -> dict[str, str]:
    """The date of "1967" and "March 5", which stand apart there."""
    year, day = _text(record.find("dates/year")), _text(record.find("dates/pub-dates/date"))
    whole = date_fields(f"{day} {year}") if year and year not in day else date_fields(day)
    return whole if "date" in whole else date_fields(year)


def write_endnote(entries: Iterable[Entry]) -> str:
    """The entries as an EndNote XML file."""
    root = Element("xml")
    records = SubElement(root, "records")
    for entry in entries:
        _add_record(records, entry)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add_record(records: Element, entry: Entry) -> None:
    words = load_words("exchange_formats")
    numbers = words["endnote_numbers"]
    fields = plain_fields(entry.fields)
    kind = next((name for name, ours in words["endnote_types"].items() if ours == entry.entrytype), "Generic")
    if entry.get("entrysubtype") == "newspaper":
        kind = "Newspaper Article"
    record = SubElement(records, "record")
    SubElement(record, "ref-type", name=kind).text = str(numbers.get(kind, numbers["Generic"]))
    contributors = SubElement(record, "contributors")
    for theirs, role in _ROLES.items():
        names = [name_of(person) for person in read_people(entry.get(role)) if not person.is_others]
        group = SubElement(contributors, theirs) if names else contributors
        for name in names:
            SubElement(group, "author").text = name
    titles = SubElement(record, "titles")
    _add(titles, "title", ": ".join(fields[name] for name in ("title", "subtitle") if name in fields))
    _add(titles, "secondary-title", fields.get(_CONTAINERS.get(entry.entrytype, "series"), ""))
    _add(record, "pages", fields.get("pages", "").replace("--", "-"))
    language = language_code(fields.get("langid") or fields.get("language", ""))
    for theirs, ours in words["endnote_fields"].items():
        _add(record, theirs, language if ours == "langid" else fields.get(ours, ""))
    if "publisher" not in fields:
        _add(record, "publisher", fields.get("institution", ""))
    if "keywords" in fields:
        keywords = SubElement(record, "keywords")
        for word in fields["keywords"].split(","):
            _add(keywords, "keyword", word.strip())
    _add_dates(record, entry)
    _add(record, "isbn", fields.get("isbn") or fields.get("issn") or "")
    if "url" in fields:
        SubElement(SubElement(SubElement(record, "urls"), "related-urls"), "url").text = fields["url"]


def _add_dates(record: Element, entry: Entry) -> None:
    date = entry.get("date").partition("/")[0] or entry.get("year")
    if date:
        dates = SubElement(record, "dates")
        SubElement(dates, "year").text = date[:4] if date[:4].isdigit() else date
        if len(date) > 4 and date[:4].isdigit():
            month = MONTHS[int(date[5:7]) - 1] if date[5:7].isdigit() and 1 <= int(date[5:7]) <= 12 else ""
            SubElement(SubElement(dates, "pub-dates"), "date").text = f"{month} {date[8:10]}".strip()


def _add(parent: Element, name: str, text: str) -> None:
    if text:
        SubElement(parent, name).text = text
