"""A fresh reading and the lessons of earlier ones in, the reading as the user would have corrected it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.apparatus import Apparatus, Citation, Form, Note
from app.correcting import add_citation, change_work, remove_citation
from app.entry import Entry
from app.folding import fold
from app.lessons.learning import Lesson, Taught

_REASON = "Read as you corrected it before."
# Fields that name a thing with one true place: once corrected, the same name is put there again.
_NAMES = frozenset({"journaltitle", "publisher", "institution", "organization", "series", "booktitle", "location"})
_SHORTEST = 12  # letters: fewer words than that say too little to be known again


@dataclass(frozen=True, slots=True)
class _Place:
    """The field a name was corrected to, and the type of the work it stood in."""

    field: str
    was_type: str
    entrytype: str


def apply_lessons(apparatus: Apparatus, lessons: Sequence[Lesson]) -> Apparatus:
    """Read an apparatus again in the light of the lessons; later ones outweigh earlier ones.

    Words that were corrected before are read as corrected; words that were said to cite nothing lose their citation;
    a name that was moved to another field ("Border Monitor" from publisher to journal) is moved in other works too.
    """
    if not lessons:
        return apparatus
    by_words = {_known_by(lesson.words): lesson for lesson in lessons if len(_known_by(lesson.words)) >= _SHORTEST}
    corrected: set[str] = set()
    for note in apparatus.notes:
        apparatus, ids = _read_note_again(apparatus, note, by_words)
        corrected |= ids
    apparatus = _mark_taught(apparatus, [x for x in by_words.values() if x.taught is Taught.CITATION], corrected)
    return _place_names(apparatus, _places(lessons), corrected)


def _known_by(words: str) -> str:
    """What a citation is known by: its folded words without the page pointed at behind them."""
    return re.sub(r"[\s,]*\b(?:pp?|s|at)?\s*\d[\d\s–-]*$", "", fold(words)).strip()


def _read_note_again(apparatus: Apparatus, note: Note, by_words: dict[str, Lesson]) -> tuple[Apparatus, set[str]]:
    """The note's own lessons applied, from its last citation to its first, so that the places of the others hold."""
    corrected: set[str] = set()
    for index in range(len(note.citations) - 1, -1, -1):
        citation = note.citations[index]
        lesson = by_words.get(_known_by(note.words(citation))) if citation.form is Form.FULL else None
        if lesson is None:
            continue
        if lesson.taught is Taught.NO_CITATION:
            apparatus = remove_citation(apparatus, note.note.position, index)
        elif lesson.entry is not None and citation.work is not None:
            apparatus = change_work(apparatus, citation.work, lesson.entry)
            apparatus = _with_reason(apparatus, note.note.position, citation)
            corrected.add(citation.work)
    return apparatus, corrected


def _with_reason(apparatus: Apparatus, position: int, citation: Citation) -> Apparatus:
    told = replace(citation, reason=_REASON, confidence=1.0)
    notes = (
        replace(note, citations=tuple(told if c == citation else c for c in note.citations))
        if note.note.position == position
        else note
        for note in apparatus.notes
    )
    return replace(apparatus, notes=tuple(notes))


def _mark_taught(apparatus: Apparatus, lessons: Iterable[Lesson], corrected: set[str]) -> Apparatus:
    """Mark the words that the user marked before, where they stand unmarked in this article."""
    for lesson in lessons:
        for note in apparatus.notes:
            start = note.note.text.find(lesson.words)
            end = start + len(lesson.words)
            if start < 0 or lesson.entry is None or any(c.start < end and start < c.end for c in note.citations):
                continue
            before = {work.id for work in apparatus.works}
            apparatus = add_citation(apparatus, note.note.position, start, end)
            for work in apparatus.works:
                if work.id not in before:
                    apparatus = change_work(apparatus, work.id, lesson.entry)
                    corrected.add(work.id)
            break
    return apparatus


def _places(lessons: Iterable[Lesson]) -> dict[tuple[str, str], _Place]:
    """(field, folded name) -> where the user put that name."""
    places: dict[tuple[str, str], _Place] = {}
    for lesson in lessons:
        if lesson.entry is None or lesson.was is None:
            continue
        now = {fold(value): field for field, value in lesson.entry.fields.items() if field in _NAMES}
        for field in _NAMES & lesson.was.fields.keys():
            name = fold(lesson.was.fields[field])
            if name in now and now[name] != field:
                places[field, name] = _Place(now[name], lesson.was.entrytype, lesson.entry.entrytype)
    return places


def _place_names(apparatus: Apparatus, places: dict[tuple[str, str], _Place], corrected: set[str]) -> Apparatus:
    if not places:
        return apparatus
    for work in apparatus.works:
        if work.id not in corrected:
            entry = _with_names_placed(work.entry, places)
            if entry is not work.entry:
                apparatus = change_work(apparatus, work.id, entry)
    return apparatus


def _with_names_placed(entry: Entry, places: dict[tuple[str, str], _Place]) -> Entry:
    for field in sorted(_NAMES & entry.fields.keys()):
        place = places.get((field, fold(entry.fields[field])))
        if place is not None and place.field not in entry.fields:
            moved = {**entry.fields, place.field: entry.fields[field]}
            del moved[field]
            entrytype = place.entrytype if entry.entrytype == place.was_type else entry.entrytype
            entry = replace(entry, entrytype=entrytype, fields=moved)
    return entry
