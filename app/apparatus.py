"""Apparatus: an article's notes, the citations marked in them, and the works they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.entry import Entry


class Kind(StrEnum):
    """What a note is."""

    CITATION = "citation"
    COMMENTARY = "commentary"
    MIXED = "mixed"
    EMPTY = "empty"


class Form(StrEnum):
    """How a citation names its work: in full, by a short title or author, or by "Ibid." and its kin."""

    FULL = "full"
    SHORT = "short"
    IBID = "ibid"


class Relation(StrEnum):
    """What the note does with the work: "see", "see also", "A, quoted in B" (A is the source, B what quotes it)."""

    CITES = "cites"
    SEE = "see"
    SEE_ALSO = "see-also"
    QUOTED_IN = "quoted-in"
    QUOTED_SOURCE = "quoted-source"


@dataclass(frozen=True, slots=True)
class NoteText:
    """One note as printed, without the page's furniture ("Google Scholar"), white space folded.

    Attributes:
        position: its place in page order, from 1.
        label: the printed number, "37a"; "" where none is printed.
        text: "" for an empty note.
    """

    position: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in a note.

    Attributes:
        start, end: its span in the note's text, in characters.
        work: the id of the work it leads to, None where that cannot be settled.
        locator: the page or paragraph pointed at, as printed ("85", "para. 9.32"), or None.
        confidence: 0 to 1, how sure the reading is.
        reason: one plain sentence on how it was resolved, or why it could not be.
    """

    start: int
    end: int
    form: Form
    relation: Relation = Relation.CITES
    work: str | None = None
    locator: str | None = None
    confidence: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note that has been read: what kind it is and the citations in it, in text order."""

    note: NoteText
    kind: Kind
    citations: tuple[Citation, ...] = ()

    def words(self, citation: Citation) -> str:
        """The citation's own text."""
        return self.note.text[citation.start : citation.end]


@dataclass(frozen=True, slots=True)
class Work:
    """A distinct work that the notes cite. The id becomes its citation key in the report."""

    id: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Apparatus:
    """Everything read from one article.

    Attributes:
        article: the article's own entry, None where the page does not show one.
        works: in the order of their first citation.
        notes: every note of the page, empty ones too.
        source: where the page came from (a path or an address), for the library to remember.
    """

    article: Entry | None
    works: tuple[Work, ...]
    notes: tuple[Note, ...]
    source: str = ""
