"""Questions to the library: ids in order, rows to show, one entry in full, the notes that cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.apparatus import Apparatus, Form, Relation
from app.cards import ArticleCard, Column, EntryCard, EntryRow, Group, Mention, Step
from app.entry import Entry
from app.library import Library
from app.library.apparatuses import apparatus_of
from app.library.entry_rows import keywords_of
from app.library.keys import keys_of, owner_of
from app.library.queries import read_query
from app.library.reading import all_entries, entries_by_id
from models.article import Article, Note
from models.attachment import Attachment
from models.bibfile import Block
from models.citation import Citation
from models.entry import StoredEntry
from models.grouping import EntryGroup, Membership
from models.history import steps_of_entry
from models.recording import in_batches
from models.searching import condition

_ORDER: dict[Column, tuple[InstrumentedAttribute[str], ...]] = {
    Column.AUTHOR: (StoredEntry.sort_author, StoredEntry.shown_year, StoredEntry.sort_title),
    Column.TITLE: (StoredEntry.sort_title,),
    Column.YEAR: (StoredEntry.shown_year, StoredEntry.sort_author),
    Column.CONTAINER: (StoredEntry.shown_container, StoredEntry.shown_year),
    Column.TYPE: (StoredEntry.entrytype, StoredEntry.sort_author),
    Column.KEY: (StoredEntry.words_key,),
    Column.CITED: (),
    Column.ADDED: (StoredEntry.added,),
    Column.CHANGED: (StoredEntry.changed,),
    Column.PUBLISHER: (StoredEntry.publisher,),
    Column.DOI: (StoredEntry.doi,),
    Column.KEYWORDS: (StoredEntry.keywords,),
}
_ROW = tuple(f.name for f in fields(EntryRow) if f.name not in ("cited", "files"))
_SHOWN = (
    StoredEntry.id, StoredEntry.key, StoredEntry.entrytype, StoredEntry.shown_author, StoredEntry.shown_title,
    StoredEntry.shown_year, StoredEntry.shown_container, StoredEntry.publisher, StoredEntry.doi, StoredEntry.keywords,
    StoredEntry.added, StoredEntry.changed,
)  # fmt: skip


def find_ids(
    library: Library,
    query: str = "",
    order: Column = Column.AUTHOR,
    descending: bool = False,
    group: int | None = None,
    article: int | None = None,
) -> tuple[int, ...]:
    """Ids of the entries that match every word of the query (prefixes, accents folded, `author:` ...), in order.

    Entries without a value come last when ascending, so that the table begins with something to read.
    """
    question = select(StoredEntry.id)
    if group is not None:
        question = question.where(
            StoredEntry.id.in_(select(Membership.entry_id).where(Membership.group_id.in_(_group_and_inner(group))))
        )
    if article is not None:
        cited = select(Citation.entry_id).join(Note).where(Note.article_id == article, Citation.entry_id.is_not(None))
        question = question.where(StoredEntry.id.in_(cited))
    if order is Column.CITED:
        cites = select(Citation.entry_id, func.count().label("times")).group_by(Citation.entry_id).subquery()
        question = question.outerjoin(cites, cites.c.entry_id == StoredEntry.id)
        by: list[ColumnElement[Any]] = [func.coalesce(cites.c.times, 0)]
    else:
        by = [column.expression for column in _ORDER[order]]
    by.append(StoredEntry.id.expression)
    sought = read_query(query)
    with library.asking() as session:
        if sought:
            question = question.where(condition(session, sought, library.has_full_text))
        ids = session.scalars(question.order_by(*(c.desc() if descending else c for c in by))).all()
        return _valued_first(session, ids, order, descending)


def _valued_first(session: Session, ids: Sequence[int], order: Column, descending: bool) -> tuple[int, ...]:
    """The ids with those moved to the end whose first sorting column is empty; they stand at the beginning."""
    if descending or order is Column.CITED or not ids:
        return tuple(ids)
    first = _ORDER[order][0]
    if session.scalar(select(first).where(StoredEntry.id == ids[0])):
        return tuple(ids)
    empty = set(session.scalars(select(StoredEntry.id).where(first == "")))
    count = sum(1 for entry_id in ids if entry_id in empty)
    return (*ids[count:], *ids[:count])


def _group_and_inner(group: int) -> ColumnElement[int]:
    inner = select(EntryGroup.id).where(EntryGroup.id == group).cte(recursive=True)
    inner = inner.union(select(EntryGroup.id).join(inner, EntryGroup.parent_id == inner.c.id))
    return select(inner.c.id).scalar_subquery()


def rows(library: Library, ids: Sequence[int]) -> tuple[EntryRow, ...]:
    """The table rows of these entries, in the order asked; ids that are gone are left out."""
    found: dict[int, EntryRow] = {}
    with library.asking() as session:
        for batch in in_batches(ids):
            cited = _counts(session, Citation.entry_id, batch)
            files = _counts(session, Attachment.entry_id, batch)
            for row in session.execute(select(*_SHOWN).where(StoredEntry.id.in_(batch))):
                shown: dict[str, Any] = dict(zip(_ROW, row, strict=True))
                found[row[0]] = EntryRow(**shown, cited=cited.get(row[0], 0), files=files.get(row[0], 0))
    return tuple(found[entry_id] for entry_id in ids if entry_id in found)


def _counts(
    session: Session, column: InstrumentedAttribute[int] | InstrumentedAttribute[int | None], ids: Sequence[int]
) -> dict[int, int]:
    question = select(column, func.count()).where(column.in_(ids)).group_by(column)
    return {entry_id: count for entry_id, count in session.execute(question) if entry_id is not None}


def card(library: Library, entry_id: int) -> EntryCard | None:
    """One entry in full, None when it is gone."""
    with library.asking() as session:
        entry = entries_by_id(session, [entry_id]).get(entry_id)
        if entry is None:
            return None
        keys = keys_of(session, [entry_id]).get(entry_id, [])
        added, changed = session.execute(
            select(StoredEntry.added, StoredEntry.changed).where(StoredEntry.id == entry_id)
        ).one()
        groups = select(Membership.group_id).where(Membership.entry_id == entry_id).order_by(Membership.id)
        files = select(Attachment.path).where(Attachment.entry_id == entry_id).order_by(Attachment.id)
        text = select(Block.text).where(Block.entry_id == entry_id).order_by(Block.id).limit(1)
        return EntryCard(
            entry_id,
            entry,
            aliases=tuple(row.key for row in keys if row.is_alias),
            keywords=tuple(keywords_of(entry)),
            groups=tuple(session.scalars(groups)),
            files=tuple(session.scalars(files)),
            source_text=session.scalar(text) or "",
            key_is_frozen=any(row.is_frozen for row in keys if not row.is_alias),
            added=added,
            changed=changed,
        )


def mentions(library: Library, entry_id: int) -> tuple[Mention, ...]:
    """The citations that lead to an entry, by article and note."""
    question = (
        select(Citation, Note, Article)
        .join(Note, Citation.note_id == Note.id)
        .join(Article, Note.article_id == Article.id)
        .where(Citation.entry_id == entry_id)
        .order_by(Article.title, Article.id, Note.position, Citation.start, Citation.id)
    )
    with library.asking() as session:
        return tuple(
            Mention(
                citation.id,
                article.id,
                article.title,
                note.position,
                note.label,
                note.text,
                citation.start,
                citation.end,
                Form(citation.form),
                Relation(citation.relation),
                citation.locator,
                citation.confidence,
                citation.reason,
            )
            for citation, note, article in session.execute(question)
        )


def articles(library: Library) -> tuple[ArticleCard, ...]:
    """The articles whose notes are in the library, latest first."""
    notes = select(func.count()).where(Note.article_id == Article.id).scalar_subquery()
    citations = (
        select(func.count(Citation.id)).join(Note, Citation.note_id == Note.id).where(Note.article_id == Article.id)
    ).scalar_subquery()
    question = select(Article, notes, citations).order_by(Article.added.desc(), Article.id.desc())
    with library.asking() as session:
        return tuple(
            ArticleCard(a.id, a.title, a.author, a.year, a.source, n, c, a.entry_id, a.added)
            for a, n, c in session.execute(question)
        )


def apparatus(library: Library, article_id: int) -> Apparatus:
    """An article's notes as stored; work ids are the citation keys of the entries.

    Raises:
        UserError: the article is no longer in the library.
    """
    with library.asking() as session:
        return apparatus_of(session, article_id)


def groups(library: Library) -> tuple[Group, ...]:
    """All groups, parents before children, otherwise by name."""
    count = select(func.count()).where(Membership.group_id == EntryGroup.id).scalar_subquery()
    with library.asking() as session:
        found = session.execute(select(EntryGroup.id, EntryGroup.name, EntryGroup.parent_id, count)).all()
    children: dict[int | None, list[Group]] = {}
    for group in sorted((Group(*row) for row in found), key=lambda group: (group.name.casefold(), group.id)):
        children.setdefault(group.parent, []).append(group)
    ordered = list(children.get(None, ()))
    for group in ordered:
        ordered += children.get(group.id, ())
    return tuple(ordered)


def entries(library: Library, ids: Sequence[int] | None = None) -> tuple[tuple[int, Entry], ...]:
    """Ids and entries (with citation keys) of these or of all entries, read in bulk: 100,000 in seconds."""
    with library.asking() as session:
        return tuple(all_entries(session)) if ids is None else tuple(entries_by_id(session, ids).items())


def history(library: Library, entry_id: int, limit: int = 100) -> tuple[Step, ...]:
    """The steps that touched an entry, latest first: how it came in, what was edited, what was merged into it."""
    with library.asking() as session:
        return tuple(
            Step(step.id, step.name, step.at, step.is_undone) for step in steps_of_entry(session, entry_id, limit)
        )


def citation_id(library: Library, article_id: int, position: int, start: int) -> int:
    """The citation that begins at this place in the article's note at this position; 0 where there is none."""
    question = select(Citation.id).join(Note)
    here = (Note.article_id == article_id, Note.position == position, Citation.start == start)
    with library.asking() as session:
        return session.scalar(question.where(*here).order_by(Citation.id).limit(1)) or 0


def id_of_key(library: Library, key: str) -> int | None:
    """The entry with this citation key or alias, whatever its case."""
    with library.asking() as session:
        return owner_of(session, key)
