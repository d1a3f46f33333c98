"""Traits: an entry in, once; what comparing needs of it out, folded and taken apart, so that a pair costs little."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from sys import intern

from app.entry import Entry
from app.folding import fold
from app.matching.misplaced import in_place
from app.matching.names import Name, read_names
from app.matching.numbers import (
    bracketed_number,
    day_of,
    doi_of,
    isbns_of,
    number_of,
    numbered_report,
    ordinal_of,
    page_span,
    report_number,
    year_of,
)
from app.matching.setting_right import set_right
from app.matching.venues import with_short_bodies
from app.wordlists import load_words, word_set

_LIST = "look_alikes"
_SQUARE = re.compile(r"\[([^\[\]]*)(?:\]|$)")
_ROUND = re.compile(r"\(([^()]*)\)")
_JOURNAL_TAIL = re.compile(
    r"\.\s+(?:Conference|Congress|Meeting)\s*:.*$|\s*[\[(].*?[\])]|\s*[:=].*$|\s/\s.*$", re.IGNORECASE
)
_TRANSLATED = re.compile(r"\btrans(?:l|lated|lation)?\b\.?|\bübers|\btrad\b|\btraduit|\bпер\.", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?([^/\s]+/[^\s#]{4,})", re.IGNORECASE)
# arXiv, bioRxiv and medRxiv (but not the journals of Cold Spring Harbor: 10.1101/gr.1), SSRN, ChemRxiv, PsyArXiv.
_PREPRINT_DOI = re.compile(r"10\.48550/arxiv|10\.1101/\d|10\.2139/ssrn|10\.26434/chemrxiv|10\.31234/osf")
_LAST_ROUND = re.compile(r"\s*\(([^()]*)\)[\s.]*$")
# Where the head of a title ends, and where its tail begins.
_HEAD = re.compile(r"[:.—–?!]\s|\s[-—–]\s|[\[(]")
# "The treaty that nobody signed (vol 83, pg 44, 1969)": how a citation index writes a correction.
_CITED_ERRATUM = re.compile(r"\(vol\.? \w+, (?:pg|p|art)\.? ", re.IGNORECASE)
_REVIEW_HEAD = re.compile(r"\W*(?:book )?review:", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv(?:\.org/(?:abs|pdf)/|:\s*)([a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.\d{4,5})", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_SHORTEST_NUMBER = 6
_LONGEST_TITLE = 600  # an abstract that has slipped into the title
_SHORTEST_TITLE = 8
_BOOKISH = frozenset(
    {"book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "manual"}
)
_IN_BOOK = frozenset({"incollection", "inbook", "inproceedings", "inreference", "conference", "bookinbook", "suppbook"})
_ALONE = frozenset({"thesis", "phdthesis", "mastersthesis", "report", "techreport", "unpublished", "patent", "dataset"})


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of one entry. Texts are folded; "" and empty mean that the entry does not say.

    Attributes:
        kind: "article", "part" (of a book), "book", "alone" (thesis, report) or "" (not telling).
        title: title and subtitle without what stands in brackets; `joined` is the same without spaces.
        main: the title before its first colon.
        content: the title's words that say something.
        digits: the numbers in the title, sorted, Roman ones behind "part" and at the end too; `parts` those that count.
        marks: "erratum", "reply", "review", as the title says, "reviewing", as the type says.
        is_generic: many items bear this title: "Editorial", the journal's own name.
        is_in_brackets: all of the title is, as that of an article which a database has translated.
        is_once: it is generic, and an issue has one of it by each hand.
        people: the authors, of a book without any its editors; `lasts` their surnames.
        venue: the journal; `in_book` the book around a part, or the meeting.
        publisher: or the institution that issued it, without its place.
        origyear: of the first edition or of the original.
        day: "03-12", or "03" where only the month is known.
        number: the issue's, or a report's in all its parts, "92-4".
        isbns: by the nine digits that both forms share.
        numbers: what names one item, by kind: "pmid:12345678", "eprint:2001.01234", "url:docks.example/ports".
        marked: the numbers in the note of what stands in no journal: a shelf mark, the day of a letter.
        edition: -1 where none is named.
        language: its first three letters.
        abstract: its beginning.
        identity: the same for entries that are the same word for word.
    """

    kind: str
    title: str
    joined: str
    main: str
    content: tuple[str, ...]
    digits: tuple[str, ...]
    parts: tuple[str, ...]
    marks: frozenset[str]
    is_generic: bool
    is_in_brackets: bool
    is_once: bool
    people: tuple[Name, ...]
    lasts: frozenset[str]
    has_translator: bool
    origtitle: str
    venue: str
    in_book: str
    publisher: str
    is_preprint: bool
    year: int | None
    origyear: int | None
    day: str
    volume: str
    number: str
    first_page: str
    last_page: str
    doi: str
    isbns: frozenset[str]
    numbers: frozenset[str]
    marked: frozenset[str]
    edition: int
    chapter: str
    language: str
    abstract: str
    identity: int


