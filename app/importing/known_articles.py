"""An article's apparatus in, the article of the library that it is already out."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.apparatus import Apparatus
from app.entry import Entry
from app.folding import fold
from app.people import read_people
from models.article import Article

_NOTES = 3


def mark_of(apparatus: Apparatus) -> str:
    """What an article is known by again: its title, first author and year; where it shows no title, its first notes."""
    own = apparatus.article
    if own is not None and own.get("title"):
        people = read_people(own.get("author"))
        return fold(f"{own.get('title')} {people[0].surname if people else ''} {own.get('date')[:4]}")
    texts = [note.note.text for note in apparatus.notes if note.note.text]
    return fold(" ".join(texts[:_NOTES]))[:400]


def known_article(session: Session, apparatus: Apparatus, own_entry: int | None) -> int | None:
    """The article in the library whose notes these are: by its own entry, or by what it is known by again."""
    found = None
    if own_entry is not None:
        found = session.scalar(select(Article.id).where(Article.entry_id == own_entry).order_by(Article.id.desc()))
    mark = mark_of(apparatus)
    if found is None and mark:
        found = session.scalar(select(Article.id).where(Article.folded == mark).order_by(Article.id.desc()))
    return found


def short_name(entry: Entry | None, source: str) -> str:
    """How a step calls an article: "Sanchez 2010", else its title or where it came from."""
    if entry is not None:
        people = read_people(entry.get("author") or entry.get("editor"))
        named = " ".join(part for part in (people[0].surname if people else "", entry.get("date")[:4]) if part)
        if people and named:
            return named
        if entry.get("title"):
            return f"“{entry.get('title')[:40]}”"
    return source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or "an article"
