"""Entries in, RIS out, through rispy (RIS specification of Research Information Systems)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rispy

from app.bibtex.formats.languages import language_code
from app.bibtex.formats.plain import name_of, plain_fields
from app.entry import Entry
from app.people import read_people
from app.wordlists import load_words

_FIELDS = {
    "volume": "volume", "number": "number", "publisher": "publisher", "institution": "publisher",
    "location": "place_published", "doi": "doi", "abstract": "abstract", "edition": "edition",
    "shorttitle": "short_title", "note": "note", "isbn": "issn", "issn": "issn", "type": "type_of_work",
    "series": "tertiary_title", "booktitle": "secondary_title", "journaltitle": "journal_name",
    "volumes": "number_of_volumes",
}  # fmt: skip


def write_ris(entries: Iterable[Entry]) -> str:
    """The entries as an RIS file."""
    return str(rispy.dumps([_item(entry) for entry in entries]))


def _item(entry: Entry) -> dict[str, Any]:
    types = load_words("exchange_formats")["ris_written"]
    kind = "NEWS" if entry.get("entrysubtype") == "newspaper" else types.get(entry.entrytype, "GEN")
    fields = plain_fields(entry.fields)
    item: dict[str, Any] = {"type_of_reference": kind}
    for role, tag in (("author", "authors"), ("editor", "secondary_authors"), ("translator", "subsidiary_authors")):
        item[tag] = [name_of(person) for person in read_people(entry.get(role)) if not person.is_others]
    item["title"] = ": ".join(fields[name] for name in ("title", "subtitle") if name in fields)
    if date := entry.get("date").partition("/")[0] or entry.get("year"):
        item |= {"year": date[:4], "date": "/".join(date.split("-"))}
    first, _, last = fields.get("pages", "").partition("--")
    item |= {"start_page": first, "end_page": last}
    for name, tag in _FIELDS.items():
        if name in fields:
            item.setdefault(tag, fields[name])
    item["language"] = language_code(fields.get("langid") or fields.get("language", ""))
    item["access_date"] = "/".join(entry.get("urldate")[:10].split("-"))
    item["urls"] = [fields["url"]] if "url" in fields else []
    item["keywords"] = [word.strip() for word in fields.get("keywords", "").split(",") if word.strip()]
    item["id"] = entry.key
    return {tag: value for tag, value in item.items() if value}
