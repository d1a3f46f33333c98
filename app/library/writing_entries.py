"""Entries in, their rows in a step out: the entry, its key, its people and its keywords, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from app.entry import Entry
from app.folding import fold
from app.library.entry_rows import as_stored, columns_of, contributions_of, keywords_of
from app.library.opened import Writing
from app.people import Person
from models.entry import CitationKey, StoredEntry
from models.grouping import Keyword, Tagging
from models.person import Contribution
from models.person import Person as StoredPerson
from models.recording import INSERTED, in_batches
from models.store import now


def write_new(writing: Writing, entries: Sequence[Entry]) -> list[int]:
    """Write new entries; each has its citation key, which no other has.

    Returns:
        their ids, in their order.
    """
    at = now()
    written: list[int] = []
    # A batch at a time: the rows of a hundred thousand entries are many times the size of the entries.
    for batch in in_batches(map(as_stored, entries), INSERTED):
        ids = writing.rows.insert(StoredEntry, ({**columns_of(e), "added": at, "changed": at} for e in batch))
        keyed = list(zip(ids, batch, strict=True))
        writing.rows.insert(CitationKey, (key_row(i, e.key) for i, e in keyed))
        write_people(writing, keyed)
        write_keywords(writing, keyed)
        written += ids
    return written


def write_over(writing: Writing, changed: Mapping[int, Entry]) -> int:
    """Give entries that are there other types and fields (and the key that stands in them).

    Keys and aliases are not seen to here. Returns how many really changed.
    """
    total = 0
    for batch in in_batches(changed.items()):
        entries = {i: as_stored(entry) for i, entry in batch}
        done = writing.rows.update(StoredEntry, [{"id": i, **columns_of(entry)} for i, entry in entries.items()])
        if done:
            writing.rows.update(StoredEntry, [{"id": entry_id, "changed": now()} for entry_id in entries])
            _rewrite_people(writing, entries)
            _rewrite_keywords(writing, entries)
        total += done
    return total


def key_row(entry_id: int, key: str, is_alias: bool = False) -> dict[str, object]:
    """The row of a citation key."""
    return {"entry_id": entry_id, "key": key, "folded": key.casefold(), "is_alias": is_alias, "is_frozen": False}


def add_aliases(writing: Writing, aliases: Sequence[tuple[int, str]]) -> None:
    """Give entries further keys, as they come in an `ids` field; one that leads somewhere already stays where it is."""
    taken: set[str] = set()
    for batch in in_batches(aliases):
        folded = {key.casefold() for _, key in batch}
        taken.update(writing.session.scalars(select(CitationKey.folded).where(CitationKey.folded.in_(folded))))
    rows = []
    for entry_id, key in aliases:
        if key.casefold() not in taken:
            taken.add(key.casefold())
            rows.append(key_row(entry_id, key, is_alias=True))
    writing.rows.insert(CitationKey, rows)


def write_people(writing: Writing, keyed: Iterable[tuple[int, Entry]]) -> None:
    """Write who contributed to new entries, which are as stored."""
    named = [(i, role, place, person) for i, e in keyed for role, place, person in contributions_of(e)]
    ids = _person_ids(writing, {person for *_, person in named})
    rows = ((i, ids[person], role, place) for i, role, place, person in named)
    writing.rows.insert_many(Contribution, ("entry_id", "person_id", "role", "position"), rows)


def write_keywords(writing: Writing, keyed: Iterable[tuple[int, Entry]]) -> None:
    """Write the keywords of new entries."""
    named = [(i, word) for i, entry in keyed for word in keywords_of(entry)]
    ids = _keyword_ids(writing, {word for _, word in named})
    writing.rows.insert(Tagging, [{"entry_id": i, "keyword_id": ids[word]} for i, word in named])


def _rewrite_people(writing: Writing, changed: Mapping[int, Entry]) -> None:
    question = (
        select(Contribution.id, Contribution.entry_id, Contribution.role, Contribution.position, StoredPerson)
        .join(StoredPerson)
        .where(Contribution.entry_id.in_(changed))
    )
    standing: dict[int, set[tuple[str, int, Person]]] = {i: set() for i in changed}
    rows: dict[int, list[int]] = {i: [] for i in changed}
    for row_id, entry_id, role, position, p in writing.session.execute(question):
        standing[entry_id].add((role, position, Person(p.family, p.given, p.prefix, p.suffix, p.literal)))
        rows[entry_id].append(row_id)
    other = {i: e for i, e in changed.items() if standing[i] != set(contributions_of(e))}
    writing.rows.delete(Contribution, [row_id for i in other for row_id in rows[i]])
    write_people(writing, other.items())


def _rewrite_keywords(writing: Writing, changed: Mapping[int, Entry]) -> None:
    question = (
        select(Tagging.id, Tagging.entry_id, Keyword.name)
        .join(Keyword)
        .where(Tagging.entry_id.in_(changed))
        .order_by(Tagging.id)
    )
    standing: dict[int, list[str]] = {i: [] for i in changed}
    rows: dict[int, list[int]] = {i: [] for i in changed}
    for row_id, entry_id, name in writing.session.execute(question):
        standing[entry_id].append(name)
        rows[entry_id].append(row_id)
    other = {i: e for i, e in changed.items() if standing[i] != keywords_of(e)}
    writing.rows.delete(Tagging, [row_id for i in other for row_id in rows[i]])
    write_keywords(writing, other.items())


_PERSON = (StoredPerson.family, StoredPerson.given, StoredPerson.prefix, StoredPerson.suffix, StoredPerson.literal)


def _person_ids(writing: Writing, people: set[Person]) -> dict[Person, int]:
    """The rows of these people; those that are not there yet are written."""
    folded = {person: _folded(person) for person in sorted(people, key=_order)}
    known: dict[Person, int] = {}
    for batch in in_batches(set(folded.values())):
        question = select(StoredPerson.id, *_PERSON).where(StoredPerson.folded.in_(batch))
        known.update((Person(*parts), row_id) for row_id, *parts in writing.session.execute(question))
    new = [person for person in folded if person not in known]
    rows = (
        {
            "family": p.family,
            "given": p.given,
            "prefix": p.prefix,
            "suffix": p.suffix,
            "literal": p.literal,
            "folded": folded[p],
        }
        for p in new
    )
    return known | dict(zip(new, writing.rows.insert(StoredPerson, rows), strict=True))


def _order(person: Person) -> tuple[str, ...]:
    return person.family, person.literal, person.given, person.prefix, person.suffix


def _folded(person: Person) -> str:
    return fold(person.last_first)[:120]


def _keyword_ids(writing: Writing, words: set[str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for batch in in_batches(sorted(words)):
        known.update(
            (name, row_id)
            for row_id, name in writing.session.execute(select(Keyword.id, Keyword.name).where(Keyword.name.in_(batch)))
        )
    new = sorted(words - set(known))
    return known | dict(zip(new, writing.rows.insert(Keyword, [{"name": word} for word in new]), strict=True))
