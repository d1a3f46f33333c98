"""Two titles, lists of names or entries in, how alike they are out; spelling, subtitle and article forgiven."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from app.entry import Entry
from app.folding import fold
from app.wordlists import word_set

_SUBTITLE = re.compile(r"\s*(?:[:?!;]|\.(?=\s)|\s[–—-]\s|…)\s*")
_UMLAUT = re.compile(r"([aou])e")
# A scanner's "0strogorsky", "Ma1colm".
_MISREAD = re.compile(r"[^\W\d_][01]|[01][^\W\d_]")
_NUMERAL = re.compile(r"\b(?:\d+|[ivx]+)\b")
_YEAR = re.compile(r"\d{4}")
_TITLE_WORDS = re.compile(r"\w+")


@lru_cache(maxsize=60_000)
def name_key(name: str) -> str:
    """A surname folded so that Schröder, Schroeder and Schroder are one."""
    key = _UMLAUT.sub(r"\1", fold(name))
    return key if key.isalpha() or not _MISREAD.search(key) else key.replace("0", "o").replace("1", "l")


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
    History of the Isles" (0.85), "Matanza" is not "Matanzas Province" (0).
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
    if ratio >= 0.88:
        return min(ratio, 0.96)
    if one.startswith(f"{two} ") and len(two) >= 12:
        return 0.9
    trimmed = fuzz.ratio(one, two[: len(one)]) / 100
    if trimmed >= 0.92 and len(one) >= 10:
        return 0.88
    whole = fold(full)
    if len(one) >= 8 and fuzz.ratio(fold(short), whole[: len(fold(short))]) >= 90:
        return 0.87
    if _is_shortened(one, two):
        return 0.85
    return 0.0


def _is_shortened(one: str, two: str) -> bool:
    """Whether each word begins, in order, a word of the full title; two words or one long one at least."""
    words = iter(two.split())
    pieces = one.split()
    if len(pieces) < 2 and len(one) < 7:
        return False
    return all(any(word.startswith(piece) for word in words) for piece in pieces)


def surnames(people: str) -> tuple[str, ...]:
    """The folded surnames of a field of people: "Schroeder, Wolfgang and Burau, Benjamin Erik" gives two."""
    return tuple(name_key(person.split(",")[0]) for person in re.split(r"\s+and\s+", people) if person.strip())


def names_likeness(words: str, entry: Entry) -> float:
    """0 to 1, how surely names as a note gives them are those of an entry.

    All authors and nobody else 1, the first of several 0.85, any of them 0.7; editors a little less; 0 for strangers.
    """
    tokens = _name_tokens(words)
    if not tokens:
        return 0.0
    best = 0.0
    for field, weight in (("author", 1.0), ("editor", 0.95), ("bookauthor", 0.8), ("translator", 0.6)):
        people = surnames(entry.get(field))
        if people:
            best = max(best, weight * _people_likeness(tokens, people))
    if not best and (long := {token for token in tokens if len(token) >= 4}):
        # "Weil Serge" may have been read as Mr Serge.
        best = 0.6 if long <= set(fold(f"{entry.get('author')} {entry.get('editor')}").split()) else 0.0
    return best


def _people_likeness(tokens: tuple[str, ...], people: tuple[str, ...]) -> float:
    spaced = f" {' '.join(tokens)} "
    met = [f" {person} " in spaced or _is_misspelt(person, tokens) for person in people]
    if all(met):
        return 0.9 if len(people) == 1 and _names_another(tokens, people[0]) else 1.0
    if met[0]:
        is_et_al = tokens[-2:] == ("et", "al") or tokens[-1] in ("ua", "others")
        return 0.95 if is_et_al else 0.85
    if any(met):
        return 0.7
    joined = " ".join(tokens)
    if any(
        len(joined) >= 4 and (person.startswith(f"{joined} ") or person.endswith(f" {joined}")) for person in people
    ):
        return 0.9
    return 0.0


def _names_another(tokens: tuple[str, ...], person: str) -> bool:
    """Whether somebody else is joined to the one author that there is: "Roe and Marlow" for a book of Marlow's."""
    joints = [
        k for k, token in enumerate(tokens) if token in ("and", "und", "et", "y", "e") and 0 < k < len(tokens) - 1
    ]
    return any(person not in " ".join(tokens[k + 1 :]) or person not in " ".join(tokens[:k]) for k in joints)


def _is_misspelt(person: str, tokens: tuple[str, ...]) -> bool:
    if len(person) < 5:
        return False
    return any(
        token[0] == person[0] and abs(len(token) - len(person)) <= 2 and fuzz.ratio(token, person) >= 84
        for token in tokens
        if len(token) >= 5
    )


@lru_cache(maxsize=20_000)
def _name_tokens(words: str) -> tuple[str, ...]:
    return tuple(name_key(token) for token in fold(words).split())


def year_of(entry: Entry) -> str:
    """The year of an entry's date, "" where it has none."""
    match = _YEAR.search(entry.get("date") or entry.get("year"))
    return match[0] if match else ""


def is_same_work(one: Entry, other: Entry) -> bool:
    """Whether two entries read from full citations are one work.

    A slip of the pen in title or name is forgiven; another date, edition, volume, or journal makes another, as does
    a headline on another day.
    """
    if not _agree(one, other):
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
    if likeness < 1 and _numerals(first) != _numerals(second):
        return False
    if likeness < 0.88 and not _is_slip(one, other):
        return False
    shared = surnames(one.get("author") or one.get("editor")), surnames(other.get("author") or other.get("editor"))
    if all(shared):
        return _share_a_name(*shared)
    return likeness >= 0.95 and (not any(shared) or len(title_key(first).split()) >= 3)


def _is_slip(one: Entry, other: Entry) -> bool:
    """Whether titles that differ in a letter or two belong to entries that agree in everything else."""
    shared = [name for name in ("author", "date", "publisher", "location", "journaltitle") if one.get(name)]
    if len(shared) < 3 or any(one.get(name) != other.get(name) for name in shared):
        return False
    return fuzz.ratio(title_key(one.get("title")), title_key(other.get("title"))) >= 75


def _numerals(title: str) -> list[str]:
    """The numbers in a title, which part I from part II and 1914 from 1918."""
    return _NUMERAL.findall(fold(title))


def _share_a_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(a == b or (len(a) >= 5 and fuzz.ratio(a, b) >= 80) for a in one for b in other)


def _agree(one: Entry, other: Entry) -> bool:
    """Whether nothing that tells works apart differs; a date given only by its year agrees with any day of it."""
    date, other_date = one.get("date"), other.get("date")
    if date and other_date and not (date.startswith(other_date) or other_date.startswith(date)):
        return False
    for field in ("volume", "edition", "number", "chapter", "part", "eprint"):
        if one.get(field) and other.get(field) and fold(one.get(field)) != fold(other.get(field)):
            return False
    for field in ("journaltitle", "booktitle"):
        if one.get(field) and other.get(field) and not _is_same_container(one.get(field), other.get(field)):
            return False
    return True


def _is_same_container(one: str, other: str) -> bool:
    short, full = sorted((one, other), key=len)
    return title_likeness(short, full) > 0 or _initials(full) == fold(short).replace(" ", "")


def _initials(title: str) -> str:
    return "".join(word[0] for word in _TITLE_WORDS.findall(fold(title)))
