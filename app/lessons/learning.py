"""An apparatus as it was read and as the user left it in, lessons out: labelled words, small enough to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.apparatus import Apparatus, Citation, Form, Note, Work
from app.entry import Entry


class Taught(StrEnum):
    """What a lesson says of its words: that they name this work, that they cite at all, or that they do not."""

    WORK = "work"
    CITATION = "citation"
    NO_CITATION = "no citation"


@dataclass(frozen=True, slots=True)
class Lesson:
    """Words of a note and what the user said of them.

    Attributes:
        words: the citation's own text, without the page pointed at where that stands at its end.
        entry: the work as the user left it; None for NO_CITATION.
        was: the work as Ibidem had read it, None where it had read none.
    """

    taught: Taught
    words: str
    entry: Entry | None = None
    was: Entry | None = None


def learn(read: Apparatus, corrected: Apparatus) -> tuple[Lesson, ...]:
    """The lessons in the difference of two readings of the same notes, each once, in note order.

    Only full citations teach fields: "Ibid., 57" means another work in every article. Corrected links, relations and
    locators belong to their article and teach nothing.
    """
    works_read, works_now = _by_id(read), _by_id(corrected)
    as_read = {note.note.position: note for note in read.notes}
    lessons: dict[tuple[Taught, str], Lesson] = {}
    for note in corrected.notes:
        before = as_read.get(note.note.position)
        if before is None or before.note.text != note.note.text:
            continue
        for lesson in (*_of_marked(before, note, works_read, works_now), *_of_removed(before, note)):
            lessons.setdefault((lesson.taught, lesson.words), lesson)
    return tuple(lessons.values())


def _by_id(apparatus: Apparatus) -> dict[str, Work]:
    return {work.id: work for work in apparatus.works}


def _of_marked(before: Note, now: Note, works_read: dict[str, Work], works_now: dict[str, Work]) -> Iterator[Lesson]:
    """Lessons of the citations that stand: marked by hand, or leading to a work whose fields were corrected."""
    for citation in now.citations:
        if citation.form is not Form.FULL or citation.work not in works_now:
            continue
        entry = works_now[citation.work].entry
        earlier = _counterpart(before, citation)
        if earlier is None:
            yield Lesson(Taught.CITATION, now.words(citation), entry)
        elif earlier.work in works_read and earlier.form is Form.FULL:
            was = works_read[earlier.work].entry
            if not _same_reading(was, entry) or (earlier.start, earlier.end) != (citation.start, citation.end):
                yield Lesson(Taught.WORK, now.words(citation), entry, was)


def _of_removed(before: Note, now: Note) -> Iterator[Lesson]:
    for citation in before.citations:
        if citation.form is Form.FULL and _counterpart(now, citation) is None:
            yield Lesson(Taught.NO_CITATION, before.words(citation))


def _counterpart(note: Note, citation: Citation) -> Citation | None:
    """The note's citation that shares most characters with this one."""
    shared = {c: min(c.end, citation.end) - max(c.start, citation.start) for c in note.citations}
    best = max(shared, key=lambda c: shared[c], default=None)
    return best if best is not None and shared[best] > 0 else None


def _same_reading(was: Entry, now: Entry) -> bool:
    return was.entrytype == now.entrytype and dict(was.fields) == dict(now.fields)
