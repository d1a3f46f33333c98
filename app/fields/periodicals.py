"""The words before a citation's numbers in, the journal, newspaper, broadcast or web site they name out."""

from __future__ import annotations

import re

from app.fields.kinds import JOURNAL_PIECES, has_word, is_day
from app.fields.names import format_people
from app.fields.peeling import clean_title, split_at_stops
from app.fields.places import is_place
from app.fields.ratings import rate_people
from app.fields.serials import part_series
from app.fields.spoken import read_presented
from app.fields.spots import Tail
from app.wordlists import load_words

_SITE_DATES = {"last modified", "updated", "posted", "published", "last updated"}
# "The Evening Hour", "Sporthour": broadcasts are named after the time they take.
_HOUR = re.compile(r"[Hh]our\b")
# Italian and French reviews stand in quotation marks: "Titolo, «Quaderni salini»".
_QUOTED_NAME = re.compile(r"«[^«»]+»|“[^“”]+”|„[^„“]+“")
_QUOTED_STOP = re.compile(r"[,.?!][’'”\"»]\s+(?=[A-ZÀ-ÞĀ-Ž])")
_ARTICLE_AND_NAME = re.compile(
    r"(?:El|La|Los|Las|Le|Les|L[’']|Il|Lo|O|A|The|Der|Die|Das)\s?(?:[A-ZÀ-ÞĀ-Ž][\w’'-]+\s?){1,3}"
)
# “Speech on Salt,” trans. Ann Fry, Salt Bulletin
# "Aurora (Philadelphia), March 20, 1794"
_NAME_AND_CITY = re.compile(
    r"(?P<name>[A-ZÀ-ÞĀ-Ž][^,.:;()]{2,40})\s\((?P<place>[A-ZÀ-ÞĀ-Ž][^(),;]{2,25}(?:,\s[A-Z][\w. ]{1,8})?)\)"
)
_TRANSLATED = re.compile(
    r"(?:trans(?:\.|lated)(?:\sby)?|tr\.|übers\.\svon|trad\.(?:\s(?:par|de|di))?)\s(?P<people>[^,]{4,60}),\s(?P<name>.+)$"
)
# "ZRP", "JuS", "VuR": at least three letters, two of them capitals.
_SIGLUM = re.compile(r"(?=[\w-]{3,8}$)(?:[A-ZÄÖÜ][a-zäöü]{0,3}){2,6}(?:-[A-Z]{2})?")
_A_NAME = 0.5
_A_JOURNAL = 3.0
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}\b")
BEFORE_DATE = re.compile(r"[\s,](?:vom|von|v\.|am|of|du|del|dated|issue of|no\. of)\s*$")


_REPORT_SERIES = re.compile(
    r"(?P<type>(?:[A-Z][\w.-]*\s){0,7}?(?:Working|Discussion|Research|Policy|Occasional|Technical|Tech\.|Briefing|Staff)\s(?:Paper|Report|Rpt\.?|Memorandum|Brief|Note)s?)"
    r"(?:\sSeries)?(?:,?\s(?:No\.?\s|Nr\.?\s)?(?P<number>[A-Z]*-?[A-Z]*\d[\w./-]*))?(?:[,.]\s(?P<institution>[A-Z].+))?$"
)


def read_report_series(words: str) -> dict[str, str] | None:
    """Read "Working Paper 12", "NBER Working Paper", "Technical Report CS-91, University of X"."""
    found = _REPORT_SERIES.match(words)
    return {name: value.strip(" ,") for name, value in found.groupdict().items() if value} if found else None


def read_periodical(words: str, tail: Tail) -> dict[str, str]:
    """What stands between a quoted title and the numbers.

    A journal; a newspaper or agency, perhaps with its owner; a programme and its station; a web site's organisation.
    """
    words, series = part_series(BEFORE_DATE.sub("", words))
    if (translated := _TRANSLATED.match(words)) and rate_people(translated["people"]) >= _A_NAME:
        words, series = translated["name"], series | {"translator": format_people(translated["people"])}
    return with_place(_read_named(words, tail)) | series if words else {}


