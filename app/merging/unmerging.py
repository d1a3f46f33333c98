"""An entry in, its last merge taken apart out: what moved goes back, what was edited since stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from app.cards import Changes
from app.editing import move_key
from app.entry import Entry
from app.errors import UserError
from app.library import Library
from app.library.keys import keys_of
from app.library.opened import Writing
from app.library.reading import entries_by_id
from app.library.references import change_fields
from app.library.writing_entries import write_keywords, write_over, write_people
from app.merging.deciding import decision_on
from app.merging.hanging import MOVED, UNITED
from models.attachment import Attachment
from models.decision import Decision, Merge
from models.entry import CitationKey, StoredEntry
from models.grouping import EntryGroup, Membership
from models.recording import Row


def unmerge_entry(library: Library, entry_id: int) -> Changes:
    """Take the last merge of an entry apart again, whatever happened since; its later edits stay with the kept entry.

    A field that still reads as the merge made it reads again as it did before.

    Raises:
        UserError: nothing was merged into this entry.
    """
    with library.changing("Take a merge apart") as writing:
        merge = writing.session.scalar(
            select(Merge).where(Merge.entry_id == entry_id).order_by(Merge.id.desc()).limit(1)
        )
        if merge is None:
            raise UserError(
                "Nothing to take apart", "No other entry was merged into this one.", "Choose an entry that was merged."
            )
        taken = merge.taken
        writing.rows.delete(Merge, [merge.id])
        _put_entries_back(writing, taken)
        _give_keys_back(writing, entry_id, taken)
        _unedit(writing, entry_id, taken)
        for other, moved in taken["moved"].items():
            _move_back(writing, entry_id, int(other), moved)
        _unfollow(writing, taken["followed"])
        _put_dropped_back(writing, taken["dropped"])
        _put_decisions_back(writing, taken["decisions"], taken["dropped"].get("decisions", []))
    return writing.changes


def _put_entries_back(writing: Writing, taken: dict[str, Any]) -> None:
    writing.rows.insert_again(StoredEntry, taken["entries"])
    standing = entries_by_id(writing.session, [row["id"] for row in taken["entries"]])
    write_people(writing, standing.items())
    write_keywords(writing, standing.items())


def _give_keys_back(writing: Writing, kept: int, taken: dict[str, Any]) -> None:
    """The keys that came along go back; the kept entry gets its own again where it goes by one of theirs."""
    theirs = {row["id"] for row in taken["keys"]}
    rows = keys_of(writing.session, [kept])[kept]
    own = next(row for row in rows if not row.is_alias)
    if own.id in theirs:
        former = _former_key(rows, theirs, taken["kept"]["key"])
        move_key(writing, kept, former)
        entry = entries_by_id(writing.session, [kept])[kept]
        write_over(writing, {kept: replace(entry, key=former)})
    still_here = {row.id for row in rows}
    writing.rows.update(CitationKey, [row for row in taken["keys"] if row["id"] in still_here])


def _former_key(rows: Sequence[CitationKey], theirs: set[int], wanted: str) -> str:
    keys = [row.key for row in rows if row.id not in theirs]
    return wanted if wanted in keys else keys[0]


def _unedit(writing: Writing, kept: int, taken: dict[str, Any]) -> None:
    """Take the merged fields off the kept entry, but for those that were edited since."""
    entry = entries_by_id(writing.session, [kept])[kept]
    before, merged = taken["kept"], taken["merged"]
    fields = dict(entry.fields)
    for name in {*before["fields"], *merged["fields"]}:
        if fields.get(name, "") == merged["fields"].get(name, ""):
            fields[name] = before["fields"].get(name, "")
    # What a person had typed before the merge is theirs again.
    given_back = {name for name in taken.get("typed", ()) if fields.get(name) == before["fields"].get(name)}
    writing.rows.say_typed(kept, given_back)
    entrytype = before["entrytype"] if entry.entrytype == merged["entrytype"] else entry.entrytype
    write_over(writing, {kept: Entry(entrytype, fields, entry.key)})


def _move_back(writing: Writing, kept: int, other: int, moved: dict[str, list[int]]) -> None:
    for pointing in (*MOVED, *UNITED):
        ids = moved.get(pointing.__tablename__, [])
        still = writing.session.scalars(select(pointing.id).where(pointing.id.in_(ids), pointing.entry_id == kept))
        writing.rows.update(pointing, [{"id": i, "entry_id": other} for i in still])


def _unfollow(writing: Writing, followed: list[dict[str, Any]]) -> None:
    """Let the entries that named one that went name it again, where they have not been edited since."""
    standing = entries_by_id(writing.session, [found["entry_id"] for found in followed])
    still = [f for f in followed if f["entry_id"] in standing and standing[f["entry_id"]].get(f["field"]) == f["after"]]
    change_fields(writing, standing, [(f["entry_id"], f["field"], f["before"]) for f in still])


def _put_dropped_back(writing: Writing, dropped: dict[str, list[Row]]) -> None:
    writing.rows.insert_again(Attachment, dropped.get("attachments", []))
    groups = set(writing.session.scalars(select(EntryGroup.id)))
    rows = [row for row in dropped.get("memberships", []) if row["group_id"] in groups]
    writing.rows.insert_again(Membership, rows)


def _put_decisions_back(writing: Writing, moved: list[dict[str, Any]], dropped: list[dict[str, Any]]) -> None:
    """Decisions as they were before the merge, where both entries are there and nothing was said about them since."""
    standing = set(writing.session.scalars(select(Decision.id).where(Decision.id.in_([row["id"] for row in moved]))))
    for row in (*moved, *dropped):
        there = entries_by_id(writing.session, (row["first_id"], row["second_id"]))
        if len(there) < 2 or decision_on(writing.session, row["first_id"], row["second_id"]) is not None:
            continue
        if row["id"] in standing:
            writing.rows.update(Decision, [row])
        elif row in dropped:
            writing.rows.insert_again(Decision, [row])
