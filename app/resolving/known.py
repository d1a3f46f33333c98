"""The works met so far while an article's notes are read in order, and the ways to find one again."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz import fuzz

from app.entry import Entry
from app.folding import fold
from app.resolving.likeness import is_same_work, name_key, names_likeness, surnames, title_key, title_likeness

_MOST_CANDIDATES = 60
_MOST_LISTED = 400


@dataclass(slots=True)
class KnownWork:
    """A work with what its mentions have said of it; the number is its place in the order of first citation."""

    number: int
    entry: Entry
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known work and how well the words of a mention fit it."""

    work: KnownWork
    names: float
    title: float

    @property
    def fit(self) -> float:
        """Both together; a title weighs more than a name, since an author has several works."""
        return self.names + 1.5 * self.title


class KnownWorks:
    """The works of one article, found again by note label, surname, title word, siglum."""

    def __init__(self) -> None:
        self.works: list[KnownWork] = []
        self._by_surname: dict[str, list[int]] = {}
        self._by_given: dict[str, list[int]] = {}
        self._by_initial: dict[str, set[str]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_siglum: dict[str, int] = {}
        self._by_label: dict[str, list[int]] = {}

    def add(self, entry: Entry, words: str) -> KnownWork:
        """Take in a work that no note has cited before."""
        work = KnownWork(len(self.works), entry, [words])
        self.works.append(work)
        self._index(work, entry)
        return work

    def enrich(self, work: KnownWork, entry: Entry, words: str) -> None:
        """Take in a further full citation of a known work: the fields it lacks."""
        missing = {name: value for name, value in entry.fields.items() if not work.entry.get(name)}
        if missing:
            work.entry = Entry(work.entry.entrytype, {**work.entry.fields, **missing}, work.entry.key)
            self._index(work, entry)
        if len(work.words) < 5:
            work.words.append(words)

    def name(self, siglum: str, work: KnownWork) -> None:
        """Remember the name a note gives to a work for later notes."""
        self._by_siglum.setdefault(fold(siglum), work.number)

    def cited_in(self, label: str, work: KnownWork, is_new_note: bool) -> None:
        """Remember that the note with this label cites the work; of two notes with one label the later counts."""
        if is_new_note:
            self._by_label[label] = []
        if work.number not in self._by_label.setdefault(label, []):
            self._by_label[label].append(work.number)

    def in_note(self, label: str) -> list[KnownWork]:
        """The works that the note with this printed label cites."""
        return [self.works[number] for number in self._by_label.get(label, ())]

    def by_siglum(self, words: str) -> KnownWork | None:
        """The work a note has given this name to."""
        number = self._by_siglum.get(fold(words))
        return None if number is None else self.works[number]

    def by_names(self, words: str) -> list[Candidate]:
        """The works whose authors or editors these names may be."""
        numbers: dict[int, None] = {}
        tokens = [name_key(token) for token in fold(words).split()]
        for token in tokens:
            for number in self._by_surname.get(token, ())[-_MOST_LISTED:]:
                numbers[number] = None
        if not numbers:
            for token in tokens:
                for number in self._by_given.get(token, ())[-_MOST_LISTED:]:
                    numbers[number] = None
        if not numbers:
            for token in tokens:
                for number in self._near(token):
                    numbers[number] = None
        found = (Candidate(self.works[n], names_likeness(words, self.works[n].entry), 0.0) for n in sorted(numbers))
        return [candidate for candidate in found if candidate.names > 0]

    def by_title(self, title: str) -> list[Candidate]:
        """The works whose title this may be, best first."""
        found = []
        for number in self._sharing_words(title):
            work = self.works[number]
            likeness = title_likeness(title, work.entry.get("title"))
            if not likeness and work.entry.get("shorttitle"):
                likeness = title_likeness(title, work.entry.get("shorttitle"))
            if likeness:
                found.append(Candidate(work, 0.0, likeness))
        return sorted(found, key=lambda candidate: -candidate.title)

    def same_as(self, entry: Entry) -> KnownWork | None:
        """The known work that a full citation repeats, slips forgiven; None for a new one."""
        title = entry.get("title")
        if title:
            numbers = self._sharing_words(title)
        else:
            numbers = self._sharing_words(entry.get("journaltitle") or entry.get("organization"))
        return next((self.works[n] for n in numbers if is_same_work(self.works[n].entry, entry)), None)

    def _index(self, work: KnownWork, entry: Entry) -> None:
        for name in ("author", "editor", "bookauthor"):
            for surname in surnames(entry.get(name)):
                for token in {surname, *surname.split()}:
                    self._put(self._by_surname, token, work.number)
                    if len(token) >= 5:
                        self._by_initial.setdefault(token[0], set()).add(token)
        for token in fold(f"{entry.get('author')} {entry.get('editor')}").split():
            if len(token) >= 4:
                self._put(self._by_given, token, work.number)
        for name in ("title", "shorttitle") if entry.get("title") else ("journaltitle", "organization"):
            for word in set(title_key(entry.get(name)).split()):
                self._put(self._by_word, word[:5], work.number)

    @staticmethod
    def _put(index: dict[str, list[int]], key: str, number: int) -> None:
        numbers = index.setdefault(key, [])
        if not numbers or numbers[-1] != number:
            numbers.append(number)

    def _near(self, token: str) -> list[int]:
        """Works whose author's name is nearly this one."""
        if len(token) < 5:
            return []
        near = [
            name
            for name in self._by_initial.get(token[0], ())
            if abs(len(name) - len(token)) <= 2 and fuzz.ratio(name, token) >= 84
        ]
        return [number for name in sorted(near) for number in self._by_surname[name][-_MOST_LISTED:]]

    def _sharing_words(self, title: str) -> list[int]:
        """Works that share words with a title, by its rarest ones: "International" must not call up them all."""
        lists = sorted(
            (self._by_word[w] for w in {word[:5] for word in title_key(title).split()} if w in self._by_word), key=len
        )
        numbers: dict[int, None] = {}
        for listed in lists[:4]:
            for number in listed[-_MOST_LISTED:] if not numbers else listed[-_MOST_CANDIDATES:]:
                numbers[number] = None
        return sorted(numbers)
