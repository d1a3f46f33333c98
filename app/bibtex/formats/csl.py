"""Entries in, CSL-JSON out (schema of the Citation Style Language 1.0.2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from app.bibtex.formats.plain import plain_fields, plain_text
from app.entry import Entry
from app.people import Person, read_people
from app.wordlists import load_words

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_ROLES = {"author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author"}


def write_csl(entries: Iterable[Entry]) -> str:
    """The entries as a CSL-JSON file."""
    return json.dumps([_item(entry) for entry in entries], ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    types = load_words("exchange_formats")["csl_written"]
    kind = "article-newspaper" if entry.get("entrysubtype") == "newspaper" else types.get(entry.entrytype, "document")
    item: dict[str, Any] = {"id": entry.key or entry.get("title")[:40], "type": kind}
    fields = plain_fields(entry.fields)
    for role, name in _ROLES.items():
        if people := [_name(person) for person in read_people(entry.get(role)) if not person.is_others]:
            item[name] = people
    names = {ours: theirs for theirs, ours in load_words("reference_formats")["csl_fields"].items()}
    item |= {names[name]: value for name, value in fields.items() if name in names}
    if "subtitle" in fields and "title" in fields:
        item["title"] = f"{fields['title']}: {fields['subtitle']}"
    container = fields.get("journaltitle") or fields.get("booktitle")
    if container:
        item["container-title"] = container
    if "institution" in fields:
        item.setdefault("publisher", fields["institution"])
    if "pages" in fields:
        item["page"] = fields["pages"].replace("--", "-")
    for name, value in (("issued", entry.get("date") or entry.get("year")), ("accessed", entry.get("urldate"))):
        if value:
            item[name] = _date(value)
    return item


def _name(person: Person) -> dict[str, str]:
    if person.literal:
        return {"literal": plain_text(person.literal)}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.prefix,
        "suffix": person.suffix,
    }
    return {name: plain_text(part) for name, part in parts.items() if part}


def _date(value: str) -> dict[str, Any]:
    parts = [_ISO.fullmatch(part) for part in value.split("/")]
    if all(parts):
        return {"date-parts": [[int(number) for number in part.groups() if number] for part in parts if part]}
    return {"literal": value}
