"""An entry, a pattern and the keys that are taken in, a key of its own out."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator
from itertools import count

from app.citekeys.letters import plain_letters, without_tex
from app.citekeys.markers import entry_date, marker_value
from app.citekeys.modifiers import apply_modifier, holds_length
from app.citekeys.pattern_parts import Alternative, Part, SkipError
from app.citekeys.patterns import read_pattern
from app.citekeys.words import body_short, title_words
from app.entry import Entry
from app.people import read_people

DEFAULT_PATTERN = "[auth:lower][year]"

# What breaks BibTeX, biber, TeX or a command line.
_NOT_IN_KEYS = re.compile(r"[\s{}()\[\]\",=#%'~\\@;|&$^<>?!*`’‘“”…]+")
_SITE = re.compile(
    r"https?://(?:www\.)?(?:[\w-]+\.)*?(?P<name>[\w-]{3,})(?:\.[a-z]{2,3})?\.[a-z]{2,}(?=[:/?#]|$)", re.IGNORECASE
)
_SAYS_LITTLE = ("auth", "edtr", "editor", "pureauth", "creators", "year", "shortyear", "month", "day", "date", "orig",
                "type", "entrytype", "len", "infix")  # fmt: skip
_PEOPLE = ("auth", "edtr", "editor", "pureauth", "creators")
_POSTFIX = re.compile(r"%\(([naA])\)s")
_EMPTY = re.compile(r"[^\w]*")


class KeySet(Collection[str]):
    """Keys that are taken; BibTeX and file systems do not tell "Smith1967" from "smith1967", and neither does it."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._keys = {key.casefold() for key in keys}

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.casefold() in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: str) -> None:
        """Take one more key."""
        self._keys.add(key.casefold())


def make_key(entry: Entry, pattern: str = DEFAULT_PATTERN, taken: Container[str] = ()) -> str:
    """A key for the entry: its own, else one by the pattern, with a, b ... z, aa behind it where it is taken.

    Args:
        entry: one that has a key keeps it, so far as it is free.
        pattern: "[auth:lower][year]" gives dinerstein1967; see `app.citekeys.patterns`. "" is the default one.
        taken: keys that others have, compared without case. A set or a container of one's own holds them folded
            (`str.casefold`); a `KeySet` does that by itself and is quick for many calls.

    Raises:
        PatternError: the pattern cannot be read.
    """
    keys = KeySet(taken) if isinstance(taken, (list, tuple)) else taken
    pattern = pattern or DEFAULT_PATTERN
    return _free(entry.key or key_by_pattern(entry, pattern), keys, read_pattern(pattern).postfix)


def make_keys(entries: Iterable[Entry], pattern: str = DEFAULT_PATTERN, taken: Collection[str] = ()) -> list[str]:
    """A key by the pattern for each entry, whatever key it has; none of them taken, none twice.

    The same entries in the same order give the same keys.

    Raises:
        PatternError: the pattern cannot be read.
    """
    keys, pattern = KeySet(taken), pattern or DEFAULT_PATTERN
    postfix = read_pattern(pattern).postfix
    made = []
    for entry in entries:
        key = _free(key_by_pattern(entry, pattern), keys, postfix)
        keys.add(key)
        made.append(key)
    return made


def is_good_key(key: str) -> bool:
    """Whether bibtex, biber and TeX take the key as it is."""
    return bool(key) and not re.search(r"[\s{}()\",=#%'~\\]", key)


def key_by_pattern(entry: Entry, pattern: str = DEFAULT_PATTERN) -> str:
    """The key that the pattern alone gives; what has no author is named by `key_without_author`.

    Raises:
        PatternError: the pattern cannot be read.
    """
    alternatives = read_pattern(pattern).alternatives
    named = any(read_people(entry.get(role)) for role in ("author", "editor", "translator"))
    is_formula = "[" not in pattern
    for parts in alternatives:
        if not named and _asks_for_people(parts) and not _says_more(parts, entry, is_formula):
            continue
        key = clean_key(_text_of(parts, entry, is_formula))
        if not _EMPTY.fullmatch(key):
            return key
    return _lowered_like(pattern, key_without_author(entry))


