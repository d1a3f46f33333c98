"""Zotero's own JSON items in (its API's, or a file of Better BibTeX JSON), entries out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from app.bibtex.formats.degrees import degree_of
from app.bibtex.formats.languages import language_fields
from app.bibtex.formats.markup import paragraphs_of, value_of
from app.bibtex.formats.people_as_given import Given, people_fields, with_roles_said
from app.bibtex.formats.plain import pages_value
from app.bibtex.formats.written_dates import date_fields
from app.bibtex.formats.zotero_extra import Extra, arxiv_fields, read_extra, words_of
from app.bibtex.iso_dates import iso_date
from app.bibtex.naming import VERBATIM
from app.bibtex.source import read_value
from app.entry import Entry
from app.wordlists import load_words

_DATES = ("date", "issueDate", "dateDecided", "dateEnacted", "filingDate")
_NO_WORKS = frozenset({"attachment", "note", "annotation"})
# Better BibTeX's mark for items whose fields are TeX already.
_TEX_TAG = "#LaTeX"
_SPAN = re.compile(r"(?<=\d)\s*[-–—]+\s*(?=\d)")
_AT_HOME = re.compile(
    r"https?://(?:www\.)?(?:jstor\.org/stable/(?P<jstor>[\w./]+)|(?:ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)"
    r"/(?P<pubmed>\d+)/?|books\.google\.[a-z.]+/books\?id=(?P<googlebooks>[\w-]+))"
)
_PATENT = re.compile(r"([A-Z]{2})\s*(\d[\d /.,-]*[A-Z]?\d?)")


def is_zotero(item: Mapping[str, Any]) -> bool:
    """Whether a JSON object is an item of Zotero's."""
    return "itemType" in item or "itemType" in item.get("data", {})


