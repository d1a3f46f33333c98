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
    text, begin, end = scanned.text, quote.end if quote else head.end, 0
    for found in _STOP.finditer(text, begin):
        mark = text[found.start() : found.start() + 1]
        pos = found.start() + (mark in {"?", "!"} and mark != "")
        if mark and (not scanned.is_open(found.start()) or _ABBREVIATION.search(text[:pos])):
            continue
        part = text[end or begin : pos].strip(" .,;")
        if end and not (_CONTAINER.match(part) or _is_imprint(part)):
            break
        end = pos
        if mark == ";":
            break
    if not end or len(text[begin:end].split()) >= 60:
        return None
    return Tail(end, end, is_complete=True, weight=2.0)


def _is_imprint(words: str) -> bool:
    head, colon, house = words.partition(":")
    return is_place(words) or bool(colon and house.strip() and (is_place(head) or is_publisher(house)))
