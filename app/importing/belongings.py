"""What a .bib file says of groups and files in, groups with their members and attachments out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from app.bibtex import BibFile
from app.library.named_files import paths_in
from app.library.opened import Writing
from models.attachment import Attachment
from models.grouping import EntryGroup, Membership
from models.recording import in_batches


def put_in_groups(writing: Writing, bibfile: BibFile, ids: Mapping[int, int]) -> None:
    """Make the groups that JabRef keeps in the file, one inside the other, and put their entries in.

    A group that the library has already, by its name and its place, takes the new entries in.
    """
    paths = bibfile.groups()
    if not paths:
        return
    keyed = {bibfile.blocks[place].key: entry_id for place, entry_id in ids.items()}
    standing = {
        (name, parent): group_id
        for group_id, name, parent in writing.session.execute(
            select(EntryGroup.id, EntryGroup.name, EntryGroup.parent_id)
        )
    }
    for path, keys in sorted(paths.items()):
        parent: int | None = None
        for name in path.split("/"):
            if (name, parent) not in standing:
                (standing[name, parent],) = writing.rows.insert(EntryGroup, [{"name": name, "parent_id": parent}])
            parent = standing[name, parent]
        inside = set(writing.session.scalars(select(Membership.entry_id).where(Membership.group_id == parent)))
        members = dict.fromkeys(keyed[key] for key in keys if key in keyed)
        writing.rows.insert(Membership, [{"group_id": parent, "entry_id": i} for i in members if i not in inside])


def attach_named_files(writing: Writing, values: Iterable[tuple[int, str]]) -> None:
    """Attach to entries, by their ids, the files that a `file` field names."""
    for batch in in_batches(values):
        named: dict[int, list[str]] = {}
        for entry_id, value in batch:
            named.setdefault(entry_id, []).extend(paths_in(value))
        standing = set(
            writing.session.execute(select(Attachment.entry_id, Attachment.path).where(Attachment.entry_id.in_(named)))
        )
        rows = [
            {"entry_id": i, "path": p}
            for i, paths in named.items()
            for p in dict.fromkeys(paths)
            if (i, p) not in standing
        ]
        writing.rows.insert(Attachment, rows)
