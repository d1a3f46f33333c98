"""A back-reference to an earlier note in, the one work meant out: "Marsh, op. cit., n. 4", "Urban (oben N. 7)"."""

from __future__ import annotations

import re

from app.citations import Back, Mention, Pointer
from app.citations.pointers import PREVIOUS
from app.folding import fold
from app.resolving.candidates import find_candidates, joins_a_stranger
from app.resolving.choosing import decide
from app.resolving.course import Course
from app.resolving.known import Candidate, KnownWork
from app.resolving.likeness import year_of
from app.resolving.naming import names_likeness
from app.resolving.places import can_hold
from app.resolving.settled import Answer

_NAME = re.compile(r"[^\W\d_a-z][\w’'-]{2,}")
_LIKELY = 0.5
# How far a note number may be out, where notes were added or taken away after it was written.
_FARTHEST = 6
_LONG = 8


def find_earlier(course: Course, pointer: Pointer, text: str, locator: str = "") -> Answer:
    """Which earlier work "Marsh, op. cit., n. 4" or "Urban (2013), a.a.O." means: one candidate or none.

    Args:
        course: the works cited so far.
        pointer: what the back-reference says.
        text: the note up to it, where nobody is named.
        locator: the page pointed at, which may rule a work out.
    """
    if found := find_by_siglum(course, pointer):
        return found
    if pointer.label and (answer := _find_in_note(course, pointer, locator) or _find_unread(course, pointer)):
        return answer
    if not (pointer.names or pointer.title):
        return _find_unnamed(course, text, locator)
    candidates = find_candidates(course.known, pointer)
    if pointer.label.isdigit() and len(candidates) > 1:
        candidates = _nearest(course, candidates, int(pointer.label))
    return decide(course, pointer, candidates, locator)


def find_by_siglum(course: Course, pointer: Pointer) -> Answer | None:
    """The work to which an earlier note gives the name."""
    for words in (pointer.names, pointer.title, f"{pointer.names} {pointer.title}"):
        if words.strip() and (work := course.known.by_siglum(words)):
            return Answer(work.number, f"An earlier note gives the name {words.strip()} to this work.", 0.97)
    return None


def _find_in_note(course: Course, pointer: Pointer, locator: str) -> Answer | None:
    """The work of the note whose label is named; a name picks it out of several, or stands in its words ("Tarrant")."""
    works = _works_of_note(course, pointer.label)
    if not works:
        return None
    where = "the note before" if pointer.label == PREVIOUS else f"note {pointer.label}"
    if not pointer.names and not pointer.title:
        return _only_one(works, where, locator)
    candidates = [c for c in find_candidates(course.known, pointer) if c.work in works] if pointer.title else []
    if len(candidates) == 1:
        return Answer(candidates[0].work.number, f"Its title stands in {where}.", 0.97)
    chosen = _of_year(_named_among(works, pointer), pointer.year)
    if pointer.title and chosen and _is_another_title(course, pointer, chosen):
        return None
    if len(chosen) == 1:
        sure = 0.97 if names_likeness(pointer.names, chosen[0].entry) >= 0.85 else 0.75
        return Answer(chosen[0].number, f"It points at {where}, where this work of {pointer.names} is cited.", sure)
    if chosen:
        answer = decide(course, pointer, [Candidate(work, 1.0, 0.0) for work in chosen], locator)
        if answer.work is not None:
            return answer
        return Answer(None, f"It points at {where}, which cites {len(chosen)} works of {pointer.names}.", 0.8, True)
    if find_candidates(course.known, pointer) or _find_unread(course, pointer):
        return None
    if len(works) == 1:
        reason = f"It points at {where}, which cites only this work, though not under that name."
        return Answer(works[0].number, reason, 0.6)
    return Answer(None, f"It points at {where}, where no work of {pointer.names} is cited.", 0.7)


def _is_another_title(course: Course, pointer: Pointer, chosen: list[KnownWork]) -> bool:
    """Whether the note named holds a title that is none of the works read there: the work itself was not read."""
    words = fold(pointer.title)
    if len(words) < _LONG or words not in fold(course.texts.get(pointer.label, "")):
        return False
    return not any(words in fold(" ".join(work.words)) for work in chosen)


