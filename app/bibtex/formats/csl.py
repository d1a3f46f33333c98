"""Entries in, CSL-JSON out (schema of the Citation Style Language 1.0.2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from app.bibtex.formats.languages import language_code
from app.bibtex.formats.plain import plain_fields, plain_text
from app.entry import Entry
from app.people import Person, read_people
from app.wordlists import load_words

_ISO = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d{2}))?")
_TIME = re.compile(r"T\d.*")
_ROLES = {"author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author"}


def write_csl(entries: Iterable[Entry]) -> str:
    """The entries as a CSL-JSON file."""
    return json.dumps([_item(entry) for entry in entries], ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    types = load_words("exchange_formats")["csl_written"]
    kind = "article-newspaper" if entry.get("entrysubtype") == "newspaper" else types.get(entry.entrytype, "document")
    item: dict[str, Any] = {"id": entry.key or entry.get("title")[:40], "type": kind}
    fields = plain_fields(entry.fields)
    keeps = "useprefix=true" in entry.get("options")
    people = {
        name: [_name(person, keeps) for person in read_people(entry.get(role)) if not person.is_others]
        for role, name in _ROLES.items()
    }
    item |= {name: named for name, named in people.items() if named}
    # Of two of CSL's names for one field ("issue", "number") the first is an article's.
    names = {ours: theirs for theirs, ours in reversed(load_words("reference_formats")["csl_fields"].items())}
    item |= {names[name]: value for name, value in fields.items() if name in names}
    if "issue" in item and entry.entrytype not in ("article", "review", "suppperiodical"):
        item["number"] = item.pop("issue")
    if "subtitle" in fields and "title" in fields:
        item["title"] = f"{fields['title']}: {fields['subtitle']}"
    said = {
        "container-title": fields.get("journaltitle") or fields.get("booktitle") or "",
        "publisher": fields.get("publisher") or fields.get("institution") or "",
        "language": language_code(fields.get("langid") or fields.get("language", "")),
        "page": fields.get("pages", "").replace("--", "-"),
    }
    dates = {theirs: entry.get(ours) for theirs, ours in load_words("reference_formats")["csl_dates"].items()}
    dates["issued"] = dates["issued"] or entry.get("year")
    item |= {name: value for name, value in said.items() if value}
    return item | {name: _date(value) for name, value in dates.items() if value}


def _name(person: Person, keeps_particle: bool) -> dict[str, str]:
    if person.literal:
        return {"literal": plain_text(person.literal)}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle" if keeps_particle else "dropping-particle": person.prefix,
        "suffix": person.suffix,
    }
    return {name: plain_text(part) for name, part in parts.items() if part}


def _date(value: str) -> dict[str, Any]:
    """A date in CSL's parts: "1967~" is about 1967, "1914/1918" has two; what it has no parts for is literal."""
    bare = [_TIME.sub("", part.rstrip("?~%")) for part in value.split("/")]
    parts = [_ISO.fullmatch(part) for part in bare]
    if not all(parts):
        return {"literal": value}
    date: dict[str, Any] = {
        "date-parts": [[int(number) for number in part.groups() if number] for part in parts if part]
    }
    return {**date, "circa": True} if value.rstrip("/").endswith(("?", "~", "%")) else date
