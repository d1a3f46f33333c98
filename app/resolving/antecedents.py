"""A back-reference and the works cited before it in, the one work meant out, or the reason why none can be named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from app.apparatus import Relation
from app.citations import Back, Mention, Pointer
from app.citations.pointers import PREVIOUS
from app.folding import fold
from app.resolving.known import Candidate, KnownWork, KnownWorks
from app.resolving.likeness import names_likeness, year_of
from app.resolving.settled import Answer

_ARTICLES = ("article", "incollection", "inproceedings")
# Law reviews print articles of two hundred pages; one whose end is not given is no longer.
_LONGEST_ARTICLE = 200
_BOOKS = ("book", "collection", "mvbook", "thesis", "report", "booklet", "proceedings")


@dataclass(slots=True)
class Course:
    """How far the reading of an article's notes has come.

    Attributes:
        known: every work met so far.
        cited: the works of the last note that cites any, by relation, in text order; None for an open citation.
        here: the same for the note being read.
        gap: whether an empty note lies between that note and this one.
    """

    known: KnownWorks = field(default_factory=KnownWorks)
    cited: list[tuple[int | None, Relation]] = field(default_factory=list)
    here: list[tuple[int | None, Relation]] = field(default_factory=list)
    gap: bool = False


def find_repeated(course: Course, pointer: Pointer, text: str, page: str = "") -> Answer:
    """Which work "Ibid.", "ebenda" or "id." repeats: the one cited just before, if it is one.

    After a note with several works a name decides ("BCM, id."); where none is given the citation stays open.
    The Chicago Manual (14.34) forbids an Ibid. there for that reason.
    """
    if pointer.label:
        return find_earlier(course, pointer, text)
    before = course.here[-1:] or course.cited
    numbers = list(dict.fromkeys(number for number, _ in before))
    if pointer.names:
        named = [n for n in numbers if n is not None and _is_named(course.known.works[n], pointer.names)]
        if len(named) == 1:
            return Answer(named[0], f"It repeats the work of {pointer.names} cited just before.", 0.95)
        if not named and (answer := find_earlier(course, pointer, text)).work is not None:
            return Answer(answer.work, f"The work cited just before is not by {pointer.names}; an earlier one is.", 0.6)
    if len(numbers) > 1 and (holder := _holding_page(course, numbers, page)) is not None:
        return Answer(holder, "Of the works cited just before only this one has that page.", 0.75)
    return _repeat(course, numbers, before)


def _holding_page(course: Course, numbers: list[int | None], page: str) -> int | None:
    """The one article of several that has the page cited; a book among them may have any and leaves it open."""
    digits = re.match(r"\d+", page)
    fitting = []
    for number in numbers:
        extent = (
            re.match(r"(\d+)(?:\s?[-–]+\s?(\d+))?$", course.known.works[number].entry.get("pages"))
            if number is not None
            else None
        )
        if digits is None or extent is None:
            return None
        first, last = int(extent[1]), int(extent[2] or int(extent[1]) + _LONGEST_ARTICLE)
        if first <= int(digits[0]) <= last:
            fitting.append(number)
    return fitting[0] if len(fitting) == 1 else None


def _repeat(course: Course, numbers: list[int | None], before: list[tuple[int | None, Relation]]) -> Answer:
    """The one work that a bare "Ibid." can mean."""
    if not numbers:
        return Answer(None, "No work is cited before it.", 0.9)
    if len(numbers) > 1:
        numbers = _quoting(before) or numbers
    if len(numbers) > 1:
        return Answer(
            None, f"The note before cites {len(numbers)} works, and nothing says which of them is meant.", 0.7
        )
    if numbers[0] is None:
        return Answer(None, "The citation it repeats is itself unresolved.", 0.8)
    if course.here:
        return Answer(numbers[0], "It repeats the work cited just before in the same note.", 0.93)
    if course.gap:
        return Answer(numbers[0], "An empty note stands between; the last work cited before that is taken.", 0.7)
    return Answer(numbers[0], "It repeats the only work of the note before that cites one.", 0.97)


def _quoting(before: list[tuple[int | None, Relation]]) -> list[int | None]:
    """Of "A, quoted in B" the work that lay on the table: B."""
    if {relation for _, relation in before} == {Relation.QUOTED_SOURCE, Relation.QUOTED_IN}:
        return list(dict.fromkeys(number for number, relation in before if relation is Relation.QUOTED_IN))
    return []


def _is_named(work: KnownWork, names: str) -> bool:
    if names_likeness(names, work.entry) >= 0.5:
        return True
    wanted = {token for token in fold(names).split() if len(token) > 2} - {"and", "und"}
    return bool(wanted) and any(wanted <= set(fold(words[:200]).split()) for words in work.words)


def find_earlier(course: Course, pointer: Pointer, text: str) -> Answer:
    """Which earlier work "Marsh, op. cit., n. 4" or "Urban (2013), a.a.O." means: one candidate or none."""
    known = course.known
    for words in (pointer.names, pointer.title, f"{pointer.names} {pointer.title}"):
        if words.strip() and (work := known.by_siglum(words)):
            return Answer(work.number, f"An earlier note gives the name {words.strip()} to this work.", 0.97)
    if pointer.label and (answer := _find_in_note(course, pointer)):
        return answer
    if pointer.names or pointer.title:
        return _decide(pointer, find_candidates(known, pointer))
    return _find_unnamed(course, text)


def _find_in_note(course: Course, pointer: Pointer) -> Answer | None:
    """The work of the note whose label is named; a name picks it out of several, or stands in its words ("Tarrant")."""
    if pointer.label == PREVIOUS:
        works = [
            course.known.works[number] for number in dict.fromkeys(n for n, _ in course.cited) if number is not None
        ]
    else:
        works = course.known.in_note(pointer.label)
    if not works:
        return None
    where = "the note before" if pointer.label == PREVIOUS else f"note {pointer.label}"
    if not pointer.names and not pointer.title:
        if len(works) == 1:
            return Answer(works[0].number, f"It points at {where}, which cites only this work.", 0.93)
        return Answer(None, f"It points at {where}, which cites {len(works)} works.", 0.8)
    candidates = [c for c in find_candidates(course.known, pointer) if c.work in works] if pointer.title else []
    if len(candidates) == 1:
        return Answer(candidates[0].work.number, f"Its title stands in {where}.", 0.97)
    chosen = _of_year(_named_among(works, pointer), pointer.year)
    if len(chosen) == 1:
        return Answer(chosen[0].number, f"It points at {where}, where this work of {pointer.names} is cited.", 0.97)
    if chosen:
        return Answer(None, f"It points at {where}, which cites {len(chosen)} works of {pointer.names}.", 0.8, True)
    if find_candidates(course.known, pointer):
        return None
    if len(works) == 1:
        reason = f"It points at {where}, which cites only this work, though not under that name."
        return Answer(works[0].number, reason, 0.6)
    return Answer(None, f"It points at {where}, where no work of {pointer.names} is cited.", 0.7)


def _named_among(works: list[KnownWork], pointer: Pointer) -> list[KnownWork]:
    """Of a note's works those whose author is named, or whose citation holds the name ("the Tarrant report")."""
    named = [(names_likeness(pointer.names, work.entry), work) for work in works]
    best = max(likeness for likeness, _ in named)
    chosen = [work for likeness, work in named if likeness == best] if best >= 0.5 else []
    return chosen or [work for work in works if _is_named(work, pointer.names or pointer.title)]


