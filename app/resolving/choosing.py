"""Several works that fit a back-reference in, the one meant out, or why it cannot be told."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.citations import Pointer
from app.folding import fold
from app.resolving.course import Course
from app.resolving.known import Candidate
from app.resolving.places import can_hold, holds_page, is_other_volume, part_volume
from app.resolving.settled import Answer

_ARTICLES = ("article", "incollection", "inproceedings")
_BOOKS = ("book", "collection", "mvbook", "thesis", "report", "booklet", "proceedings")
_NEAR = 0.02


def decide(course: Course, pointer: Pointer, candidates: list[Candidate], locator: str = "") -> Answer:
    """The one candidate that fits best, its kind, its pages, and the note named being asked in turn."""
    said = ", ".join(part for part in (pointer.names, pointer.title) if part)
    if not candidates:
        return Answer(None, f"No work cited before fits “{said}”.", 0.7)
    best = _narrowed(course, pointer, leading(candidates), locator)
    if len(best) > 1:
        latest = _latest(course, best)
        if latest is not None:
            return Answer(latest.work.number, f"Of {len(best)} works that fit “{said}” it is the one cited last.", 0.6)
        return Answer(None, f"{len(best)} works cited before fit “{said}”, and nothing says which is meant.", 0.8, True)
    chosen = best[0]
    sure = 0.97 if len(candidates) == 1 else 0.85
    if chosen.names < 0.8 and chosen.title < 0.9:
        sure = 0.75
    if 0 < chosen.title < 0.9:
        sure = min(sure, 0.85)
    if 0 < chosen.title <= 0.8 or (chosen.title == 0 and chosen.names <= 0.65):
        sure = 0.65
    return Answer(chosen.work.number, _why(pointer, chosen, len(candidates)), sure)


def leading(candidates: list[Candidate]) -> list[Candidate]:
    """Those that fit best, where the best stand clear of the rest."""
    top = max(candidate.fit for candidate in candidates)
    return [candidate for candidate in candidates if candidate.fit >= top - _NEAR]


def _narrowed(course: Course, pointer: Pointer, best: list[Candidate], locator: str) -> list[Candidate]:
    volume, _ = part_volume(locator)
    tests: list[Callable[[Candidate], bool]] = [
        lambda c: c.work.entry.entrytype in _kinds(course, pointer.word),
        lambda c: can_hold(c.work.entry, locator) and not is_other_volume(volume, c.work.entry),
        lambda c: holds_page(c.work.entry, locator),
        lambda c: bool(volume) and bool(c.work.entry.get("volume") or c.work.entry.get("volumes")),
    ]
    for test in tests:
        fitting = [candidate for candidate in best if test(candidate)]
        if fitting and len(best) > 1:
            best = fitting
    return best


def _kinds(course: Course, word: str) -> tuple[str, ...]:
    """The kinds that the word says: "art. cit." an article, "op. cit." a book where articles are told apart."""
    plain = fold(word)
    if plain.startswith(("art", "article")):
        return _ARTICLES
    if re.match(r"ouvr|ob|diss|these|th", plain) or (plain.startswith("op") and course.style.has_art_cit):
        return _BOOKS
    return ()


def _latest(course: Course, best: list[Candidate]) -> Candidate | None:
    """The one cited last, in an article that has no "Ibid.", where "op. cit." or the name alone does its office."""
    latest = max(best, key=lambda candidate: candidate.work.last)
    is_alone = sum(candidate.work.last == latest.work.last for candidate in best) == 1
    return latest if not course.style.has_ibid and is_alone else None


def _why(pointer: Pointer, chosen: Candidate, count: int) -> str:
    if chosen.title and chosen.names:
        return (
            "Author and title are those of this work."
            if chosen.title >= 0.8
            else ("The author is this work's, and the title nearly so.")
        )
    if chosen.title:
        return "The title is that of this work."
    who = pointer.names or pointer.title
    if count == 1:
        return f"It is the only work of {who} cited before" + (f", of {pointer.year}." if pointer.year else ".")
    return f"Of the works of {who} cited before it fits best."
