"""Two mentions with a comma between in, whether they are one citation out: "Iidem, Title"; a letter and its set."""

from __future__ import annotations

from dataclasses import replace

from app.apparatus import Form
from app.citations import Back, Mention
from app.resolving.course import Course
from app.resolving.earlier import find_earlier
from app.resolving.letters import names_only_a_letter
from app.resolving.shortened import find_shortened, is_undated

UNPRINTED = ("unpublished", "manuscript", "misc")


def leads_to(course: Course, text: str, mention: Mention, behind: Mention) -> bool:
    """Whether a mention and the one behind its comma are one citation.

    So are "Iidem" and a title, "Ders." and "a.a.O.", "Id." and "ibid.", and a letter and the printed work that holds
    it, which is what is cited.
    """
    if text[mention.end : behind.start].strip() != ",":
        return False
    if mention.pointer.back is Back.IDEM:
        return _is_bare(mention) and _can_follow_the_same(behind)
    if not names_only_a_letter(text[mention.start : mention.end]):
        return False
    if behind.pointer.back is Back.EARLIER:
        return find_earlier(course, behind.pointer, "").work is not None
    if behind.parsed is not None and behind.form is Form.FULL and not is_undated(behind.parsed.entry):
        return behind.parsed.entry.entrytype not in UNPRINTED
    return is_printed(course, text[behind.start : behind.end])


def is_printed(course: Course, words: str) -> bool:
    """Whether words are short for a printed work cited before."""
    shortened = find_shortened(course, words)
    number = shortened[0].work if shortened else None
    return number is not None and course.known.works[number].entry.entrytype not in UNPRINTED


def joined(course: Course, lead: Mention | None, mention: Mention) -> Mention:
    """The mention with the word for "the same" author that stands before it."""
    if lead is None or lead.pointer.back is not Back.IDEM or mention.pointer.back is Back.IBID:
        return mention
    if mention.pointer.back is Back.EARLIER:
        return replace(mention, pointer=replace(mention.pointer, names=course.first_name()))
    return replace(mention, pointer=lead.pointer)


def _is_bare(mention: Mention) -> bool:
    return mention.parsed is None and not (mention.locator or mention.pointer.names or mention.pointer.title)


def _can_follow_the_same(behind: Mention) -> bool:
    pointer = behind.pointer
    if pointer.back in (Back.EARLIER, Back.IBID):
        return not pointer.names and not pointer.title
    entry = behind.parsed.entry if behind.parsed else None
    is_unsigned = entry is not None and not (entry.get("author") or entry.get("editor"))
    return pointer.back is Back.NOTHING and is_unsigned and entry is not None and bool(entry.get("title"))
