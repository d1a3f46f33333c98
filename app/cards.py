"""What the library shows of itself: frozen values, no row and no session among them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.apparatus import Form, Relation
from app.entry import Entry


class Column(StrEnum):
    """What the library table can show and be sorted by."""

    AUTHOR = "author"
    TITLE = "title"
    YEAR = "year"
    CONTAINER = "container"
    TYPE = "type"
    KEY = "key"
    CITED = "cited"
    ADDED = "added"
    CHANGED = "changed"
    PUBLISHER = "publisher"
    DOI = "doi"
    KEYWORDS = "keywords"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the library table. `cited` counts the citations in notes that lead here; `added`, `changed`: ISO."""

    id: int
    key: str
    entrytype: str
    author: str
    title: str
    year: str
    container: str
    publisher: str
    doi: str
    keywords: str
    cited: int
    added: str
    changed: str
    files: int = 0


@dataclass(frozen=True, slots=True)
class EntryCard:
    """One entry in full: its fields, former keys, keywords, groups, files by path, and its text as read from a .bib."""

    id: int
    entry: Entry
    aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()
    files: tuple[str, ...] = ()
    source_text: str = ""
    key_is_frozen: bool = False
    added: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation in a note that leads to an entry."""

    citation_id: int
    article_id: int
    article_title: str
    note_position: int
    note_label: str
    note_text: str
    start: int
    end: int
    form: Form
    relation: Relation
    locator: str | None
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article whose notes were read into the library."""

    id: int
    title: str
    author: str
    year: str
    source: str
    notes: int
    citations: int
    entry_id: int | None
    added: str


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of entries; groups may stand inside one another."""

    id: int
    name: str
    parent: int | None
    entries: int


@dataclass(frozen=True, slots=True)
class Step:
    """A named change of the library, as the Edit menu and the history show it: "Merge 3 entries"."""

    id: int
    name: str
    at: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change touched, so that each open view can tell whether it is stale.

    Attributes:
        name: the step's name; "" where nothing changed.
        entries: ids of entries added, changed or removed; None stands for "a great many, read again".
    """

    name: str = ""
    entries: frozenset[int] | None = field(default_factory=frozenset)
    articles: bool = False
    groups: bool = False
    decisions: bool = False
