"""The notes in order in, each mention settled by its manner of pointing out; what it cites is remembered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.apparatus import NoteText
from app.citations import Back, Mention
from app.entry import Entry
from app.fields import parse_citation
from app.folding import fold
from app.progress import Progress
from app.resolving.abbreviating import find_declared
from app.resolving.archives import find_by_leading_siglum
from app.resolving.chapters import find_chapter, find_divided, find_own_collection, settle_container
from app.resolving.course import Cited, Course, tell_style
from app.resolving.earlier import find_by_short_title, find_earlier
from app.resolving.full import settle_full
from app.resolving.heads import split_place
from app.resolving.leads import is_printed, joined, leads_to
from app.resolving.letters import read_letter
from app.resolving.likeness import is_same_container
from app.resolving.parts import read_part
from app.resolving.repeated import find_repeated
from app.resolving.settled import Answer, NoteReading, Resolution, Settled
from app.resolving.shortened import find_shortened, is_undated, shorten
from app.resolving.taking import take_in
from app.resolving.volumes import place_volumes

_HARDLY_SURE = 0.65
_A_TITLE = 0.85
_PLACES = ("journaltitle", "series", "booktitle", "publisher", "organization", "institution", "author", "howpublished")


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
    course = Course(tell_style(readings, language))
    notes: list[tuple[Settled, ...]] = []
    for position, reading in enumerate(readings):
        if position % 100 == 0:
            progress.step("Finding out which work each note means", position, len(readings))
        course.position = position
        notes.append(_settle_note(course, reading))
    placed, works = place_volumes(readings, notes, [work.entry for work in course.known.works])
    return Resolution(placed, works)


def _settle_note(course: Course, reading: NoteReading) -> tuple[Settled, ...]:
    note, mentions = reading.note, reading.mentions
    settled: list[Settled] = []
    lead: Mention | None = None
    for k, mention in enumerate(mentions):
        if lead is None and k + 1 < len(mentions) and leads_to(course, note.text, mention, mentions[k + 1]):
            lead = mention
            continue
        found = _settle(course, note, joined(course, lead, mention))
        if found is not None and lead is not None:
            found = replace(found, mention=replace(found.mention, start=lead.start, relation=lead.relation))
        lead = None
        if found is not None:
            _remember(course, note, found, settled[-1] if settled else None)
            settled.append(found)
    _name_works(course, note.text, settled)
    course.read.update(fold(note.text).split())
    course.texts[note.label] = note.text
    if settled:
        course.cited, course.gap = course.here, False
    elif not note.text:
        course.gap = True
    course.here = []
    return tuple(settled)


def _remember(course: Course, note: NoteText, found: Settled, before: Settled | None) -> None:
    mention, number = found.mention, found.answer.work
    names = mention.pointer.names
    if number is not None:
        work = course.known.works[number]
        names = work.entry.get("author") or work.entry.get("editor")
        course.known.cited_in(note.label, course.position, work, is_new_note=not course.here)
        for siglum in mention.sigla:
            course.known.name(siglum, work)
    between = note.text[before.mention.end : mention.start] if before else ""
    is_aside = between.lstrip(" ,").startswith(("(", "[")) and ")" not in between and "]" not in between
    is_aside = is_aside or (bool(course.here) and course.here[-1].is_aside and not {")", "]"} & set(between))
    course.here.append(Cited(number, mention.relation, names, is_aside))


def _name_works(course: Course, text: str, settled: Sequence[Settled]) -> None:
    """Remember the names that sentences of the note give to the citation before them."""
    for start, name in find_declared(text):
        owner = next((s for s in reversed(settled) if s.mention.start < start and s.answer.work is not None), None)
        if owner is not None and owner.answer.work is not None:
            course.known.name(name, course.known.works[owner.answer.work])


def _settle(course: Course, note: NoteText, mention: Mention) -> Settled | None:
    """One mention's answer; None for a guess that fits nothing."""
    words = note.text[mention.start : mention.end]
    back = mention.pointer.back
    if mention.container is not None:
        return settle_container(course, mention, words)
    if back is Back.IBID or (back is Back.IDEM and mention.parsed is None):
        return _settle_repeated(course, note, mention, words)
    if back is Back.EARLIER:
        return _settle_earlier(course, note, mention, words)
    if back is Back.IDEM and mention.pointer.title and (same := _find_by_same_author(course, mention, words)):
        return same
    found = (
        find_by_leading_siglum(course, mention, words)
        or _find_in_set(course, mention, words)
        or find_chapter(course, mention, words)
    )
    if found is not None:
        return found
    if back in (Back.GUESS, Back.TITLE):
        return _settle_short(course, note, mention, words)
    return settle_full(course, mention, words, note.text)


def _settle_earlier(course: Course, note: NoteText, mention: Mention, words: str) -> Settled:
    """What "op. cit." means, a chapter in it that is new, or the collection that only a chapter of it names yet."""
    divided = find_divided(course, mention, words)
    if divided is not None:
        return divided
    answer = find_earlier(course, mention.pointer, note.text[: mention.start], mention.locator or "")
    if answer.work is None or answer.confidence <= _HARDLY_SURE:
        collection = find_own_collection(course, mention, words)
        return collection or Settled(mention, answer)
    return Settled(mention, answer)


