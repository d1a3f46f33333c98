"""Changes to entries, each one a named step that can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from app.cards import Changes
from app.citekeys import make_key
from app.counting import counted
from app.entry import Entry
from app.errors import UserError
from app.library import Library
from app.library.citing import delete_article, link_citation
from app.library.entry_rows import keywords_of, storable
from app.library.keys import TakenKeys, keys_of, owner_of, taken_keys, without_ids
from app.library.opened import Writing
from app.library.reading import entries_by_id
from app.library.references import follow_keys
from app.library.removing import remove_entries
from app.library.writing_entries import add_aliases, key_row, write_new, write_over
from models.attachment import Attachment
from models.entry import CitationKey
from models.grouping import EntryGroup, Membership

__all__ = [
    "add_entry",
    "add_group",
    "attach_files",
    "change_entry",
    "delete_article",
    "delete_entries",
    "delete_group",
    "detach_file",
    "link_citation",
    "make_keys_again",
    "move_group",
    "move_key",
    "put_in_group",
    "rename_group",
    "set_keywords",
    "take_from_group",
]


def add_entry(library: Library, entry: Entry) -> tuple[int, Changes]:
    """A new entry; a missing citation key is made by the library's pattern, a taken one gets a letter."""
    pattern = library.key_pattern
    with library.changing(f"Add {_called(entry)}") as writing:
        plain, aliases = without_ids(entry)
        key = make_key(plain, pattern, TakenKeys(writing.session))
        (entry_id,) = write_new(writing, [replace(plain, key=key)])
        add_aliases(writing, [(entry_id, alias) for alias in aliases])
        writing.rows.say_typed(entry_id, plain.fields)
    return entry_id, writing.changes


def change_entry(library: Library, entry_id: int, entry: Entry) -> Changes:
    """Replace an entry's type, fields and key; the former key stays as an alias. No key given: the one it has stays.

    Raises:
        UserError: the new key belongs to another entry.
    """
    with library.changing(f"Edit {_called(entry)}") as writing:
        standing = entries_by_id(writing.session, [entry_id]).get(entry_id)
        if standing is None:
            raise _gone()
        plain, aliases = without_ids(entry)
        changed = replace(plain, key=plain.key or standing.key)
        if changed.key != standing.key:
            move_key(writing, entry_id, changed.key)
        write_over(writing, {entry_id: changed})
        add_aliases(writing, [(entry_id, alias) for alias in aliases])
        follow_keys(writing, {standing.key: changed.key})
        names = {*standing.fields, *changed.fields}
        writing.rows.say_typed(entry_id, (name for name in names if standing.get(name) != changed.get(name)))
    return writing.changes


def move_key(writing: Writing, entry_id: int, key: str) -> None:
    """Give an entry another key; its row is written by the caller. The former key stays as an alias.

    Raises:
        UserError: the key belongs to another entry.
    """
    if owner_of(writing.session, key) not in (None, entry_id):
        raise UserError(
            "Key is taken", f"The citation key {key} belongs to another entry.", "Choose another key for this one."
        )
    move_keys(writing, {entry_id: key}, keys_of(writing.session, [entry_id]))


def move_keys(writing: Writing, keys: Mapping[int, str], rows: Mapping[int, Sequence[CitationKey]]) -> None:
    """Give entries other keys, which nobody else has; `rows` are the keys and aliases they have now."""
    former, again, new = [], [], []
    for entry_id, key in keys.items():
        folded = key.casefold()
        former += [{"id": row.id, "is_alias": True} for row in rows[entry_id] if row.folded != folded]
        own = [row for row in rows[entry_id] if row.folded == folded]
        again += [{"id": row.id, "key": key, "is_alias": False} for row in own]
        new += [] if own else [key_row(entry_id, key)]
    writing.rows.update(CitationKey, former)
    writing.rows.update(CitationKey, again)
    writing.rows.insert(CitationKey, new)


def delete_entries(library: Library, ids: Sequence[int]) -> Changes:
    """Remove entries; the notes that cite them stay, their citations become unresolved."""
    with library.changing(f"Delete {_entries(ids)}") as writing:
        remove_entries(writing, ids)
    return writing.changes


def set_keywords(library: Library, ids: Sequence[int], add: Sequence[str], remove: Sequence[str] = ()) -> Changes:
    """Give keywords to entries and take keywords from them."""
    with library.changing(f"Change keywords of {_entries(ids)}") as writing:
        changed = {}
        for entry_id, entry in entries_by_id(writing.session, ids).items():
            standing = keywords_of(entry)
            words = [word for word in dict.fromkeys([*standing, *(a.strip() for a in add)]) if word]
            kept = [word for word in words if word not in remove]
            if kept != standing:
                changed[entry_id] = entry.with_fields(keywords=", ".join(kept))
        write_over(writing, changed)
    return writing.changes


def attach_files(library: Library, entry_id: int, paths: Sequence[Path]) -> Changes:
    """Attach files by path (relative to the library where possible); nothing is copied."""
    with library.changing("Attach file" if len(paths) == 1 else f"Attach {len(paths)} files") as writing:
        if entry_id not in entries_by_id(writing.session, [entry_id]):
            raise _gone()
        question = select(Attachment.path).where(Attachment.entry_id == entry_id)
        standing = set(writing.session.scalars(question))
        named = dict.fromkeys(_kept_path(path, library.folder) for path in paths)
        writing.rows.insert(Attachment, [{"entry_id": entry_id, "path": p} for p in named if p not in standing])
    return writing.changes


