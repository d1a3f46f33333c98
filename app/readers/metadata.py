"""A web page's own statements about its article in (citation tags, Dublin Core, PRISM, JSON-LD), its entry out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.entry import Entry
from app.people import read_people, write_people

# Tag names in the order in which they are believed, in lower case. Sources: Google Scholar's inclusion guidelines
# (citation_*), DCMI terms, PRISM 3.0.
_TAGS: Mapping[str, tuple[str, ...]] = {
    "title": ("citation_title", "bepress_citation_title", "eprints.title", "dc.title", "dcterms.title", "prism.title"),
    "author": (
        *("citation_author", "citation_authors", "bepress_citation_author", "eprints.creators_name", "dc.creator"),
        *("dcterms.creator", "dc.creator.personalname"),
    ),
    "journaltitle": (
        *("citation_journal_title", "bepress_citation_journal_title", "prism.publicationname", "eprints.publication"),
        *("dc.relation.ispartof", "dc.source", "dcterms.ispartof"),
    ),
    "booktitle": ("citation_inbook_title", "citation_book_title", "citation_conference_title"),
    "volume": ("citation_volume", "bepress_citation_volume", "prism.volume", "eprints.volume", "dc.source.volume"),
    "number": ("citation_issue", "bepress_citation_issue", "prism.number", "prism.issueidentifier", "dc.source.issue"),
    "firstpage": ("citation_firstpage", "citation_first_page", "bepress_citation_firstpage", "prism.startingpage"),
    "lastpage": ("citation_lastpage", "citation_last_page", "bepress_citation_lastpage", "prism.endingpage"),
    "date": (
        *(
            "citation_publication_date",
            "citation_cover_date",
            "citation_date",
            "citation_year",
            "bepress_citation_date",
        ),
        *(
            "prism.publicationdate",
            "citation_online_date",
            "dc.date.issued",
            "dc.date",
            "dcterms.issued",
            "dcterms.date",
        ),
    ),
    "doi": (
        "citation_doi",
        "bepress_citation_doi",
        "prism.doi",
        "dc.identifier.doi",
        "dc.identifier",
        "dcterms.identifier",
    ),
    "publisher": ("citation_publisher", "dc.publisher", "dcterms.publisher"),
    "institution": ("citation_dissertation_institution",),
    "isbn": ("citation_isbn", "prism.isbn"),
}
_DOI = re.compile(r"\b10\.\d{4,9}/\S+")
_DATE = re.compile(r"^\D{0,3}(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_KINDS = frozenset(["scholarlyarticle", "article", "medicalscholarlyarticle", "chapter", "report", "newsarticle"])


def read_metadata(tags: Sequence[tuple[str, str]], linked: Sequence[str]) -> Entry | None:
    """The article's entry from its page's tags, else from its linked data; None where neither names a title.

    Args:
        tags: the meta elements as (name, content), in page order.
        linked: the texts of the page's JSON-LD scripts.
    """
    stated: dict[str, list[str]] = {}
    for name, content in tags:
        if content.strip():
            stated.setdefault(name.strip().lower(), []).append(" ".join(content.split()))
    fields = {field: values for field, names in _TAGS.items() if (values := _first(stated, names))}
    for other in _linked_fields(linked):
        for field, values in other.items():
            fields.setdefault(field, values)
        break
    if "title" in fields:
        return _entry(fields)
    return _of_website(stated)


def _of_website(stated: Mapping[str, list[str]]) -> Entry | None:
    """What a page without citation tags tells those who share it (Open Graph): an article on a website."""
    if stated.get("og:type", [""])[0].lower() != "article" or "og:title" not in stated:
        return None
    site = next(iter(stated.get("og:site_name", [])), "")
    title = re.sub(rf"\s+[|–—-]\s+{re.escape(site)}$", "", stated["og:title"][0]) if site else stated["og:title"][0]
    author = _people(stated["author"]) if "author" in stated else ""
    date = _iso_date(next(iter(stated.get("article:published_time", [])), ""))
    return Entry("online", {"author": author, "title": title, "organization": site, "date": date})


def _first(stated: Mapping[str, list[str]], names: Sequence[str]) -> list[str]:
    for name in names:
        values = [value for value in stated.get(name, []) if not name.endswith("identifier") or _DOI.search(value)]
        if values:
            return values
    return []


def _entry(stated: Mapping[str, list[str]]) -> Entry:
    fields = {
        name: stated[name][0] for name in ("title", "journaltitle", "booktitle", "volume", "number") if name in stated
    }
    if "author" in stated:
        fields["author"] = _people(stated["author"])
    if date := _iso_date(next(iter(stated.get("date", [])), "")):
        fields["date"] = date
    if pages := _extent(*(next(iter(stated.get(name, [])), "") for name in ("firstpage", "lastpage"))):
        fields["pages"] = pages
    if match := _DOI.search(next(iter(stated.get("doi", [])), "")):
        fields["doi"] = match[0].rstrip(".,;")
    kind = _entrytype(stated)
    if kind != "article" and "publisher" in stated:
        fields["publisher"] = stated["publisher"][0]
    if kind == "thesis":
        fields["institution"] = stated["institution"][0]
    if kind == "incollection":
        fields.pop("journaltitle", None)
    order = (
        "author",
        "title",
        "journaltitle",
        "booktitle",
        "volume",
        "number",
        "institution",
        "publisher",
        "date",
        "pages",
        "doi",
    )
    return Entry(kind, {name: fields[name] for name in order if name in fields})


def _entrytype(stated: Mapping[str, list[str]]) -> str:
    if "institution" in stated:
        return "thesis"
    if "booktitle" in stated:
        return "incollection"
    if any(name in stated for name in ("journaltitle", "volume", "number", "doi", "firstpage")):
        return "article"
    return "book" if "isbn" in stated else "online"


def _people(values: Sequence[str]) -> str:
    """The authors; one tag may hold several, divided by semicolons."""
    names = [name.strip(" ,") for value in values for name in value.split(";")]
    return " and ".join(write_people(read_people(name)) for name in names if name)


def _iso_date(value: str) -> str:
    """ISO of "2012/6/15"; the first of a month or of a year stands for the month or the year alone."""
    match = _DATE.match(value)
    if match is None:
        bare = _YEAR.search(value)
        return bare[1] if bare else ""
    year, month, day = str(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not 1 <= month <= 12 or (month == 1 and day == 1):
        return year
    return f"{year}-{month:02d}" + (f"-{day:02d}" if 1 < day <= 31 else "")


def _extent(first: str, last: str) -> str:
    if "-" in first and not last:
        first, _, last = first.replace("–", "-").replace("--", "-").partition("-")
    return f"{first.strip()}--{last.strip()}" if first and last and first != last else first


def _linked_fields(linked: Sequence[str]) -> Iterator[dict[str, list[str]]]:
    """The fields of every article in the page's linked data (schema.org ScholarlyArticle and its kin)."""
    for text in linked:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for thing in _things(value):
            kinds = {str(kind).lower() for kind in _listed(thing.get("@type"))}
            if kinds & _KINDS and (thing.get("headline") or thing.get("name")):
                yield _of_thing(thing)


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects at the top of linked data: alone, in a list, in @graph, or as a page's mainEntity."""
    for thing in _listed(value):
        if isinstance(thing, dict):
            yield thing
            for inner in ("@graph", "mainEntity"):
                yield from (one for one in _listed(thing.get(inner)) if isinstance(one, dict))