def _settle_repeated(course: Course, note: NoteText, mention: Mention, words: str) -> Settled:
    """What "Ibid." repeats, or a part of it that is new: "H. Roe, “The Sea”, ibid., IX. 208"."""
    is_letter = read_letter(words) is not None
    if is_letter and (part := read_part(course, mention, words)):
        return take_in(course, part, words, "A letter in the file cited just before.", 0.75)
    if mention.pointer.title and not mention.pointer.label and not is_letter:
        earlier = find_earlier(course, mention.pointer, "", mention.locator or "")
        if earlier.work is not None and earlier.confidence >= 0.75:
            return Settled(mention, earlier)
        if part := read_part(course, mention, words):
            return take_in(course, part, words, "A part of what is cited just before.", 0.75)
    answer = find_repeated(course, mention.pointer, note.text[: mention.start], mention.locator or "")
    return Settled(mention, answer)


def _find_by_same_author(course: Course, mention: Mention, words: str) -> Settled | None:
    """A title of the author named last, cited before, or the book of his that only an essay in it has named yet.

    "Idem, Britain and the Vatican, 99"; "Dies., Theorie des Salzes (Fn. 30), S. 11".
    """
    names = course.first_name()
    if not names:
        return None
    named = replace(mention, pointer=replace(mention.pointer, names=names))
    is_title = any(candidate.title >= _A_TITLE for candidate in course.known.by_title(mention.pointer.title))
    if not is_title and mention.pointer.label and (whole := find_own_collection(course, named, words)):
        return whole
    answer = find_earlier(course, replace(mention.pointer, names=names), "", mention.locator or "")
    return Settled(mention, answer) if answer.work is not None else None


def _find_in_set(course: Course, mention: Mention, words: str) -> Settled | None:
    """The set that a letter is printed in: "Roe to Marsh, May 10, 1783, Wharton, VI. 423"."""
    letter = read_letter(words)
    rest = words[letter.end :].lstrip(" ,") if letter else ""
    if not rest:
        return None
    shortened = find_shortened(course, rest)
    if shortened is not None and is_printed(course, rest):
        return Settled(shorten(mention, shortened[1]), shortened[0])
    parsed = parse_citation(rest, course.style.language)
    if parsed is None or is_undated(parsed.entry) or parsed.entry.entrytype not in ("book", "mvbook", "collection"):
        return None
    whole = replace(mention, parsed=parsed, locator=parsed.locator)
    return take_in(course, whole, rest, "It is cited in full, for a letter printed in it.", mention.certainty)


def _settle_short(course: Course, note: NoteText, mention: Mention, words: str) -> Settled | None:
    answer = find_by_short_title(course, mention)
    if answer.work is not None and _stands_elsewhere(mention, course.known.works[answer.work].entry):
        answer = Answer(None, "A work of that title is cited before, but not from there.", 0.7)
    is_guess = mention.pointer.back is Back.GUESS
    if answer.work is None and (mention.locator or not is_guess):
        shortened = find_shortened(course, words)
        if shortened is not None:
            return Settled(shorten(mention, shortened[1]), shortened[0])
    if is_guess and answer.work is None:
        return Settled(mention, answer) if answer.is_torn and mention.locator else None
    if answer.work is not None or not _can_stand_alone(mention):
        return Settled(_with_place(course, mention, answer, words), answer)
    if (collection := find_own_collection(course, mention, words)) is not None:
        return collection
    if _is_bare_short(mention) and course.is_dangling(mention.pointer.names):
        return Settled(mention, Answer(None, f"No earlier note cites {mention.pointer.names}.", 0.7))
    return settle_full(course, mention, words, note.text)


def _with_place(course: Course, mention: Mention, answer: Answer, words: str) -> Mention:
    """The mention with the range of pages it ends with, unless these are the work's own."""
    place = "" if mention.locator else split_place(words)[1]
    own = course.known.works[answer.work].entry.get("pages") if answer.work is not None else ""
    return shorten(mention, place) if place and re.findall(r"\d+", own) != re.findall(r"\d+", place) else mention


def _stands_elsewhere(mention: Mention, work: Entry) -> bool:
    """Whether a title without a name stands in a journal or programme, and the book that bears it does not."""
    entry = mention.parsed.entry if mention.parsed else None
    if entry is None or mention.pointer.names or not entry.get("title"):
        return False
    place = entry.get("journaltitle") or entry.get("series")
    others = [work.get(name) for name in _PLACES if work.get(name)]
    return bool(place) and not any(is_same_container(place, other) for other in others)


def _is_bare_short(mention: Mention) -> bool:
    """Whether it is a name, a title and a page: no first citation has so little."""
    entry = mention.parsed.entry if mention.parsed else None
    has_page = bool(mention.pointer.title and mention.locator)
    return (
        entry is not None and has_page and set(entry.fields) <= {"author", "title"} and "," not in entry.get("author")
    )


def _can_stand_alone(mention: Mention) -> bool:
    entry = mention.parsed.entry if mention.parsed else None
    is_only_a_name = bool(mention.pointer.names) and not mention.pointer.title
    return entry is not None and not is_only_a_name and bool(entry.get("title") or entry.get("journaltitle"))
