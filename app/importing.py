"""Files come into the library in two calls: `propose` writes nothing, `accept` writes what the user chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.apparatus import Apparatus
from app.cards import Changes
from app.entry import Entry
from app.library import Library
from app.matching import Candidate
from app.progress import Progress


class Choice(StrEnum):
    """What becomes of a proposed work: a new entry, the same as one in the library, or nothing."""

    NEW = "new"
    SAME = "same"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class ProposedWork:
    """A work the notes cite, the library's entries that may be it (best first), and what Ibidem would do.

    Attributes:
        work_id: the id in the apparatus.
        same_as: the entry's id when choice is SAME.
        doubt: 0 (certain) to 1, for ordering what the user should look at.
    """

    work_id: str
    entry: Entry
    candidates: tuple[Candidate, ...]
    choice: Choice
    same_as: int | None
    doubt: float


@dataclass(frozen=True, slots=True)
class ImportProposal:
    """An article read, not yet in the library."""

    apparatus: Apparatus
    works: tuple[ProposedWork, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """The user's word on one work. `enrich`: give the entry in the library the fields it lacks."""

    choice: Choice
    same_as: int | None = None
    enrich: bool = False


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """An entry of a .bib file that cannot be read: its line, why, and its text."""

    line: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came in from a file of entries: ids of new ones, of those the library had already, and the broken ones."""

    changes: Changes
    added: tuple[int, ...]
    known: tuple[int, ...]
    broken: tuple[BrokenEntry, ...]


def propose(library: Library, path: Path, progress: Progress | None = None) -> ImportProposal:
    """Read a page and say what would come in. Raises UserError for input that cannot be read."""
    raise NotImplementedError


def propose_text(library: Library, text: str, source: str = "", progress: Progress | None = None) -> ImportProposal:
    """The same for pasted text."""
    raise NotImplementedError


def propose_apparatus(library: Library, apparatus: Apparatus) -> ImportProposal:
    """Match the works of an apparatus (again, after corrections) against the library."""
    raise NotImplementedError


def accept(library: Library, apparatus: Apparatus, decisions: Mapping[str, Decision]) -> tuple[int, Changes]:
    """Bring an article in, as one step: its works by the decisions (by work id), its notes, and its own entry.

    Returns:
        the article's id and what changed.
    """
    raise NotImplementedError


def import_entries(library: Library, path: Path, progress: Progress | None = None) -> ImportReport:
    """Bring a .bib file (or RIS, CSL-JSON ...) in as one step; works the library has already are not doubled."""
    raise NotImplementedError


def is_page(path: Path) -> bool:
    """Whether a file is an article page (text, HTML, docx, pdf) rather than a file of entries."""
    raise NotImplementedError


def save_broken(broken: Sequence[BrokenEntry], path: Path) -> None:
    """Save broken entries aside, as they stood."""
    raise NotImplementedError
