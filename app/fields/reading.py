"""A citation's text in, the best of its readings out: fields, locator, where it ends, how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.fields import bodies
from app.fields.archives import read_unprinted
from app.fields.heads import Head, rate_people, read_head
from app.fields.kinds import entry_type, has_word, is_day
from app.fields.law import read_law
from app.fields.names import format_people
from app.fields.pages import Pages, as_extent
from app.fields.peeling import clean_title, peel, split_at_stops
from app.fields.places import is_place, is_publisher
from app.fields.scanning import Quoted, Scanned, scan
from app.fields.tails import Tail, find_tails

_JOURNAL_PIECES = {"volume", "number", "issue-of-year", "law-journal"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the words, with a score to weigh it against the others."""

    entrytype: str
    fields: dict[str, str]
    start: int
    end: int
    locator: str | None
    certainty: float


def read(text: str) -> Reading | None:
    """Read the citation that `text` begins with; None where there is none."""
    if law := read_law(text):
        return Reading(law.entrytype, law.fields, 0, law.end, law.locator, 0.9)
    if unprinted := read_unprinted(text):
        return Reading("unpublished", unprinted.fields, 0, unprinted.end, unprinted.locator, 0.8)
    scanned = scan(text)
    head = read_head(scanned)
    quote = _title_quote(scanned, head)
    known = {"date": head.date} if head.date else {}
    begin = quote.end if quote else head.end
    tail = _choose(find_tails(scanned, begin, known, titled=quote is not None), scanned, begin)
    if tail is None:
        tail = _bare_tail(scanned, head, quote)
    if tail is None or _BACK_REFERENCE.match(text, head.end):
        return None
    fields = dict(known)
    if head.people:
        fields[head.field] = head.people
    if quote:
        fields |= _quoted(scanned, quote, tail)
    else:
        fields |= _unquoted(scanned, head, tail)
    fields |= tail.fields
    fields, locator = _with_pages(fields, tail)
    kind = entry_type(fields, tail.pieces, is_quoted=quote is not None)
    fields = _settled(kind, fields)
    return Reading(kind, fields, 0, tail.end, locator, _certainty(scanned, head, quote, tail))


_BACK_REFERENCE = re.compile(
    r"(?:a\.\s?a\.\s?O\.|op\.?\s?cit|loc\.?\s?cit|ebd\.|ebenda|[Ii]bid|[Ii]dem\b|[Ii]vi\b|supra\b|above,?\sn|cit\.)"
)


def _bare_tail(scanned: Scanned, head: Head, quote: Quoted | None) -> Tail | None:
    """The end of a citation whose date stands at its beginning and that has nothing behind its title or imprint."""
    if not head.date or head.rating < 0.5:
        return None
    text, begin = scanned.text, quote.end if quote else head.end
    end = 0
    for found in re.compile(r"[.;?!](?=\s|$)|$").finditer(text, begin):
        pos = found.start() + (text[found.start() : found.start() + 1] in {"?", "!"})
        if found.start() < len(text) and (
            not scanned.is_open(found.start()) or re.search(r"\b(?:[A-Z]|Proc|Int|vol|ed|eds|Hrsg|Conf)$", text[:pos])
        ):
            continue
        part = text[end or begin : pos].strip(" .,;")
        if end and not (_CONTAINER.match(part) or split_place(part)):
            break
        end = pos
        if text[found.start() : found.start() + 1] == ";":
            break
    return Tail(end, end, is_complete=True, weight=2.0) if end and len(text[begin:end].split()) < 60 else None


_CONTAINER = re.compile(r"(?:[Ii]n:?|Dans|En)\s[A-ZÀ-Þ«“„\"]")


def split_place(words: str) -> bool:
    """Whether the words are "Place: Publisher" or a known place alone."""
    head, colon, house = words.partition(":")
    return is_place(words) or bool(colon and house.strip() and (is_place(head) or is_publisher(house)))


def _title_quote(scanned: Scanned, head: Head) -> Quoted | None:
    """The quotation that is the title: right behind the people, perhaps with "in" between."""
    quote = next((quote for quote in scanned.quotes if quote.start >= head.end), None)
    if scanned.orphan and (quote is None or quote.start > scanned.orphan):
        return Quoted(head.end, scanned.orphan + 1, head.end, scanned.orphan, is_whole=False)
    if quote is None:
        return None
    between = scanned.text[head.end : quote.start].strip(" ,:.")
    return quote if between in {"", "in", "see"} else None


# What follows is not the citation any more: ", produced much debate", ", quoted in Evanson", " took it as given".
_GOES_ON_AS_PROSE = re.compile(
    r"(?:\s|,\s)(?!(?:in|ed|eds|edited|trans|transl|translated|hrsg|hg|herausgegeben|a|dans|dir|trad|vol|vols|no|nos|n|p|pp|t|coll|éd|and|or|und|et|y|e|bis|rev|bd|of|de|der|den|the|s|von|für|zur|zum|im|à|en|esp|at|reproduced|reprinted|accessed|as|c|f|ff|coord|org|übers)\b)[a-zà-ÿ]{2,}"
)
_BREAK = re.compile(
    r"[.;]\s(?=(?:See|Cf|For|In|This|The|He|She|It|Also|But|On|Vgl|Siehe|Voir|Cfr)\b)|;\s|\.\s[‘“][A-Z]"
)


