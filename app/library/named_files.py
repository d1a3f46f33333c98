"""The value of a `file` field in, the paths it names out; and attached paths as JabRef writes them, ":a.pdf:PDF"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from pathlib import Path, PurePath

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.entry import Entry
from models.attachment import Attachment
from models.recording import in_batches

_SEMICOLON = re.compile(r"(?<!\\);")
_COLON = re.compile(r"(?<!\\):")
_ESCAPED = re.compile(r"\\([:;\\_])")
_TO_ESCAPE = re.compile(r"[:;\\]")


def paths_in(value: str) -> list[str]:
    r"""The paths in a `file` field: "scan.pdf", or as JabRef and Zotero write them, "Text:a.pdf:PDF;:b.pdf:PDF".

    A colon or semicolon that belongs to a path has a backslash before it: ":C\:/scans/a.pdf:PDF".
    """
    return list(_items_in(value))


def attached_files(session: Session, ids: Iterable[int] | None) -> dict[int, list[str]]:
    """The paths attached to these or to all entries; who has none is left out."""
    question = select(Attachment.entry_id, Attachment.path).order_by(Attachment.id)
    found: dict[int, list[str]] = {}
    batches = [None] if ids is None else in_batches(ids)
    for batch in batches:
        for entry_id, path in session.execute(
            question if batch is None else question.where(Attachment.entry_id.in_(batch))
        ):
            found.setdefault(entry_id, []).append(path)
    return found


def with_files(entry: Entry, paths: Collection[str], place: Callable[[str], str] = str) -> Entry:
    """The entry with a `file` field that names these paths; what it says of those it names already stays.

    Args:
        entry: as it is stored; the very same comes back where it names just these paths.
        paths: what is attached to it.
        place: how a path that is new in the field is to be written.
    """
    if not paths and not entry.get("file"):
        return entry
    named = _items_in(entry.get("file"))
    if named.keys() == set(paths):
        return entry
    kept = [item for path, item in named.items() if path in paths]
    new = [_item(place(path)) for path in paths if path not in named]
    if new:
        kept = [item if _COLON.search(item) else _item(item) for item in kept]
    return entry.with_fields(file=";".join(kept + new))


def placed(path: str, library: Path | None, folder: Path | None) -> str:
    """A path kept beside a library as a file in `folder` names it: relative where it lies there or below."""
    if library is None or folder is None:
        return path
    absolute = library / path
    kept = absolute.relative_to(folder) if absolute.is_relative_to(folder) else absolute
    return kept.as_posix()


def _items_in(value: str) -> dict[str, str]:
    """Each path in a `file` field with the whole of what stands there for it."""
    found: dict[str, str] = {}
    for item in _SEMICOLON.split(value):
        parts = _COLON.split(item)
        path = _ESCAPED.sub(r"\1", ":".join(parts[1:-1]) if len(parts) > 2 else item).strip()
        if path:
            found.setdefault(path, item.strip())
    return found


def _item(path: str) -> str:
    return f":{_TO_ESCAPE.sub(lambda sign: chr(92) + sign[0], path)}:{PurePath(path).suffix[1:].upper()}"