def key_without_author(entry: Entry) -> str:
    """A key for what nobody signed: the agency's or paper's name and the day, else a short title and the year.

    Example: an ITAR-TASS item of 18 October 2005 is itartass2005-10-18, footage on YouTube seen in 2009 youtube2009.
    """
    date = entry_date(entry).partition("/")[0]
    day = date if re.fullmatch(r"\d{4}(-\d{2})*", date) else ""
    journal = entry.get("journaltitle")
    is_news = "newspaper" in entry.get("entrysubtype") or (len(day) == 10 and entry.entrytype == "article")
    if journal and (is_news or not entry.get("title")):
        words = title_words(journal)
        return clean_key("".join(words)[:30] + day).lower()
    year = day[:4] or plain_letters(entry.get("year"))
    if words := title_words(entry.get("title") or entry.get("booktitle"))[:2]:
        return clean_key("".join(words) + year)
    return clean_key((_named_by(entry) or entry.entrytype) + year)


def _named_by(entry: Entry) -> str:
    """What a work without author and title is known by: its body, its archive of preprints or videos, its site."""
    body = next((entry.get(name) for name in ("institution", "organization", "publisher") if entry.get(name)), "")
    site = _SITE.match(entry.get("url"))
    return body_short(body) or entry.get("eprinttype") or (site["name"] if site else "")


def clean_key(text: str) -> str:
    """The text without what may not stand in a key."""
    text = plain_letters(without_tex(text)).replace("–", "-").replace("—", "-")
    return _NOT_IN_KEYS.sub("", text).strip("-.:/_")


def _text_of(parts: Alternative, entry: Entry, is_formula: bool) -> str:
    """What an alternative gives, "" where a condition in it does not hold."""
    text = ""
    try:
        for part in parts:
            if part.steps and not part.group and part.steps[0].name.lower() == "len":
                # Better BibTeX's `len` as a term asks how long the key is so far.
                if not holds_length(len(text), part.steps[0]):
                    return ""
                continue
            text += _value(part, entry, is_formula)
    except SkipError:
        return ""
    return text


def _value(part: Part, entry: Entry, is_formula: bool) -> str:
    modifiers = part.steps
    if part.is_choice:
        condition, chosen, otherwise = part.group
        value = _text_of(chosen if _text_of(condition, entry, is_formula) else otherwise, entry, is_formula)
    elif part.group:
        value = next((text for parts in part.group if (text := _text_of(parts, entry, is_formula))), "")
    elif part.steps:
        value, modifiers = marker_value(part.steps[0], entry, is_formula), part.steps[1:]
    else:
        return part.literal
    for modifier in modifiers:
        value = apply_modifier(modifier, value)
    return value


def _says_more(parts: Alternative, entry: Entry, is_formula: bool) -> bool:
    """Whether anything but people and dates gives the key of an entry that has no author: a title, a journal."""
    others = tuple(p for p in parts if p.group or (p.steps and not p.steps[0].name.lower().startswith(_SAYS_LITTLE)))
    return bool(clean_key(_text_of(others, entry, is_formula)))


def _asks_for_people(parts: Alternative) -> bool:
    return any(
        any(map(_asks_for_people, part.group)) or (part.steps and part.steps[0].name.lower().startswith(_PEOPLE))
        for part in parts
    )


def _lowered_like(pattern: str, key: str) -> str:
    return key.lower() if re.search(r"[:.]lower\b", pattern) else key


def _free(base: str, taken: Container[str], postfix: str = "") -> str:
    base = base or "entry"
    if not _is_taken(base, taken):
        return base
    separator = "-" if base[-1].isalpha() else ""
    for number in count():
        # Better BibTeX's postfix("-%(n)s") counts, and "%(a)s" has letters.
        behind = _POSTFIX.sub(lambda sign: str(number + 1) if sign[1] == "n" else _letters(number), postfix)  # noqa: B023
        key = f"{base}{behind}" if behind != postfix else f"{base}{separator}{_letters(number)}"
        if not _is_taken(key, taken):
            return key
    raise AssertionError("numbers do not end")


def _is_taken(key: str, taken: Container[str]) -> bool:
    return key in taken or key.casefold() in taken


def _letters(number: int) -> str:
    """A to z, then aa, ab ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