def _choose(tails: Iterator[Tail], scanned: Scanned, begin: int) -> Tail | None:
    """The first reading that ends where a citation ends, else the one that speaks most strongly for a citation."""
    best: Tail | None = None
    for tail in tails:
        dated = bool(
            {"date", "imprint", "pages", "thesis", "law-journal", "url", "accessed", "issue-of-year", "extent"}
            & set(tail.pieces)
        )
        if best is not None and (tail.start - begin > 400 or _BREAK.search(scanned.text, best.end, tail.start)):
            break
        if tail.is_complete and (dated or tail.weight >= 5):
            return tail
        if dated and tail.weight >= 4 and _GOES_ON_AS_PROSE.match(scanned.text, tail.end):
            return tail
        if dated and (best is None or tail.weight > best.weight):
            best = tail
    return best


def _quoted(scanned: Scanned, quote: Quoted, tail: Tail) -> dict[str, str]:
    fields = {"title": clean_title(quote.words(scanned.text))}
    words = scanned.text[quote.end : tail.start]
    container = bodies.after_quote_is_in(words)
    if container is not None:
        periodical = bool(_JOURNAL_PIECES & set(tail.pieces)) and not {"location", "publisher"} & tail.fields.keys()
        return fields | bodies.read_container(container, is_periodical=periodical, imprint=_imprint_kind(scanned, tail))
    return fields | _periodical(words.strip(" ,.;:"), tail)


_PRESENTED = re.compile(
    r"(?:conference\s)?(?:paper|lecture|address|talk|keynote)\s(?:presented|given|delivered|read)\s(?:at|to|before)\s(?P<meeting>.+)$"
)


def _meeting(words: str) -> dict[str, str]:
    title, fields = peel(words, imprint="year")
    venue = {"venue": fields["location"]} if "location" in fields else {}
    return {"eventtitle": clean_title(title)} | venue


def _periodical(words: str, tail: Tail) -> dict[str, str]:
    """What stands between a quoted title and the numbers: a journal, a newspaper with its owner, a programme and its station."""
    if not words:
        return {}
    spans = split_at_stops(words, ",.")
    parts = [words[a:b].strip(" ,.") for a, b in spans if words[a:b].strip(" ,.")]
    dated_by_site = "last modified" in parts or "updated" in parts
    parts = [part for part in parts if part not in {"last modified", "updated", "posted"}]
    if dated_by_site:
        return {"organization": ", ".join(parts)}
    on_web = bool({"url", "accessed"} & set(tail.pieces))
    if (
        on_web
        and any(has_word(part, "organisation_words") for part in parts)
        and not has_word(words, "newspaper_words")
    ):
        return {"organization": ", ".join(parts)}
    if presented := _PRESENTED.match(words):
        return _meeting(presented["meeting"])
    if len(parts) == 2 and not _JOURNAL_PIECES & set(tail.pieces):
        if has_word(parts[1], "broadcast_words") or re.match(r"[KW][A-Z]{2,3}\b", parts[1]):
            return {"series": parts[0], "publisher": parts[1]}
        return {"journaltitle": parts[0], "publisher": parts[1]}
    if has_word(words, "programme_words"):
        return {"series": words}
    return {"journaltitle": words}


def _imprint_kind(scanned: Scanned, tail: Tail) -> str:
    """Where the imprint stands: in a bracket behind the title, before a bare year, or as a place right before the year."""
    text, start = scanned.text, tail.start
    if not tail.pieces:
        return "year"
    if text[start] in "([" or {"location", "publisher"} & tail.fields.keys():
        return "bracket"
    return "place" if text[start - 1 : start] == " " and text[start - 2 : start - 1] not in {",", ";", ":"} else "year"


_SPOKEN = re.compile(
    r"(?:(?:personal|telephone|oral\shistory|author[’']s|radio|unpublished)\s)?(?:interview|conversation|discussion|e-?mail|correspondence|letter|personal\scommunication|communication|testimony)\s(?:with|by|to|of|conducted|between)\b",
    re.IGNORECASE,
)


def _spoken(words: str) -> dict[str, str]:
    """An interview or a letter: "interview with A and B (Archive of X), Hull"."""
    fields: dict[str, str] = {}
    if archive := re.search(r"\s\((?P<name>[^()]{4,80})\)$", words):
        fields, words = {"organization": archive["name"]}, words[: archive.start()]
    title, place = peel(words, imprint="year")
    if set(place) == {"location"}:
        return fields | {"title": title.strip(" ,"), "venue": place["location"]}
    return fields | {"title": words.strip(" ,")}


