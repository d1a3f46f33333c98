"""What an import says before and after it: works proposed and chosen, entries that came in, entries that are broken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.apparatus import Apparatus
from app.cards import Changes
from app.entry import Entry
from app.matching import Candidate


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
    """An article read, not yet in the library.

    Attributes:
        known_article: the article in the library that this is already; accepting reads its notes again onto it.
        own_entry: the library's entry for the article itself, None where it would be a new one.
    """

    apparatus: Apparatus
    works: tuple[ProposedWork, ...]
    known_article: int | None = None
    own_entry: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The user's word on one work.

    Attributes:
        enrich: give the entry in the library the fields it lacks.
        fields: only these of them; None for all.
    """

    choice: Choice
    same_as: int | None = None
    enrich: bool = False
    fields: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class FileMatch:
    """An entry of a file, and what the library has of the same work.

    Attributes:
        place: where it stands in the file.
        candidates: the library's entries that may be it, best first; none where one has its key and says the very same.
        same_as: the one that certainly is, None where a person would have to look.
        standing: the entry of the library that is, or most likely is, the same work.
    """

    place: int
    entry: Entry
    candidates: tuple[Candidate, ...]
    same_as: int | None
    standing: Entry

    @property
    def likely(self) -> int:
        """The id of the entry that is, or most likely is, the same work."""
        return self.same_as if self.same_as is not None else self.candidates[0].id


@dataclass(frozen=True, slots=True)
class FileProposal:
    """A file of entries read, not yet in the library.

    Attributes:
        total: how many entries can be read in it.
        matches: those that the library has, or may have.
    """

    total: int
    matches: tuple[FileMatch, ...] = ()

    @property
    def known(self) -> dict[int, int]:
        """The library's entries that certainly are in the file, by their places in it."""
        return {match.place: match.same_as for match in self.matches if match.same_as is not None}


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """What was meant as an entry in a .bib file and cannot be read as one: its line, why, and its text."""

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
