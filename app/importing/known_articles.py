"""An article's apparatus in, the article of the library that it is already out."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import false, or_, select
from sqlalchemy.orm import Session

from app.apparatus import Apparatus
from app.entry import Entry
from app.folding import fold
from app.people import read_people
from models.article import Article, Note

_NOTES = 3
_TELLING = 20


def mark_of(apparatus: Apparatus) -> str:
    """What an article is known by again: its title, first author and year; where it shows no title, its first notes."""
    own = apparatus.article
    if own is not None and own.get("title"):
        people = read_people(own.get("author"))
        return fold(f"{own.get('title')} {people[0].surname if people else ''} {own.get('date')[:4]}")
    texts = [note.note.text for note in apparatus.notes if note.note.text]
    return fold(" ".join(texts[:_NOTES]))[:400]


def known_article(session: Session, apparatus: Apparatus, own_entry: int | None) -> int | None:
    """The article in the library whose notes these are, the latest one where there are several.

    It has the same entry of its own, or is known again by title and author; and its notes are these notes, perhaps with
    a few read otherwise. Another part of the article, or another article of the same name, is another article.
    """
    is_own = Article.entry_id == own_entry if own_entry is not None else false()
    mark = mark_of(apparatus)
    question = select(Article.id).where(or_(is_own, Article.folded == mark if mark else false()))
    for article_id in session.scalars(question.order_by(Article.id.desc())).all():
        texts = session.scalars(select(Note.text).where(Note.article_id == article_id))
        if _are_alike(texts, (note.note.text for note in apparatus.notes)):
            return article_id
    return None


def _are_alike(standing: Iterable[str], coming: Iterable[str]) -> bool:
    """Whether half of the notes that say something of their own are the same; "Ibid., 56" stands in every article."""
    first, second = ({fold(text) for text in texts if len(text) >= _TELLING} for texts in (standing, coming))
    fewer = min(len(first), len(second))
    return len(first & second) * 2 >= fewer


def short_name(entry: Entry | None, source: str) -> str:
    """How a step calls an article: "Brandt 2010", else its title or where it came from."""
    if entry is not None:
        people = read_people(entry.get("author") or entry.get("editor"))
        named = " ".join(part for part in (people[0].surname if people else "", entry.get("date")[:4]) if part)
        if people and named:
            return named
        if entry.get("title"):
            title = entry.get("title")
            return f"“{title if len(title) <= 40 else title[:40].rstrip(' ,;:') + '…'}”"
    return source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or "an article"
