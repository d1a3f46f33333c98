"""A note in, the places in its words where a command will cite a work out; prose and signals are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from app.apparatus import Citation, Form, Note
from app.citations.signals import read_signal
from app.entry import Entry
from app.folding import fold
from app.people import read_people
from app.wordlists import alternatives, word_set

_SENTENCE_BEGINS = re.compile(r"[.!?][”’»\")\]]*\s+")
_SENTENCE_ENDS = re.compile(r"\s*(?:[.!?;]|$)")
_NEXT_SENTENCE = re.compile(r"\s*$|\s+[^\W\d_a-zß-öø-ÿ]")
_JOINING = re.compile(r"\s*;")
_SMALL_WORD = re.compile(r"(?<![\w’'.])[a-zß-öø-ÿ][\w’'-]*(?![\w.])")
_OPENING = "‘“„«»\"'‹"
# How many small words make prose of what stands before a work's own words, and of a mention without a page.
_PROSE_BEFORE = 3
_PROSE_AROUND = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a note that gives way to a command.

    Attributes:
        start, end: the stretch; empty where the command is added behind prose that stays.
        work, locator: what is cited.
        signal: "See also", where it goes into the command.
        is_joined: only a semicolon and perhaps a signal divide it from the place before.
        has_stop: the stretch took the sentence's full stop along ("Ibid.").
        is_added: the words stay, and the command comes behind them.
    """

    start: int
    end: int
    work: str
    locator: str | None
    signal: str = ""
    is_joined: bool = False
    has_stop: bool = False
    is_added: bool = False


def places_of(note: Note, entries: Mapping[str, Entry], can_join: bool = True) -> list[Place]:
    """Where the works of a note are cited, in text order; citations that lead to no work have no place.

    A citation's words may begin with prose ("The fullest survey is still Terence Armstrong, ..."), or be nothing else
    ("Barr names the ships one by one"): prose stays. A signal goes into the command where the citation is the whole
    sentence ("See ibid., 56.") or follows another behind a semicolon ("...; see also ..."), if places can be joined.
    """
    text = note.note.text
    places: list[Place] = []
    for citation in note.citations:
        at = places[-1].end if places else 0
        if citation.work is None or citation.work not in entries or citation.start < at:
            continue
        place = _place(text, citation, entries[citation.work])
        if not place.is_added:
            place = _with_signal(text, at, place, can_join and bool(places) and not places[-1].has_stop)
        places.append(place)
    return places


def _place(text: str, citation: Citation, entry: Entry) -> Place:
    words = text[citation.start : citation.end]
    has_stop = words.endswith(".") and _NEXT_SENTENCE.match(text, citation.end) is not None
    place = Place(citation.start, citation.end, citation.work or "", citation.locator, has_stop=has_stop)
    before = _length_of_prose(words, entry, citation.form)
    if _is_prose(words[before:], citation, entry):
        return replace(place, start=citation.end, has_stop=False, is_added=True)
    return replace(place, start=citation.start + before)


def _with_signal(text: str, at: int, place: Place, follows: bool) -> Place:
    """The place with the signal before it, where that belongs into the command."""
    between = text[at : place.start]
    if follows and _JOINING.match(between):
        end, _ = read_signal(text, at, is_joined=True)
        if end >= place.start:
            return replace(place, start=at, signal=between.strip(" ;,:"), is_joined=True)
    if place.has_stop or _SENTENCE_ENDS.match(text, place.end):
        begun = [at] if at == 0 else []
        for start in begun + [at + found.end() for found in _SENTENCE_BEGINS.finditer(between)]:
            end, relation = read_signal(text, start)
            if start < place.start <= end and relation is not None:
                return replace(place, start=start, signal=text[start : place.start].strip(" ,:"))
    return place


def _length_of_prose(words: str, entry: Entry, form: Form) -> int:
    """How much prose stands before the work's own words: its first name, its title, or "Ibid."."""
    begin = min(_beginnings(words, entry, form), default=0)
    return begin if len(_SMALL_WORD.findall(words[:begin])) >= _PROSE_BEFORE else 0


@cache
def _ibid() -> re.Pattern[str]:
    listed = word_set("back_references", "ibid") | word_set("back_references", "idem")
    return re.compile(rf"(?<!\w)(?:{alternatives(listed)})(?!\w)", re.IGNORECASE)


def _beginnings(words: str, entry: Entry, form: Form) -> Iterator[int]:
    if form is Form.IBID:
        yield from (found.start() for found in _ibid().finditer(words))
    for role in ("author", "editor"):
        for person in read_people(entry.get(role))[:1]:
            name = person.family or person.literal
            if name and (found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)):
                yield _with_given_names(words, found.start(), person.given, person.prefix)
    title = entry.get("title")[:20].strip()
    if title and (at := words.find(title)) >= 0:
        yield len(words[:at].rstrip(_OPENING))


def _with_given_names(words: str, at: int, given: str, prefix: str) -> int:
    """Where the given names before a family name begin: names or initials of that person, nobody else's."""
    first_letters = {name[0].casefold() for name in re.split(r"[\s.-]+", f"{given} {prefix}") if name}
    while found := re.search(r"(?<!\S)([^\W\d_][\w’'.-]*)\s$", words[:at]):
        if found[1][0].casefold() not in first_letters or (_SMALL_WORD.fullmatch(found[1]) and found[1] not in prefix):
            break
        at = found.start()
    return at


def _is_prose(words: str, citation: Citation, entry: Entry) -> bool:
    """Whether a short citation is a sentence that speaks of the work, and no pointer to a page in it."""
    if citation.form is not Form.SHORT or citation.locator:
        return False
    of_the_work = set(fold(" ".join(entry.fields.values())).split())
    return sum(1 for word in _SMALL_WORD.findall(words) if fold(word) not in of_the_work) >= _PROSE_AROUND
