"""A word such as "Ibid." and what is cited before it in, the one work it repeats out."""

from __future__ import annotations

from app.citations import Pointer
from app.folding import fold
from app.resolving.course import Cited, Course
from app.resolving.earlier import find_earlier
from app.resolving.known import KnownWork
from app.resolving.naming import names_likeness
from app.resolving.places import can_hold, holds_page, is_other_volume, part_volume
from app.resolving.settled import Answer

_LIKELY = 0.5


def find_repeated(course: Course, pointer: Pointer, text: str, locator: str = "") -> Answer:
    """Which work "Ibid.", "ebenda" or "id." repeats: the one cited last before it.

    After a note with several works a name decides ("BCM, id."), then the page or volume where only one of them can
    have it, else the last one named is taken with less confidence: the Chicago Manual (14.34) would rather have no
    "Ibid." there, but whoever writes one means what stands right before it.
    """
    if pointer.label:
        return find_earlier(course, pointer, text, locator)
    if pointer.names and (answer := _find_named(course, pointer, text, locator)):
        return answer
    return _repeat(course, locator)


def _find_named(course: Course, pointer: Pointer, text: str, locator: str) -> Answer | None:
    """The work of the person named among those just cited, else an earlier one of his."""
    numbers = dict.fromkeys(c.work for c in course.here[-1:] or course.cited if c.work is not None)
    named = [n for n in numbers if is_named(course.known.works[n], pointer.names)]
    if len(named) > 1:
        named = [n for n in named if can_hold(course.known.works[n].entry, locator)][-1:]
    if len(named) == 1:
        return Answer(named[0], f"It repeats the work of {pointer.names} cited just before.", 0.95)
    answer = find_earlier(course, pointer, text, locator)
    if answer.work is None:
        return None
    return Answer(answer.work, f"The work cited just before is not by {pointer.names}; an earlier one is.", 0.6)


def is_named(work: KnownWork, names: str) -> bool:
    """Whether names are the work's people, or words of its citation ("the Tarrant report")."""
    if names_likeness(names, work.entry) >= _LIKELY:
        return True
    wanted = {token for token in fold(names).split() if len(token) > 2} - {"and", "und"}
    return bool(wanted) and any(wanted <= set(fold(words[:200]).split()) for words in work.words)


def _repeat(course: Course, locator: str) -> Answer:
    """The one work that a bare "Ibid." means."""
    before = course.leading()
    if not before:
        return Answer(None, "No work is cited before it.", 0.9)
    if before[-1].work is None:
        return Answer(None, "The citation it repeats is itself unresolved.", 0.8)
    numbers = list(dict.fromkeys(cited.work for cited in reversed(before) if cited.work is not None))
    works = [course.known.works[number] for number in numbers]
    fitting = [work for work in works if can_hold(work.entry, locator)]
    if not fitting and (other := _of_other_volume(course, works[0], locator)) is not None:
        return Answer(other.number, "It has the volume and page that the article cited just before has not.", 0.75)
    chosen = fitting[0] if fitting else works[0]
    if len(numbers) == 1 or course.here:
        return _after_one(course, chosen.number, is_fitting=bool(fitting))
    return _after_several(before, chosen, works, locator)


def _after_one(course: Course, number: int, is_fitting: bool) -> Answer:
    sure = 1.0 if is_fitting else 0.7
    if course.here:
        return Answer(number, "It repeats the work cited just before in the same note.", round(0.93 * sure, 2))
    if course.gap:
        return Answer(number, "An empty note stands between; the last work cited before that is taken.", 0.7 * sure)
    return Answer(number, "It repeats the only work of the note before that cites one.", round(0.97 * sure, 2))


def _after_several(before: list[Cited], chosen: KnownWork, works: list[KnownWork], locator: str) -> Answer:
    if chosen is not works[0]:
        return Answer(chosen.number, "Of the works cited just before only this one has that page.", 0.75)
    if holds_page(chosen.entry, locator):
        return Answer(chosen.number, "Of the works cited just before the last one named has that page.", 0.75)
    count = len({cited.work for cited in before})
    return Answer(chosen.number, f"The note before cites {count} works; the last one named is taken.", 0.65)


def _of_other_volume(course: Course, last: KnownWork, locator: str) -> KnownWork | None:
    """The article of the same journal that the volume and page mean: "Ibid., X. 265" after one in volume III."""
    volume, _ = part_volume(locator)
    if not is_other_volume(volume, last.entry):
        return None
    articles = course.known.in_journal(last.entry.get("journaltitle"))
    fitting = [
        a
        for a in articles
        if a.entry.get("volume") and not is_other_volume(volume, a.entry) and can_hold(a.entry, locator)
    ]
    holding = [article for article in fitting if holds_page(article.entry, locator)] or fitting
    return holding[0] if len(holding) == 1 else None