def _of_year(works: list[KnownWork], year: str) -> list[KnownWork]:
    return [work for work in works if year_of(work.entry) == year[:4]] if year else works


def find_candidates(known: KnownWorks, pointer: Pointer) -> list[Candidate]:
    """The works that fit all that a pointer says: names, title and year."""
    if pointer.title[:1].isdigit() and pointer.names:
        # "Olson, 45 P.2d at 15": a reporter's volume is no title, and a case is known by its first party.
        pointer = replace(pointer, title="")
    if "," in pointer.names and not pointer.title and (listed := _by_title_of_names(known, pointer)):
        return listed
    if pointer.names:
        named = {c.work.number: c for c in known.by_names(pointer.names) if c.names >= 0.5}
        if not named and not pointer.title:
            return [c for c in known.by_title(pointer.names) if c.title >= 0.88] or _by_words(known, pointer.names)
        candidates = list(named.values())
        if pointer.title:
            titled = {c.work.number: c.title for c in known.by_title(pointer.title)}
            both = [Candidate(c.work, c.names, titled[c.work.number]) for c in candidates if c.work.number in titled]
            candidates = both or _by_whole_head(known, pointer) or _by_spoilt_name(known, pointer)
    else:
        candidates = known.by_title(pointer.title)
        if not candidates and pointer.back is not Back.GUESS:
            candidates = [c for c in known.by_names(pointer.title) if c.names >= 0.85]
    if pointer.year:
        candidates = [c for c in candidates if year_of(c.work.entry) == pointer.year[:4]]
    return candidates


