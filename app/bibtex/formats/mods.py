"""MODS in, entries out, and back (MODS 3.8 user guidelines, Library of Congress)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from app.bibtex.formats.languages import language_code, language_fields
from app.bibtex.formats.markup import value_of
from app.bibtex.formats.plain import pages_value, plain_fields, plain_text
from app.bibtex.formats.written_dates import date_fields
from app.entry import Entry
from app.people import Person, read_people, write_people
from app.wordlists import load_words

_SPACE = "http://www.loc.gov/mods/v3"
MODS = f"{{{_SPACE}}}"
_ROLES = {"aut": "author", "author": "author", "edt": "editor", "editor": "editor", "trl": "translator",
          "translator": "translator"}  # fmt: skip
_HOSTED = {"article": "journaltitle", "incollection": "booktitle", "inproceedings": "booktitle", "inbook": "booktitle",
           "inreference": "booktitle"}  # fmt: skip


def read_mods(root: Element) -> list[Entry]:
    """The entries under the root of a MODS file."""
    records = [root] if root.tag == f"{MODS}mods" else root.findall(f"{MODS}mods")
    return [_entry(record) for record in records]


def _find(element: Element | None, *path: str) -> Element | None:
    return element.find("/".join(f"{MODS}{name}" for name in path)) if element is not None else None


def _text(element: Element | None, *path: str) -> str:
    found = _find(element, *path) if path else element
    return value_of("".join(found.itertext())) if found is not None else ""


def _entry(record: Element) -> Entry:
    host = next((item for item in record.findall(f"{MODS}relatedItem") if item.get("type") == "host"), None)
    genres = [_text(genre) for genre in record.iter(f"{MODS}genre")]
    types = load_words("exchange_formats")["mods_genres"]
    entrytype = next((types[genre] for genre in genres if genre in types), "misc")
    if host is not None and entrytype in ("misc", "book"):
        entrytype = "incollection"
    fields = {
        "title": _title(record),
        "abstract": _text(record, "abstract"),
        "note": _text(record, "note"),
        **language_fields(_text(record, "language", "languageTerm")),
        "url": _text(record, "location", "url"),
        "keywords": ", ".join(_text(topic) for topic in record.iter(f"{MODS}topic")),
        **_origin(record, host),
        **_people(record),
        **_identifiers(record),
    }
    if host is not None:
        fields[_HOSTED.get(entrytype, "booktitle")] = _title(host)
        fields |= (
            _identifiers(host) | _part(host) | {k: v for k, v in _people(host).items() if k not in _people(record)}
        )
    if "newspaper" in genres:
        fields["entrysubtype"] = "newspaper"
    if entrytype in ("thesis", "report"):
        fields["institution"] = fields.pop("publisher", "")
    return Entry(entrytype, fields | _part(record), record.get("ID", ""))


def _title(element: Element) -> str:
    info = _find(element, "titleInfo")
    start = "".join(_text(info, name) + " " for name in ("nonSort",) if _text(info, name))
    title = start + _text(info, "title")
    return f"{title}: {_text(info, 'subTitle')}" if _text(info, "subTitle") else title


def _origin(record: Element, host: Element | None) -> dict[str, str]:
    """Place, publisher, date and edition; a part's own date counts before its host's."""
    found: dict[str, str] = {}
    for element in (record, host):
        origin = _find(element, "originInfo")
        place = _find(origin, "place", "placeTerm")
        parts = {
            "location": _text(place),
            "publisher": _text(origin, "publisher"),
            "edition": _text(origin, "edition"),
            **date_fields(
                _text(origin, "dateIssued") or _text(origin, "copyrightDate") or _text(element, "part", "date")
            ),
        }
        found = {**parts, **{name: value for name, value in found.items() if value}}
    return found


def _people(element: Element) -> dict[str, str]:
    people: dict[str, list[Person]] = {}
    for name in element.findall(f"{MODS}name"):
        role = _ROLES.get(_text(name, "role", "roleTerm").lower(), "author")
        people.setdefault(role, []).append(_person(name))
    return {role: write_people(named) for role, named in people.items()}


def _person(name: Element) -> Person:
    parts: dict[str, list[str]] = {}
    for part in name.findall(f"{MODS}namePart"):
        parts.setdefault(part.get("type", ""), []).append(_text(part))
    if name.get("type") == "corporate" or not (parts.get("family") or parts.get("given")):
        whole = " ".join(parts.get("", []))
        read = read_people(whole)
        return Person(literal=whole) if name.get("type") != "personal" or not read else read[0]
    return Person(
        " ".join(parts.get("family", [])),
        " ".join(parts.get("given", [])),
        "",
        " ".join(parts.get("termsOfAddress", [])),
    )


def _identifiers(element: Element) -> dict[str, str]:
    found = {}
    for identifier in element.findall(f"{MODS}identifier"):
        if (kind := identifier.get("type", "").lower()) in ("doi", "isbn", "issn"):
            found[kind] = _text(identifier)
    return found


def _part(element: Element) -> dict[str, str]:
    """Volume, number and pages of a <part>."""
    found = {}
    for detail in element.findall(f"{MODS}part/{MODS}detail"):
        name = {"volume": "volume", "issue": "number", "number": "number"}.get(detail.get("type", ""))
        if name:
            found[name] = _text(detail, "number")
    extent = _find(element, "part", "extent")
    if extent is not None:
        first, last = _text(extent, "start"), _text(extent, "end")
        found["pages"] = f"{first}--{last}" if last and last != first else first or pages_value(_text(extent, "list"))
    return found


# --- writing -------------------------------------------------------------------------------------------------------


def write_mods(entries: Iterable[Entry]) -> str:
    """The entries as a MODS collection."""
    register_namespace("", _SPACE)
    root = Element(f"{MODS}modsCollection")
    for entry in entries:
        _add_record(root, entry)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add(parent: Element, *path: str, text: str = "", **attributes: str) -> Element:
    for name in path[:-1]:
        parent = SubElement(parent, f"{MODS}{name}")
    element = SubElement(parent, f"{MODS}{path[-1]}", attributes)
    element.text = text or None
    return element


def _add_record(root: Element, entry: Entry) -> None:
    fields = plain_fields(entry.fields)
    record = _add(root, "mods")
    if entry.key:
        record.set("ID", entry.key)
    _add_titles(record, fields)
    genre = load_words("exchange_formats")["mods_written"].get(entry.entrytype)
    for word in filter(None, (genre, fields.get("entrysubtype"))):
        _add(record, "genre", text=word)
    container = fields.get(_HOSTED.get(entry.entrytype, ""), "")
    host = _add(record, "relatedItem", type="host") if container else record
    if container:
        _add(host, "titleInfo", "title", text=container)
    for element, role, code in ((record, "author", "aut"), (record, "translator", "trl"), (host, "editor", "edt")):
        for person in read_people(entry.get(role)):
            _add_person(element, person, code)
    _add_origin(record, fields)
    _add_part(host, fields)
    _add_marks(record, host, fields)


def _add_titles(record: Element, fields: dict[str, str]) -> None:
    titles = _add(record, "titleInfo")
    _add(titles, "title", text=fields.get("title", ""))
    if "subtitle" in fields:
        _add(titles, "subTitle", text=fields["subtitle"])


def _add_marks(record: Element, host: Element, fields: dict[str, str]) -> None:
    """Identifiers, abstract, note, language, address and keywords."""
    for name in ("doi", "isbn", "issn"):
        if name in fields:
            _add(host if name == "issn" else record, "identifier", text=fields[name], type=name)
    if language := fields.get("langid") or fields.get("language"):
        code = {"type": "code", "authority": "rfc5646"} if "langid" in fields else {"type": "text"}
        _add(record, "language", "languageTerm", text=language_code(language), **code)
    places = {"abstract": "abstract", "note": "note", "url": "location/url"}
    for name, path in places.items():
        if name in fields:
            _add(record, *path.split("/"), text=fields[name])
    for word in filter(None, (word.strip() for word in fields.get("keywords", "").split(","))):
        _add(record, "subject", "topic", text=word)


def _add_person(element: Element, person: Person, code: str) -> None:
    if person.is_others:
        return
    name = _add(element, "name", type="corporate" if person.literal else "personal")
    if person.literal:
        _add(name, "namePart", text=plain_text(person.literal))
    else:
        family = plain_text(f"{person.prefix} {person.family}".strip())
        for kind, part in (("family", family), ("given", plain_text(person.given)), ("termsOfAddress", person.suffix)):
            if part:
                _add(name, "namePart", text=part, type=kind)
    _add(name, "role", "roleTerm", text=code, type="code", authority="marcrelator")


def _add_origin(record: Element, fields: dict[str, str]) -> None:
    said = {
        "publisher": fields.get("publisher") or fields.get("institution", ""),
        "dateIssued": fields.get("date") or fields.get("year", ""),
        "edition": fields.get("edition", ""),
    }
    if any(said.values()) or "location" in fields:
        origin = _add(record, "originInfo")
        if "location" in fields:
            _add(origin, "place", "placeTerm", text=fields["location"], type="text")
        for name, text in said.items():
            if text:
                _add(origin, name, text=text)


def _add_part(element: Element, fields: dict[str, str]) -> None:
    details = [(kind, fields[name]) for kind, name in (("volume", "volume"), ("issue", "number")) if name in fields]
    if not details and "pages" not in fields:
        return
    part = _add(element, "part")
    for kind, number in details:
        _add(_add(part, "detail", type=kind), "number", text=number)
    if "pages" in fields:
        first, _, last = fields["pages"].partition("--")
        extent = _add(part, "extent", unit="pages")
        _add(extent, "start", text=first)
        if last:
            _add(extent, "end", text=last)
