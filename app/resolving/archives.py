"""Words that begin with a name given earlier in, the work or the archive's document so named out: "OC, III, p. 45"."""

from __future__ import annotations

import re
from dataclasses import replace

from app.citations import Back, Mention
from app.citations.locators import read_locator
from app.citations.shapes import is_archival
from app.entry import Entry
from app.fields import ParsedCitation, parse_citation
from app.folding import fold
from app.resolving.course import Course
from app.resolving.heads import split_place
from app.resolving.known import KnownWork
from app.resolving.settled import Answer, Settled
from app.resolving.taking import take_in

_SIGLUM = re.compile(r"(?P<name>[^,]{1,60}?)(?P<rest>,.*|\s(?:[IVXLC]+\b|[ivxlc]+\b|\d).*)$")
# The leaf of a document is a place in it: "Marine B3 421, fol. 9".
_LEAF = re.compile(r",\s(?:fols?|ff?|Bl|pp?|S|pièce|pag|dossier|doss)\.?\s?\d[^,]*$")
_ACRONYM = re.compile(r"[A-Z]{2,6}(?:\s|$)")
_ARCHIVE = re.compile(r"[,(\[]")


def find_by_leading_siglum(course: Course, mention: Mention, words: str) -> Settled | None:
    """The work, or a document of the archive, whose name for later notes the citation begins with."""
    named = _named_by_siglum(course, words)
    if named is not None:
        place = split_place(words)[1]
        return Settled(replace(mention, locator=place or mention.locator), named)
    is_siglum_title = mention.parsed is not None and mention.parsed.entry.get("title") == words.partition(",")[0]
    if mention.pointer.back is not Back.NOTHING or is_siglum_title:
        return _find_document(course, mention, words)
    return None


def _named_by_siglum(course: Course, words: str) -> Answer | None:
    """The book of "OC, III, p. 45"; behind an archive's "AN" stands another document each time."""
    parts = _SIGLUM.match(words)
    if parts is None:
        return None
    name, rest = parts["name"], parts["rest"]
    work = course.known.by_siglum(name)
    if work is None or is_archive(work):
        return None
    locator = read_locator(rest, 0)
    if locator is None or locator.end < len(rest.rstrip(" .;")):
        return None
    return Answer(work.number, f"An earlier note gives the name {name} to this work.", 0.9)


def _find_document(course: Course, mention: Mention, words: str) -> Settled | None:
    """Another document of an archive named before: "ADN, M 154/13" after "Archives du Nord (ci-après ADN)"."""
    name, _, shelf_mark = words.partition(",")
    archive = _archive(course, name) if re.search(r"\d", shelf_mark) else None
    if archive is None:
        return None
    mark = _LEAF.sub("", shelf_mark.strip(" ."))
    same = next((work for work in course.known.of_archive(name) if _mark_of(work.words[0]) == fold(mark)), None)
    if same is None and _mark_of(archive.words[0]) == fold(mark):
        same = archive
    if same is not None and (_LEAF.search(shelf_mark) or mention.locator):
        return Settled(mention, Answer(same.number, f"The same document of the archive named {name}.", 0.85))
    parsed = _parse(course, words, archive, shelf_mark)
    entry = parsed.entry if parsed else Entry("unpublished", {"title": shelf_mark.strip(" ."), "library": name})
    reading = ParsedCitation(entry, 0, len(words), parsed.locator if parsed else None, 0.5)
    return take_in(course, replace(mention, parsed=reading), words, f"A document of the archive named {name}.", 0.6)


def is_archive(work: KnownWork) -> bool:
    """Whether what a note names is an archive; "British Papers on the War (London, 1926)" is a printed work."""
    return is_archival(work.words[0]) and not (work.entry.get("publisher") or work.entry.get("location"))


def _archive(course: Course, name: str) -> KnownWork | None:
    """What told of the archive: the note that gave it its name, or another document of it."""
    work = course.known.by_siglum(name)
    if work is not None:
        return work if is_archive(work) else None
    if not (_ACRONYM.match(name) or is_archival(name)):
        return None
    return next(iter(course.known.of_archive(name)), None)


def _mark_of(words: str) -> str:
    return fold(_LEAF.sub("", words.partition(",")[2].strip(" .")))


def _parse(course: Course, words: str, archive: KnownWork, shelf_mark: str) -> ParsedCitation | None:
    """The document as printed, else with the archive's full name, which the reader of fields may know it by."""
    parsed = parse_citation(words, course.style.language)
    if parsed is not None and parsed.entry.entrytype == "unpublished":
        return parsed
    full = f"{_ARCHIVE.split(archive.words[0], maxsplit=1)[0].strip()},{shelf_mark}"
    return parse_citation(full, course.style.language)