def _of_thing(thing: Mapping[str, Any]) -> dict[str, list[str]]:
    fields: dict[str, Any] = {"title": thing.get("headline") or thing.get("name"), "date": thing.get("datePublished")}
    fields["author"] = [_name(author) for author in _listed(thing.get("author"))]
    fields["firstpage"], fields["lastpage"] = thing.get("pageStart") or thing.get("pagination"), thing.get("pageEnd")
    identifiers = [*_listed(thing.get("sameAs")), *_listed(thing.get("identifier")), *_listed(thing.get("@id"))]
    fields["doi"] = [found for one in identifiers if _DOI.search(found := _name(one))][:1]
    part: Any = thing.get("isPartOf")
    for _ in range(4):
        part = next((one for one in _listed(part) if isinstance(one, dict)), None)
        if part is None:
            break
        fields.setdefault("volume", part.get("volumeNumber"))
        fields.setdefault("number", part.get("issueNumber"))
        fields["volume"] = fields["volume"] or part.get("volumeNumber")
        if "periodical" in str(part.get("@type")).lower():
            fields.setdefault("journaltitle", part.get("name"))
        part = part.get("isPartOf")
    cleaned = {name: [" ".join(str(v).split()) for v in _listed(value) if v] for name, value in fields.items()}
    return {name: values for name, values in cleaned.items() if values}


def _name(thing: Any) -> str:
    return str(thing.get("name") or thing.get("value") or "") if isinstance(thing, dict) else str(thing or "")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