def traits_of(entry: Entry) -> Traits:
    """The traits of an entry; biblatex fields and their BibTeX twins are both understood."""
    identity = hash((entry.entrytype.lower(), frozenset(entry.fields.items())))
    entry = set_right(entry)
    get = entry.get
    raw_title = _raw_title(entry)
    title = fold(_without_brackets(raw_title))
    words = [intern(word) for word in title.split()]
    people = read_names(get("author")) or read_names(get("editor"))
    venue_text = get("journaltitle") or get("journal")
    volume, first, last, date = _place(entry, venue_text)
    year = year_of(date) or year_of(get("year"))
    doi = doi_of(get("doi")) or (doi_of(get("url")) if "doi" in get("url") else "")
    return Traits(
        kind=_kind(entry),
        title=title,
        joined=title.replace(" ", ""),
        main=fold(raw_title.partition(": ")[0]) if ": " in raw_title else title,
        content=tuple(map(intern, content_words(title))),
        digits=_digits(title, words),
        parts=_parts(words),
        marks=_marks(entry.entrytype.lower(), raw_title, words),
        is_generic=is_generic(title, venue_text),
        is_in_brackets=raw_title.lstrip().startswith("[") and raw_title.rstrip(" .").endswith("]"),
        is_once=_bare(title) in _listed("once"),
        people=people,
        lasts=frozenset(name.surname for name in people),
        has_translator=bool(get("translator") or get("origtitle") or _TRANSLATED.search(get("note"))),
        origtitle=fold(get("origtitle")),
        venue=_venue(venue_text),
        in_book=_venue(get("booktitle") or get("maintitle") or get("eventtitle")),
        publisher=_publisher(get("publisher") or get("institution") or get("school") or get("organization")),
        is_preprint=_is_preprint(entry, venue_text, doi),
        year=year,
        origyear=year_of(get("origdate") or get("origyear")),
        day=day_of(date, get("month"), get("day")),
        volume=_volume(volume, year),
        number=_report_number(entry) or number_of(get("number") or get("issue")) or bracketed_number(volume),
        first_page=first,
        last_page=last,
        doi=doi,
        isbns=isbns_of(get("isbn")) if get("isbn") else frozenset(),
        numbers=_identifiers(entry),
        marked=frozenset(_NUMBER.findall(get("note"))) if not venue_text else frozenset(),
        edition=ordinal_of(get("edition")) if get("edition") else -1,
        chapter=fold(get("chapter")),
        language=fold(get("language") or get("langid"))[:3],
        abstract=fold(get("abstract")[:160])[:100],
        identity=identity,
    )


def _place(entry: Entry, venue: str) -> tuple[str, str, str, str]:
    """Volume, first and last page, and date."""
    get = entry.get
    volume, pages, date = in_place(
        get("volume"), get("pages") or get("eid"), get("date") or get("year"), venue or get("booktitle")
    )
    return (volume, *page_span(pages), date)


def _raw_title(entry: Entry) -> str:
    """Title and subtitle; not the abstract that follows in some exports."""
    title, subtitle = entry.get("title"), entry.get("subtitle")
    return (f"{title}: {subtitle}" if subtitle else title)[:_LONGEST_TITLE]


def titled(traits: Traits, title: str) -> Traits:
    """The traits of the same entry under another (folded) title."""
    words = title.split()
    return replace(
        traits,
        title=title,
        joined=title.replace(" ", ""),
        main=title,
        content=tuple(content_words(title)),
        digits=_digits(title, words),
        parts=_parts(words),
        is_generic=is_generic(title) if title else False,
        is_once=False,
    )


def _report_number(entry: Entry) -> str:
    """The whole number of a report, "92-4" in "Technical Report CS-92-4", wherever it stands; "" for none."""
    if _kind(entry) != "alone":
        return ""
    if entry.get("number"):
        return report_number(entry.get("number"))
    return next((number for name in ("type", "note") if (number := numbered_report(entry.get(name)))), "")


def _volume(value: str, year: int | None) -> str:
    """The volume's number; "" where it is only the year once more."""
    number = number_of(value) if value else ""
    return "" if year is not None and number == str(year) else number


def is_generic(title: str, venue: str = "") -> bool:
    """Whether a folded title is borne by many items: "Editorial", "Book review", the journal's own name."""
    bare = _bare(title)
    return not bare or bare in _listed("generic") or (bool(venue) and bare == " ".join(content_words(fold(venue))))


def _bare(title: str) -> str:
    return " ".join(word for word in content_words(title) if not word.isdigit())


@cache
def _listed(name: str) -> frozenset[str]:
    """The titles of a list without the words that say nothing."""
    return frozenset(" ".join(content_words(words)) for words in word_set(_LIST, name))


def content_words(folded: str) -> list[str]:
    """The words of a folded title that say something."""
    return [word for word in folded.split() if word not in word_set(_LIST, "stopwords")]


def _without_brackets(title: str) -> str:
    """The title without "[Review] [105 refs]"; of "[Ports of the inland sea]. [Japanese]" the first bracket is it."""
    title = _REVIEW_HEAD.sub("", title)
    if "(" in title and (match := _LAST_ROUND.search(title)) and fold(match[1]) in word_set(_LIST, "aside"):
        title = title[: match.start()]
    if "[" not in title:
        return title
    stripped = title.strip()
    if stripped.startswith("[") and (match := _SQUARE.match(stripped)) and len(match[1]) >= _SHORTEST_TITLE:
        return match[1]
    bare = _SQUARE.sub(" ", title)
    return bare if len(bare.strip()) >= _SHORTEST_TITLE else title