def read_zotero_items(items: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """The entries of items, without notes and attachments, which are none."""
    return [read_zotero(item) for item in items if item.get("data", item).get("itemType") not in _NO_WORKS]


def read_zotero(item: Mapping[str, Any]) -> Entry:
    """The entry an item is."""
    words, item = load_words("zotero"), item.get("data", item)
    kind, extra = str(item.get("itemType", "")), read_extra(item.get("extra"))
    tags = [_tag(tag) for tag in item.get("tags", [])]
    is_tex = _TEX_TAG in tags
    entrytype = str(extra.fields.pop("entrytype", "") or words["types"].get(kind, "misc"))
    fields = {ours: value for ours in words["fields"] if (value := _first(item, words["fields"][ours], ours, is_tex))}
    fields |= _people(item.get("creators", []))
    # A type of one's own ("tex.entrytype: mvlexicon") says nothing of where the work stands.
    known = {*words["types"].values(), *words["extra_types"].values()}
    fields |= _containers(item, entrytype if entrytype in known else words["types"].get(kind, "misc"), is_tex)
    fields |= _dates(item)
    fields |= _besides(item, extra, tags)
    if kind in ("newspaperArticle", "magazineArticle"):
        fields["entrysubtype"] = kind.removesuffix("Article")
    if kind == "preprint":
        fields.setdefault("pubstate", "prepublished")
    _settle(item, entrytype, fields)
    fields |= extra.fields
    key = fields.pop("key", "")
    return Entry(_without_arxivs_name(entrytype, fields), fields, key)


def _first(item: Mapping[str, Any], names: Iterable[str], ours: str, is_tex: bool) -> str:
    """The first of Zotero's fields that is filled, as an entry's value."""
    text = next((str(item[name]) for name in names if item.get(name)), "")
    if ours in VERBATIM or ours == "key":
        return " ".join(text.split())
    return read_value(ours, text) if is_tex else value_of(text)


def _people(creators: list[dict[str, str]]) -> dict[str, str]:
    words = load_words("zotero")
    given = []
    for creator in creators:
        kind = creator.get("creatorType", "author")
        role = words["said"].get(kind) or words["roles"].get(kind, "author")
        given.append(Given(role, creator.get("name") or creator.get("lastName", ""), creator.get("firstName", ""),
                           is_body=not creator.get("firstName")))  # fmt: skip
    fields = people_fields(given)
    return with_roles_said(fields, words["said"].values())


def _containers(item: Mapping[str, Any], entrytype: str, is_tex: bool) -> dict[str, str]:
    """The journal, book or site it stands in, and the house that brought it out."""
    words, first = load_words("zotero"), partial(_first, item, is_tex=is_tex)
    found = {}
    if container := first(words["containers"]["names"], "booktitle"):
        found[_place(words["containers"], entrytype, "booktitle")] = container
    if house := first(words["houses"]["names"], "publisher"):
        # A list of houses is divided by "and"; one whose name has it stands in braces.
        house = f"{{{house}}}" if re.search(r"\sand\s", house) and not house.startswith("{") else house
        found[_place(words["houses"], entrytype, "publisher")] = house
    return found


def _place(table: Mapping[str, list[str]], entrytype: str, otherwise: str) -> str:
    return next((name for name, types in table.items() if name != "names" and entrytype in types), otherwise)


def _dates(item: Mapping[str, Any]) -> dict[str, str]:
    found = next((date_fields(str(item[name])) for name in _DATES if item.get(name)), {})
    seen = iso_date(str(item.get("accessDate") or ""))[:10]
    return {**found, "urldate": seen} if seen else found


def _besides(item: Mapping[str, Any], extra: Extra, tags: list[str]) -> dict[str, str]:
    """Languages, keywords, the shelf, the user's notes and files."""
    found = language_fields(str(item.get("language") or ""))
    # A comma would make two keywords of one.
    words = dict.fromkeys(tag.replace(",", "") for tag in tags if tag != _TEX_TAG)
    found["keywords"] = ", ".join(sorted(words, key=str.casefold))
    shelf = (str(item.get(name) or "").strip() for name in ("archive", "archiveLocation", "callNumber"))
    found["library"] = value_of(", ".join(filter(None, shelf)))
    notes = (str(note.get("note", "") if isinstance(note, dict) else note) for note in item.get("notes") or ())
    found["annotation"] = "\n\n".join(filter(None, (*words_of(extra.rest), *map(paragraphs_of, notes))))
    files = (str(one.get("localPath") or one.get("path") or "") for one in item.get("attachments") or ())
    found["file"] = ";".join(_file(path) for path in files if path and "://" not in path)
    return found


def _file(path: str) -> str:
    escaped = re.sub(r"([:;\\])", r"\\\1", path)
    return f":{escaped}:{path.rpartition('.')[2].upper()}" if escaped != path else path


def _tag(tag: Any) -> str:
    return value_of(str(tag.get("tag", "") if isinstance(tag, dict) else tag))


def _settle(item: Mapping[str, Any], entrytype: str, fields: dict[str, str]) -> None:
    """Put into biblatex's words what Zotero's users write in theirs."""
    if "pages" in fields:
        fields["pages"] = pages_value(fields["pages"])
    if entrytype == "thesis":
        fields["type"] = degree_of(fields.get("type", ""))
    if entrytype == "unpublished" and "location" in fields and item.get("itemType") == "presentation":
        fields["venue"] = fields.pop("location")
    if entrytype == "patent":
        _settle_patent(item, fields)
    if entrytype == "article":
        for name in ("volume", "number"):
            fields[name] = _SPAN.sub("–", fields.get(name, ""))
    _settle_eprint(fields)


def _settle_eprint(fields: dict[str, str]) -> None:
    """Take an archive's name and number from where they were put: "arXiv:2005.14017" as a journal, or an address."""
    for name in ("publisher", "organization"):
        if fields.get(name, "").casefold() == "arxiv":
            del fields[name]
    for name in ("eprint", "journaltitle", "organization", "number"):
        if name in fields and (found := arxiv_fields(fields[name], is_named=False)):
            del fields[name]
            fields |= found
    if "eprint" not in fields and (number := _AT_HOME.fullmatch(fields.get("url", ""))):
        kind, value = next((kind, value) for kind, value in number.groupdict().items() if value)
        fields |= {"eprint": value, "eprinttype": kind}


def _without_arxivs_name(entrytype: str, fields: Mapping[str, str]) -> str:
    """The type: an article that only arXiv has is none."""
    is_preprint = entrytype == "article" and fields.get("eprinttype") == "arXiv" and not fields.get("journaltitle")
    return "unpublished" if is_preprint else entrytype


def _settle_patent(item: Mapping[str, Any], fields: dict[str, str]) -> None:
    """A patent's number and whose it is: "EP123123123" is number 123123123 of the type patenteu; or its request's."""
    kind, number = "patent", fields.get("number", "")
    if not number:
        kind, number = "patreq", value_of(str(item.get("applicationNumber") or ""))
    match = _PATENT.fullmatch(number)
    office = load_words("zotero")["patents"].get(match[1], "") if match else ""
    fields["number"] = match[2] if match and office else number
    if office or (number and kind == "patreq"):
        fields["type"] = fields.get("type") or f"{kind}{office}"