def _read_named(words: str, tail: Tail) -> dict[str, str]:
    parts = [words[begin:end].strip(" ,.") for begin, end in split_at_stops(words, ",.")]
    named = [part for part in parts if part and part not in _SITE_DATES]
    on_web = bool({"url", "accessed"} & set(tail.pieces))
    if (
        has_word(words, "reference_works")
        and not is_day(tail.fields.get("date", ""))
        and (not on_web or {"volume", "edition", "publisher"} & tail.fields.keys())
    ):
        return {"booktitle": words}
    is_organisation = any(has_word(part, "organisation_words") for part in named)
    if len(named) < len([part for part in parts if part]) or (
        on_web and is_organisation and not has_word(words, "newspaper_words")
    ):
        return {"organization": ", ".join(named)} if named else {}
    if special := read_presented(words) or read_report_series(words):
        return special
    if len(named) == 2 and named[1] in load_words("periodicals")["serial_names"]:
        return {"journaltitle": words}
    if len(named) == 2 and is_day(tail.fields.get("date", "")) and is_place(named[1]):
        return {"journaltitle": named[0], "location": named[1]}
    if len(named) == 2 and not JOURNAL_PIECES & set(tail.pieces):
        if has_word(named[1], "broadcast_words") or _CALL_SIGN.match(named[1]):
            return {"series": named[0], "publisher": named[1]}
        return {"journaltitle": named[0], "publisher": named[1]}
    if has_word(words, "programme_words") or _HOUR.search(words):
        return {"series": words}
    return {"journaltitle": words}


def with_place(fields: dict[str, str]) -> dict[str, str]:
    """The fields with the city behind a Brazilian review's name apart: "Revista de História, São Paulo"."""
    name, comma, place = fields.get("journaltitle", "").rpartition(", ")
    is_placed = comma and "location" not in fields and is_place(place)
    return fields | {"journaltitle": name, "location": place} if is_placed else fields


def is_review_siglum(words: str) -> bool:
    """Whether the words are a law review's abbreviation: "AcP", "NJW-RR", "RTD civ."."""
    lists = load_words("law_reports")
    return words.strip(" ,") in lists["german_reviews"] or words.strip(" ,") in lists["french_reviews"]


def ends_in_review(words: str, tail: Tail) -> bool:
    """Whether a law review's abbreviation stands behind a title as a place would: "Salzflut, ZRP 1979, S. 227 ff."."""
    title, _, last = words.rpartition(", ")
    if not title or tail.pieces[:2] != ["date", "pages"]:
        return False
    is_siglum = bool(_SIGLUM.fullmatch(last)) and not is_place(last) and last not in load_words("law_reports")["states"]
    return is_review_siglum(last) or is_siglum


def _is_name(words: str) -> bool:
    parts = words.split()
    return (
        len(parts) <= 4 and not re.search(r"\d", words) and all(part[0].isupper() or len(part) <= 3 for part in parts)
    )


def split_title_and_journal(words: str, tail: Tail, *, has_author: bool) -> dict[str, str]:
    """Part an unquoted title from the periodical behind it ("Looms. Economic Record"); a lone paper has no title."""
    words, series = part_series(BEFORE_DATE.sub("", words)) if JOURNAL_PIECES & set(tail.pieces) else (words, {})
    return with_place(_split(words, tail, has_author=has_author)) | series


def _split(words: str, tail: Tail, *, has_author: bool) -> dict[str, str]:
    words = BEFORE_DATE.sub("", words)
    if "journaltitle" in tail.fields:
        return {"title": clean_title(words)}
    if not has_author and is_day(tail.fields.get("date", "")) and (paper := _read_paper(words)):
        return paper
    cuts = _cuts(words)
    if not cuts:
        is_daily = is_day(tail.fields.get("date", "")) and (
            (words.isupper() and words.isalpha()) or (not has_author and _is_name(words))
        )
        is_numbered = tail.pieces[:2] == ["volume", "date"] or has_word(words, "journal_words")
        is_journal = bool(JOURNAL_PIECES & set(tail.pieces)) and not has_author and is_numbered
        is_paper = has_word(words, "newspaper_words") and not (has_author and "volume" in tail.fields)
        is_periodical = is_daily or is_journal or is_paper or (has_author and is_review_siglum(words))
        return {"journaltitle" if is_periodical else "title": clean_title(words)}
    cut = max(cuts, key=lambda begin: _rate_journal(words, begin) + begin / 10000)
    name = clean_title(words[cut:])
    kind = "type" if re.fullmatch(r"(?:research\s|final\s)?(?:report|paper|study)", name) else "journaltitle"
    return {"title": clean_title(words[:cut]), kind: name}