def _by_title_of_names(known: KnownWorks, pointer: Pointer) -> list[Candidate]:
    """The work of "Roe, Henry Marlow and Modern Science", whose title looked like further authors."""
    names, _, title = pointer.names.partition(",")
    titled = {c.work.number: c.title for c in known.by_title(title) if c.title >= 0.85}
    named = [c for c in known.by_names(names) if c.names >= 0.5 and c.work.number in titled] if titled else []
    return [Candidate(c.work, c.names, titled[c.work.number]) for c in named]


def _by_whole_head(known: KnownWorks, pointer: Pointer) -> list[Candidate]:
    """One title with a comma that looked like name and title: "Report on X, Cmnd"."""
    return [c for c in known.by_title(f"{pointer.names}, {pointer.title}") if c.title >= 0.9]


def _by_spoilt_name(known: KnownWorks, pointer: Pointer) -> list[Candidate]:
    """The work whose title this is and whose author's name differs by what a scanner or a slip does to it."""
    wanted = fold(pointer.names)
    return [
        Candidate(c.work, 0.5, c.title)
        for c in known.by_title(pointer.title)
        if c.title >= 0.87
        and fuzz.partial_ratio(wanted, fold(c.work.entry.get("author") or c.work.entry.get("editor"))) >= 70
    ]


def _by_words(known: KnownWorks, names: str) -> list[Candidate]:
    """A name that only the words of a citation hold: "(the Tarrant report)"."""
    wanted = f" {fold(names)} "
    if len(wanted) < 6:
        return []
    return [
        Candidate(w, 0.6, 0.0) for w in known.works[-200:] if any(wanted in f" {fold(words)} " for words in w.words)
    ]


def _decide(pointer: Pointer, candidates: list[Candidate]) -> Answer:
    said = ", ".join(part for part in (pointer.names, pointer.title) if part)
    if not candidates:
        return Answer(None, f"No work cited before fits “{said}”.", 0.7)
    best = _leading(candidates)
    if len(best) > 1:
        best = _of_kind(best, pointer.word)
    if len(best) > 1:
        best = _of_given_name(best, pointer.names)
    if len(best) > 1:
        return Answer(None, f"{len(best)} works cited before fit “{said}”, and nothing says which is meant.", 0.8, True)
    chosen = best[0]
    sure = 0.97 if len(candidates) == 1 else 0.85
    sure = min(sure, 0.75) if chosen.names < 0.8 and chosen.title < 0.9 else sure
    return Answer(chosen.work.number, _why(pointer, chosen, len(candidates)), sure)