def _kind(entry: Entry) -> str:
    """What the entry is by its fields, where they tell, and by its type else: types are often wrong."""
    entrytype = entry.entrytype.lower()
    if entry.get("journaltitle") or entry.get("journal"):
        return "article"
    if entry.get("booktitle") and entrytype not in _BOOKISH and (entry.get("title") or entrytype in _IN_BOOK):
        return "part"
    if entrytype in _BOOKISH:
        return "book"
    if entrytype in _ALONE or entry.get("institution") or entry.get("school"):
        return "alone"  # a thesis or report is told by its institution
    if entrytype in _IN_BOOK:
        return "part"
    return "article" if entrytype in ("article", "review", "suppperiodical") else ""


def _digits(title: str, words: list[str]) -> tuple[str, ...]:
    found = [digits.lstrip("0") for digits in re.findall(r"\d+", title)]
    found += [part for part in _parts(words) if part not in found]
    return tuple(sorted(found))


def _parts(words: list[str]) -> tuple[str, ...]:
    """The numbers that count parts: behind "part", "vol." and their kin, and a Roman number at the end."""
    counted, ordinals = word_set(_LIST, "part"), load_words(_LIST)["ordinals"]
    found: list[str] = []
    for before, word in pairwise(words):
        value = int(word) if word.isdigit() else int(ordinals.get(word, 0))
        if value and before in counted:
            found.append(str(value))
        elif word in counted and before in ordinals and len(before) > 2:
            found.append(str(ordinals[before]))
    if len(words) > 2 and words[-1] in ("ii", "iii", "iv", "vi", "vii", "viii", "i") and words[-2] not in counted:
        found.append(str(ordinals[words[-1]]))
    return tuple(found)


def _marks(entrytype: str, raw_title: str, words: list[str]) -> frozenset[str]:
    marks = {"reviewing"} if entrytype == "review" else set()
    if _REVIEW_HEAD.match(raw_title):
        marks.add("review")
    told = {fold(_HEAD.split(raw_title, maxsplit=1)[0]), fold(_HEAD.split(raw_title)[-1])}
    told.update(" ".join(words[:count]) for count in (2, 3, 4))
    if words and words[0] in word_set(_LIST, "unmistakable"):
        told.add(words[0])
    if _CITED_ERRATUM.search(raw_title):
        marks.add("erratum")
    if "(" in raw_title or "[" in raw_title:
        told.update(fold(text) for text in _SQUARE.findall(raw_title) + _ROUND.findall(raw_title))
    marks.update(mark for mark in ("erratum", "reply", "review") if not word_set(_LIST, mark).isdisjoint(told))
    return frozenset(marks)


def _venue(text: str) -> str:
    return with_short_bodies(fold(_JOURNAL_TAIL.sub("", text)) or fold(text)) if text else ""


def _publisher(text: str) -> str:
    """The publisher's name without the place that stands before it: "Oxford: Clarendon Press"."""
    return fold(text.rpartition(": ")[2]) or fold(text)


def _is_preprint(entry: Entry, venue: str, doi: str) -> bool:
    if entry.get("pubstate") in ("preprint", "submitted") or _PREPRINT_DOI.match(doi):
        return True
    if entry.get("eprint") and not venue and entry.get("eprinttype").lower() in ("arxiv", ""):
        return not entry.get("booktitle") and not entry.get("publisher")
    told = fold(f"{venue} {entry.get('howpublished')} {entry.get('type')}")
    if not venue and not entry.get("booktitle") and _arxiv_number(entry):
        return True
    return any(f" {word} " in f" {told} " for word in word_set(_LIST, "preprint"))


def _arxiv_number(entry: Entry) -> str:
    """The number of an arXiv paper, wherever it is written: "arXiv:2001.01234v2", "arxiv.org/abs/math/0211159"."""
    texts = (entry.get(name) for name in ("note", "url", "journal", "journaltitle", "howpublished", "number"))
    matches = (_ARXIV.search(text) for text in texts if "rxiv" in text.lower())
    return next((match[1].lower() for match in matches if match), "")


def _identifiers(entry: Entry) -> frozenset[str]:
    """Numbers that name one item (eprint, PubMed), and the address of a page that is more than a site's front door."""
    found = set()
    for name in ("eprint", "pmid", "pubmed", "pmcid"):
        if len(value := entry.get(name)) >= _SHORTEST_NUMBER:
            found.add(f"{'pmid' if name == 'pubmed' else name}:{re.sub(r'v[0-9]+$', '', value.strip().lower())}")
    if number := _arxiv_number(entry):
        found.add(f"eprint:{number}")
    if (match := _ADDRESS.search(entry.get("url"))) and "doi.org" not in match[1]:
        found.add(f"url:{match[1].rstrip('/').lower()}")
    return frozenset(found)
