"""Citations and articles changed after they came in: where a citation leads, and an article let go."""

from __future__ import annotations

from sqlalchemy import select

from app.cards import Changes
from app.errors import UserError
from app.library.opened import Library
from app.library.reading import entries_by_id
from models.article import Article, Note
from models.citation import Citation

BY_HAND = "Set by hand."


def link_citation(library: Library, citation_id: int, entry_id: int | None) -> Changes:
    """Say which entry a citation in a note leads to; None where that cannot be settled.

    Raises:
        UserError: the citation or the entry is no longer in the library.
    """
    with library.changing("Link a citation" if entry_id is not None else "Unlink a citation") as writing:
        citation = writing.session.get(Citation, citation_id)
        if citation is None or (entry_id is not None and not entries_by_id(writing.session, [entry_id])):
            raise UserError(
                "Citation is gone", "The citation or the entry is no longer in the library.", "Open the article again."
            )
        if citation.entry_id != entry_id:
            before = citation.entry_id
            row = {"id": citation_id, "entry_id": entry_id, "reason": BY_HAND, "confidence": 1.0}
            writing.rows.update(Citation, [row])
            writing.rows.touch_entries(i for i in (before, entry_id) if i is not None)
    return writing.changes


def delete_article(library: Library, article_id: int) -> Changes:
    """Let go of an article with its notes; the works it led to stay in the library, and so does its own entry."""
    with library.changing("Delete an article") as writing:
        article = writing.session.get(Article, article_id)
        if article is not None:
            writing.rows.name = f"Delete the notes of “{article.title[:40]}{'…' if len(article.title) > 40 else ''}”"
            notes = list(writing.session.scalars(select(Note.id).where(Note.article_id == article_id)))
            citations = select(Citation.id).join(Note).where(Note.article_id == article_id)
            writing.rows.delete(Citation, writing.session.scalars(citations))
            writing.rows.delete(Note, notes)
            writing.rows.delete(Article, [article_id])
    return writing.changes