def _why(pointer: Pointer, chosen: Candidate, count: int) -> str:
    if chosen.title and chosen.names:
        return "Author and title are those of this work."
    if chosen.title:
        return "The title is that of this work."
    if count == 1:
        return f"It is the only work of {pointer.names} cited before" + (
            f", of {pointer.year}." if pointer.year else "."
        )
    return f"Of the works of {pointer.names} cited before it fits best."


def _leading(candidates: list[Candidate]) -> list[Candidate]:
    """Those that fit best, where the best stand clear of the rest."""
    top = max(candidate.fit for candidate in candidates)
    return [candidate for candidate in candidates if candidate.fit >= top - 0.02]


def _of_kind(candidates: list[Candidate], word: str) -> list[Candidate]:
    """The one of the kind that the word says: "art. cit." an article, "op. cit." a book."""
    plain = fold(word)
    kinds: tuple[str, ...]
    if plain.startswith(("art", "article")):
        kinds = _ARTICLES
    elif re.match(r"op|ouvr|ob|diss|these|th", plain):
        kinds = _BOOKS
    else:
        return candidates
    fitting = [candidate for candidate in candidates if candidate.work.entry.entrytype in kinds]
    return fitting if len(fitting) == 1 else candidates


def _of_given_name(candidates: list[Candidate], names: str) -> list[Candidate]:
    """The one whose author bears the given name too: "Ann Roe, p. 12" where Jane Roe is cited as well."""
    wanted = {token for token in fold(names).split() if len(token) > 1}
    fitting = [
        candidate
        for candidate in candidates
        if len(wanted) > 1 and wanted <= set(fold(candidate.work.entry.get("author")).split())
    ]
    return fitting if len(fitting) == 1 else candidates


def _find_unnamed(course: Course, text: str) -> Answer:
    """The work of "Op. cit., p. 45" alone: its author stands in the sentence before it, or it is the one cited last."""
    named = {
        c.work.number
        for word in re.findall(r"[^\W\d_a-z][\w’'-]{3,}", text)
        for c in course.known.by_names(word)
        if c.names >= 0.85
    }
    if len(named) == 1:
        return Answer(named.pop(), "The sentence before names its author.", 0.7)
    numbers = {number for number, _ in (course.here[-1:] or course.cited)}
    if len(numbers) == 1 and None not in numbers:
        return Answer(numbers.pop(), "No author is named; the work cited just before is taken.", 0.5)
    return Answer(None, "No author is named, and several works are cited before it.", 0.7)


def find_by_short_title(course: Course, mention: Mention) -> Answer:
    """Which earlier work a short citation means: "Marlow, ‘The Harbour Trade’, 168", "Roe, 231".

    A guess ("Cold War: Backyard.") counts only where a title or siglum fits, or a name with a page has one work.
    """
    pointer = mention.pointer
    if (
        pointer.back is Back.GUESS
        and not pointer.title
        and mention.locator is None
        and not course.known.by_siglum(pointer.names)
    ):
        candidates = [c for c in course.known.by_title(pointer.names) if c.title >= 0.88]
        return _decide(pointer, candidates)
    answer = find_earlier(course, pointer, "")
    if answer.work is None and pointer.back is Back.GUESS and pointer.names and pointer.title:
        answer = _by_leading_siglum(course, pointer) or answer
    return answer


def _says_enough(course: Course, pointer: Pointer) -> bool:
    """Two words or a long one, or a siglum: "Cmnd 2154" might be anything."""
    words = f"{pointer.names} {pointer.title}"
    return (
        len(re.findall(r"[^\W\d_]{2,}", words)) >= 2
        or len(words.strip()) >= 4
        or course.known.by_siglum(words.strip()) is not None
    )


def _by_leading_siglum(course: Course, pointer: Pointer) -> Answer | None:
    """The work of "OC, III, 45": before the first comma its name, behind it a place in it."""
    work = course.known.by_siglum(pointer.names)
    return Answer(work.number, f"An earlier note gives the name {pointer.names} to this work.", 0.9) if work else None