def detach_file(library: Library, entry_id: int, path: str) -> Changes:
    """Let go of an attached file; the file itself stays where it is."""
    with library.changing("Detach file") as writing:
        question = select(Attachment.id).where(Attachment.entry_id == entry_id, Attachment.path == path)
        writing.rows.delete(Attachment, writing.session.scalars(question))
    return writing.changes


def add_group(library: Library, name: str, parent: int | None = None) -> tuple[int, Changes]:
    """A new, empty group."""
    with library.changing(f"New group “{name}”") as writing:
        if parent is not None and writing.session.get(EntryGroup, parent) is None:
            parent = None
        (group_id,) = writing.rows.insert(EntryGroup, [{"name": name, "parent_id": parent}])
    return group_id, writing.changes


def rename_group(library: Library, group_id: int, name: str) -> Changes:
    """Give a group another name."""
    with library.changing(f"Rename group to “{name}”") as writing:
        writing.rows.update(EntryGroup, [{"id": group_id, "name": name}])
    return writing.changes


def move_group(library: Library, group_id: int, parent: int | None) -> Changes:
    """Put a group inside another one, or beside the outermost ones.

    Raises:
        UserError: the other group is inside this one, or is this one.
    """
    with library.changing("Move group") as writing:
        group = writing.session.get(EntryGroup, group_id)
        above = writing.session.get(EntryGroup, parent) if parent is not None else None
        if group is not None:
            writing.rows.name = f"Move group “{group.name}”"
            _refuse_circle(writing, group, above)
            writing.rows.update(EntryGroup, [{"id": group_id, "parent_id": above.id if above else None}])
    return writing.changes


def _refuse_circle(writing: Writing, group: EntryGroup, above: EntryGroup | None) -> None:
    while above is not None:
        if above.id == group.id:
            raise UserError("Group not moved", f"“{group.name}” cannot be put inside itself.", "Choose another group.")
        above = writing.session.get(EntryGroup, above.parent_id) if above.parent_id is not None else None


def delete_group(library: Library, group_id: int) -> Changes:
    """Remove a group; its entries stay in the library, the groups inside it move one place up."""
    with library.changing("Delete group") as writing:
        group = writing.session.get(EntryGroup, group_id)
        if group is not None:
            writing.rows.name = f"Delete group “{group.name}”"
            inside = writing.session.scalars(select(EntryGroup.id).where(EntryGroup.parent_id == group_id)).all()
            writing.rows.update(EntryGroup, [{"id": i, "parent_id": group.parent_id} for i in inside])
            members = select(Membership.id).where(Membership.group_id == group_id)
            writing.rows.delete(Membership, writing.session.scalars(members))
            writing.rows.delete(EntryGroup, [group_id])
    return writing.changes


def put_in_group(library: Library, group_id: int, ids: Sequence[int]) -> Changes:
    """Put entries into a group."""
    with library.changing(f"Put {_entries(ids)} in a group") as writing:
        group = writing.session.get(EntryGroup, group_id)
        if group is not None:
            writing.rows.name = f"Put {_entries(ids)} in “{group.name}”"
            members = select(Membership.entry_id).where(Membership.group_id == group_id)
            inside = set(writing.session.scalars(members))
            new = [i for i in entries_by_id(writing.session, ids) if i not in inside]
            writing.rows.insert(Membership, [{"group_id": group_id, "entry_id": i} for i in new])
    return writing.changes


def take_from_group(library: Library, group_id: int, ids: Sequence[int]) -> Changes:
    """Take entries out of a group."""
    with library.changing(f"Take {_entries(ids)} out of a group") as writing:
        members = select(Membership.id, Membership.entry_id).where(Membership.group_id == group_id)
        wanted = set(ids)
        writing.rows.delete(Membership, [i for i, entry in writing.session.execute(members) if entry in wanted])
    return writing.changes


def make_keys_again(library: Library, ids: Sequence[int], pattern: str = "") -> Changes:
    """Make the citation keys of these entries anew by a pattern; frozen keys stay, former ones become aliases."""
    pattern = pattern or library.key_pattern
    with library.changing(f"Make keys of {_entries(ids)}") as writing:
        rows = keys_of(writing.session, ids)
        taken = taken_keys(writing.session)
        changed = {}
        for entry_id, entry in entries_by_id(writing.session, ids).items():
            own = rows[entry_id]
            if any(row.is_frozen and not row.is_alias for row in own):
                continue
            # Its own keys are free for it, and stay its own.
            mine = {row.folded for row in own}
            taken -= mine
            key = make_key(replace(entry, key=""), pattern, taken)
            taken |= {*mine, key.casefold()}
            if key != entry.key:
                changed[entry_id] = replace(entry, key=key)
        former = {i: row.key for i in changed for row in rows[i] if not row.is_alias}
        move_keys(writing, {entry_id: entry.key for entry_id, entry in changed.items()}, rows)
        write_over(writing, changed)
        follow_keys(writing, {former[i]: entry.key for i, entry in changed.items()})
    return writing.changes


def _called(entry: Entry) -> str:
    title = entry.get("title")
    return f"“{title[:40]}{'…' if len(title) > 40 else ''}”" if title else "entry"


def _entries(ids: Sequence[int]) -> str:
    return counted(len(set(ids)), "entry", "entries")


def _kept_path(path: Path, folder: Path | None) -> str:
    absolute = path.absolute()
    kept = absolute.relative_to(folder) if folder and absolute.is_relative_to(folder) else absolute
    return storable(str(kept))


def _gone() -> UserError:
    return UserError("Entry is gone", "This entry is no longer in the library.", "Undo its removal, or add it again.")
