"""A library and a linked file in; the file written where its content changes, or found changed outside, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.bibtex import BibFile, BlockKind, read_bib
from app.errors import UserError
from app.exporting import bib_text
from app.files import is_there, read_file
from app.importing.kept_text import digest_of_bytes
from app.library import Library
from app.linking.choosing import What, chosen_ids
from app.linking.keeping import LinkedFile, in_folder, keep_link, linked_files, path_of
from app.progress import Progress
from app.saving import replace_file
from models.freezing import freeze_keys
from models.store import now


class LinkState(StrEnum):
    """What has become of a linked file."""

    CURRENT = "current"
    STALE = "stale"
    WRITTEN = "written"
    CHANGED_OUTSIDE = "changed-outside"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LinkReport:
    """A linked file, what has become of it, and the sentences for the user where it could not be written."""

    link: LinkedFile
    path: Path
    state: LinkState
    message: str = ""


def update_links(
    library: Library, only: Iterable[int] | None = None, progress: Progress | None = None
) -> tuple[LinkReport, ...]:
    """Write the linked files whose content has changed, each in one step. One that was changed outside is left alone.

    Raises:
        Cancelled: the user asked to stop; every file is whole.
    """
    return _each(library, only, progress or Progress(), is_written=True)


def check_links(
    library: Library, only: Iterable[int] | None = None, progress: Progress | None = None
) -> tuple[LinkReport, ...]:
    """The same without writing anything: which files are current, which were changed outside."""
    return _each(library, only, progress or Progress(), is_written=False)


def _each(library: Library, only: Iterable[int] | None, progress: Progress, is_written: bool) -> tuple[LinkReport, ...]:
    wanted = None if only is None else set(only)
    reports = []
    for link in linked_files(library):
        if wanted is None or link.id in wanted:
            progress.step(f"Looking at {Path(link.path).name}")
            try:
                reports.append(_bring_up_to_date(library, link, is_written))
            except UserError as error:
                said = f"{error.message} {error.advice}"
                reports.append(LinkReport(link, path_of(library, link), LinkState.REFUSED, said))
    return tuple(reports)


def _bring_up_to_date(library: Library, link: LinkedFile, is_written: bool) -> LinkReport:
    path = path_of(library, link)
    ids, missing = linked_ids(library, link)
    text = text_of(library, link, ids)
    link = replace(link, entries=len(ids), missing=missing)
    standing = digest_of(path)
    if standing == digest(text):
        if link.digest != standing:
            link = replace(link, digest=standing, written_at=now())
            keep_link(library, link, text)
        return LinkReport(link, path, LinkState.CURRENT)
    if standing and standing != link.digest:
        return LinkReport(link, path, LinkState.CHANGED_OUTSIDE)
    if not is_written:
        return LinkReport(link, path, LinkState.STALE)
    return LinkReport(write_link(library, link, text, ids), path, LinkState.WRITTEN)


def write_link(library: Library, link: LinkedFile, text: str, ids: Iterable[int]) -> LinkedFile:
    """Write a linked file in one step and keep what was written; the keys in it are frozen.

    Raises:
        UserError: the file cannot be written; what stood there before still does.
    """
    replace_file(path_of(library, link), text.encode())
    link = replace(link, digest=digest(text), written_at=now())
    keep_link(library, link, text)
    with library.setting_down() as session:
        freeze_keys(session, list(ids))
    return link


def linked_ids(library: Library, link: LinkedFile) -> tuple[list[int], tuple[str, ...]]:
    """The entries of a link, and the keys asked for that the library does not have."""
    of = str(in_folder(library, link.of)) if link.what is What.CITED else link.of
    return chosen_ids(library, link.what, of)


def text_of(library: Library, link: LinkedFile, ids: list[int]) -> str:
    """What the file shall say: its own comments, the entries by their keys, and what in it could not be read."""
    entries = bib_text(library, ids, link.options, beside=link.comments)
    return "\n".join(part for part in (link.comments, entries, link.broken) if part)


def beside_entries(bibfile: BibFile) -> tuple[str, str]:
    """What a file says besides entries: comments, @string and @preamble, and what could not be read.

    Only what is broken goes to the foot, since a parser may take what stands behind it for a part of it.
    """
    comments, broken = [], []
    for block in bibfile.blocks:
        if block.kind is BlockKind.BROKEN:
            broken.append(block.text.strip() + "\n")
        elif block.kind is not BlockKind.ENTRY and block.text.strip():
            comments.append(block.text.strip().replace("\r\n", "\n") + "\n")
    return "".join(comments), "".join(broken)


def read_linked(path: Path) -> BibFile:
    """A linked file as it is now; an empty one where there is none. Raises UserError where it cannot be read."""
    return read_bib(_content(path) or b"")


def digest_of(path: Path) -> str:
    """What a file's bytes are known by, "" where there is none."""
    content = _content(path)
    return "" if content is None else digest_of_bytes(content)


def digest(text: str) -> str:
    """What a text is known by when it is written."""
    return digest_of_bytes(text.encode())


def _content(path: Path) -> bytes | None:
    return read_file(path) if is_there(path) else None
