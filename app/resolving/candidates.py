"""A pointer's names, title and year in, the known works that fit them out, with how well."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz

from app.citations import Back, Pointer
from app.folding import fold
from app.resolving.heads import divisions, tidy
from app.resolving.known import Candidate, KnownWork, KnownWorks
from app.resolving.likeness import has_numbers_of, near_title, year_of
from app.resolving.naming import EDITOR_MARK, name_key, names_likeness
from app.wordlists import word_set

_NAMED = 0.5
_TITLED = 0.85
_MOST_NAMES = 5
_WORD = re.compile(r"[^\W\d_]{3,}\.?")
_CAPITALS = re.compile(r"(?:[A-Z]\.?\s?){2,5}$")
_FEWEST_LETTERS = 8
_SHORTEST_NAME = 4
_FIRST_WORDS = 40
_AUTHOR = 6
_NEAR, _FAR = 3, 8
_LEADING_IN = {"in", "dans", "en", "nel", "em", "ed", "hg", "dir"}
_JOINT = re.compile(r"\s(?:and|und|et|y|e|u\.|mit|with)\s(?!al\b|others|alii)|\s?[&/]\s?")
_BOOKS = ("book", "mvbook", "collection")


def find_candidates(known: KnownWorks, pointer: Pointer) -> list[Candidate]:
    """The works that fit all that a pointer says: names, title and year.

    The head is taken as it was read; where nothing fits, every other way to part it into names and title is tried.
    """
    if pointer.title[:1].isdigit() and pointer.names:
        # "Olson, 45 P.2d at 15": a reporter's volume is no title, and a case is known by its first party.
        pointer = replace(pointer, title="")
    plain = tidy(pointer)
    found = _by_other_divisions(known, plain) if "," in plain.names and not plain.title else []
    found = found or _by_names_and_title(known, plain) or _by_other_divisions(known, pointer)
    if not found and not (plain.names and plain.title) and not (plain.back is Back.GUESS and plain.title):
        found = by_words(known, plain.names or plain.title, is_name=bool(plain.names))
    return _of_year(found, pointer.year)


def _of_year(candidates: list[Candidate], year: str) -> list[Candidate]:
    found = [c for c in candidates if year_of(c.work.entry) == year[:4]] if year else candidates
    # "1999b": so printed where the work is cited in full.
    lettered = [c for c in found if len(year) > 4 and any(year in words for words in c.work.words)]
    return lettered or found


def _by_names_and_title(known: KnownWorks, pointer: Pointer) -> list[Candidate]:
    if pointer.names:
        named = [c for c in known.by_names(pointer.names) if c.names >= _NAMED]
        if pointer.title:
            return with_title(named, pointer.title) or _by_whole_head(known, pointer) or _by_spoilt_name(known, pointer)
        named = [c for c in named if are_all_his(pointer.names, c)]
        return named or [c for c in known.by_title(pointer.names) if c.title >= 0.88]
    found = known.by_title(pointer.title) or _by_other_divisions(known, pointer)
    if not found and pointer.back is not Back.GUESS and len(pointer.title.split()) <= _MOST_NAMES:
        found = [c for c in known.by_names(pointer.title) if c.names >= _TITLED]
    return found


def with_title(named: list[Candidate], title: str) -> list[Candidate]:
    """Of an author's works those whose title this may be."""
    likenesses = [
        (c, max(near_title(title, c.work.entry.get("title")), near_title(title, c.work.entry.get("shorttitle"))))
        for c in named
    ]
    return [Candidate(c.work, c.names, likeness) for c, likeness in likenesses if likeness]


def _by_other_divisions(known: KnownWorks, pointer: Pointer) -> list[Candidate]:
    """The work of "Roe, Henry Marlow and Modern Science", whose title looked like further authors."""
    for other in divisions(pointer):
        if other.names and other.title:
            named = [c for c in known.by_names(other.names) if c.names >= _NAMED]
            if found := with_title(named, other.title):
                return found
    return []


