"""A citation's text in, the best of its readings out: fields, locator, where it ends, how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.fields import bodies
from app.fields.bodies import clean_title
from app.fields.heads import Head, read_head
from app.fields.kinds import entry_type, has_word, is_day
from app.fields.pages import as_extent
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
    scanned = scan(text)
    head = read_head(scanned)
    quote = _title_quote(scanned, head)
    known = {"date": head.date} if head.date else {}
    begin = quote.end if quote else head.end
    tail = _choose(find_tails(scanned, begin, known, titled=quote is not None), scanned, begin)
    if tail is None:
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
    kind = entry_type(fields, tail.pieces)
    fields = _settled(kind, fields)
    return Reading(kind, fields, 0, tail.end, locator, _certainty(scanned, head, quote, tail))


def _title_quote(scanned: Scanned, head: Head) -> Quoted | None:
    """The quotation that is the title: right behind the people, perhaps with "in" between."""
    quote = next((quote for quote in scanned.quotes if quote.start >= head.end), None)
    if quote is None:
        return None
    between = scanned.text[head.end : quote.start].strip(" ,:.")
    return quote if between in {"", "in", "see"} else None


def _choose(tails: Iterator[Tail], scanned: Scanned, begin: int) -> Tail | None:
    """The first reading that ends where a citation ends, else the one that speaks most strongly for a citation."""
    best: Tail | None = None
    for tail in tails:
        strong = tail.weight >= 6
        if tail.is_complete or (strong and not re.match(r",\s", scanned.text[tail.end :])):
            return tail if best is None or tail.weight >= best.weight or best.weight < 4 else best
        if best is None or tail.weight > best.weight:
            best = tail
        if tail.start - begin > 400:
            break
    return best


def _quoted(scanned: Scanned, quote: Quoted, tail: Tail) -> dict[str, str]:
    fields = {"title": clean_title(quote.words(scanned.text))}
    words = scanned.text[quote.end : tail.start]
    container = bodies.after_quote_is_in(words)
    if container is not None:
        periodical = bool(_JOURNAL_PIECES & set(tail.pieces)) and not {"location", "publisher"} & tail.fields.keys()
        return fields | bodies.read_container(
            container, is_periodical=periodical, place_follows=_place_follows(scanned, tail)
        )
    return fields | _periodical(words.strip(" ,.;:"), tail)


def _periodical(words: str, tail: Tail) -> dict[str, str]:
    """What stands between a quoted title and the numbers: a journal, a newspaper with its owner, a programme and its station."""
    if not words:
        return {}
    spans = bodies.split_at_stops(words, ",.")
    parts = [words[a:b].strip(" ,.") for a, b in spans if words[a:b].strip(" ,.")]
    if len(parts) == 2 and not _JOURNAL_PIECES & set(tail.pieces):
        if has_word(parts[1], "broadcast_words") or re.match(r"[KW][A-Z]{2,3}\b", parts[1]):
            return {"series": parts[0], "publisher": parts[1]}
        return {"journaltitle": parts[0], "publisher": parts[1]}
    if has_word(words, "programme_words"):
        return {"series": words}
    return {"journaltitle": words}


def _place_follows(scanned: Scanned, tail: Tail) -> bool:
    return (
        scanned.text[tail.start - 1 : tail.start] == " "
        and scanned.text[tail.start - 2 : tail.start - 1].isalnum()
        and tail.pieces[0] == "date"
    )


def _unquoted(scanned: Scanned, head: Head, tail: Tail) -> dict[str, str]:
    words = scanned.text[head.end : tail.start].strip(" ,;:")
    journal = bool(_JOURNAL_PIECES & set(tail.pieces)) and not {"location", "publisher"} & tail.fields.keys()
    found = bodies.find_container(words)
    if found:
        title, container = found
        return {"title": clean_title(title)} | bodies.read_container(
            container, is_periodical=journal, place_follows=_place_follows(scanned, tail)
        )
    if journal or is_day(tail.fields.get("date", "")):
        return _title_and_journal(words, tail)
    title, fields = bodies.peel(words, place_follows=_place_follows(scanned, tail))
    return {"title": clean_title(title)} | fields


def _title_and_journal(words: str, tail: Tail) -> dict[str, str]:
    if "journaltitle" in tail.fields:
        return {"title": clean_title(words)}
    spans = bodies.split_at_stops(words, ".?!") if re.search(r"[.?!]\s", words) else []
    if len(spans) < 2:
        spans = bodies.split_at_stops(words, ",")
    if len(spans) < 2:
        if has_word(words, "newspaper_words"):
            return {"journaltitle": words}
        return {"title": clean_title(words)}
    cut = spans[-1][0]
    return {"title": clean_title(words[:cut]), "journaltitle": clean_title(words[cut:])}


def _with_pages(fields: dict[str, str], tail: Tail) -> tuple[dict[str, str], str | None]:
    """Sort the printed pages into the work's own extent and the page pointed at."""
    pages = list(tail.pages)
    if not pages:
        return fields, None
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
