"""Two titles or entries in, how alike they are out; spelling, subtitle and article forgiven."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from app.entry import Entry
from app.folding import fold
from app.resolving.naming import surnames
from app.resolving.places import volume_number
from app.wordlists import word_set

_SUBTITLE = re.compile(r"\s*(?:[:?!;]|\.(?=\s)|\s[–—-]\s|…)\s*")
_NUMERAL = re.compile(r"\b(?:\d+|[ivx]+)\b")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\d{4}")
_TITLE_WORDS = re.compile(r"\w+")


@lru_cache(maxsize=60_000)
def title_key(title: str) -> str:
    """A title folded, without its leading article: "The Making of Détente" gives "making of detente"."""
    first, _, rest = fold(title).partition(" ")
    return rest if rest and first in word_set("articles", "words") else f"{first} {rest}".strip()


@lru_cache(maxsize=60_000)
def main_title(title: str) -> str:
    """The folded title without its subtitle."""
    return title_key(_SUBTITLE.split(title, maxsplit=1)[0])


def title_likeness(short: str, full: str) -> float:
    """0 to 1, how surely a title as a note gives it is the title of a work.

    "Making of Harbours" is "The Making of Harbours: Ships and Men" (0.97), "Const. Hist." is "The Constitutional
    History of the Isles" (0.85), "Revolution and Empire" stands within "Sea Power upon the Revolution and Empire"
    (0.86), "Matanza" is not "Matanzas Province" (0).
    """
    one, two = title_key(short), title_key(full)
    if not one or not two:
        return 0.0
    if one == two:
        return 1.0
    if one == main_title(full) or main_title(short) == two:
        return 0.97
    if two.startswith(f"{one} ") and len(one) >= 4:
        return 0.95 if len(one) >= 8 else 0.88
    ratio = fuzz.ratio(one, two) / 100
    if ratio >= 0.88 and has_numbers_of(one, two):
        return min(ratio, 0.96)
    if one.startswith(f"{two} ") and len(two) >= 12:
        return 0.9
    return _part_likeness(one, two, fold(short), fold(full))


def _part_likeness(one: str, two: str, short: str, full: str) -> float:
    """How surely the words are a part of the title: its beginning with a slip, its words cut short, some within it."""
    if len(one) >= 10 and fuzz.ratio(one, two[: len(one)]) >= 92:
        return 0.88
    if len(one) >= 8 and fuzz.ratio(short, full[: len(short)]) >= 90:
        return 0.87
    if len(one) >= 10 and " " in one and f" {one} " in f" {two} ":
        return 0.86
    if _is_shortened(one, two):
        return 0.85
    return 0.0


def has_numbers_of(short: str, full: str) -> bool:
    """Whether the numbers in a few words are also in the longer ones: "Add. MSS. 38242" is not "Add. MSS. 32872"."""
    return set(_DIGITS.findall(short)) <= set(_DIGITS.findall(full))


@lru_cache(maxsize=60_000)
def near_title(short: str, full: str) -> float:
    """0 to 1, how well words go with a title where the author is known to be the work's: more slips are forgiven.

    "Sturz" stands in "Zum Sturz des Kanzlers" (0.8); "Claims and reclamations" is a slip for "Claims and
    representations of the burghers" (0.7); "History of Kent" is not "History of Essex" (0).
    """
    if likeness := title_likeness(short, full):
        return likeness
    one, two = title_key(short), title_key(full)
    if len(one) >= 4 and f" {one} " in f" {two} ":
        return 0.8
    said, printed = one.split(), two.split()
    if 2 <= len(said) <= len(printed):
        alike = [_is_slip_for(a, b) for a, b in zip(said, printed, strict=False)]
        if all(alike) and any(a == b and len(a) >= 5 for a, b in zip(said, printed, strict=False)):
            return 0.7
    words = [word for word in said if len(word) >= 4]
    return 0.75 if len(words) >= 2 and _are_within(words, printed) else 0.0


def _is_slip_for(said: str, printed: str) -> bool:
    """Whether one word was written for another: most letters the same, or beginning and ending."""
    if said == printed or (min(len(said), len(printed)) >= 5 and fuzz.ratio(said, printed) >= 70):
        return True
    return min(len(said), len(printed)) >= 8 and said[:2] == printed[:2] and said[-4:] == printed[-4:]


def _are_within(words: list[str], printed: list[str]) -> bool:
    """Whether the words stand in a title in their order, others between them: "Powers, Railway"."""
    left = iter(printed)
    return all(any(other == word for other in left) for word in words)


def _is_shortened(one: str, two: str) -> bool:
    """Whether each word begins, in order, a word of the full title; two words or one long one at least."""
    words = iter(two.split())
    pieces = one.split()
    if len(pieces) < 2:
        # Whoever cuts a word short leaves out more than an ending.
        return len(one) >= 7 and any(word.startswith(one) and len(word) > len(one) + 2 for word in words)
    return all(any(word.startswith(piece) for word in words) for piece in pieces)


def year_of(entry: Entry) -> str:
    """The year of an entry's date, "" where it has none."""
    match = _YEAR.search(entry.get("date") or entry.get("year"))
    return match[0] if match else ""


