"""A part of what is cited just before in, its own entry out: "H. Roe, “The Sea”, ibid., IX. 208"."""

from __future__ import annotations

import re

from app.apparatus import Form
from app.citations import Mention, Pointer
from app.entry import Entry
from app.fields import ParsedCitation, parse_citation
from app.fields.names import format_people
from app.resolving.course import Course
from app.resolving.heads import divide, divide_part
from app.resolving.inheriting import make_chapter
from app.resolving.known import KnownWork
from app.resolving.letters import Letter, read_letter
from app.resolving.likeness import near_title
from app.resolving.places import part_volume

_RANGE = re.compile(r"[A-Z]?\d+\s?[-–]\s?\d+")
_HERE = re.compile(r",?\s?(?:at|here|hier|ici|aquí|esp\.|bes\.|especially|bzw\.)\s?")
_AT = re.compile(r"(?:at|hier|here|ici)\s(?:pp?\.|S\.)?\s?$")
QUOTES = '“‘„«»"`'
_IN_ARCHIVE = ("library", "howpublished", "note", "eprint", "series", "institution")
# What a work stands in or is, that may have parts with authors of their own.
_ARCHIVAL = ("unpublished", "misc", "manuscript")


def read_part(course: Course, mention: Mention, words: str) -> Mention | None:
    """The mention of a new part of what is cited just before: a chapter, an article of the same journal, a document.

    Returns:
        None where the words before "ibid." name the work itself, or nothing.
    """
    before = course.last_work()
    at = words.casefold().rfind(mention.pointer.word.casefold())
    head = words[:at].strip(" ,;:([") if at > 0 else ""
    if before is None or not head or not mention.pointer.title:
        return None
    letter = read_letter(head)
    if letter is not None and read_letter(before.words[0]) is not None:
        entry = _letter(letter, before)
    elif before.entry.entrytype in _ARCHIVAL:
        entry = _document(head, before.entry)
    elif letter is not None:
        return None
    else:
        entry = _chapter(head, mention, before)
    if entry is None or (letter is None and near_title(entry.get("title"), before.entry.get("title"))):
        return None
    extent, place = part_extent(mention, words)
    if extent and entry.entrytype != "unpublished":
        entry = entry.with_fields(pages=extent)
    parsed = ParsedCitation(entry, 0, len(words), place, 0.6)
    return Mention(
        mention.start, mention.end, Form.FULL, Pointer(mention.pointer.back, mention.pointer.word), mention.relation,
        place, parsed, None, mention.sigla, 0.75, mention.in_list,
    )  # fmt: skip


def part_extent(mention: Mention, words: str) -> tuple[str, str | None]:
    """The pages a part takes up and the page pointed at: a range is the extent unless "at" says else."""
    locator = mention.locator or ""
    _, place = part_volume(locator)
    match = _RANGE.match(place)
    at = words.rfind(place)
    if match is None or (at > 0 and _AT.search(words[:at])):
        return "", mention.locator
    rest = _HERE.sub("", place[match.end() :]).strip(" ,")
    return re.sub(r"\s?[-–]\s?", "--", match[0]), rest or None


def _chapter(head: str, mention: Mention, before: KnownWork) -> Entry | None:
    divided = divide_part(head, mention.pointer)
    names, title = (divided.part.names, divided.part.title) if divided else divide(head)
    if not title or (not names and head[0] not in QUOTES):
        return None
    fields = {"author": format_people(names), "title": title} if names else {"title": title}
    chapter = make_chapter(Entry("incollection", fields), before.entry)
    volume, _ = part_volume(mention.locator or "")
    return chapter.with_fields(volume=volume) if volume else chapter


def _letter(letter: Letter, before: KnownWork) -> Entry | None:
    """Another letter where the one before lies: what is printed of that, with the parties and the day of this."""
    known = read_letter(before.words[0])
    place = before.words[0][known.end :].strip(" ,.") if known else ""
    parsed = parse_citation(f"{letter.title}, {letter.date}, {place}")
    return parsed.entry if parsed is not None else None


def _document(head: str, before: Entry) -> Entry | None:
    """Another paper of the same file: its place is that of the one before."""
    place = {name: before.get(name) for name in _IN_ARCHIVE if before.get(name)}
    if not place:
        return None
    # An archive's mark makes the reader of fields see a document, whose date it then reads.
    parsed = parse_citation(f"{head}, F.O. 1/1")
    if parsed is None or parsed.entry.entrytype != "unpublished":
        return Entry("unpublished", {"title": head, **place})
    read = {name: parsed.entry.get(name) for name in ("author", "title", "date")}
    return Entry("unpublished", {**read, **place})
