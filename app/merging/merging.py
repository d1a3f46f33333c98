"""Several entries in, one out: everything that is theirs moves to the one that is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import or_, select

from app.bibtex.keying import NAMING_FIELDS
from app.cards import Changes
from app.duplicates import JOINED_FIELDS, DuplicateFindings, propose_merge
from app.editing import move_key
from app.entry import Entry
from app.errors import UserError
from app.library import Library
from app.library.entry_rows import keywords_of
from app.library.keys import keys_of, without_ids
from app.library.opened import Writing
from app.library.reading import entries_by_id
from app.library.writing_entries import add_aliases, write_over
from app.merging.hanging import MOVED, UNITED, Hanging
from app.progress import Progress
from models.decision import Decision, Merge
from models.entry import CitationKey, StoredEntry
from models.grouping import Tagging
from models.person import Contribution
from models.recording import read_rows
from models.rows import Recorded, table_of
from models.store import now


def merge_entries(library: Library, kept: int, others: Sequence[int], merged: Entry) -> Changes:
    """Make one entry of several.

    The citations of all notes, files, keywords and groups move to `kept`; its fields become those of `merged`; the
    other citation keys become aliases (biblatex `ids`). The key of `merged` may be that of any of them.

    Raises:
        UserError: an entry is no longer in the library, or the key of `merged` belongs to yet another one.
    """
    with library.changing(f"Merge {len(set(others) - {kept}) + 1} entries") as writing:
        merge_into(writing, kept, others, merged)
    return writing.changes


def merge_certain(library: Library, findings: DuplicateFindings, progress: Progress | None = None) -> Changes:
    """Merge all certain groups with their sensible defaults, as one step: "Merge 12 certain duplicates".

    The entry that is cited most keeps its key, as in the window; among equals the one the library has had longest.

    Raises:
        Cancelled: the user asked to stop; nothing was merged.
    """
    progress = progress or Progress()
    count = 0
    with library.changing("Merge certain duplicates") as writing:
        hanging = Hanging(writing, [member for group in findings.certain for member in group.members])
        for done, group in enumerate(findings.certain):
            progress.step("Merging", done, len(findings.certain))
            standing = entries_by_id(writing.session, group.members)
            if len(standing) > 1:
                kept, *others = sorted(standing, key=lambda member: (-hanging.cited[member], member))
                typed = [hanging.typed.get(member, ()) for member in (kept, *others)]
                merged = propose_merge([standing[member] for member in (kept, *others)], typed).entry
                merge_into(writing, kept, others, merged, hanging)
                count += len(others)
        writing.rows.name = f"Merge {count} certain {'duplicate' if count == 1 else 'duplicates'}"
    return writing.changes


def merge_into(
    writing: Writing, kept: int, others: Iterable[int], merged: Entry, hanging: Hanging | None = None
) -> None:
    """Merge within a step; see `merge_entries`. `hanging` spares asking what hangs on these entries once more."""
    gone = [i for i in dict.fromkeys(others) if i != kept]
    standing = entries_by_id(writing.session, [kept, *gone])
    if len(standing) != len(gone) + 1:
        raise UserError(
            "Entry is gone", "One of the entries is no longer in the library.", "Look for duplicates again."
        )
    if not gone:
        return
    hanging = hanging or Hanging(writing, [kept, *gone])
    merged, named = without_ids(merged)
    words = dict.fromkeys(word for entry in (merged, *standing.values()) for word in keywords_of(entry))
    merged = merged.with_fields(keywords=", ".join(words))
    merged = replace(merged, key=merged.key or standing[kept].key)
    merged = _without_naming_itself(writing, merged, standing)
    taken: dict[str, Any] = {
        "kept": _told(standing[kept]),
        "merged": _told(merged),
        "entries": read_rows(writing.session, table_of(StoredEntry), gone),
        "moved": {other: {} for other in gone},
        "dropped": {},
        "typed": sorted(hanging.typed.get(kept, ())),
        "decisions": [],
    }
    for other in gone:
        taken["moved"][other] = {
            pointing.__tablename__: _move(writing, pointing, other, kept)
            for pointing in MOVED
            if hanging.is_on(pointing, other)
        }
        for united in UNITED:
            if hanging.is_on(united, other):
                _unite(writing, united, other, kept, taken)
    _move_keys(writing, gone, kept, taken)
    if any(hanging.is_on(Decision, other) for other in gone):
        _move_decisions(writing, gone, kept, taken)
    for derived in (Contribution, Tagging):
        writing.rows.delete(derived, writing.session.scalars(select(derived.id).where(derived.entry_id.in_(gone))))
    writing.rows.delete(StoredEntry, gone)
    if merged.key != standing[kept].key:
        move_key(writing, kept, merged.key)
    write_over(writing, {kept: merged})
    add_aliases(writing, [(kept, key) for key in named])
    writing.rows.say_typed(kept, _typed_in(merged, standing, hanging.typed))
    former = {entry.key: merged.key for entry in standing.values()}
    taken["followed"] = [asdict(found) for found in hanging.references.follow(former)]
    writing.rows.insert(Merge, [{"entry_id": kept, "at": now(), "taken": taken}])


def _without_naming_itself(writing: Writing, merged: Entry, standing: Mapping[int, Entry]) -> Entry:
    """The merged entry without its own keys in `crossref`, `related` and the like: biber refuses what names itself."""
    if not any(merged.get(name) for name in NAMING_FIELDS):
        return merged
    own = {row.folded for rows in keys_of(writing.session, standing).values() for row in rows}
    named = {name: [key.strip() for key in merged.get(name).split(",")] for name in NAMING_FIELDS if merged.get(name)}
    return merged.with_fields(
        **{name: ",".join(key for key in keys if key.casefold() not in own) for name, keys in named.items()}
    )


def _typed_in(merged: Entry, standing: Mapping[int, Entry], typed: Mapping[int, Collection[str]]) -> Iterator[str]:
    """The fields of the merged entry that a person typed: in one of the entries before, or while merging them."""
    by_hand = {entry.get(name) for entry_id, entry in standing.items() for name in typed.get(entry_id, ())}
    known = {value for entry in standing.values() for value in entry.fields.values()}
    for name, value in merged.fields.items():
        if value in by_hand or (value not in known and name not in JOINED_FIELDS):
            yield name


def _told(entry: Entry) -> dict[str, Any]:
    return {"entrytype": entry.entrytype, "fields": dict(entry.fields), "key": entry.key}


def _move(writing: Writing, pointing: type[Any], other: int, kept: int) -> list[int]:
    """Point the rows of one table that point at an entry to another; which rows moved."""
    ids = list(writing.session.scalars(select(pointing.id).where(pointing.entry_id == other).order_by(pointing.id)))
    writing.rows.update(pointing, [{"id": i, "entry_id": kept} for i in ids])
    return ids


def _unite(writing: Writing, united: type[Any], other: int, kept: int, taken: dict[str, Any]) -> None:
    """Move what the kept entry lacks; what it has already is dropped and remembered."""
    what = getattr(united, UNITED[united])
    has = set(writing.session.scalars(select(what).where(united.entry_id == kept)))
    rows = writing.session.execute(select(united.id, what).where(united.entry_id == other).order_by(united.id)).all()
    moved = [row_id for row_id, value in rows if value not in has]
    writing.rows.update(united, [{"id": i, "entry_id": kept} for i in moved])
    taken["moved"][other][united.__tablename__] = moved
    dropped = writing.rows.delete(united, [row_id for row_id, value in rows if value in has])
    _drop(taken, united, dropped)


def _drop(taken: dict[str, Any], mapped: type[Recorded], rows: list[dict[str, Any]]) -> None:
    taken["dropped"].setdefault(mapped.__tablename__, []).extend(rows)


def _move_keys(writing: Writing, gone: list[int], kept: int, taken: dict[str, Any]) -> None:
    rows = [row for keys in keys_of(writing.session, gone).values() for row in keys]
    taken["keys"] = [{"id": row.id, "entry_id": row.entry_id, "is_alias": row.is_alias} for row in rows]
    writing.rows.update(CitationKey, [{"id": row.id, "entry_id": kept, "is_alias": True} for row in rows])


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
