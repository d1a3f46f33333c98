"""Entries that become one in, their rows written out: many groups at a time, each table asked and written once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from sqlalchemy import or_, select

from app.bibtex.keying import named_keys
from app.duplicates import JOINED_FIELDS
from app.editing import move_key
from app.entry import Entry
from app.library.entry_rows import keywords_of
from app.library.keys import keys_of, without_ids
from app.library.opened import Writing
from app.library.writing_entries import add_aliases, write_over
from app.merging.hanging import MOVED, UNITED, Hanging
from models.decision import Decision, Merge
from models.entry import CitationKey, StoredEntry
from models.grouping import Tagging
from models.person import Contribution
from models.recording import in_batches, read_rows
from models.rows import Recorded, table_of
from models.store import now


@dataclass(slots=True)
class Joining:
    """One entry that takes others in.

    Attributes:
        merged: how it shall read.
        standing: it and the others as they read now.
        taken: what is remembered, so that they can be taken apart again.
    """

    kept: int
    gone: list[int]
    merged: Entry
    standing: Mapping[int, Entry]
    named: tuple[str, ...] = ()
    taken: dict[str, Any] = field(default_factory=dict)


def join(writing: Writing, joinings: Sequence[Joining], hanging: Hanging) -> None:
    """Merge groups that share no entry; `hanging` knows what hangs on all of these entries.

    Raises:
        UserError: the key of a merged entry belongs to an entry that is not merged into it.
    """
    into = {other: joining for joining in joinings for other in joining.gone}
    _prepare(writing, joinings, into, hanging)
    for pointing in MOVED:
        _move(writing, pointing, [other for other in into if hanging.is_on(pointing, other)], into)
    for united in UNITED:
        _unite(writing, united, [joining for joining in joinings if _has_any(hanging, united, joining)])
    _move_keys(writing, into)
    for joining in joinings:
        if _has_any(hanging, Decision, joining):
            _move_decisions(writing, joining.gone, joining.kept, joining.taken)
    for derived in (Contribution, Tagging):
        writing.rows.delete(derived, [row_id for row_id, _ in _on(writing, derived, into)])
    writing.rows.delete(StoredEntry, into)
    for joining in joinings:
        if joining.merged.key != joining.standing[joining.kept].key:
            move_key(writing, joining.kept, joining.merged.key)
    write_over(writing, {joining.kept: joining.merged for joining in joinings})
    add_aliases(writing, [(joining.kept, key) for joining in joinings for key in joining.named])
    _follow(writing, joinings, hanging)
    at = now()
    writing.rows.insert(Merge, [{"entry_id": one.kept, "at": at, "taken": one.taken} for one in joinings])


def _prepare(writing: Writing, joinings: Sequence[Joining], into: Mapping[int, Joining], hanging: Hanging) -> None:
    """Complete how the merged entries read, and note what the entries were."""
    naming = [i for joining in joinings if named_keys(joining.merged) for i in joining.standing]
    own = {i: {row.folded for row in rows} for i, rows in keys_of(writing.session, naming).items()}
    for joining in joinings:
        kept = joining.standing[joining.kept]
        merged, joining.named = without_ids(joining.merged)
        words = dict.fromkeys(word for entry in (merged, *joining.standing.values()) for word in keywords_of(entry))
        merged = replace(merged.with_fields(keywords=", ".join(words)), key=merged.key or kept.key)
        joining.merged = _without_naming_itself(merged, {key for i in joining.standing for key in own.get(i, ())})
        joining.taken = {
            "kept": _told(kept),
            "merged": _told(joining.merged),
            "entries": [],
            "moved": {other: {} for other in joining.gone},
            "dropped": {},
            "typed": sorted(hanging.typed.get(joining.kept, ())),
            "decisions": [],
            "keys": [],
        }
    for batch in in_batches(into):
        for row in read_rows(writing.session, table_of(StoredEntry), batch):
            into[row["id"]].taken["entries"].append(row)


def _follow(writing: Writing, joinings: Iterable[Joining], hanging: Hanging) -> None:
    """Let what named an entry that went name the one that took it in, and say which fields a person typed."""
    joinings = list(joinings)
    for joining in joinings:
        hanging.references.reads_now(joining.kept, joining.merged)
    for joining in joinings:
        writing.rows.say_typed(joining.kept, _typed_in(joining.merged, joining.standing, hanging.typed))
        former = {entry.key: joining.merged.key for entry in joining.standing.values()}
        joining.taken["followed"] = [asdict(found) for found in hanging.references.follow(former)]


def _without_naming_itself(merged: Entry, own: Collection[str]) -> Entry:
    """The merged entry without its own keys in `crossref`, `related` and the like: biber refuses what names itself."""
    named = named_keys(merged)
    if not named:
        return merged
    return merged.with_fields(
        **{name: ",".join(key for key in keys if key.casefold() not in own) for name, keys in named.items()}
    )


def _has_any(hanging: Hanging, mapped: type[Any], joining: Joining) -> bool:
    return any(hanging.is_on(mapped, other) for other in joining.gone)


def _typed_in(merged: Entry, standing: Mapping[int, Entry], typed: Mapping[int, Collection[str]]) -> Iterator[str]:
    """The fields of the merged entry that a person typed: in one of the entries before, or while merging them."""
    by_hand = {entry.get(name) for entry_id, entry in standing.items() for name in typed.get(entry_id, ())}
    known = {value for entry in standing.values() for value in entry.fields.values()}
    for name, value in merged.fields.items():
        if value in by_hand or (value not in known and name not in JOINED_FIELDS):
            yield name


def _told(entry: Entry) -> dict[str, Any]:
    return {"entrytype": entry.entrytype, "fields": dict(entry.fields), "key": entry.key}


def _move(writing: Writing, pointing: type[Any], gone: Sequence[int], into: Mapping[int, Joining]) -> None:
    """Point the rows of one table that point at entries that go to those that take them in; note which rows moved."""
    moved = []
    for row_id, other in _on(writing, pointing, gone):
        into[other].taken["moved"][other].setdefault(pointing.__tablename__, []).append(row_id)
        moved.append({"id": row_id, "entry_id": into[other].kept})
    writing.rows.update(pointing, moved)


def _unite(writing: Writing, united: type[Any], joinings: Sequence[Joining]) -> None:
    """Move what the kept entries lack; what they have already is dropped and remembered."""
    what = getattr(united, UNITED[united])
    ids = [i for joining in joinings for i in joining.standing]
    rows: defaultdict[int, list[tuple[int, Any]]] = defaultdict(list)
    for row_id, entry_id, value in _on(writing, united, ids, what):
        rows[entry_id].append((row_id, value))
    moved, dropped = [], {}
    for joining in joinings:
        has = {value for _, value in rows[joining.kept]}
        for other in joining.gone:
            new = [row_id for row_id, value in rows[other] if value not in has]
            dropped.update({row_id: joining for row_id, value in rows[other] if value in has})
            has.update(value for _, value in rows[other])
            moved += [{"id": row_id, "entry_id": joining.kept} for row_id in new]
            joining.taken["moved"][other][united.__tablename__] = new
    writing.rows.update(united, moved)
    for row in writing.rows.delete(united, dropped):
        _drop(dropped[row["id"]].taken, united, [row])


def _on(writing: Writing, mapped: type[Any], ids: Iterable[int], *columns: Any) -> Iterator[Any]:
    """Id, entry and further columns of the rows of a table that hang on entries, in the order of the rows."""
    for batch in in_batches(ids):
        question = select(mapped.id, mapped.entry_id, *columns).where(mapped.entry_id.in_(batch)).order_by(mapped.id)
        yield from writing.session.execute(question).all()


def _drop(taken: dict[str, Any], mapped: type[Recorded], rows: list[dict[str, Any]]) -> None:
    taken["dropped"].setdefault(mapped.__tablename__, []).extend(rows)


def _move_keys(writing: Writing, into: Mapping[int, Joining]) -> None:
    """Let all keys of the entries that go lead to those that take them in."""
    moved = []
    for other, rows in keys_of(writing.session, into).items():
        keys = [{"id": row.id, "entry_id": row.entry_id, "is_alias": row.is_alias} for row in rows]
        into[other].taken["keys"] += keys
        moved += [{"id": row.id, "entry_id": into[other].kept, "is_alias": True} for row in rows]
    writing.rows.update(CitationKey, moved)


def _move_decisions(writing: Writing, gone: list[int], kept: int, taken: dict[str, Any]) -> None:
    """What was said about the entries that go is said about the kept one; about themselves nothing is left to say."""
    pair = or_(Decision.first_id.in_(gone), Decision.second_id.in_(gone))
    rows = read_rows(
        writing.session, table_of(Decision), list(writing.session.scalars(select(Decision.id).where(pair)))
    )
    pairs = {(a, b) for a, b in writing.session.execute(select(Decision.first_id, Decision.second_id))}
    dropped, moved = [], []
    for row in rows:
        ends = sorted({kept if i in gone else i for i in (row["first_id"], row["second_id"])})
        if len(ends) == 1 or (ends[0], ends[1]) in pairs:
            dropped.append(row["id"])
        else:
            pairs.add((ends[0], ends[1]))
            moved.append({"id": row["id"], "first_id": ends[0], "second_id": ends[1]})
    # The rows as they were: unmerging puts them back wherever their entries still are.
    was = {row["id"]: {**row, "verdict": row["verdict"].value} for row in rows}
    taken["decisions"] = [was[row["id"]] for row in moved]
    _drop(taken, Decision, [was[row_id] for row_id in dropped])
    writing.rows.delete(Decision, dropped)
    writing.rows.update(Decision, moved)
