"""What stands behind a title in the Brazilian manner in, its fields out: imprint, review and number, address, page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.fields.dates import read_full_date, read_year
from app.fields.identifiers import read_accessed, read_address
from app.fields.pages import as_extent, read_pages
from app.fields.places import is_place

_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_YEAR = r"(?:\[?(?:c\.\s?)?(?:1[4-9]|20)\d\d\??\]?(?:[-–/]\d{2,4})?|[sS]\.\s?[dD]\.)"
_PLACE = rf"(?:\[?[sS]\.\s?[lLn]\.\]?|[{_UPPER}][^\d:;.,()?!]{{1,40}}?(?:\s\([^()]{{2,20}}\))?(?:,\s[A-Z]{{2}})?)"
_HOUSE = (
    rf"(?:(?:(?:Eds?|Edit|Liv|Typ|Imp|Univ|Fund|Gráf|Cia|Jr|Tip|Of|S|[{_UPPER}])\.)|\[?s\.\s?n\.\]?|[^;:.()]){{2,110}}?"
)
_IMPRINT = re.compile(
    rf"(?P<place>{_PLACE}):\s(?P<house>{_HOUSE})(?P<more>(?:\s?;\s(?:{_PLACE}:\s)?{_HOUSE}){{0,3}}),\s(?P<year>{_YEAR})(?![\d])"
)
_PLACE_AND_YEAR = re.compile(rf"(?P<place>{_PLACE}),\s(?P<year>{_YEAR})(?!\d)")
# "[S.l.]", "s.n.", "s.d."
_UNKNOWN = re.compile(r"\[?[sS]\.\s?[lnd]\.?\]?")
_AFTER_STOP = re.compile(rf"(?:[.?!…][”\"]?|[”\"])\s(?=\[?[{_UPPER}s])")
# "Topoi, Rio de Janeiro, v. 5, n. 8", "Revista USP, n. 12", "Afro-Ásia (Salvador), 14 (1983)"
_REVIEW = re.compile(
    rf"(?P<journal>[{_UPPER}](?:[^.;?!,:]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{{2}})\.|(?<=\b[A-Z][a-z]{{3}})\.|:\s(?=[^.;?!]{{3,60}},\s)){{1,100}}?)"
    rf"(?:,\s(?P<place>[{_UPPER}][^,.;:\d]{{2,30}}?(?:\s\([A-Z]{{2}}\))?)|\s\((?P<bracket>[{_UPPER}][^()\d]{{2,30}})\))?"
    r"(?=,\s(?:ano|a|v|vol|t|n|nº|n°|no|nr|num|núm|fasc|série|s)\b[.º°]?\s?(?:\d|[IVXLC]+\b))"
)
# "Folha de S. Paulo, São Paulo, 12 mar. 1998, p. 3"
_PAPER = re.compile(
    rf"(?P<journal>[{_UPPER}](?:[^.;?!,:]|(?<=\bS)\.){{2,60}}?)(?:,\s(?P<place>[{_UPPER}][^,.;:\d]{{2,30}}?))?(?=,\s\d{{1,2}}[º°]?\s)"
)
_PIECE_GAP = re.compile(r"\s?[,.;]\s?|\s(?=\()")
_VOLUME = re.compile(
    r"(?:v|vol|t|tomo)\.?\s?(?P<volume>\d{1,3}|[IVXLC]+)\b(?:\s?\((?P<number>\d{1,3}(?:[-/]\d{1,3})?)\))?"
)
_YEAR_OF_REVIEW = re.compile(r"(?:ano|a\.)\s?(?P<volume>\d{1,3}|[IVXLC]+)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:n|nº|n°|no|nr|num|núm|fasc)[.º°]{0,2}\s?(?P<number>\d{1,4}(?:\s?[-–/]\s?\d{1,4})?)(?!\d)")
_TOTAL = re.compile(r"(?P<count>\d{1,2})\s(?:v|vols|t)(?=\.(?!\w))")
_PART = re.compile(r"v\.\s?(?P<part>\d{1,2})\b")
_NOT_COUNTED = re.compile(
    r"\d+\s?(?:f|fls|p)\.(?!\w)|\d\s(?:CD-ROM|DVD|disco)s?|il\.|[Mm]imeo\w*\.?|especial|Especial|edição\sespecial"
)
_SERIES = re.compile(r"\((?P<series>[A-ZÀ-Þ][^()\d]{3,60}?)(?:[,;]\s(?:v\.\s?|n\.\s?|vol\.\s?)?(?P<number>\d{1,4}))?\)")
_PLACED = re.compile(r"(?:art|arts|cap|caps|nota|n)\.?\s?\d+[º°]?[rv]?(?:[-–]\d+[rv]?)?(?!\w)|§\s?\d+")
_DISPONIVEL = re.compile(r"[Dd]ispon[ií]vel\s(?:em|in|na\sinternet):?\s|[Aa]vailable\s(?:at|from):?\s|(?=<?https?:)")
# "2º sem. 1998", "primeiro semestre de 1998"
_TERM = re.compile(r"(?:\d[º°.]|[Pp]rimeiro|[Ss]egundo)\s?sem(?:\.|estre)\s(?:de\s)?(?=\d{4})")
# "Ilustrada, p. E4": a newspaper's part
_SECTION = re.compile(r"[A-ZÀ-Þ][\w’-]+(?:\s[\w&’-]+){0,3}(?=,\sp\.\s?[A-Z]?-?\d)")
_MOST_PIECES = 14


@dataclass(frozen=True, slots=True)
class BrazilianTail:
    """A tail: where it begins and ends, what it gives, the page, and whether that page is a stretch."""

    start: int
    end: int
    fields: dict[str, str]
    locator: str | None

    @property
    def is_extent(self) -> bool:
        """Whether the page is a stretch of pages, as a chapter has it."""
        return bool(re.fullmatch(r"\d+\s?[-–—]+\s?\d+", self.locator or ""))

    def continued(self, text: str) -> BrazilianTail:
        """The tail with the volume, pages, series and address that stand behind it."""
        tail = self
        for _ in range(_MOST_PIECES):
            gap = _PIECE_GAP.match(text, tail.end)
            further = _read_piece(text, gap.end(), tail, gap.group()) if gap else None
            if further is None:
                break
            tail = further
        return tail


def read_imprint_tail(text: str, begin: int, *, at_once: bool = False) -> BrazilianTail | None:
    """The first imprint behind a stop, or `at_once`: "Petrópolis: Vozes; Brasília: INL, 1976, v. 1, p. 95"."""
    first = [begin] if at_once else []
    for at in [*first, *(stop.end() for stop in _AFTER_STOP.finditer(text, begin))]:
        if found := _IMPRINT.match(text, at):
            return BrazilianTail(at, found.end(), _imprint(found), None).continued(text)
        placed = _PLACE_AND_YEAR.match(text, at)
        if placed and at > begin and is_place(placed["place"]):
            fields = {"location": placed["place"], "date": _year(placed["year"])}
            return BrazilianTail(at, placed.end(), fields, None).continued(text)
    return None


def _imprint(found: re.Match[str]) -> dict[str, str]:
    """Places and houses as they are printed, the further ones behind semicolons."""
    places, houses = [found["place"].strip("[] ")], [found["house"].strip(" ,")]
    for part in filter(None, (part.strip() for part in found["more"].split(";"))):
        place, colon, house = part.rpartition(": ")
        places += [place.strip()] if colon else []
        houses.append(house.strip(" ,"))
    fields = {"location": "; ".join(places), "publisher": "; ".join(houses), "date": _year(found["year"])}
    return {name: value for name, value in fields.items() if value and not _UNKNOWN.fullmatch(value)}


def _year(words: str) -> str:
    year = read_year(words.strip("[]").rstrip("?"), 0)
    return year.fields.get("date", "") if year else ""


def read_review_tail(text: str, begin: int, limit: int) -> BrazilianTail | None:
    """The first review, or newspaper of a day, behind a stop: "Topoi, Rio de Janeiro, v. 5, n. 8, p. 170-198, 2004"."""
    for stop in _AFTER_STOP.finditer(text, begin, limit):
        found = _REVIEW.match(text, stop.end())
        if found:
            place = found["place"] or found["bracket"]
        elif (found := _PAPER.match(text, stop.end())) and read_full_date(text, found.end() + 2):
            place = found["place"]
        else:
            continue
        fields = {"journaltitle": found["journal"].strip()} | ({"location": place.strip()} if place else {})
        tail = BrazilianTail(stop.end(), found.end(), fields, None).continued(text)
        if "date" in tail.fields or {"volume", "pages"} <= tail.fields.keys():
            return tail
    return None


def read_web_tail(text: str, begin: int, limit: int) -> BrazilianTail | None:
    """An address and the day it was seen: "Disponível em: <http://...>. Acesso em: 12 mar. 2012"."""
    lead = _DISPONIVEL.search(text, begin, limit)
    if not lead or not (address := read_address(text, lead.end())):
        return None
    return BrazilianTail(lead.start(), address.end, dict(address.fields), None).continued(text)


def _read_piece(text: str, at: int, tail: BrazilianTail, gap: str) -> BrazilianTail | None:
    is_stopped = "." in gap
    if address := _read_web(text, at, tail):
        return address
    if "journaltitle" in tail.fields:
        further = _read_review_piece(text, at, tail, is_stopped=is_stopped)
    else:
        further = _read_book_piece(text, at, tail)
    return further or _read_page(text, at, tail, is_stopped=is_stopped)


def _read_web(text: str, at: int, tail: BrazilianTail) -> BrazilianTail | None:
    lead = _DISPONIVEL.match(text, at)
    piece = (read_address(text, lead.end()) if lead else None) or read_accessed(text, at)
    return replace(tail, end=piece.end, fields=tail.fields | dict(piece.fields)) if piece else None


def _read_review_piece(text: str, at: int, tail: BrazilianTail, *, is_stopped: bool) -> BrazilianTail | None:
    fields = tail.fields
    if not is_stopped and "date" not in fields:
        for name, shape in (("volume", _YEAR_OF_REVIEW), ("volume", _VOLUME), ("number", _NUMBER)):
            found = shape.match(text, at)
            if found and (name not in fields or shape is _VOLUME):
                read = {key: value for key, value in found.groupdict().items() if value}
                return replace(tail, end=found.end(), fields=fields | read)
    if (section := _SECTION.match(text, at)) and "date" in fields:
        return replace(tail, end=section.end())
    if term := _TERM.match(text, at):
        at = term.end()
    date = read_full_date(text, at) or (None if is_stopped else read_year(text, at))
    if date and "date" not in fields and date.fields.get("date"):
        return replace(tail, end=date.end, fields=fields | dict(date.fields))
    return None


def _read_book_piece(text: str, at: int, tail: BrazilianTail) -> BrazilianTail | None:
    fields = tail.fields
    if other := _NOT_COUNTED.match(text, at):
        return replace(tail, end=other.end())
    if (total := _TOTAL.match(text, at)) and "volumes" not in fields:
        return replace(tail, end=total.end(), fields=fields | {"volumes": total["count"]})
    if (part := _PART.match(text, at)) and "volume" in fields and "part" not in fields:
        return replace(tail, end=part.end(), fields=fields | {"part": part["part"]})
    if (volume := _VOLUME.match(text, at)) and "volume" not in fields and not tail.locator:
        return replace(tail, end=volume.end(), fields=fields | {"volume": volume["volume"]})
    if (series := _SERIES.match(text, at)) and "series" not in fields:
        named = {"series": series["series"], "number": series["number"] or ""}
        return replace(tail, end=series.end(), fields=fields | {name: value for name, value in named.items() if value})
    return None


def _read_page(text: str, at: int, tail: BrazilianTail, *, is_stopped: bool) -> BrazilianTail | None:
    placed = _PLACED.match(text, at)
    pages = None if placed else read_pages(text, at, bare=False)
    if not placed and not pages:
        return None
    if is_stopped and not placed and not re.match(r"(?:pp?|ff?|fls?)\.?\s?[A-Z]?\d", text[at : at + 5]):
        return None
    words, end = (placed.group(), placed.end()) if placed else (pages.text, pages.end) if pages else ("", at)
    is_paper = len(tail.fields.get("date", "")) == len("1888-03-25") and "volume" not in tail.fields
    if "journaltitle" in tail.fields and "pages" not in tail.fields and pages and (pages.is_range or is_paper):
        return replace(tail, end=end, fields=tail.fields | {"pages": as_extent(words)})
    locator = f"{tail.locator}, {words}" if tail.locator else words
    return replace(tail, end=end, locator=locator)
