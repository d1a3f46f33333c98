"""All readings of a citation's tail in, the one where the citation ends out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.fields.heads import Head
from app.fields.peeling import peel
from app.fields.places import is_place, is_publisher
from app.fields.ratings import rate_people
from app.fields.scanning import Quoted, Scanned
from app.fields.spots import Tail

_SETTLING = {"date", "imprint", "pages", "thesis", "law-journal", "url", "doi", "accessed", "issue-of-year", "extent"}
_FURTHEST = 400
_MOST_SENTENCES = 3
_LONGEST = 60
_LONGEST_SUBTITLE = 250
_A_NAME = 0.5
_CONTAINER_BEHIND = re.compile(r"(?:^|[,.]\s)(?:in|In|dans|en|nel):?\s[A-ZÀ-ÞĀ-Ž«“„]")

# What follows is not the citation any more: ", caused much debate", ", quoted in Ash", " is still useful".
_GOES_ON_AS_PROSE = re.compile(
    r"(?:\s|,\s)(?!(?:in|ed|eds|edited|trans|transl|translated|hrsg|hg|herausgegeben|a|dans|dir|trad\w*|bearb|bearbeitet|eingel|eingeleitet|besorgt|red|publ|publié|publ|prés|préf|introd|pról|texte|édité|editado|compilado|herausgegeben|edici[oó]n|edizione|rééd\w*|réimpr\w*|rist\w*|vol|vols|no|nos|n|p|pp|t"
    r"|coll|éd|and|or|und|et|y|e|bis|rev|bd|of|de|der|den|the|s|von|für|zur|zum|im|à|en|esp|at|reproduced|reprinted|accessed"
    r"|as|c|f|ff|coord|org|übers)\b)[a-zà-ÿā-ž]{2,}"
)
# A further work, or prose, behind a conjunction: "(Hull, 1978), 24, and it survives in", "Paris, 2003 et Luc Adam".
_FURTHER = re.compile(
    r",?\s(?:and|und|u\.|et|y|e|ed|&|sowie|ainsi\sque|as\swell\sas|but|aber|mais|pero|ma)\s(?!passim)"
    r"(?:[A-ZÀ-ÞĀ-Ž][\w’'-]|[A-ZÀ-ÞĀ-Ž]\.|[‘“«„\"`]|[a-zà-ÿā-ž]{2,}[\s,])"
)
_BREAK = re.compile(
    r"[.;]\s(?=(?:See|Cf|For|In|This|The|He|She|It|Also|But|On|Vgl|Siehe|Voir|Cfr)\b)|;\s|\.\s[‘“][A-Z]"
)
_HEREINAFTER = re.compile(r"\s\[(?:hereinafter|hereafter)\s[^\[\]]{2,80}\]")
_STOP = re.compile(r"[.;?!](?=\s|$)|$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Proc|Int|vol|ed|eds|Hrsg|Conf|Univ|St|Dr)$")
_CONTAINER = re.compile(r"(?:[Ii]n:?|Dans|En)\s[A-ZÀ-ÞĀ-Ž«“„\"]")


def choose_tail(tails: Iterator[Tail], scanned: Scanned, begin: int) -> Tail | None:
    """The tail with which the citation ends; a year that an imprint or container still follows is the title's own."""
    chosen = _first_settled(tails, scanned, begin)
    if chosen is None or not _is_lone_year(chosen, scanned, begin):
        return chosen
    for later in tails:
        if later.start <= chosen.end:
            continue
        if later.start - chosen.end > _LONGEST_SUBTITLE or _ends_between(scanned.text[chosen.end : later.start]):
            break
        is_end = later.is_complete or later.weight >= 4
        if is_end and _SETTLING & set(later.pieces) and _is_of_same(scanned, chosen, later):
            return later
    return chosen


def _is_lone_year(tail: Tail, scanned: Scanned, begin: int) -> bool:
    """Whether "1778–1821" ends the words before it, and none of them is a place or publisher."""
    is_year = tail.pieces == ["date"] and "-" not in tail.fields.get("date", "-")
    before = scanned.text[begin : tail.start]
    return (
        is_year and not {"location", "publisher"} & peel(before.strip(" ,("), imprint=_imprint_before(before))[1].keys()
    )


def _imprint_before(words: str) -> str:
    return "place" if re.search(r"[\w.]\s$", words) else "year"


def _ends_between(words: str) -> bool:
    """Whether the words behind a year belong to another citation or to prose: they begin with a name, or break off."""
    first = re.match(r"[).\s]*(?P<words>[^,:]*)", words)
    if re.match(r"\)?\.\s(?:[Ii]n|Dans|En)\s?:\s", words):
        return False
    begun = first["words"] if first else ""
    is_name = rate_people(begun) >= _A_NAME and not is_place(begun)
    return is_name or bool(_BREAK.search(words)) or not re.match(r"\)?\.\s[A-ZÀ-ÞĀ-Ž]", words)


def _is_of_same(scanned: Scanned, year: Tail, later: Tail) -> bool:
    """Whether place or container stands between a year and the later tail: "1821. Crisis, Sevilla, 1978"."""
    between = scanned.text[year.end : later.start].strip(" .,)(")
    if "location" in later.fields or _CONTAINER_BEHIND.search(between) or _is_imprint(between):
        return True
    return "location" in peel(between, imprint=_imprint_before(scanned.text[year.end : later.start]))[1]


def _first_settled(tails: Iterator[Tail], scanned: Scanned, begin: int) -> Tail | None:
    """The first tail that ends where a citation ends, else the one that speaks most strongly for a citation."""
    best: Tail | None = None
    for tail in tails:
        settles = bool(_SETTLING & set(tail.pieces))
        if best is not None and (tail.start - begin > _FURTHEST or _BREAK.search(scanned.text, best.end, tail.start)):
            break
        if tail.is_complete and (settles or tail.weight >= 5):
            return tail
        if settles and _is_left_behind(tail, scanned, begin):
            return tail
        if settles and (best is None or tail.weight > best.weight):
            best = tail
    return best


def _is_left_behind(tail: Tail, scanned: Scanned, begin: int) -> bool:
    """Whether prose or a further work goes on behind a tail that would do as an end."""
    text = scanned.text
    is_further = bool(_FURTHER.match(text, tail.end))
    if not is_further and not _GOES_ON_AS_PROSE.match(text, tail.end):
        return False
    if tail.weight >= 4 and (not is_further or {"imprint", "pages", "thesis", "number"} & set(tail.pieces)):
        return True
    return tail.pieces[-1] == "date" and not _is_lone_year(tail, scanned, begin)


def behind_hereinafter(text: str, end: int) -> int:
    """The end behind "[hereinafter Voss, Rivers]", which the Bluebook (rule 4.2) prints as part of the citation."""
    found = _HEREINAFTER.match(text, end)
    return found.end() if found else end


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
