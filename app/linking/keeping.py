"""The .bib files that a library is linked to, kept in it with the text that was last written to each."""

from __future__ import annotations

import base64
import json
import os
import zlib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app.bibtex import Dialect
from app.errors import UserError
from app.exporting import ExportOptions
from app.library import Library
from app.linking.choosing import What

# In the library's own settings: a link is no matter of undo, since what was written to a file cannot be taken back.
_LINKS = "linked_files"
_TEXT = "linked_text_{}"


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A .bib file that is kept up to date.

    Attributes:
        id: what it goes by in this library.
        path: where it lies; relative to the library's folder where it is below that.
        what, of: which entries: all, or those of a group or an article (its id), or those a paper cites (its path).
        dialect, escape_latex, protect_capitals: how it is written, as for an export.
        digest: of the bytes that were written last; "" where nothing was yet.
        written_at: when, in ISO form.
        entries: how many.
        missing: keys that the paper cites and the library does not have.
        comments, broken: what the file says besides entries, for the head and the foot of it.
    """

    id: int
    path: str
    what: What = What.ALL
    of: str = ""
    dialect: Dialect = Dialect.BIBLATEX
    escape_latex: bool | None = None
    protect_capitals: bool = False
    digest: str = ""
    written_at: str = ""
    entries: int = 0
    missing: tuple[str, ...] = ()
    comments: str = ""
    broken: str = ""

    @property
    def options(self) -> ExportOptions:
        """How it is written."""
        return ExportOptions(self.dialect, self.escape_latex, self.protect_capitals)


def linked_files(library: Library) -> tuple[LinkedFile, ...]:
    """The files linked to the library, in the order in which they were."""
    kept = library.setting(_LINKS)
    return tuple(_read(row) for row in json.loads(kept)) if kept else ()


def linked_file(library: Library, link_id: int) -> LinkedFile:
    """One of them. Raises UserError where it is linked no longer."""
    for link in linked_files(library):
        if link.id == link_id:
            return link
    raise UserError("File is not linked", "This file is no longer linked to the library.", "Link it again.")


def add_link(library: Library, path: Path, link: LinkedFile) -> LinkedFile:
    """Link a file; its `id` and `path` are given here. Nothing is written yet.

    Raises:
        UserError: the file is linked already, or would replace the library itself.
    """
    links = linked_files(library)
    kept = _kept_path(library, path)
    if any(os.path.realpath(path_of(library, other)) == os.path.realpath(path) for other in links):
        raise UserError("File is linked already", f"{path.name} is linked already.", "Choose another file.")
    if path.suffix.lower() != ".bib":
        raise UserError("Not a .bib file", f"{path.name} is no .bib file.", "Choose a name that ends in .bib.")
    of = _kept_path(library, Path(link.of)) if link.what is What.CITED else link.of
    new = replace(link, id=max((other.id for other in links), default=0) + 1, path=kept, of=of)
    _keep(library, (*links, new))
    return new


def remove_link(library: Library, link_id: int) -> None:
    """Let go of a link; the file stays as it is."""
    _keep(library, tuple(link for link in linked_files(library) if link.id != link_id))
    library.set_setting(_TEXT.format(link_id), "")


def keep_link(library: Library, link: LinkedFile, text: str | None = None) -> None:
    """Set down what has become of a link, and the text that was written where it is new."""
    if text is not None:
        library.set_setting(_TEXT.format(link.id), base64.b85encode(zlib.compress(text.encode(), 6)).decode())
    links = linked_files(library)
    if link not in links:
        _keep(library, tuple(link if other.id == link.id else other for other in links))


def written_text(library: Library, link: LinkedFile) -> str:
    """The text that was last written to the file, "" where none was."""
    kept = library.setting(_TEXT.format(link.id))
    return zlib.decompress(base64.b85decode(kept)).decode() if kept else ""


def path_of(library: Library, link: LinkedFile) -> Path:
    """Where a linked file lies."""
    return in_folder(library, link.path)


def in_folder(library: Library, kept: str) -> Path:
    """A path as it was kept, whole."""
    return library.folder / kept if library.folder else Path(kept)


def _kept_path(library: Library, path: Path) -> str:
    absolute, folder = path.absolute(), library.folder
    return str(absolute.relative_to(folder) if folder and absolute.is_relative_to(folder) else absolute)


def _keep(library: Library, links: tuple[LinkedFile, ...]) -> None:
    library.set_setting(_LINKS, json.dumps([asdict(link) for link in links], ensure_ascii=False))


def _read(row: dict[str, Any]) -> LinkedFile:
    said = {**row, "what": What(row["what"]), "dialect": Dialect(row["dialect"]), "missing": tuple(row["missing"])}
    return LinkedFile(**said)
