"""The words between the people and the imprint in, title, container, editors, place and publisher out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.fields.kinds import has_word
from app.fields.names import format_people
from app.fields.pages import read_pages
from app.fields.peeling import clean_title, peel, take_roles
from app.fields.places import is_place, is_publisher
from app.fields.ratings import rate_people
from app.fields.scanning import scan
from app.fields.serials import part_series
from app.wordlists import alternatives, load_words

_IN = re.compile(
    r"^[\s,.;:]*(?:in|In|dans|Dans|en|En|em|Em|nel|apud)(?:\s?:|\s(?=[A-ZÀ-ÞĀ-ŽŁ«“‘„»\"¿(]|(?:id\.|idem|ead\.|eadem|ders|dies)\W))\s*"
)
_IN_COLON = re.compile(r"[,.?!)»”’\w]\s*,?\s(?:[iI]n|[dD]ans|[eE]n|[eE]m)\s?:\s+")
# Russian: "Title // Journal"
_SLASHES = re.compile(r"\s//\s(?=[A-ZÀ-ÞĀ-Ž])")
_IN_PLAIN = re.compile(r"[,.?!]\s+(?:in|In|dans|en|nel|em)\s+(?=[A-ZÀ-ÞĀ-ŽŁ«“‘„\"])")
_A_FAMILY_NAME = 0.3


@cache
def _editors_first() -> re.Pattern[str]:
    labels, bare = alternatives(load_words("roles")["editor_after"]), alternatives(load_words("roles")["editor_bare"])
    return re.compile(
        rf"^(?P<people>[^()]{{3,220}}?)\s*,?\s*(?:[(\[](?:{labels})[)\]]|(?<=[,\s])(?:{bare})(?=[,:]))\s*[,:.]?\s*(?=\S)"
    )


def read_container(words: str, *, is_periodical: bool, imprint: str) -> dict[str, str]:
    """Read what follows "in": a journal, or a book with its editors before or behind its title, or its author."""
    words = words.strip()
    is_periodical = is_periodical and not has_word(words, "reference_works")
    scanned = scan(words)
    fields: dict[str, str] = {}
    if found := _editors_first().match(words):
        if rate_people(found["people"]) >= 0.25:
            fields["editor"] = format_people(found["people"])
            words = words[found.end() :]
    elif not is_periodical and not (scanned.quotes and scanned.quotes[0].start == 0):
        author, words = _book_author(words)
        fields |= {"bookauthor": author} if author else {}
    scanned = scan(words)
    if not is_periodical and "editor" not in fields and scanned.quotes and scanned.quotes[0].start == 0:
        is_periodical = not words[scanned.quotes[0].end :].strip(" ,.;")
    if is_periodical and "editor" not in fields:
        quote = scanned.quotes[0] if scanned.quotes and scanned.quotes[0].start == 0 else None
        name, series = part_series(words)
        return fields | {"journaltitle": clean_title(quote.words(words) if quote else name)} | series
    if imprint == "place" and not fields and re.fullmatch(r"[A-ZÀ-ÞĀ-Ž][^,.:]+", words) and len(words.split()) <= 7:
        is_book = is_place(words) or has_word(words, "reference_works")
        return {"booktitle" if is_book else "journaltitle": clean_title(words)}
    words, more = peel(words, imprint=imprint)
    quote = scanned.quotes[0] if scanned.quotes and scanned.quotes[0].start == 0 else None
    return (
        {"booktitle": clean_title(quote.words(words) if quote and quote.end >= len(words) - 12 else words)}
        | more
        | fields
    )


# "R. Voss, préface à Marl, Vie du sel"; "Vorwort zu Karl Brandt, Das Salz"
_FOREWORD = re.compile(
    r"(?P<title>(?:[Pp]réface|[Aa]vant-propos|[Pp]ostface|[Ii]ntroduction|Vorwort|Einleitung|Nachwort|Geleitwort|[Pp]reface|[Ff]oreword|[Aa]fterword"
    r"|[Pp]rólogo|[Ii]ntroducción|[Pp]refazione|[Ii]ntroduzione|[Pp]refácio|[Ii]ntrodução))\s(?:à|au|aux|to|zu|zur|zum|a|al|alla|ao)\s(?P<author>[A-ZÀ-ÞĀ-Ž][^,:;“‘«„]{1,60}),\s(?=[^\W\d_a-z])"
)


def read_foreword(words: str, *, imprint: str) -> dict[str, str] | None:
    """A foreword to another's book, who is named before the title of it."""
    found = _FOREWORD.match(words)
    if not found or rate_people(found["author"]) < _A_FAMILY_NAME:
        return None
    title, fields = peel(words[found.end() :], imprint=imprint)
    people = {"bookauthor": format_people(found["author"])}
    return {"title": found["title"], "booktitle": clean_title(title)} | people | fields


