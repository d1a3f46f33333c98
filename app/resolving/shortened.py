"""A citation without date or imprint in, the work cited before that it may be short for out: "Sorel, VI. 96"."""

from __future__ import annotations

import re
from dataclasses import replace

from app.apparatus import Form
from app.citations import Back, Mention, Pointer
from app.citations.naming import read_people
from app.entry import Entry
from app.resolving.archives import is_archive
from app.resolving.candidates import are_all_his, by_initials, by_words, said_tokens, with_title
from app.resolving.choosing import decide
from app.resolving.course import Course
from app.resolving.earlier import find_by_siglum
from app.resolving.heads import divisions, split_place
from app.resolving.known import Candidate
from app.resolving.likeness import has_numbers_of, title_key
from app.resolving.naming import names_likeness
from app.resolving.settled import Answer

_TELLING = ("date", "urldate", "url", "doi", "eprint", "publisher", "location", "institution", "edition", "pubstate")
_COMMA = re.compile(r",\s(?=\d|[IVXLC]+\b|[ivxlc]+\b|(?:vol|Bd|t|tome|tomo|no|Nr|p|pp|S)\.?\s?\d)")
_LONGEST_SIGLUM = 60
_NAMED = 0.6
_SURELY_NAMED = 0.85
_MOST_NAME_WORDS = 4


def is_undated(entry: Entry) -> bool:
    """Whether nothing is said of when and where a work came out, as in short citations and in old full ones."""
    return not any(entry.get(name) for name in _TELLING)


def find_shortened(course: Course, words: str, author: str = "") -> tuple[Answer, str] | None:
    """The earlier work that a citation names by siglum, author and title, title, or author and volume; and the place.

    Args:
        course: the works cited so far.
        words: the citation as printed.
        author: who the work is by, where that stands elsewhere in the note.

    Returns:
        None where no earlier work fits, so that the citation stands for a work of its own.
    """
    head, place = split_place(words)
    if not head:
        return None
    pointer = Pointer(Back.TITLE, title=head)
    answer = find_by_siglum(course, pointer)
    if answer is None and (named := _by_leading_siglum(course, words)) is not None:
        return named
    if answer is None:
        candidates = (
            _by_author_and_title(course, pointer)
            or _by_title(course, head, author)
            or (_by_author(course, head) if place else [])
            or (by_initials(course.known, head) if place else [])
            or (_not_by_another(by_words(course.known, head), author) if place and len(said_tokens(head)) > 1 else [])
        )
        answer = decide(course, pointer, candidates, place) if candidates else None
    return (answer, place) if answer is not None and answer.work is not None else None


def shorten(mention: Mention, place: str) -> Mention:
    """The mention as the short citation it proved to be."""
    return replace(mention, form=Form.SHORT, locator=place or mention.locator)


def _by_author_and_title(course: Course, pointer: Pointer) -> list[Candidate]:
    for other in divisions(pointer):
        if other.names and other.title:
            named = [c for c in course.known.by_names(other.names) if c.names >= _NAMED]
            if found := with_title(named, other.title):
                return found
    return []


def _by_title(course: Course, head: str, author: str) -> list[Candidate]:
    """A book with this title that is not somebody else's."""
    if len(said_tokens(head)) < 2:
        return []
    titled = [
        c
        for c in course.known.by_title(head)
        if c.title >= 0.85 and c.work.entry.entrytype != "article" and _may_be(head, c.work.entry.get("title"))
    ]
    return _not_by_another(titled, author)


def _by_leading_siglum(course: Course, words: str) -> tuple[Answer, str] | None:
    """The work of "G.P., XIV, Part II, 471": before a comma its name, behind it a place however printed."""
    for match in _COMMA.finditer(words[:_LONGEST_SIGLUM]):
        work = course.known.by_siglum(words[: match.start()])
        if work is not None and not is_archive(work):
            name = words[: match.start()]
            return Answer(work.number, f"An earlier note gives the name {name} to this work.", 0.9), words[
                match.end() :
            ].rstrip(" .")
    return None


def _may_be(head: str, title: str) -> bool:
    """Whether the numbers agree, and a head with a comma is no name and title: "Am. State Papers, For. Rel."."""
    begins_alike = "," not in head or title_key(title).startswith(title_key(head).split()[0])
    return begins_alike and has_numbers_of(head, title)


def _not_by_another(candidates: list[Candidate], author: str) -> list[Candidate]:
    if not author:
        return candidates
    return [
        c
        for c in candidates
        if not (c.work.entry.get("author") or c.work.entry.get("editor"))
        or names_likeness(author.split(",")[0], c.work.entry) >= _NAMED
    ]


def _by_author(course: Course, head: str) -> list[Candidate]:
    people = read_people(head, 0, len(head))
    if people is None or people.end < len(head) or people.words > _MOST_NAME_WORDS:
        return []
    return [c for c in course.known.by_names(head) if c.names >= _SURELY_NAMED and are_all_his(head, c)]
