"""All readings of a citation's tail in, the one where the citation ends out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.fields.heads import Head
from app.fields.places import is_place, is_publisher
from app.fields.scanning import Quoted, Scanned
from app.fields.spots import Tail

_SETTLING = {"date", "imprint", "pages", "thesis", "law-journal", "url", "doi", "accessed", "issue-of-year", "extent"}
_FURTHEST = 400
_MOST_SENTENCES = 3
_LONGEST = 60

# What follows is not the citation any more: ", caused much debate", ", quoted in Ash", " is still useful".
_GOES_ON_AS_PROSE = re.compile(
    r"(?:\s|,\s)(?!(?:in|ed|eds|edited|trans|transl|translated|hrsg|hg|herausgegeben|a|dans|dir|trad|vol|vols|no|nos|n|p|pp|t"
    r"|coll|éd|and|or|und|et|y|e|bis|rev|bd|of|de|der|den|the|s|von|für|zur|zum|im|à|en|esp|at|reproduced|reprinted|accessed"
    r"|as|c|f|ff|coord|org|übers)\b)[a-zà-ÿ]{2,}"
)
_BREAK = re.compile(
    r"[.;]\s(?=(?:See|Cf|For|In|This|The|He|She|It|Also|But|On|Vgl|Siehe|Voir|Cfr)\b)|;\s|\.\s[‘“][A-Z]"
)
_STOP = re.compile(r"[.;?!](?=\s|$)|$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Proc|Int|vol|ed|eds|Hrsg|Conf|Univ|St|Dr)$")
_CONTAINER = re.compile(r"(?:[Ii]n:?|Dans|En)\s[A-ZÀ-Þ«“„\"]")


def choose_tail(tails: Iterator[Tail], scanned: Scanned, begin: int) -> Tail | None:
    """The first tail that ends where a citation ends, else the one that speaks most strongly for a citation."""
    best: Tail | None = None
    for tail in tails:
        settles = bool(_SETTLING & set(tail.pieces))
        if best is not None and (tail.start - begin > _FURTHEST or _BREAK.search(scanned.text, best.end, tail.start)):
            break
        if tail.is_complete and (settles or tail.weight >= 5):
            return tail
        if settles and tail.weight >= 4 and _GOES_ON_AS_PROSE.match(scanned.text, tail.end):
            return tail
        if settles and (best is None or tail.weight > best.weight):
            best = tail
    return best


def end_without_tail(scanned: Scanned, head: Head, quote: Quoted | None) -> Tail | None:
    """The end of a citation whose date stands behind its people and that has no numbers behind its title or imprint.

    "Ash, J. (2003). The Loom. In S. Reed (ed.), Cloth. Leeds: Tern. This is ..." ends at "Tern".
    """
    if not head.date or head.rating < 0.5:
        return None
    begin = quote.end if quote else head.end
    end, previous = 0, begin
    for count, stop in enumerate(_stops(scanned, begin)):
        part = scanned.text[previous:stop].strip(" .,;")
        is_further = bool(_CONTAINER.match(part)) or _is_imprint(part)
        # A title of two or three sentences ends where the imprint behind it begins.
        if not end or (is_further and count <= _MOST_SENTENCES):
            end = stop
        elif count > _MOST_SENTENCES:
            break
        previous = stop
        if scanned.text[stop : stop + 1] == ";":
            break
    if not end or len(scanned.text[begin:end].split()) >= _LONGEST:
        return None
    return Tail(end, end, is_complete=True, weight=2.0)


def _stops(scanned: Scanned, begin: int) -> Iterator[int]:
    """Where sentences end outside quotations and brackets; a question mark belongs to its sentence."""
    text = scanned.text
    for found in _STOP.finditer(text, begin):
        mark = found.group()
        pos = found.start() + (mark in {"?", "!"})
        if not mark or (scanned.is_open(found.start()) and not _ABBREVIATION.search(text[:pos])):
            yield pos


def _is_imprint(words: str) -> bool:
    head, colon, house = words.partition(":")
    return is_place(words) or bool(colon and house.strip() and (is_place(head) or is_publisher(house)))
