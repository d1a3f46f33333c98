"""Entries in, RIS out, through rispy (RIS specification of Research Information Systems)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rispy

from app.bibtex.formats.plain import name_of, plain_fields
from app.entry import Entry
from app.people import read_people
from app.wordlists import load_words

_FIELDS = {
    "volume": "volume", "number": "number", "publisher": "publisher", "institution": "publisher",
    "location": "place_published", "doi": "doi", "abstract": "abstract", "edition": "edition", "langid": "language",
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
        if names := [name_of(person) for person in read_people(entry.get(role)) if not person.is_others]:
            item[tag] = names
    title = ": ".join(fields[name] for name in ("title", "subtitle") if name in fields)
    if title:
        item["title"] = title
    if date := entry.get("date").partition("/")[0] or entry.get("year"):
        item |= {"year": date[:4], "date": "/".join(date.split("-"))}
    first, _, last = fields.get("pages", "").partition("--")
    item |= {tag: page for tag, page in (("start_page", first), ("end_page", last)) if page}
    for name, tag in _FIELDS.items():
        if name in fields:
            item.setdefault(tag, fields[name])
    if "url" in fields:
        item["urls"] = [fields["url"]]
    if "keywords" in fields:
        item["keywords"] = [word.strip() for word in fields["keywords"].split(",") if word.strip()]
    if entry.key:
        item["id"] = entry.key
    return item