def is_same_work(one: Entry, other: Entry) -> bool:
    """Whether two entries read from full citations are one work.

    A slip of the pen in title or name is forgiven; another date, edition, volume, or journal makes another, as does
    a headline on another day.
    """
    if not _agree(one, other) or _is_other_paper(one, other):
        return False
    first, second = one.get("title"), other.get("title")
    if not first and not second:
        same = [
            one.get(f) == other.get(f)
            for f in ("author", "journaltitle", "date", "pages", "number", "eprint", "url")
            if one.get(f) or other.get(f)
        ]
        return len(same) >= 2 and all(same)
    if not first or not second:
        return False
    likeness = title_likeness(first, second) if len(first) <= len(second) else title_likeness(second, first)
    if likeness < 1 and not _have_one_number(first, second):
        return False
    is_near = likeness >= 0.86 and year_of(one) == year_of(other) != ""
    if likeness < 0.87 and not is_near and not _is_slip(one, other):
        return False
    shared = surnames(one.get("author") or one.get("editor")), surnames(other.get("author") or other.get("editor"))
    if all(shared):
        return _share_a_name(*shared)
    return likeness >= 0.95 and (not any(shared) or len(title_key(first).split()) >= 3)


def _is_other_paper(one: Entry, other: Entry) -> bool:
    """Whether of two letters or papers only one is dated: the same people wrote each other more than once."""
    return "unpublished" in (one.entrytype, other.entrytype) and bool(one.get("date")) != bool(other.get("date"))


def _is_slip(one: Entry, other: Entry) -> bool:
    """Whether titles that differ in a letter or two belong to entries that agree in everything else."""
    shared = [name for name in ("author", "date", "publisher", "location", "journaltitle") if one.get(name)]
    if len(shared) < 3 or any(one.get(name) != other.get(name) for name in shared):
        return False
    return fuzz.ratio(title_key(one.get("title")), title_key(other.get("title"))) >= 75


def _have_one_number(first: str, second: str) -> bool:
    """Whether the numbers in two titles let them be one: they part I from part II and 1914 from 1918.

    A subtitle that one of the two leaves out may have its own, but not where a part's number would stand.
    """
    short, full = sorted((fold(first), fold(second)), key=len)
    numbers = _NUMERAL.findall(short)
    others = _NUMERAL.findall(full)
    if numbers == others:
        return True
    if not full.startswith(f"{short} "):
        return False
    rest = full[len(short) :].split()
    return len(rest) > 2 and not any(_NUMERAL.fullmatch(word) and len(word) < 4 for word in rest[:2])


def _share_a_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(a == b or (len(a) >= 5 and fuzz.ratio(a, b) >= 80) for a in one for b in other)


def _agree(one: Entry, other: Entry) -> bool:
    """Whether nothing that tells works apart differs; a date given only by its year agrees with any day of it."""
    date, other_date = one.get("date"), other.get("date")
    if date and other_date and not (date.startswith(other_date) or other_date.startswith(date)):
        return False
    for field in ("volume", "edition", "number", "chapter", "part", "eprint"):
        if one.get(field) and other.get(field) and _counted(one.get(field)) != _counted(other.get(field)):
            return False
    for field in ("journaltitle", "booktitle"):
        if one.get(field) and other.get(field) and not is_same_container(one.get(field), other.get(field)):
            return False
    return True


def _counted(value: str) -> int | str:
    """A volume or edition by its number: "XXXVIII" is 38, "2nd ed." is "2d"."""
    digits = re.match(
        r"(?:\D{0,4}\.?\s)?(\d+)(?:st|nd|rd|th|d|e|a|ª|º|\.)?(?:\s?(?:ed|edn|edition|éd|Aufl)\.?)?$", value.strip()
    )
    return int(digits[1]) if digits else volume_number(value) if value.isalpha() else fold(value)


def is_same_container(one: str, other: str) -> bool:
    """Whether two journals or collections are one, in full, cut short or by initials: "VfZ"."""
    short, full = sorted((one, other), key=len)
    return title_likeness(short, full) > 0 or initials(full) == fold(short).replace(" ", "")


def initials(title: str) -> str:
    """The first letters of a title's words: "Past and Present" gives "pap"."""
    return "".join(word[0] for word in _TITLE_WORDS.findall(fold(title)))
