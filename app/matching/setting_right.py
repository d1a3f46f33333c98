"""Setting right: an entry as careless readers and catalogues write it in, each part of it in its own field out."""

from __future__ import annotations

import re

from app.entry import Entry
from app.folding import fold
from app.matching.names import read_names
from app.wordlists import load_words

_VENUES = ("journaltitle", "journal", "booktitle")
_YEAR = r"((?:1[5-9]|20)\d\d)[a-z]?"
_YEAR_IN_FRONT = re.compile(rf"^\W*\({_YEAR}\)[\s.,:]*(?=\S)")
_YEAR_BEFORE_STOP = re.compile(rf"^{_YEAR}\.\s+(?=\S)")
_YEAR_BEHIND = re.compile(rf"[\s.,]*\({_YEAR}\)[\s.,]*$")
# "Tech. Rep. CS-92-4, University of Bergen", "TR 421, Department of Statistics", "Ph.D. thesis, Leiden".
_REPORT = re.compile(
    r"^\W*(?:in\s+)?(?:"
    r"(?:tech(?:nical|n)?|research|internal)\.?\s*(?:rep(?:ort|t)?s?|memo(?:randum)?)\b|TR\b(?=\W*\w*\W*\d)"
    r"|(?:ph\.?\s?d|doctoral|master'?s|m\.?sc)\.?\s+(?:thesis|dissertation)\b|unpublished manuscript\b"
    r")[^,]*(?:,\s*|$)",
    re.IGNORECASE,
)
# "r- elationship": a word that was divided at the end of a line; "pre- and post-war" is none.
_DIVIDED = re.compile(r"(?<=[^\W\d_])- (?!(?:and|or|und|oder|et|ou|y|e|o|bis|to)\b)(?=[a-zß-ÿ])")
# "Landfall / Eva Lund ; translated by ...": the statement of responsibility of library catalogues (ISBD, area 1).
_RESPONSIBILITY = re.compile(r"\s+/\s+(?P<names>[^/;]+)(?:;.*)?$")
_BY = re.compile(r"^(?:by|von|par|por|di|edited by|ed\. by|hrsg\. von|herausgegeben von)\s+", re.IGNORECASE)
_NAMED = re.compile(r"^(?:[^\W\d_a-z][\w.'’-]*\s+){1,4}")
# "Munzer 1981 - Who governed vaccination.pdf": a file's name for a title.
_FILE = re.compile(
    r"^(?:(?P<name>[^\W\d_][^\d]{1,40}?)\s+(?:(?:1[5-9]|20)\d\d)\s+-\s+)?(?P<title>.+)\.(?:pdf|docx?|epub|djvu)$",
    re.IGNORECASE,
)
_RETRACTED = re.compile(r"^\W*retracted(?:\s+article)?\s*[:\].]\s*", re.IGNORECASE)
_CHAPTER = re.compile(r"^\W*(?:chapter|kapitel|chapitre|capítulo|capitolo)\s+(?:\d+|[ivxl]+)\s*[:.]\s+", re.IGNORECASE)
# ", ed. and trans. Eva Lund (3 vols)", ". Unpublished PhD thesis": what belongs in fields of its own.
_MADE_BY = re.compile(
    r"[,.;]\s+(?:(?:ed|eds|edited|trans|transl|translated)\b\.?(?:\s+and\s+)?)+(?:\s+by)?\s+(?=[^\W\d_a-z]).*$"
)
_THESIS = re.compile(
    r"[,.;]\s+(?:unpublished\s+)?(?:ph\.?\s?d\.?|doctoral|m\.?a\.?|master'?s)\s+(?:thesis|dissertation)\b.*$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"^(?:[^\W\d_a-z]\.\s*){1,3}(?=[^\W\d_a-z\"“«])")
_EDITION = re.compile(
    r"(?:[\s,.]*[(\[]|[,.]\s)\s*(?P<number>\w+?)(?:st|nd|rd|th|e|ª|a|\.)?,?\s+(?:(?:rev|revised|erw|verb)\w*\.?\s+)*"
    r"(?:ed(?:ition|n|ición|izione)?|éd(?:ition)?|aufl(?:age)?|изд(?:ание)?)\b\.?\s*[)\]]?[\s.]*$",
    re.IGNORECASE,
)


def set_right(entry: Entry) -> Entry:
    """An entry with what stands in its title, names or journal, and belongs elsewhere, in its own field.

    A known value is never replaced: "(1993)" behind a report's title of 1994 stays there.

    >>> entry = Entry("book", {"title": "Harbour dues / Eva Lund (2nd edition)", "author": "Lund, Eva (1984)."})
    >>> dict(set_right(entry).fields)
    {'title': 'Harbour dues', 'author': 'Lund, Eva', 'edition': '2', 'year': '1984'}
    """
    entry = _with_report_told(entry)
    title, author = _undivided(entry.get("title")), _undivided(entry.get("author"))
    known = entry.get("date") or entry.get("year")
    title, author = _out_of_file_name(title, author)
    title = _bare(title)
    title, author = _with_initials(title, author)
    title, date = _without_year(title, known)
    author, date = _without_year(author, date)
    title, edition = _without_edition(title, entry.get("edition"))
    title, author = _without_responsibility(title, author, is_article=any(map(entry.get, _VENUES)))
    publisher = "" if entry.get("publisher") == entry.get("address") else entry.get("publisher")
    found = {"publisher": publisher, "title": title, "author": author, "edition": edition} | (
        {} if known else {"year": date}
    )
    changed = {name: value for name, value in found.items() if value != entry.get(name)}
    return entry.with_fields(**changed) if changed else entry


def _out_of_file_name(title: str, author: str) -> tuple[str, str]:
    match = _FILE.match(title)
    return (match["title"], author or match["name"] or "") if match else (title, author)


def _with_initials(title: str, author: str) -> tuple[str, str]:
    """The author's initials taken back from the front of the title: "Lund" wrote "E. Landfall"."""
    match = _INITIALS.match(title) if author.isalpha() else None
    return (title[match.end() :], f"{author}, {match[0].strip()}") if match else (title, author)


def _bare(title: str) -> str:
    """A title without "RETRACTED:" or "Chapter 8:" in front, without who edited it or what thesis it is behind it."""
    for edge in (_RETRACTED, _CHAPTER, _MADE_BY, _THESIS):
        title = edge.sub("", title) or title
    return title


def _undivided(text: str) -> str:
    return _DIVIDED.sub("", text) if "- " in text else text


def _without_year(text: str, date: str) -> tuple[str, str]:
    """A title or a list of names without the year that an author-date style has in brackets: "(1984). Harbour dues"."""
    if "(" not in text and not text[:1].isdigit():
        return text, date
    for edge in (_YEAR_IN_FRONT, _YEAR_BEFORE_STOP, _YEAR_BEHIND):
        if (match := edge.search(text)) and (not date or match[1] in date):
            text, date = text[: match.start()] + text[match.end() :], date or match[1]
    return text, date


def _without_edition(title: str, edition: str) -> tuple[str, str]:
    match = _EDITION.search(title)
    if match is None or (
        match["number"] not in load_words("look_alikes")["ordinals"] and not match["number"].isdigit()
    ):
        return title, edition
    return title[: match.start()], edition or match["number"]


def _without_responsibility(title: str, author: str, *, is_article: bool) -> tuple[str, str]:
    """The title of a book without who made it, and the author, who may be told there only."""
    match = _RESPONSIBILITY.search(title) if " / " in title and not is_article else None
    if match is None:
        return title, author
    names = _BY.sub("", match["names"])
    if author and not any(name.surname in fold(names).split() for name in read_names(author)):
        return title, author
    if not author and not _NAMED.match(names):
        return title, author
    return title[: match.start()], author or names


def _with_report_told(entry: Entry) -> Entry:
    """An entry whose journal or book is only a report or thesis, with its number and institution where they belong.

    The journal "Tech. Rep. CS-92-4, University of Bergen" gives the type "Tech. Rep. CS-92-4" and that institution.
    """
    if entry.get("volume") or entry.get("institution") or entry.get("school"):
        return entry
    for name in _VENUES:
        if match := _REPORT.match(entry.get(name)):
            issuer = entry.get(name)[match.end() :] or match[0]
            return entry.with_fields(**{name: "", "institution": issuer, "type": entry.get("type") or match[0]})
    return entry
