"""Zotero's own JSON items in (its API's, or a file of Better BibTeX JSON), entries out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.bibtex.dates import read_date
from app.bibtex.formats.plain import pages_value, value_of
from app.entry import Entry
from app.people import Person, write_people
from app.wordlists import load_words

_CONTAINERS = ("publicationTitle", "bookTitle", "proceedingsTitle", "encyclopediaTitle", "dictionaryTitle",
               "websiteTitle", "blogTitle", "forumTitle")  # fmt: skip
_HOUSES = ("publisher", "institution", "university", "company", "studio", "label", "network", "repository")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?")
_ISO_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:[T ].*)?")
_EDTF = re.compile(
    r"(?:\.\.|-?\d[\dX]{2}[\dX](?:-[\dX]{2}){0,2}[?~%]{0,2})(?:/(?:\.\.|-?\d[\dX]{3}(?:-[\dX]{2}){0,2}[?~%]{0,2}))?"
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{4})")
_DAY_MONTH_YEAR = re.compile(r"(.*?[A-Za-z].*?)[\s,-]+(\d{4})")
_ARXIV = re.compile(
    r"(arxiv:\s*)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:\s*\[([^\]]*)\])?", re.IGNORECASE
)
_PARTICLE = re.compile(r"^(.*?)\s+((?:[^\W\d_A-Z][\w'’]*\s*)+)$")
_EXTRA = re.compile(r"\s*(tex\.)?([\w. -]+?)\s*[:=]\s*(.+)", re.IGNORECASE)


def is_zotero(item: Mapping[str, Any]) -> bool:
    """Whether a JSON object is an item of Zotero's."""
    return "itemType" in item or "itemType" in item.get("data", {})


def read_zotero(item: Mapping[str, Any]) -> Entry:
    """The entry an item is."""
    words = load_words("exchange_formats")
    item = item.get("data", item)
    kind = str(item.get("itemType", ""))
    entrytype = words["zotero_types"].get(kind, "misc")
    fields = {ours: value_of(str(item[theirs])) for theirs, ours in words["zotero_fields"].items() if item.get(theirs)}
    fields |= _people(item.get("creators", []), words["zotero_roles"])
    fields |= _containers(item, entrytype)
    fields["pages"] = pages_value(str(item.get("pages", "")))
    fields["date"] = date_of(str(item.get("date") or ""))
    if fields["date"] and not _EDTF.fullmatch(fields["date"]):
        fields["year"] = fields.pop("date")
    fields["urldate"] = str(item.get("accessDate") or "")[:10]
    fields["keywords"] = ", ".join(_tag(tag) for tag in item.get("tags", []))
    if kind in ("newspaperArticle", "magazineArticle"):
        fields["entrysubtype"] = kind.removesuffix("Article")
    fields |= _extra(item.get("extra"), fields)
    if language := fields.get("langid"):
        fields["langid"] = babel_name(language)
    _read_arxiv(fields)
    return Entry(fields.pop("entrytype", entrytype), fields, fields.pop("key", ""))


def babel_name(language: str) -> str:
    """A language's name as biblatex wants it, from a code ("pt-BR" is "brazilian"); what is no code stays."""
    names = load_words("exchange_formats")["languages"]
    code = language.strip().lower().replace("_", "-")
    return str(names.get(code) or names.get(code.partition("-")[0], language) if len(code) <= 5 else language)


def _read_arxiv(fields: dict[str, str]) -> None:
    """Take "arXiv:2005.14017 [cs.CL]" apart, wherever it stands."""
    for name in ("eprint", "journaltitle", "organization", "number"):
        whole = _ARXIV.fullmatch(fields.get(name, ""))
        if whole and (name == "eprint" or whole.group(1)):
            fields.pop(name)
            fields |= {"eprint": whole.group(2), "eprinttype": "arxiv"}
            if whole.group(3):
                fields["eprintclass"] = whole.group(3)


def _people(creators: list[dict[str, str]], roles: Mapping[str, str]) -> dict[str, str]:
    people: dict[str, list[Person]] = {}
    for creator in creators:
        role = roles.get(creator.get("creatorType", "author"), "author")
        name, given = creator.get("name") or creator.get("lastName", ""), creator.get("firstName", "")
        given, _, suffix = value_of(given).partition(",")
        if name:
            body = not given and not creator.get("firstName")
            family = value_of(name).strip('"')
            given, prefix = _without_particle(given.strip())
            person = Person(literal=family) if body else Person(family, given, prefix, suffix.strip(" !"))
            people.setdefault(role, []).append(person)
    return {role: write_people(named) for role, named in people.items()}


def _without_particle(given: str) -> tuple[str, str]:
    """The given names and the particle that Zotero keeps behind them: "Alexander von" has "von"."""
    match = _PARTICLE.match(given)
    return (match.group(1), match.group(2).strip()) if match and match.group(2).islower() else (given, "")


def _containers(item: Mapping[str, Any], entrytype: str) -> dict[str, str]:
    """The journal, book or site it stands in, and the house that brought it out."""
    container = next((value_of(str(item[name])) for name in _CONTAINERS if item.get(name)), "")
    house = next((value_of(str(item[name])) for name in _HOUSES if item.get(name)), "")
    place = {"article": "journaltitle", "online": "organization", "jurisdiction": "journaltitle"}.get(
        entrytype, "booktitle"
    )
    home = {"report": "institution", "thesis": "institution", "online": "organization"}.get(entrytype, "publisher")
    found = {home: house} if house else {}
    return found | ({place: container} if container else {})


def date_of(text: str) -> str:
    """Zotero's dates as entries have them: "2007-6-29", "30-Mar-2020", "04/2012", "1993-00-00"; others as they are."""
    text = text.strip()
    if match := _DATE.fullmatch(text):
        parts = [part.zfill(2) for part in match.groups() if part]
        return "-".join(part for part in parts if part != "00")
    if match := _ISO_SLASHED.fullmatch(text):
        return "-".join(part.zfill(2) for part in match.groups())
    if match := _SLASHED.fullmatch(text):
        return f"{match.group(2)}-{match.group(1).zfill(2)}"
    if match := _DAY_MONTH_YEAR.fullmatch(text):
        date, left = read_date(match.group(2), match.group(1).replace("-", " "))
        return date if date and not left else text
    return text


def _tag(tag: Any) -> str:
    return value_of(str(tag.get("tag", "") if isinstance(tag, dict) else tag))


def _extra(extra: Any, fields: Mapping[str, str]) -> dict[str, str]:
    """The lines of Extra: fields where they name some ("tex.subtitle: ..."), a note where they do not."""
    lines = extra if isinstance(extra, list) else str(extra or "").splitlines()
    known = load_words("exchange_formats")["zotero_extra"]
    found: dict[str, str] = {}
    rest: list[str] = []
    for line in lines:
        match = _EXTRA.fullmatch(str(line))
        name = match.group(2).strip().lower() if match else ""
        if match and (match.group(1) or name in known):
            found[known.get(name, name)] = value_of(match.group(3))
        elif str(line).strip():
            rest.append(value_of(str(line)))
    if "eprint" in found:
        found.setdefault("eprinttype", "arxiv")
    if rest:
        found["note"] = ". ".join(filter(None, (fields.get("note", ""), *rest)))
    return found
