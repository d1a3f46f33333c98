"""A citation's fields in, how strange they look out: what a reader would look at twice before believing them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.fields.kinds import JOURNAL_PIECES, has_word
from app.fields.places import is_place

_WORDS = ("title", "booktitle", "journaltitle", "publisher", "location", "author", "editor")
# Labels that belong to a volume, an editor or a leaf and were left inside a title or a name.
_LEFT_OVER = re.compile(
    r"(?<![\w.])(?:vols?\.|Bde?\.|nos?\.|Nr\.|núms?\.?|n°|pp?\.|eds?\.|edn|Hrsg\.|hg\.|éd\.|trans\.|in:|fols?\.|leg\.|Aufl\.|coords?\.)(?!\w)"
    r"|\b(?:ed|vol|núm|leg|no|fol|pp|Bd|of|the|and|von|und|der|die|et|by|to|for|with|di|del)$"
)
_DAY = re.compile(r"\b\d{1,2}\.? [A-Z]?[a-zä]+ (?:1[5-9]|20)\d\d|[A-Z][a-z]+ \d{1,2}, (?:1[5-9]|20)\d\d")
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"))
# Their titles hold courts, cities, days and numbers.
_OWN_SHAPES = frozenset({"jurisdiction", "legislation", "unpublished"})
_LONGEST_TITLE = 28
_LONGEST_NAME = 9
_MOST_COMMAS = 2
_IMPRINTED = frozenset({"location", "publisher", "institution", "url", "urldate", "volume", "number"})


def rate_strangeness(entrytype: str, fields: Mapping[str, str]) -> int:
    """How many things about the fields are strange, each of which was wrong more often than not.

    They are counted on citations whose reading is known: a label or a day left in a title, a city behind a comma of
    it, brackets that do not close, a person of one name, a book without an imprint or a date.
    """
    marks = (_is_torn(fields), *_title_marks(entrytype, fields), *_journal_marks(fields), *_lacks(entrytype, fields))
    return sum(marks)


def _is_torn(fields: Mapping[str, str]) -> bool:
    return any(fields.get(name, "").count(a) != fields.get(name, "").count(b) for name in _WORDS for a, b in _BRACKETS)


def _title_marks(entrytype: str, fields: Mapping[str, str]) -> tuple[bool, ...]:
    title = "" if entrytype in _OWN_SHAPES else fields.get("title", "")
    parts = [part.strip() for part in re.split(r"[,.:(]\s", title)[1:]]
    return (
        entrytype not in _OWN_SHAPES and any(_LEFT_OVER.search(fields.get(name, "")) for name in _WORDS),
        any(is_place(part) for part in parts if part),
        bool(_DAY.search(title)),
        title[:1].islower(),
        len(title.split()) > _LONGEST_TITLE or title.count(",") > _MOST_COMMAS,
    )


def _journal_marks(fields: Mapping[str, str]) -> tuple[bool, ...]:
    journal = fields.get("journaltitle", "")
    is_known = has_word(journal, "journal_words") or has_word(journal, "newspaper_words")
    is_numbered = bool(JOURNAL_PIECES & fields.keys()) or "pages" in fields
    return (
        bool(re.search(r"\d", journal)) or len(journal.split()) > _LONGEST_NAME,
        bool(journal) and not is_known and not is_numbered,
    )


def _lacks(entrytype: str, fields: Mapping[str, str]) -> tuple[bool, ...]:
    people = [person for role in ("author", "editor") for person in fields.get(role, "").split(" and ") if person]
    is_named = all("," in person or person.startswith("{") or person == "others" for person in people)
    is_book = entrytype in {"book", "incollection", "thesis"}
    return (
        not is_named,
        is_book and not people and "volume" not in fields,
        is_book and not _IMPRINTED & fields.keys(),
        "date" not in fields and "urldate" not in fields and entrytype not in {"unpublished", "legislation"},
        entrytype == "misc",
    )