def _book_author(words: str) -> tuple[str, str]:
    """Part the people from the book's title: "in J. Ash, Looms", "in: Wiebe/Voss: Häfen"."""
    words = re.sub(r"^AA\.\s?VV\.,\s", "", words)
    for mark, least in ((":", 0.45 if "/" in words[:80] else 0.85), (",", 0.85)):
        best = None
        for found in re.finditer(rf"{mark}\s(?=[\w«“‘„])", words[:260]):
            if rate_people(words[: found.start()]) >= least:
                best = found
            if mark == ":":
                break
        if best:
            return format_people(words[: best.start()]), words[best.end() :]
    return "", words


def find_container(words: str, *, is_bracketed: bool) -> tuple[str, str] | None:
    """Split "Title, in: Container" and "Title. In Container"; None where there is no container.

    Args:
        words: from the title's beginning to the tail.
        is_bracketed: the imprint stands in a bracket. English books are, and "Manuscripts in Rome, in Naples,
            and in London" is a title unless editors are named.
    """
    scanned = scan(words)
    for pattern in (_SLASHES, _IN_COLON, _IN_PLAIN):
        for found in pattern.finditer(words):
            title, container = words[: found.start() + 1], words[found.end() :]
            is_inside = found.end() < len(words) and not scanned.is_open(found.start()) and title[-1] not in "»”’)"
            if not scanned.is_open(found.end() - 1) or is_inside:
                continue
            if (
                is_bracketed
                and pattern is _IN_PLAIN
                and title[-1] == ","
                and not (_has_editors(container) or re.search(r"\d{4},$", title))
            ):
                continue
            return title, container
    return None


def _has_editors(words: str) -> bool:
    found = _editors_first().match(words)
    return bool(take_roles(words)[1]) or bool(found and rate_people(found["people"]) >= 0.25)


def after_quote_is_in(words: str) -> str | None:
    """The container's words where the words behind a quoted title begin with "in", None otherwise."""
    words = _LINES.sub("", words)
    found = _IN.match(words)
    return words[found.end() :] if found else None


# ‘Ozymandias’, l. 11, in Shelley’s Poetry
_LINES = re.compile(r"^,\s(?:ll?\.|lines?|vv?\.|st\.)\s\d+(?:[-–]\d+)?")
_SHORT_COLLECTION = re.compile(
    r"\s*,?\s*(?:in|en|dans|em|nel):?\s(?P<people>[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:(?:,\s[A-ZÀ-ÞĀ-Ž][\w’'-]+)*,?\s(?:and|&|und|et|y|e)\s[A-ZÀ-ÞĀ-Ž][\w’'-]+)?)(?:\s\((?:eds?|dirs?|coords?|Hgg?|Hrsg|orgs?|éds?|a\scura\sdi)\.?\))?,\s"
    r"(?P<title>[A-ZÀ-ÞĀ-Ž][^()\[\]‘’“”;:.,]{3,50}),\s(?:pp?\.\s|S\.\s)?(?P<pages>(?!(?:1[5-9]|20)\d\d\b)\d+(?:\s?[-–]\s?\d+)?)(?=\s*(?:[.;]|$))"
)


def read_short_collection(text: str, pos: int) -> tuple[dict[str, str], int, str] | None:
    """Read a collection cited before by its editors' family names and short title: "in Oden and Voss, Salt 1956, 29".

    Returns:
        The fields editor and booktitle, where the citation ends, and the page; None where it is something else.
    """
    found = _SHORT_COLLECTION.match(text, pos)
    if not found or is_place(found["title"]) or is_publisher(found["title"]):
        return None
    fields = {"editor": format_people(found["people"]), "booktitle": clean_title(found["title"])}
    return fields, found.end(), found["pages"]


@dataclass(frozen=True, slots=True)
class BackReference:
    """The words that lead to a work cited before, where they end, and the page pointed at."""

    words: str
    end: int
    locator: str | None


_BACK_REFERENCE = re.compile(
    r"\s*,?\s*in:?\s(?P<words>[A-Z][^()‘“;]{1,60}?,?\s(?:op\.?\s?cit\.?|a\.\s?a\.\s?O\.|loc\.?\s?cit\.?|supra|above|cit\.)"
    r"(?:,?\s?\(?(?:n|nn|note|fn)\.?\s?\d+\)?)?)"
)


def read_back_reference(text: str, pos: int) -> BackReference | None:
    """Read "in Marl, op. cit., n. 8, at p. 33" behind a quoted title."""
    found = _BACK_REFERENCE.match(text, pos)
    if not found:
        return None
    skipped = re.compile(r"[\s,]*").match(text, found.end())
    pages = read_pages(text, skipped.end() if skipped else found.end(), bare=True)
    return BackReference(found["words"], pages.end if pages else found.end(), pages.text if pages else None)