def _find_unread(course: Course, pointer: Pointer) -> Answer | None:
    """That the note named holds the name, but no work of his that could be read: no other work is taken for it."""
    text = set(fold(course.texts.get(pointer.label, "")).split())
    names = [name for name in _NAME.findall(pointer.names or pointer.title) if fold(name) in text]
    works = course.known.in_note(pointer.label)
    if not names or any(_says(work, name) for work in works for name in names):
        return None
    return Answer(None, f"Note {pointer.label} names {names[-1]}, but no such work could be read there.", 0.7)


def _works_of_note(course: Course, label: str) -> list[KnownWork]:
    if label != PREVIOUS:
        return course.known.in_note(label)
    numbers = dict.fromkeys(cited.work for cited in course.cited if cited.work is not None)
    return [course.known.works[number] for number in numbers]


def _only_one(works: list[KnownWork], where: str, locator: str) -> Answer:
    """The work of a note that is pointed at without a name."""
    if len(works) == 1:
        return Answer(works[0].number, f"It points at {where}, which cites only this work.", 0.93)
    fitting = [work for work in works if can_hold(work.entry, locator)]
    if len(fitting) == 1:
        return Answer(fitting[0].number, f"Of the works cited in {where} only this one has that page.", 0.75)
    return Answer(None, f"It points at {where}, which cites {len(works)} works.", 0.8)


def _named_among(works: list[KnownWork], pointer: Pointer) -> list[KnownWork]:
    """Of a note's works those whose author is named, or whose citation holds the name ("the Tarrant report")."""
    works = [work for work in works if not joins_a_stranger(pointer.names, work)]
    named = [(names_likeness(pointer.names, work.entry), work) for work in works]
    best = max((likeness for likeness, _ in named), default=0.0)
    chosen = [work for likeness, work in named if likeness == best] if best >= _LIKELY else []
    said = pointer.names or pointer.title
    numbered = [work for work in works if work.entry.get("number") and fold(work.entry.get("number")) == fold(said)]
    return chosen or numbered or [work for work in works if _says(work, said)]


def _says(work: KnownWork, name: str) -> bool:
    wanted = {token.casefold() for token in _NAME.findall(name)}
    return bool(wanted) and any(wanted <= set(re.findall(r"\w+", words[:200].casefold())) for words in work.words)


def _of_year(works: list[KnownWork], year: str) -> list[KnownWork]:
    return [work for work in works if year_of(work.entry) == year[:4]] if year else works


def _nearest(course: Course, candidates: list[Candidate], label: int) -> list[Candidate]:
    """Of the works that fit the name those cited next to the note that is wrongly named, where one stands clear."""
    for far in range(1, _FARTHEST + 1):
        near = {w.number for at in (label - far, label + far) for w in course.known.in_note(str(at))}
        found = [candidate for candidate in candidates if candidate.work.number in near]
        if found:
            return found
    return candidates


def _find_unnamed(course: Course, text: str, locator: str) -> Answer:
    """The work of "Op. cit., p. 45" alone: its author stands in the sentence before it, or it is the one cited last."""
    named = {c.work.number for word in _NAME.findall(text) for c in course.known.by_names(word) if c.names >= 0.85}
    if len(named) == 1:
        return Answer(named.pop(), "The sentence before names its author.", 0.7)
    numbers = [cited.work for cited in course.leading()]
    fitting = [n for n in reversed(numbers) if n is not None and can_hold(course.known.works[n].entry, locator)]
    if not numbers or numbers[-1] is None or not fitting:
        return Answer(None, "No author is named, and the citation before it is open.", 0.7)
    return Answer(fitting[0], "No author is named; the work cited just before is taken.", 0.5)


def find_by_short_title(course: Course, mention: Mention) -> Answer:
    """Which earlier work a short citation means: "Marlow, ‘The Harbour Trade’, 168", "Roe, 231".

    A guess ("Cold War: Backyard.") counts only where a title or siglum fits, or a name with a page has one work.
    """
    pointer, known, locator = mention.pointer, course.known, mention.locator
    if pointer.back is Back.GUESS and not pointer.title and locator is None and not known.by_siglum(pointer.names):
        candidates = [c for c in known.by_title(pointer.names) if c.title >= 0.88]
        return decide(course, pointer, candidates)
    answer = find_earlier(course, pointer, "", locator or "")
    if answer.work is None and pointer.back is Back.GUESS and pointer.names and pointer.title:
        work = known.by_siglum(pointer.names)
        # "OC, III, 45": before the first comma its name, behind it a place in it.
        return (
            Answer(work.number, f"An earlier note gives the name {pointer.names} to this work.", 0.9)
            if work
            else answer
        )
    return answer