def _unquoted(scanned: Scanned, head: Head, tail: Tail) -> dict[str, str]:
    words = scanned.text[head.end : tail.start].strip(" ,;:")
    journal = bool(_JOURNAL_PIECES & set(tail.pieces)) and not {"location", "publisher"} & tail.fields.keys()
    if _SPOKEN.match(words):
        return _spoken(words)
    found = bodies.find_container(words)
    if found:
        title, container = found
        return {"title": clean_title(title)} | bodies.read_container(
            container, is_periodical=journal, imprint=_imprint_kind(scanned, tail)
        )
    if journal or is_day(tail.fields.get("date", "")):
        return _title_and_journal(words, tail)
    title, fields = peel(words, imprint=_imprint_kind(scanned, tail))
    by = re.match(r"(?P<title>.{3,120}?)\s(?:by|von|par)\s(?P<people>[^,.:]{5,60})$", title.strip(" ,"))
    if not head.people and by and rate_people(by["people"]) >= 0.85:
        return {"title": clean_title(by["title"]), "author": format_people(by["people"])} | fields
    return {"title": clean_title(title)} | fields


def _rate_journal(words: str, begin: int) -> float:
    """How well the words from `begin` on would do as a periodical's name behind a title."""
    name = words[begin:].strip(" ,.")
    if not name:
        return -5
    parts = name.split()
    rating = 3.0 if has_word(name, "journal_words") or has_word(name, "newspaper_words") else 0.0
    rating += 1.5 if words[:begin].rstrip()[-1:] in ".?!" else 0.0
    rating += 1.0 if all(part[0].isupper() or len(part) <= 3 for part in parts) else 0.0
    rating -= 0.3 * max(0, len(parts) - 8)
    rating -= 2.0 if not parts[0][0].isupper() and not parts[0][0] in '«“„"' else 0.0
    return rating - (
        2.0
        if re.search(r"[.?!]\s", name) and "." in name.rstrip(".") and not re.search(r"\b[A-Z][a-z]{0,4}\.\s", name)
        else 0.0
    )


def _title_and_journal(words: str, tail: Tail) -> dict[str, str]:
    words = re.sub(r"\s(?:vom|von|of|du|del|dated)$", "", words)
    if "journaltitle" in tail.fields:
        return {"title": clean_title(words)}
    spans = split_at_stops(words)
    if len(spans) < 2:
        if has_word(words, "newspaper_words") or (is_day(tail.fields.get("date", "")) and words.isupper()):
            return {"journaltitle": words}
        return {"title": clean_title(words)}
    cuts = [begin for begin, _ in spans[1:]]
    cut = max(cuts, key=lambda begin: _rate_journal(words, begin) + begin / 10000)
    return {"title": clean_title(words[:cut]), "journaltitle": clean_title(words[cut:])}


# "101–24, 110": the whole chapter, then the page pointed at
_EXTENT_AND_PAGE = re.compile(
    r"(?P<extent>\w+\s?[-–—]{1,2}\s?\w+),\s(?:at\s|here\s|p\.\s)?(?P<page>\d[\w–-]*(?:,\s\d[\w–-]*)*)"
)


def _with_pages(fields: dict[str, str], tail: Tail) -> tuple[dict[str, str], str | None]:
    """Sort the printed pages into the work's own extent and the page pointed at."""
    pages = list(tail.pages)
    if not pages:
        return fields, None
    first, divided = pages[0], _EXTENT_AND_PAGE.fullmatch(pages[0].text)
    if (
        divided
        and {"journaltitle", "booktitle"} & fields.keys()
        and Pages(0, divided["extent"], is_labelled=False).is_range
    ):
        pages[:1] = [
            Pages(0, divided["extent"], first.is_labelled, first.is_at),
            Pages(0, divided["page"], is_labelled=False),
        ]
        first = pages[0]
    newspaper = "journaltitle" in fields and is_day(fields.get("date", "")) and "volume" not in fields
    inside = {"journaltitle", "booktitle"} & fields.keys()
    titled_only = "title" in fields and not {"date", "location", "publisher"} & fields.keys()
    is_extent = not first.is_at and bool(
        "extent" in tail.pieces
        or (inside and first.is_range)
        or newspaper
        or (inside and len(pages) > 1)
        or (titled_only and first.is_range)
    )
    if is_extent:
        fields = fields | {"pages": as_extent(first.text)}
        pages = pages[1:]
    return fields, ", ".join(page.text for page in pages) or None


def _settled(kind: str, fields: dict[str, str]) -> dict[str, str]:
    """The fields a type has no use for moved to those it has."""
    if kind == "article" and is_day(fields.get("date", "")) and "volume" not in fields and "number" not in fields:
        fields = fields | {"entrysubtype": "newspaper"}
    return fields


_PROSE = re.compile(
    r"\b(?:is|was|were|are|that|which|he|she|they|it|has|have|had|argues?|argued|explains?|this|these|would|also|not|been|said|because)\b"
)


def _certainty(scanned: Scanned, head: Head, quote: Quoted | None, tail: Tail) -> float:
    score = 0.3 + min(tail.weight, 10) * 0.05
    score += 0.25 if quote else 0.0
    score += 0.15 * head.rating
    score += 0.1 if tail.is_complete else -0.1
    body = scanned.text[quote.end if quote else head.end : tail.start]
    score -= 0.12 * len(_PROSE.findall(body))
    score -= 0.02 * max(0, len(body.split()) - 18)
    return round(max(0.0, min(0.99, score)), 2)
