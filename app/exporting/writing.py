"""Entries of a library and options in, a .bib file out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from app.bibtex.dialects import Dialect
from app.bibtex.encodings import decode
from app.bibtex.formats import Format
from app.bibtex.keying import with_keys
from app.bibtex.writing import write_bib
from app.entry import Entry
from app.errors import UserError
from app.exporting.as_came_in import imported_files, text_of_all
from app.exporting.other_programs import text_for
from app.exporting.surroundings import around_all, around_some
from app.library import Library
from app.library.collecting import without_collecting
from app.library.keys import aliases_of
from app.library.named_files import attached_files, placed, with_files
from app.library.reading import all_entries, entries_by_id
from app.library.relations import with_related
from app.progress import Progress
from app.saving import replace_file
from models.freezing import freeze_keys


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How a file is written. `dialect` None: as each entry came in, untouched text byte for byte.

    `format` is another program's, which has no use for the rest.
    """

    dialect: Dialect | None = Dialect.BIBLATEX
    escape_latex: bool | None = None
    protect_capitals: bool = False
    format: Format | None = None


def bib_text(
    library: Library, ids: Sequence[int] | None, options: ExportOptions, folder: Path | None = None, beside: str = ""
) -> str:
    """The .bib text of these or of all entries: what the export dialog previews.

    Attached files in `folder`, where the text is to be saved, are named from there. What `beside` defines, which is to
    stand beside the text, it does not define again.
    """
    with library.asking() as session:
        place = partial(placed, library=library.folder, folder=folder)
        content, _ = _content(session, ids, options, place, beside)
    return content if isinstance(content, str) else decode(content)[0]


@without_collecting()
def export_bib(
    library: Library, path: Path, ids: Sequence[int] | None, options: ExportOptions, progress: Progress | None = None
) -> int:
    """Write a .bib file in one step and freeze the keys in it.

    Returns:
        how many entries were written.

    Raises:
        UserError: the file cannot be written; what stood there before still does.
        Cancelled: the user asked to stop; nothing was written.
    """
    progress = progress or Progress()
    _refuse_the_library(library, path)
    progress.step("Writing the entries")
    with library.asking() as session:
        place = partial(placed, library=library.folder, folder=path.absolute().parent)
        content, written = _content(session, ids, options, place)
    progress.step(f"Saving {path.name}")
    replace_file(path, content.encode() if isinstance(content, str) else content)
    with library.setting_down() as session:
        freeze_keys(session, written)
    return len(written)


def _refuse_the_library(library: Library, path: Path) -> None:
    """A .bib file must never take the library's own place."""
    if library.folder is not None and os.path.realpath(path) == os.path.realpath(library.location):
        raise UserError(
            "That file is the library", f"{path.name} is the open library itself.", "Name another file to write to."
        )


def _content(
    session: Session,
    ids: Sequence[int] | None,
    options: ExportOptions,
    place: Callable[[str], str],
    beside: str = "",
) -> tuple[str | bytes, list[int]]:
    """The file's content (bytes where it has an encoding of its own) and the entries in it."""
    found = dict(all_entries(session)) if ids is None else entries_by_id(session, ids)
    aliases = aliases_of(session, None if ids is None else found)
    found = with_related(session, found, aliases)
    attached = attached_files(session, None if ids is None else found)
    whole = {i: with_files(entry, attached.get(i, ()), place) for i, entry in found.items()}
    if options.format is not None:
        return text_for(session, whole.values(), options.format), list(found)
    if options.dialect is None:
        files = imported_files(session, None if ids is None else set(found))
        if files:
            return text_of_all(files, found, whole, attached, aliases), list(found)
    dialect = options.dialect or Dialect.BIBLATEX
    named = with_keys((with_ids(entry, aliases.get(entry_id, ())) for entry_id, entry in whole.items()), dialect)
    if ids is None:
        around = around_all(session, {i: entry.key for i, entry in zip(whole, named, strict=True)}, dialect)
    else:
        around = around_some(session, "".join(value for entry in named for value in entry.fields.values()), beside)
    return write_bib(named, dialect, options.escape_latex, options.protect_capitals, around=around), list(found)


def with_ids(entry: Entry, aliases: Sequence[str]) -> Entry:
    """The entry with its other keys as biblatex wants them (manual 2.2.3)."""
    return entry.with_fields(ids=",".join(aliases)) if aliases else entry
