"""The library's lessons: kept with the import they come from, listed, and withdrawn one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.cards import Changes
from app.entry import Entry
from app.lessons import Lesson, Taught
from app.library import Library
from app.library.opened import Writing
from models.kinds import Teaching
from models.lesson import LearntLesson
from models.store import now


@dataclass(frozen=True, slots=True)
class LessonCard:
    """A lesson in the library, with the short name of the article it was learnt from and when (ISO)."""

    id: int
    lesson: Lesson
    source: str
    at: str


def lessons(library: Library) -> tuple[LessonCard, ...]:
    """Every lesson, oldest first: later ones outweigh earlier ones."""
    with library.asking() as session:
        return tuple(_card(row) for row in session.scalars(select(LearntLesson).order_by(LearntLesson.id)))


def withdraw_lessons(library: Library, ids: Sequence[int]) -> Changes:
    """Forget lessons; what was imported by them stays."""
    count = len(ids)
    with library.changing("Forget a lesson" if count == 1 else f"Forget {count} lessons") as writing:
        writing.rows.delete(LearntLesson, list(ids))
    return writing.changes


def keep_lessons(writing: Writing, learnt: Sequence[Lesson], source: str) -> None:
    """Keep lessons within the step that is being written; one about the same words takes an earlier one's place."""
    words = {lesson.words for lesson in learnt}
    standing = writing.session.scalars(select(LearntLesson.id).where(LearntLesson.words.in_(words))).all()
    if standing:
        writing.rows.delete(LearntLesson, list(standing))
    writing.rows.insert(LearntLesson, [_row(lesson, source) for lesson in learnt])


def _row(lesson: Lesson, source: str) -> dict[str, Any]:
    return {
        "taught": Teaching(lesson.taught.value),
        "words": lesson.words,
        "work": _kept(lesson.entry),
        "was": _kept(lesson.was),
        "source": source,
        "at": now(),
    }


def _kept(entry: Entry | None) -> dict[str, Any]:
    return {} if entry is None else {"entrytype": entry.entrytype, "fields": dict(entry.fields)}


def _card(row: LearntLesson) -> LessonCard:
    lesson = Lesson(Taught(row.taught.value), row.words, _entry(row.work), _entry(row.was))
    return LessonCard(row.id, lesson, row.source, row.at)


def _entry(kept: dict[str, Any]) -> Entry | None:
    return Entry(kept["entrytype"], kept["fields"]) if kept else None
