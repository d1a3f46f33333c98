"""Questions to the library: ids in order, rows to show, one entry in full, the notes that cite it."""

from __future__ import annotations

from collections.abc import Sequence

from app.apparatus import Apparatus
from app.cards import ArticleCard, Column, EntryCard, EntryRow, Group, Mention
from app.entry import Entry
from app.library import Library


def find_ids(
    library: Library,
    query: str = "",
    order: Column = Column.AUTHOR,
    descending: bool = False,
    group: int | None = None,
    article: int | None = None,
) -> tuple[int, ...]:
    """Ids of the entries that match every word of the query (prefixes, accents folded, `author:`, `year:` ...), in order."""
    raise NotImplementedError


def rows(library: Library, ids: Sequence[int]) -> tuple[EntryRow, ...]:
    """The table rows of these entries, in the order asked; ids that are gone are left out."""
    raise NotImplementedError


def card(library: Library, entry_id: int) -> EntryCard | None:
    """One entry in full, None when it is gone."""
    raise NotImplementedError


def mentions(library: Library, entry_id: int) -> tuple[Mention, ...]:
    """The citations that lead to an entry, by article and note."""
    raise NotImplementedError


def articles(library: Library) -> tuple[ArticleCard, ...]:
    """The articles whose notes are in the library, latest first."""
    raise NotImplementedError


def apparatus(library: Library, article_id: int) -> Apparatus:
    """An article's notes as stored; work ids are the citation keys of the entries."""
    raise NotImplementedError


def groups(library: Library) -> tuple[Group, ...]:
    """All groups, parents before children."""
    raise NotImplementedError


def entries(library: Library, ids: Sequence[int] | None = None) -> tuple[tuple[int, Entry], ...]:
    """Ids and entries (with citation keys) of these or of all entries, read in bulk: 100,000 in seconds."""
    raise NotImplementedError


def id_of_key(library: Library, key: str) -> int | None:
    """The entry with this citation key or alias, whatever its case."""
    raise NotImplementedError