def _by_whole_head(known: KnownWorks, pointer: Pointer) -> list[Candidate]:
    """One title with a comma that looked like name and title: "Report on X, Cmnd"."""
    return [c for c in known.by_title(f"{pointer.names}, {pointer.title}") if c.title >= 0.9]


def _by_spoilt_name(known: KnownWorks, pointer: Pointer) -> list[Candidate]:
    """The work whose title this is and whose author's name differs by what a scanner or a slip does to it."""
    wanted = name_key(pointer.names)
    return [
        Candidate(c.work, 0.5, c.title)
        for c in known.by_title(pointer.title)
        if c.title >= 0.87
        and fuzz.partial_ratio(wanted, name_key(c.work.entry.get("author") or c.work.entry.get("editor"))) >= 70
    ]


def by_words(known: KnownWorks, head: str, is_name: bool = False) -> list[Candidate]:
    """A name that only the words of a citation hold: "(the Tarrant report)", "Dropmore MSS.".

    Words before a comma must stand where an author does.
    """
    tokens = said_tokens(head)
    if sum(len(token) for token, _ in tokens) < (_SHORTEST_NAME if is_name else _FEWEST_LETTERS):
        return []
    said = [work for work in known.by_said(tokens, is_name) if has_numbers_of(head, " ".join(work.words))]
    return [Candidate(work, 0.55, 0.0) for work in said if "," not in head or _goes_on_as(work, head)]


def _goes_on_as(work: KnownWork, head: str) -> bool:
    """Whether the words behind a name in a citation are those behind the comma: "Horst Gies, NSDAP und ...".

    A name that "in" leads to is an editor's, and the title behind it a collection's.
    """
    name, _, rest = head.partition(",")
    last, wanted = fold(name).split()[-1:], fold(rest).split()
    for words in work.words:
        printed = fold(words).split()
        for at, word in enumerate(printed[:_FIRST_WORDS]):
            is_here = word == "".join(last) and not set(printed[max(0, at - _NEAR) : at]) & _LEADING_IN
            if is_here and all(any(w.startswith(t) for w in printed[at + 1 : at + _FAR]) for t in wanted):
                return True
            if at < _AUTHOR and last and word.startswith(last[0]):
                return True
    return False


def are_all_his(names: str, candidate: Candidate) -> bool:
    """Whether words taken for names are a work's people, and no title: "Maitland, Domesday Book and Beyond"."""
    if joins_a_stranger(names, candidate.work):
        return False
    if "," not in names:
        return True
    if candidate.names < _TITLED or names_likeness(names.partition(",")[0], candidate.work.entry) < _NAMED:
        return False
    held = fold(f"{candidate.work.entry.get('author')} {candidate.work.entry.get('editor')}").split()
    behind = [word for word in fold(names.partition(",")[2]).split() if len(word) > 2]
    initials = {word[0] for word in held if len(word) == 1}
    return all(word in held or word[0] in initials or word in word_set("people", "given") for word in behind)


def joins_a_stranger(names: str, work: KnownWork) -> bool:
    """Whether somebody is named beside the one author a work has, whom its citation does not hold."""
    people = work.entry.get("author") or work.entry.get("editor")
    groups = [fold(group).split() for group in _JOINT.split(EDITOR_MARK.sub("", names))]
    if len(groups) < 2 or " and " in people:
        return False
    held = " ".join(name_key(word) for word in fold(f"{people} {' '.join(work.words)}").split())
    return any(group and len(group[-1]) > 2 and name_key(group[-1]) not in held for group in groups)


def said_tokens(words: str) -> list[tuple[str, bool]]:
    """The folded words of a head, initials left out, each with whether a stop marks it as cut short."""
    return [(fold(match[0]), match[0].endswith(".")) for match in _WORD.finditer(words)]


def by_initials(known: KnownWorks, words: str) -> list[Candidate]:
    """The book whose title's first letters are given: "G.P." for "Die Grosse Politik"."""
    if not _CAPITALS.fullmatch(words):
        return []
    works = known.by_initials(fold(words).replace(" ", ""))
    return [Candidate(work, 0.0, 0.6) for work in works if work.entry.entrytype in _BOOKS]
