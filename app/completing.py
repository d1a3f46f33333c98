"""The beginning of what somebody types in, what the library has of that kind out: people, and the values of a field."""

from __future__ import annotations

from sqlalchemy import func, select

from app.folding import fold
from app.library import Library
from app.people import Person, write_person
from models.entry import StoredEntry
from models.person import Person as StoredPerson

# Fields whose values come again from entry to entry.
_COMPLETED = {
    "journaltitle": StoredEntry.journaltitle,
    "booktitle": StoredEntry.booktitle,
    "publisher": StoredEntry.publisher,
    "location": StoredEntry.location,
    "institution": StoredEntry.institution,
    "series": StoredEntry.series,
}


def is_completed(field: str) -> bool:
    """Whether `values` knows this field."""
    return field in _COMPLETED


def people(library: Library, start: str, limit: int = 20) -> tuple[str, ...]:
    """People whose names begin like this, as a name field writes them: "dine" gives "Dinerstein, Herbert S."."""
    question = (
        select(StoredPerson)
        .where(StoredPerson.folded.startswith(fold(start), autoescape=True))
        .order_by(StoredPerson.folded, StoredPerson.id)
        .limit(limit)
    )
    with library.asking() as session:
        found = (Person(p.family, p.given, p.prefix, p.suffix, p.literal) for p in session.scalars(question))
        return tuple(dict.fromkeys(write_person(person) for person in found))


def values(library: Library, field: str, start: str, limit: int = 20) -> tuple[str, ...]:
    """What entries have in this field that begins like this, or has a word that does; case and accents aside.

    Beginnings come before words inside, often used values before rare ones: "hist" gives "Historical Journal", then
    "Journal of Modern History". What is typed already is not offered. A field that is not completed has no values.
    """
    sought = fold(start)
    if field not in _COMPLETED or not sought:
        return ()
    column = _COMPLETED[field]
    question = select(column, func.count()).where(column != "").group_by(column)
    with library.asking() as session:
        used = [(fold(value), times, value) for value, times in session.execute(question) if value != start]
    fitting = [(f" {folded}".find(f" {sought}"), -times, value) for folded, times, value in used]
    ranked = sorted((place > 0, times, value) for place, times, value in fitting if place >= 0)
    return tuple(value for *_, value in ranked[:limit])
