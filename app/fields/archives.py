"""A citation of an unprinted source in, its fields out: a letter or paper, its day, the archive and the shelf mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.fields.dates import read_full_date, read_year
from app.fields.names import format_people
from app.fields.peeling import clean_title, split_at_stops
from app.fields.places import is_place
from app.fields.ratings import rate_people
from app.wordlists import alternatives, load_words

_SHELF_MARK = re.compile(
    r"(?<![\w.])(?:(?:RG|Record Group|[Bb]ox(?:es)?|[Ff]olders?|[Ff]ile|Carton|Reel|Entry|Series|Bundle)\s?\d+"
    r"|(?:FO|CAB|WO|CO|PREM|HO|ADM|AIR|DO|FCO|T|R|NL|N|F|Z|B|SP|KV|DY|DC|NY|MS|C|E)\s?\d+(?:[/.-]\s?[\w.]+)+"
    r"|(?:Add\.?\s|Egerton\s|Harl(?:eian|\.)\s|Sloane\s|Cotton\s)?MSS?\.?\s(?:[A-Z][\w.]*\s?)?(?:[a-z]{1,5}\.?\s){0,2}[\w.]*\d|(?:[A-Z]\.\s?){1,3}\s?\d+/\d+|(?:exp(?:ediente)?|caja|cartella|liasse|carton|reg(?:istro)?|fasc(?:icolo)?|filza)\.?\s\d+|(?:Best|Rep|Abt)\.\s?[A-Z]?\d+|\d{1,3}\s[A-Z]\s\d+|mss?\.\s(?:fr|lat|it|gr)\.?\s\d+|f(?:ond)?\.\s?\d+,?\sop\.\s?\d+|op\.\s?\d+|d(?:elo)?\.\s?\d+|busta\s\d+|b\.\s\d+|(?:F|BB|AJ|AP|AQ)\d{1,3}\s\d+|leg(?:ajo)?\.?\s?\d+)"
)
_SHEET = re.compile(
    r"(?P<sheet>(?:fols?\.?|fos?\.|ff?\.|Bl\.|l\.|ll\.|c\.|cc\.|f°)\s?\d+(?:\s?v°|[rv])?(?:[-–]\d+[rv]?)?|p\.\s?\d+)$"
)
_NUMBER = re.compile(r"(?:Nr|No|vol|n°)\.?\s?\d+")
_LETTER = re.compile(r"(?P<from>[A-ZÀ-Þ][^,]{1,50}?)\sto\s(?:the\s)?[A-ZÀ-Þ]")
_LONGEST_SERIES = 3
# "vom 3. Januar 1917"
_STOP_IN_DATE = re.compile(r"(?<!\d)[0-3]?\d\.\s(?:[A-ZÄ][a-zäé]{2,8}|\d\d?\.)\s?\d{4}")
_END = re.compile(r"\.(?=\s+[A-ZÀ-Þ‘“]|\s*$)|;|$")


@dataclass(frozen=True, slots=True)
class Unprinted:
    """An unprinted source that was recognised."""

    fields: dict[str, str]
    end: int
    locator: str | None


@cache
def _repository() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(load_words('archives')['repositories'])})(?!\w)")


@cache
def _siglum_first() -> re.Pattern[str]:
    """A repository's siglum and a series with its number: "AN, Marine B3 421"."""
    names = load_words("archives")["repositories"]
    sigla = alternatives(name for name in names if re.fullmatch(r"[A-Z]{2,6}|(?:[A-Z]\.\s?){2,4}", name))
    series = r"[A-ZÀ-Þ][^,;:«“‘\"]{0,30}(?:,\s[^,;:«“‘\"]{0,12}){0,3}"
    number = r"[,\s]+(?!\d\d?\.?\s(?:de\s)?\w+\s(?:de\s)?\d{4})\w*\d+"
    return re.compile(rf"(?:{sigla})(?:\s[A-ZÀ-Þ][\w’'-]+)?,\s{series}{number}")


