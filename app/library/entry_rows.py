"""An Entry in, the columns of its row and the rows that hang on it out; and an Entry back from its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy.orm import InstrumentedAttribute

from app.entry import Entry
from app.folding import fold
from app.people import Person, read_people, without_braces
from models.entry import WIDE_FIELDS, StoredEntry

# Who made a work, in the order in which the table looks for a name to show.
NAME_FIELDS = (
    "author", "editor", "translator", "bookauthor", "editora", "editorb", "editorc", "annotator", "commentator",
    "introduction", "foreword", "afterword", "holder", "shortauthor", "shorteditor", "namea", "nameb", "namec",
)  # fmt: skip
_SHOWN_NAMES = ("author", "editor", "translator", "editora")
_CONTAINERS = ("journaltitle", "booktitle", "maintitle", "eventtitle", "series")
_TITLES = ("title", "subtitle", "titleaddon", "shorttitle", "maintitle", "origtitle")
_DATES = ("date", "year", "origdate", "eventdate")
_APART = {*NAME_FIELDS, *_TITLES, *_DATES, "keywords"}
_APOSTROPHE = re.compile(r"['’ʼ](?<=\w.)(?=\w)")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\s*|(?=[&%$#_{}]))")
_YEAR = re.compile(r"(?<!\d)-?\d{3,4}(?!\d)")
_WIDE = frozenset(WIDE_FIELDS)
_NO_WIDE_FIELD = dict.fromkeys(WIDE_FIELDS, "")
# Sorting needs no more, and an index of PostgreSQL takes no more.
_SORTED = 120

ENTRY_COLUMNS: tuple[InstrumentedAttribute[Any], ...] = tuple(
    getattr(StoredEntry, name) for name in ("id", "entrytype", "key", "rest", *WIDE_FIELDS)
)


def columns_of(entry: Entry) -> dict[str, Any]:
    """The columns of an entry's row that follow from the entry itself, which is as stored: all but its dates."""
    fields = entry.fields
    shown_author = "; ".join([person.last_first for person in _shown_people(fields)])
    shown_title = _title(fields)
    columns: dict[str, Any] = {
        "entrytype": entry.entrytype,
        "key": entry.key,
        "shown_author": shown_author,
        "shown_title": shown_title,
        "shown_year": _year(fields),
        "shown_container": _plain(next((fields[name] for name in _CONTAINERS if name in fields), "")),
        "sort_author": fold(shown_author)[:_SORTED],
        "sort_title": fold(shown_title)[:_SORTED],
        **_NO_WIDE_FIELD,
        "rest": None,
        **_words(entry, fields),
    }
    rest: dict[str, str] = {}
    for name, value in fields.items():
        (columns if name in _WIDE else rest)[name] = value
    if rest:
        columns["rest"] = rest
    return columns


def storable(text: str) -> str:
    """The text without what no database keeps: NUL, and halves of characters from names of files that are no text."""
    if "\0" in text:
        text = text.replace("\0", "")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def as_stored(entry: Entry) -> Entry:
    """The entry as it will be read back from its row."""
    if _is_storable("".join(entry.fields.values())):
        return entry
    return Entry(entry.entrytype, {name: storable(value) for name, value in entry.fields.items()}, entry.key)


def _is_storable(text: str) -> bool:
    if "\0" in text:
        return False
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry in a row of `ENTRY_COLUMNS`."""
    _, entrytype, key, rest, *wide = row
    fields: dict[str, str] = {name: value for name, value in zip(WIDE_FIELDS, wide, strict=True) if value}
    if rest:
        fields.update(rest)
    return Entry(entrytype, fields, key)


def contributions_of(entry: Entry) -> Iterator[tuple[str, int, Person]]:
    """Role, place and person for everyone named in the entry, which is as stored."""
    fields = entry.fields
    for role in NAME_FIELDS:
        if role in fields:
            for position, person in enumerate(read_people(fields[role])):
                yield role, position, person


def keywords_of(entry: Entry) -> list[str]:
    """The keywords in an entry's own field, each once; biblatex divides them at commas, many programs at semicolons."""
    value = storable(entry.fields.get("keywords", ""))
    if not value:
        return []
    found = (word.strip() for word in re.split(r"[,;]", value))
    return list(dict.fromkeys(word for word in found if word))


def _shown_people(fields: Mapping[str, str]) -> tuple[Person, ...]:
    return next((people for name in _SHOWN_NAMES if (people := read_people(fields.get(name, "")))), ())


def _title(fields: Mapping[str, str]) -> str:
    title, subtitle = fields.get("title", ""), fields.get("subtitle", "")
    shown = f"{title}: {subtitle}" if title and subtitle else title or subtitle or fields.get("shorttitle", "")
    return _plain(shown)


def _plain(text: str) -> str:
    """A value as a table shows it: without braces, and without the few TeX commands that Unicode has nothing for."""
    return without_braces(_COMMAND.sub("", text) if "\\" in text else text)


def _year(fields: Mapping[str, str]) -> str:
    value = fields.get("date") or fields.get("year") or ""
    found = _YEAR.search(value)
    return found[0] if found else ""


def _sought(text: str) -> str:
    """The words of a text folded; those with an apostrophe also in two, so that "été" finds "L'été"."""
    folded = fold(text)
    has_apostrophe = "'" in text or "’" in text or "ʼ" in text
    split = _APOSTROPHE.sub(" ", text) if folded and has_apostrophe else text
    return folded if split == text else f"{folded} {fold(split)}"


@lru_cache(maxsize=4000)
def _fold_once(text: str) -> str:
    """For types and dates, of which a library has few different ones."""
    return fold(text)


def _words(entry: Entry, fields: Mapping[str, str]) -> dict[str, str]:
    people = [fields[name].replace(" and ", " ; ") for name in NAME_FIELDS if name in fields]
    return {
        "words_author": _sought(" ".join(people)),
        "words_title": _sought(" ".join([fields[name] for name in _TITLES if name in fields])),
        "words_year": _fold_once(" ".join([fields[name] for name in _DATES if name in fields])),
        "words_key": fold(entry.key),
        "words_type": _fold_once(entry.entrytype),
        "words_keyword": fold(fields.get("keywords", "")),
        "words_rest": _sought(" ".join([value for name, value in fields.items() if name not in _APART])),
    }