def _read_paper(words: str) -> dict[str, str] | None:
    """A newspaper without a title: "El Heraldo, Lima", "El País. Diario, Lima"; None where a title is printed."""
    if bracketed := _NAME_AND_CITY.fullmatch(words.strip(" ,.")):
        is_named = is_place(bracketed["place"])
        return {"journaltitle": bracketed["name"], "location": bracketed["place"]} if is_named else None
    name, comma, place = words.strip(" ,.").rpartition(", ")
    placed = {"location": place} if comma and is_place(place) else {}
    name = name if placed else words.strip(" ,.")
    first = re.split(r"[.,:]\s", name)[0]
    is_paper = has_word(first, "newspaper_words") or has_word(first, "daily_names") or _ARTICLE_AND_NAME.fullmatch(name)
    return (
        {"journaltitle": clean_title(name)} | placed
        if (is_paper and (placed or ". " in name) and "," not in name)
        else None
    )


def _cuts(words: str) -> list[int]:
    """Where a periodical's name may begin: behind a separator, or behind a quotation that ends in one."""
    return [begin for begin, _ in split_at_stops(words)[1:]] + [found.end() for found in _QUOTED_STOP.finditer(words)]


def names_journal(words: str, *, has_author: bool) -> bool:
    """Whether the words behind a title's end, or without an author all of them, would do as a periodical's name."""
    begins = _cuts(words) if has_author else [0, *_cuts(words)]
    return any(_rate_journal(words, begin) >= _A_JOURNAL for begin in begins)


def is_yearbook(container: str, tail: Tail) -> bool:
    """Whether a container without numbers is a periodical by its first word: "Jahrbuch der Salzgesellschaft (1979)"."""
    is_imprinted = bool({"location", "publisher", "volumes"} & tail.fields.keys()) or re.search(r"[,:(\[]", container)
    first = re.match(r"(?:The\s|Das\s|[A-Z]\w+(?:er|es)\s)?(?P<word>[\w-]+)", container.strip(" «»„“"))
    named = first["word"] if first else ""
    return not is_imprinted and (named in load_words("periodicals")["serial_nouns"] or named.endswith("blätter"))


def _rate_journal(words: str, begin: int) -> float:
    """How well the words from `begin` on would do as a periodical's name behind a title."""
    name = words[begin:].strip(" ,.")
    name = name.title() if name.isupper() and "." in name else name  # "WASH. POST" in small capitals
    parts = name.split()
    if not parts:
        return -5
    rating = 3.0 if has_word(name, "journal_words") or has_word(name, "newspaper_words") else 0.0
    rating += 6.0 if _QUOTED_NAME.fullmatch(name) else 0.0
    rating += 1.5 if words[:begin].rstrip()[-1:] in ".?!" else 0.0
    rating += 1.0 if all(part[0].isupper() or len(part) <= 3 for part in parts) else 0.0
    rating -= 0.3 * max(0, len(parts) - 8)
    if not parts[0][0].isupper() and parts[0][0] not in '«“„"':
        rating -= 2.0
    if re.fullmatch(r"(?:(?:[A-Z]{2,5}\s)?[A-Z][a-zé]{0,8}\.?[\s.]*){2,6}", name) and "." in name:
        return rating + 2.5 + 0.3 * len(parts)
    is_broken = bool(re.search(r"[.?!]\s", name)) and not re.search(r"\b[A-Z][a-z]{0,4}\.\s", name)
    return rating - (2.0 if is_broken else 0.0)
