"""The notes in order in, each mention settled by its manner of pointing out; what it cites is remembered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.apparatus import NoteText
from app.citations import Back, Mention, Pointer
from app.citations.locators import read_locator
from app.citations.shapes import is_archival
from app.entry import Entry
from app.fields import ParsedCitation, parse_citation
from app.progress import Progress
from app.resolving.antecedents import Course, find_by_short_title, find_earlier, find_repeated
from app.resolving.inheriting import complete_from_list, make_chapter, with_author_of
from app.resolving.known import KnownWork
from app.resolving.settled import Answer, NoteReading, Resolution, Settled

_SIGLUM = re.compile(r"(?P<name>[^,]{1,60}?)(?P<rest>,.*|\s(?:[IVXLC]+\b|[ivxlc]+\b|\d).*)$")
# The leaf of a document is a place in it: "Marine B3 421, fol. 9".
_LEAF = re.compile(r",\s(?:fols?|ff?|Bl|pp?|S|pièce|pag)\.?\s?\d[^,]*$")
_ARCHIVE = re.compile(r"[,(\[]")


def resolve(readings: Sequence[NoteReading], language: str = "en", progress: Progress | None = None) -> Resolution:
    """Tie every mention of an article to the work it means.

    Args:
        readings: the notes in page order with the mentions found in them.
        language: ISO 639-1 code of the notes.
        progress: told of every hundredth note.

    Returns:
        The settled mentions, guesses that fit no work left out, and the works in the order of first citation.

    Raises:
        Cancelled: the user asked to stop.
    """
    progress = progress or Progress()
    course = Course()
    notes: list[tuple[Settled, ...]] = []
    for position, reading in enumerate(readings):
        if position % 100 == 0:
            progress.step("Finding out which work each note means", position, len(readings))
        notes.append(_settle_note(course, reading, language))
    return Resolution(tuple(notes), tuple(work.entry for work in course.known.works))


def _settle_note(course: Course, reading: NoteReading, language: str) -> tuple[Settled, ...]:
    settled: list[Settled] = []
    for mention in reading.mentions:
        answer = _settle(course, reading.note, mention, language)
        if answer is None:
            continue
        settled.append(Settled(mention, answer))
        if answer.work is not None:
            work = course.known.works[answer.work]
            course.known.cited_in(reading.note.label, work, is_new_note=not course.here)
            for siglum in mention.sigla:
                course.known.name(siglum, work)
        course.here.append((answer.work, mention.relation))
    if settled:
        course.cited, course.gap = course.here, False
    elif not reading.note.text:
        course.gap = True
    course.here = []
    return tuple(settled)


def _settle(course: Course, note: NoteText, mention: Mention, language: str) -> Answer | None:
    """One mention's answer; None for a guess that fits nothing."""
    words = note.text[mention.start : mention.end]
    back = mention.pointer.back
    if mention.container is not None:
        return _settle_chapter(course, mention, words)
    if back is Back.IDEM and mention.pointer.title and mention.parsed is not None:
        answer = _find_by_same_author(course, mention)
        if answer is not None:
            return answer
    elif back is Back.IBID or (back is Back.IDEM and mention.parsed is None):
        return find_repeated(course, mention.pointer, note.text[: mention.start], mention.locator or "")
    if back is Back.EARLIER:
        return find_earlier(course, mention.pointer, note.text[: mention.start])
    if (named := _find_by_siglum(course, mention, words, language)) is not None:
        return named
    if back in (Back.GUESS, Back.TITLE):
        answer = find_by_short_title(course, mention)
        if back is Back.GUESS and answer.work is None:
            return answer if answer.is_torn and mention.locator else None
        if answer.work is not None or not _can_stand_alone(mention):
            return answer
    return _settle_full(course, mention, words, language)


def _find_by_siglum(course: Course, mention: Mention, words: str, language: str) -> Answer | None:
    """The work, or a document of the archive, whose name for later notes the citation begins with."""
    named = _named_by_siglum(course, words)
    is_siglum_title = mention.parsed is not None and mention.parsed.entry.get("title") == words.partition(",")[0]
    if named is None and (mention.pointer.back is not Back.NOTHING or is_siglum_title):
        return _find_document(course, mention, words, language)
    return named


