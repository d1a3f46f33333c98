"""A citation's beginning in, the official series it names out: "Cal. State Papers, Domestic, 1653-1654, p. 312"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.fields.dates import read_full_date
from app.wordlists import alternatives, load_words

_MOST_PARTS = 6
_YEARS = r"(?:1[4-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?"
# What may stand between the series' name and the numbers: ", Colonial, America and West Indies, 1661-1668".
_PART = re.compile(
    rf"(?:,\s|:\s|\.\s|\s)(?P<part>\d{{1,2}}\.\s(?:Legislaturperiode|Wahlperiode|Leg\.-?Per\.|LP|WP)|[IVX]+\.\sSess(?:ion|\.)\s[\d/]+|(?!(?:[IVXLC]+|[ivxlc]+)[.,]\s)\((?:{_YEARS})\)|{_YEARS}(?!\s?[-–]?\d)"
    r"|(?:[A-ZÀ-ÞĀ-Ž][\w’'-]*\.?|(?:of|and|the|to|relating|with|for|de|des|du|à|la|le|et|zur|der|und|di|del|e|y|do|da)(?=\s))"
    rf"(?:\s(?:[A-ZÀ-ÞĀ-Ž][\w’'-]*\.?|[a-zà-ÿā-ž’']+|{_YEARS}))*)(?=[,.:;)\s]|$)"
)
_NO_PART = re.compile(
    r"(?:vols?|Vols?|Bd|Bde|t|T|tom|nos?|Nos?|Nr|No|pp?|S|cols?|Sp|docs?|Doc|Dok|ed|eds|hg|hrsg|éd|bearb|[IVXLC]+|ser|Ser|Series)\b"
)
_SESSION = re.compile(r"\d{1,2}\.\s\w|[IVX]+\.\sSess")
_SERIES = re.compile(
    r"(?P<series>(?:\d{1,2}(?:st|nd|rd|th|d|e|ª|a)?|[Nn]ew|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[IVX]+|[Nn]\.)\s(?:[Ss]er(?:\.|ies)|[Ss]érie|[Ss]erie|s\.)"
    r"|(?:[Ss]er(?:\.|ies|ie)|[Ss]érie)\s(?:[A-D]|\d{1,2}|[IVX]+)(?!\w))"
)
_VOLUME = re.compile(
    r"(?:vols?\.|Vols?\.|[Bb]d\.|[Tt]\.|tom[eo]\.?|v\.)\s?(?P<labelled>[IVXLCivxlc]+|\d+(?:[/,]\s?\d+)?)\.?(?!\w)"
    r"|(?P<arabic>\d{1,2})(?=:\d)|(?P<bare>[IVXLC]+|[ivxlc]+)(?=(?:\.|,)\s(?:(?:No|no|Nr|Nos|nos|Doc|doc|p|pp|cols?|S)\.?\s)?\d|\s\()"
)
_PART_OF_VOLUME = re.compile(r",\s(?:[Pp]art|[Pp]t\.|[Tt]eil|[Aa]bt\.)\s(?P<part>\d+|[IVX]+)(?=,)")
_SITTING = re.compile(
    r",\s(?:(?:tornata|seduta|sesión|séance|sessão|Sitzung|sitting)\s(?:del|de|du|vom|v\.|of|do)\s)?(?=\d)"
)
_NUMBER_OF_SITTING = re.compile(
    r",\s(?:núm|[Nn]o|[Nn]r|[Nn])[.°º]{1,2}\s?(?P<number>\d{1,4})(?=,\s(?:(?:pp?|S|págs?)\.\s)?\d)"
)
_BRACKET = re.compile(r"\((?P<inside>[^()]{4,40})\)")
_CONGRESS = r"\d{1,3}(?:st|nd|rd|th|d)?\sCong\.?,\s\d\w*\s[Ss]ess\.?"
_PAGE = r"\d+[A-D]?(?:\s?[-–]\s?\d+)?(?:\s(?:ff?|[A-D]|n)\b\.?)?"
_LOCATOR = re.compile(
    rf"(?:(?P<page>(?:pp?|S|cols?|Sp|págs?)\.?\s?{_PAGE}(?:,\s{_PAGE})*)"
    rf"|(?P<document>(?:(?:{_CONGRESS})(?:,\s(?:pp?\.\s)?{_PAGE}(?:,\s{_PAGE})*)?|(?:[Dd]ocs?|[Nn]os?|Nr|[Dd]ok|n[°º])\.?\s{_PAGE}(?:,\s{_PAGE})*))"
    rf"|(?P<bare>{_PAGE}(?:,\s{_PAGE})*))(?=\s*(?:[.;,)]|$|\())"
)
_IMPRINT_BEHIND = re.compile(
    r"\s*,?\s*(?:eds?\.|hg\.|hrsg\.|éd\.|bearb\.)\s|[^().;]{0,120}\((?P<inside>(?:[^()]*[:,]\s)?[^()]*(?:1[5-9]|20)\d\d[^()]{0,12})\)"
)
_PLACE_AND_YEAR = re.compile(r",\s[A-ZÀ-ÞĀ-Ž][\w./ -]{2,30}\s(?:1[5-9]|20)\d\d\b")
_LABEL = re.compile(r"(?:pp?|S|págs?)\.?\s?")
_GAP = re.compile(r"[\s,.:]*")


@dataclass(frozen=True, slots=True)
class Official:
    """An official series that was recognised."""

    entrytype: str
    fields: dict[str, str]
    end: int
    locator: str | None


@cache
def _name() -> re.Pattern[str]:
    lists = load_words("official_series")
    return re.compile(
        rf"(?:The\s)?(?P<name>{alternatives([*lists['book'], *lists['legislation'], *lists['misc']])})(?![\w’'])"
    )


def begins_with_series(text: str) -> bool:
    """Whether the words begin with an official series' name, so that nobody wrote it."""
    return bool(_name().match(text))


