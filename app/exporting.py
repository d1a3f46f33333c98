"""The library, or some of it, as the text of a .bib file; citation keys freeze when they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.library import Library
from app.progress import Progress


class Dialect(StrEnum):
    """Which program the file is for."""

    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How a .bib file is written. `dialect` None: as each entry came in, untouched text byte for byte."""

    dialect: Dialect | None = Dialect.BIBLATEX
    escape_latex: bool | None = None
    protect_capitals: bool = False


def bib_text(library: Library, ids: Sequence[int] | None, options: ExportOptions) -> str:
    """The .bib text of these or of all entries: what the export dialog previews."""
    raise NotImplementedError


def export_bib(
    library: Library, path: Path, ids: Sequence[int] | None, options: ExportOptions, progress: Progress | None = None
) -> int:
    """Write a .bib file in one step and freeze the keys in it.

    Returns:
        how many entries were written.

    Raises:
        UserError: the file cannot be written; what stood there before still does.
    """
    raise NotImplementedError
