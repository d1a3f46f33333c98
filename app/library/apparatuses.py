"""An article's rows in, its Apparatus out."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.apparatus import Apparatus, Citation, Form, Kind, Note, NoteText, Relation, Work
from app.errors import UserError
from app.library.reading import entries_by_id
from models.article import Article
from models.article import Note as StoredNote
from models.citation import Citation as StoredCitation


def apparatus_of(session: Session, article_id: int) -> Apparatus:
    """The notes of an article as stored; its works are the entries they lead to, in the order of the first citation.

    Raises:
        UserError: the article is no longer in the library.
    """
    article = session.get(Article, article_id)
    if article is None:
        raise UserError(
            "Article is gone", "This article is no longer in the library.", "Undo its removal, or import it."
        )
    notes = session.scalars(
        select(StoredNote).where(StoredNote.article_id == article_id).order_by(StoredNote.position)
    ).all()
    question = (
        select(StoredCitation)
        .join(StoredNote, StoredCitation.note_id == StoredNote.id)
        .where(StoredNote.article_id == article_id)
        .order_by(StoredNote.position, StoredCitation.id)
    )
    cited: dict[int, list[StoredCitation]] = {}
    for citation in session.scalars(question):
        cited.setdefault(citation.note_id, []).append(citation)
    leading = [c.entry_id for citations in cited.values() for c in citations if c.entry_id is not None]
    entries = entries_by_id(session, leading)
    own = entries_by_id(session, [article.entry_id] if article.entry_id else []).get(article.entry_id or 0)
    keys = {entry_id: entry.key for entry_id, entry in entries.items()}
    return Apparatus(
        article=own,
        works=tuple(Work(entry.key, entry) for entry in entries.values()),
        notes=tuple(_note(note, cited.get(note.id, []), keys) for note in notes),
        source=article.source,
    )


def _note(note: StoredNote, citations: list[StoredCitation], keys: dict[int, str]) -> Note:
    return Note(
        NoteText(note.position, note.label, note.text),
        Kind(note.kind),
        tuple(
            Citation(
                c.start,
                c.end,
                Form(c.form),
                Relation(c.relation),
                keys.get(c.entry_id or 0),
                c.locator,
                c.confidence,
                c.reason,
            )
            for c in citations
        ),
    )