def read_official(text: str) -> Official | None:
    """Read a volume of an official series and the place in it.

    The years a calendar covers are part of its title, as its title page prints them. None where an imprint or editors
    follow: then it is read as any other book.
    """
    found = _name().match(text)
    if not found:
        return None
    pos = _title_end(text, found.end())
    fields = {"title": text[:pos].rstrip(" ,")}
    numbers, pos = _read_numbers(text, pos)
    place = _LOCATOR.match(text, _behind(text, pos))
    if not place and not numbers:
        return None
    if _has_imprint(text, place.end() if place else pos) or (not place and _PLACE_AND_YEAR.match(text, pos)):
        return None
    locator = _LABEL.sub("", place.group(), count=1) if place else None
    return Official(_kind(found["name"]), fields | numbers, place.end() if place else pos, locator)


def _has_imprint(text: str, pos: int) -> bool:
    """Whether editors or a bracket with place and year follow; a bracket with a day names a speech."""
    found = _IMPRINT_BEHIND.match(text, pos)
    if not found:
        return False
    inside = found["inside"] or ""
    return not any(read_full_date(inside, word.start()) for word in re.finditer(r"\b\w", inside))


def _kind(name: str) -> str:
    """The entry type: statutes are legislation, debates that lie between all kinds misc, all others books."""
    lists = load_words("official_series")
    return next((kind for kind in ("legislation", "misc") if name in lists[kind]), "book")


def _behind(text: str, pos: int) -> int:
    gap = _GAP.match(text, pos)
    return gap.end() if gap else pos


def _title_end(text: str, pos: int) -> int:
    for _ in range(_MOST_PARTS):
        part = _PART.match(text, pos)
        if not part or (
            (_NO_PART.match(part["part"]) or _SERIES.match(part["part"])) and not _SESSION.match(part["part"])
        ):
            return pos
        pos = part.end()
    return pos


def _read_numbers(text: str, pos: int) -> tuple[dict[str, str], int]:
    """Series, volume and day behind the title: "4th Ser., CXX (April 8, 1903)"."""
    fields: dict[str, str] = {}
    if series := _SERIES.match(text, _behind(text, pos)):
        fields["series"], pos = series["series"], series.end()
    if volume := _VOLUME.match(text, _behind(text, pos)):
        fields["volume"], pos = volume["labelled"] or volume["arabic"] or volume["bare"], volume.end()
        if part := _PART_OF_VOLUME.match(text, pos):
            fields["part"], pos = part["part"], part.end()
    if sitting := _read_sitting(text, pos):
        return fields | sitting[0], sitting[1]
    bracket = _BRACKET.match(text, _behind(text, pos))
    date = read_full_date(bracket["inside"], 0) if bracket else None
    if bracket and date and date.end == len(bracket["inside"]):
        fields["date"], pos = date.fields["date"], bracket.end()
    return fields, pos


def _read_sitting(text: str, pos: int) -> tuple[dict[str, str], int] | None:
    """The day of a sitting, its number before or behind: ", núm. 23, 12 de marzo de 1881", ", 12 mars 1881, n° 23"."""
    before = _NUMBER_OF_SITTING.match(text, pos)
    sitting = _SITTING.match(text, before.end() if before else pos)
    day = read_full_date(text, sitting.end()) if sitting else None
    if not day:
        return None
    behind = None if before else _NUMBER_OF_SITTING.match(text, day.end)
    number = before or behind
    fields = {"date": day.fields["date"]} | ({"number": number["number"]} if number else {})
    return fields, behind.end() if behind else day.end
