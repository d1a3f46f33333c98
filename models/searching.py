"""Folded words in, a condition on entries out: full text on SQLite, plain comparison elsewhere.

Every word must stand in the entry as the beginning of one of its words. SQLite's FTS5 manual, sections 3 and 4.4.3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import DDL, ColumnElement, and_, event, literal, or_, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.entry import StoredEntry
from models.rows import table_of

WORD_COLUMNS: dict[str, InstrumentedAttribute[str]] = {
    "author": StoredEntry.words_author,
    "title": StoredEntry.words_title,
    "year": StoredEntry.words_year,
    "key": StoredEntry.words_key,
    "type": StoredEntry.words_type,
    "keyword": StoredEntry.words_keyword,
    "rest": StoredEntry.words_rest,
}

_NAMES = ", ".join(f"words_{name}" for name in WORD_COLUMNS)
_OLD = ", ".join(f"old.words_{name}" for name in WORD_COLUMNS)
_NEW = ", ".join(f"new.words_{name}" for name in WORD_COLUMNS)
_TAKE_OUT = f"INSERT INTO entry_search (entry_search, rowid, {_NAMES}) VALUES ('delete', old.id, {_OLD});"
_PUT_IN = f"INSERT INTO entry_search (rowid, {_NAMES}) VALUES (new.id, {_NEW});"

# The same for all entries between two ids.
PUT_RANGE_IN = f"INSERT INTO entry_search (rowid, {_NAMES}) SELECT id, {_NAMES} FROM entries WHERE id BETWEEN ? AND ?"
TAKE_RANGE_OUT = (
    f"INSERT INTO entry_search (entry_search, rowid, {_NAMES}) "
    f"SELECT 'delete', id, {_NAMES} FROM entries WHERE id BETWEEN ? AND ?"
)

_TOKENS = 'tokenize="unicode61 remove_diacritics 0"'

# The words are folded already, so that the tokenizer has nothing to fold.
SEARCH_TABLE = (
    f"CREATE VIRTUAL TABLE entry_search USING fts5({_NAMES}, content='entries', content_rowid='id', {_TOKENS})",
    f"CREATE TRIGGER entry_search_in AFTER INSERT ON entries BEGIN {_PUT_IN} END",
    f"CREATE TRIGGER entry_search_out AFTER DELETE ON entries BEGIN {_TAKE_OUT} END",
    f"CREATE TRIGGER entry_search_change AFTER UPDATE OF {_NAMES} ON entries BEGIN {_TAKE_OUT} {_PUT_IN} END",
)

for _statement in SEARCH_TABLE:
    _made = DDL(_statement)  # type: ignore[no-untyped-call]
    event.listen(table_of(StoredEntry), "after_create", _made.execute_if(dialect="sqlite"))


_MANY = 3000
# Chinese and Japanese put no spaces between words: a word there may begin anywhere.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing to look for: folded words in a row, in one column or ("") anywhere."""

    words: str
    column: str = ""


def condition(session: Session, sought: Sequence[Sought], has_full_text: bool) -> ColumnElement[bool]:
    """The condition that an entry has everything that is sought."""
    if not sought:
        return literal(True)
    spaced = [item for item in sought if has_full_text and not _UNSPACED.search(item.words)]
    compared = [_compared(item) for item in sought if item not in spaced]
    return and_(*compared, _indexed(session, spaced)) if spaced else and_(*compared)


def _indexed(session: Session, sought: Sequence[Sought]) -> ColumnElement[bool]:
    """The same by the index of words."""
    match = " AND ".join(_matched(item) for item in sought)
    found = text("SELECT rowid FROM entry_search WHERE entry_search MATCH :match").bindparams(match=match)
    count = text("SELECT count(*) FROM (SELECT 1 FROM entry_search WHERE entry_search MATCH :match LIMIT :most)")
    if session.scalar(count, {"match": match, "most": _MANY}) == _MANY:
        # So many are better picked out of the sorted index as it is read; the sum keeps SQLite from looking them up.
        return (StoredEntry.id + 0).in_(found)
    return StoredEntry.id.in_(found)


def _matched(item: Sought) -> str:
    phrase = '"' + item.words.replace('"', " ") + '" *'
    return f"words_{item.column} : {phrase}" if item.column else phrase


def _compared(item: Sought) -> ColumnElement[bool]:
    columns = [WORD_COLUMNS[item.column]] if item.column else list(WORD_COLUMNS.values())
    if _UNSPACED.search(item.words):
        return or_(*(column.contains(item.words, autoescape=True) for column in columns))
    return or_(*((literal(" ") + column).contains(f" {item.words}", autoescape=True) for column in columns))