def read_unprinted(text: str) -> Unprinted | None:
    """Read a source by its shelf mark: "Stone to Ferris, 12 June 1944, FO 371/40741, The National Archives, Kew".

    The archive may stand first ("TNA, FO 371/40741, Stone to Ferris, 12 June 1944"). None without a shelf mark or where
    an imprint shows that the source is printed.
    """
    siglum = _siglum_first().match(text)
    mark = _SHELF_MARK.search(text)
    series_end = min(siglum.end(), mark.end() if mark else siglum.end()) if siglum else 0
    end = _sentence_end(text, series_end)
    words = text[:end]
    if (
        not (_SHELF_MARK.search(words) or siglum)
        or re.search(r"\([^()]*:\s[^()]*\d{4}\)|\bpp\.\s|https?:", words)
        or len(words) > 320
    ):
        return None
    parts = [
        (begin, _bare(words[begin:stop]))
        for begin, stop in split_at_stops(words, ",;:")
        if words[begin:stop].strip(" ,.:")
    ]
    parts = _with_whole_dates(parts)
    kept: dict[str, list[str]] = {"title": [], "date": [], "archive": []}
    locator = None
    for begin, part in parts:
        sheet = _SHEET.match(part)
        if sheet and kept["archive"]:
            locator = sheet["sheet"]
            continue
        if kept["archive"] and not kept["title"] and is_place(part):
            kept["archive"].append(part)
            continue
        is_last = bool(kept["archive"]) and bool(kept["title"] or kept["date"])
        is_series = 0 < begin < series_end and len(part.split()) <= _LONGEST_SERIES
        kept[_kind_of(part, after_archive=is_last, is_series=is_series)].append(part)
    if not kept["title"] and not kept["date"] and len(kept["archive"]) > 1 and _repository().match(words):
        kept["archive"], kept["title"] = kept["archive"][:1], [", ".join(kept["archive"][1:])]  # the shelf mark alone
        return Unprinted({"title": kept["title"][0], "library": kept["archive"][0]}, end, locator)
    if not kept["archive"] or not (kept["title"] and (kept["date"] or len(kept["archive"]) > 1)):
        return None
    return Unprinted(_fields(kept), end, locator)


def _with_whole_dates(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The parts, "March 3" and "1911" made one again."""
    whole: list[tuple[int, str]] = []
    for begin, part in parts:
        joined = f"{whole[-1][1]}, {part}" if whole and re.fullmatch(r"\d{4}", part) else ""
        date = read_full_date(joined, 0) if joined else None
        if date and date.end == len(joined):
            whole[-1] = (whole[-1][0], joined)
        else:
            whole.append((begin, part))
    return whole


def _bare(part: str) -> str:
    """A part without the separators around it; a last stop, as of "P.R.O.", is its own."""
    return part.strip(" ,:").lstrip(".")


def _sentence_end(text: str, start: int = 0) -> int:
    for found in _END.finditer(text, start):
        if _STOP_IN_DATE.search(text[: found.start() + 20], max(0, found.start() - 2)):
            continue
        if found.start() == len(text) or not re.search(
            r"(?:\b[A-Z]|\b(?:MSS?|Add|fols?|f|op|d|no|Nr|Bd|Bl|St|Dr|vol))$", text[: found.start()]
        ):
            return found.start()
    return len(text)


def _kind_of(part: str, *, after_archive: bool, is_series: bool) -> str:
    if is_series:
        return "archive"
    date = read_full_date(part, 0) or read_year(part, 0)
    if date and date.end == len(part):
        return "date"
    if _SHELF_MARK.search(part) or _NUMBER.fullmatch(part) or _repository().search(part) or after_archive:
        return "archive"
    return "title"


def _fields(kept: dict[str, list[str]]) -> dict[str, str]:
    title = clean_title(", ".join(kept["title"]))
    fields = {"title": title, "library": ", ".join(kept["archive"])}
    if kept["date"]:
        date = read_full_date(kept["date"][0], 0) or read_year(kept["date"][0], 0)
        fields |= {"date": date.fields["date"]} if date and "date" in date.fields else {}
    else:
        inside = re.search(
            r"(?:,\s|\s(?:vom\s|du\s|del\s|of\s)?)(?=[0-3]?\d\.?\s(?:de\s)?[A-Za-zäéû]+\s(?:de\s)?\d{4}$)", title
        )
        date = read_full_date(title, inside.end()) if inside else None
        if inside and date:
            fields |= {"title": title[: inside.start()], "date": date.fields["date"]}
    letter = _LETTER.match(title)
    first, _, rest = title.partition(", ")
    if letter and rate_people(letter["from"]) >= 0.3:
        fields["author"] = format_people(letter["from"])
    elif rest and rate_people(first) >= 0.85:
        fields |= {"author": format_people(first), "title": clean_title(rest)}
    return fields