def _find_document(course: Course, mention: Mention, words: str, language: str) -> Answer | None:
    """Another document of an archive with a name: "ADN, M 154/13" after "Archives du Nord (ci-après ADN)"."""
    name, _, shelf_mark = words.partition(",")
    archive = course.known.by_siglum(name) if shelf_mark else None
    if archive is None or not is_archival(archive.words[0]):
        return None
    mark = _LEAF.sub("", shelf_mark.strip(" ."))
    if mention.locator and mark == _LEAF.sub("", archive.words[0].partition(",")[2].strip(" .")):
        return Answer(archive.number, f"The same document of the archive named {name}.", 0.85)
    full = f"{_ARCHIVE.split(archive.words[0], maxsplit=1)[0].strip()},{shelf_mark}"
    parsed = parse_citation(full, language)
    entry = (
        parsed.entry
        if parsed
        else Entry("unpublished", {"title": shelf_mark.strip(" ."), "library": full.split(",")[0]})
    )
    reading = ParsedCitation(entry, 0, len(words), parsed.locator if parsed else None, 0.5)
    return _take_in(course, replace(mention, parsed=reading), words, f"A document of the archive named {name}.", 0.6)


def _find_by_same_author(course: Course, mention: Mention) -> Answer | None:
    """A title of the author named last, cited before: "Idem, Britain and the Vatican, 99"."""
    before = _last_work(course)
    if before is None:
        return None
    names = before.entry.get("author") or before.entry.get("editor")
    answer = find_earlier(course, replace(mention.pointer, names=names.split(" and ")[0].split(",")[0]), "")
    return answer if answer.work is not None else None


def _can_stand_alone(mention: Mention) -> bool:
    entry = mention.parsed.entry if mention.parsed else None
    return entry is not None and bool(entry.get("title") or entry.get("journaltitle"))


def _settle_full(course: Course, mention: Mention, words: str, language: str) -> Answer:
    """A citation in full: a new work, or one already cited in full, slips forgiven."""
    parsed = mention.parsed
    assert parsed is not None
    entry = parsed.entry
    before = _last_work(course)
    if mention.pointer.back is Back.IDEM:
        if before is None:
            return _take_in(course, mention, words, "The author is not named, and no work is cited before it.", 0.4)
        mention = replace(
            mention, parsed=replace(parsed, entry=with_author_of(entry, before.entry, mention.pointer.is_joint))
        )
    elif mention.in_list and before is not None and course.here:
        completed = complete_from_list(mention, words, before.entry, language)
        if completed is not None:
            mention = replace(mention, parsed=replace(parsed, entry=completed))
    if mention.pointer.back is Back.TITLE:
        return _take_in(course, mention, words, "It is cited like a known work, but no earlier note cites it.", 0.6)
    return _take_in(course, mention, words, "It is cited in full.", mention.certainty)


def _named_by_siglum(course: Course, words: str) -> Answer | None:
    """The book of "OC, III, p. 45"; behind an archive's "AN" stands another document each time."""
    parts = _SIGLUM.match(words)
    if parts is None:
        return None
    name, rest = parts["name"], parts["rest"]
    work = course.known.by_siglum(name)
    if work is None or is_archival(work.words[0]):
        return None
    locator = read_locator(rest, 0)
    if locator is None or locator.end < len(rest.rstrip(" .;")):
        return None
    return Answer(work.number, f"An earlier note gives the name {name} to this work.", 0.9)


def _take_in(course: Course, mention: Mention, words: str, reason: str, confidence: float) -> Answer:
    assert mention.parsed is not None
    entry = mention.parsed.entry
    same = course.known.same_as(entry)
    if same is None:
        return Answer(course.known.add(entry, words).number, reason, confidence)
    course.known.enrich(same, entry, words)
    return Answer(same.number, "The same work is cited in full in an earlier note.", min(confidence, 0.95))


def _settle_chapter(course: Course, mention: Mention, words: str) -> Answer:
    """A chapter in a collection cited earlier is a work of its own."""
    assert mention.parsed is not None
    assert mention.container is not None
    pointer: Pointer = mention.container
    is_repeating = pointer.back in (Back.IBID, Back.IDEM)
    found = find_repeated(course, pointer, "") if is_repeating else find_earlier(course, pointer, "")
    collection = course.known.works[found.work].entry if found.work is not None else None
    entry = make_chapter(mention.parsed.entry, collection)
    whole = replace(mention, parsed=replace(mention.parsed, entry=entry))
    if collection is None:
        return _take_in(course, whole, words, f"A chapter; its collection is not known: {found.reason}", 0.4)
    return _take_in(course, whole, words, "A chapter in a collection cited earlier.", min(0.9, found.confidence))


def _last_work(course: Course) -> KnownWork | None:
    before = course.here or course.cited
    number = before[-1][0] if before else None
    return None if number is None else course.known.works[number]
