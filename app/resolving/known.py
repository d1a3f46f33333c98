"""The works met so far while an article's notes are read in order, and the ways to find one again."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz import fuzz

from app.entry import Entry
from app.folding import fold
from app.resolving.gathering import gather
from app.resolving.likeness import initials, is_same_work, title_key, title_likeness
from app.resolving.naming import name_key, names_likeness, surnames

_MOST_CANDIDATES = 60
_MOST_LISTED = 400
_MOST_WORDS = 5
_SAID = 240
_FEWEST_INITIALS = 2


@dataclass(slots=True)
class KnownWork:
    """A work with what its mentions have said of it.

    Attributes:
        number: its place in the order of first citation.
        entry: what is known of it.
        words: its first citations as printed.
        is_provisional: it was read from a short citation or with hardly any certainty; a full one says it better.
        last: the position of the note that cites it last.
    """

    number: int
    entry: Entry
    words: list[str] = field(default_factory=list)
    is_provisional: bool = False
    last: int = 0


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
    """The works of one article, found again by note label, surname, title word, siglum, or words of a citation."""

    def __init__(self) -> None:
        self.works: list[KnownWork] = []
        self._by_surname: dict[str, list[int]] = {}
        self._by_given: dict[str, list[int]] = {}
        self._by_initial: dict[str, set[str]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_collection: dict[str, list[int]] = {}
        self._by_journal: dict[str, list[int]] = {}
        self._by_said: dict[str, list[int]] = {}
        self._by_archive: dict[str, list[int]] = {}
        self._by_siglum: dict[str, int] = {}
        self._by_label: dict[str, list[int]] = {}

    def add(self, entry: Entry, words: str, is_provisional: bool = False) -> KnownWork:
        """Take in a work that no note has cited before."""
        work = KnownWork(len(self.works), entry, [words], is_provisional)
        self.works.append(work)
        self._index(work, entry)
        self._index_words(work, words)
        return work

    def enrich(self, work: KnownWork, entry: Entry, words: str, is_provisional: bool = False) -> None:
        """Take in a further citation of a known work: the fields it lacks, or says less of."""
        gathered = gather(work.entry, entry, work.is_provisional and not is_provisional)
        work.is_provisional = work.is_provisional and is_provisional
        if gathered != work.entry:
            work.entry = gathered
            self._index(work, gathered)
        if len(work.words) < _MOST_WORDS:
            work.words.append(words)
            self._index_words(work, words)

    def name(self, siglum: str, work: KnownWork) -> None:
        """Remember the name a note gives to a work for later notes."""
        self._by_siglum.setdefault(fold(siglum), work.number)

    def cited_in(self, label: str, position: int, work: KnownWork, is_new_note: bool) -> None:
        """Remember that the note with this label cites the work; of two notes with one label the later counts."""
        work.last = position
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

    def of_archive(self, name: str) -> list[KnownWork]:
        """The documents whose citations begin with this archive's name."""
        return [self.works[number] for number in self._by_archive.get(fold(name), ())]

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
        for number in self._sharing_words(title, self._by_word):
            work = self.works[number]
            likeness = title_likeness(title, work.entry.get("title"))
            if not likeness and work.entry.get("shorttitle"):
                likeness = title_likeness(title, work.entry.get("shorttitle"))
            if likeness:
                found.append(Candidate(work, 0.0, likeness))
        return sorted(found, key=lambda candidate: -candidate.title)

    def by_collection(self, title: str) -> list[Candidate]:
        """The works that are chapters of a collection with this title."""
        found = []
        for number in self._sharing_words(title, self._by_collection):
            likeness = title_likeness(title, self.works[number].entry.get("booktitle"))
            if likeness:
                found.append(Candidate(self.works[number], 0.0, likeness))
        return sorted(found, key=lambda candidate: -candidate.title)

    def in_journal(self, journal: str) -> list[KnownWork]:
        """The articles of this journal."""
        return [self.works[number] for number in self._by_journal.get(fold(journal), ())]

    def by_said(self, tokens: list[tuple[str, bool]], is_exact: bool = False) -> list[KnownWork]:
        """The works whose citations as printed hold all these folded words.

        Args:
            tokens: each with whether it is cut short ("Dipl." holds "Diplomatic").
            is_exact: no ending may differ.
        """
        lists = [self._by_said.get(token[:3], []) for token, _ in tokens]
        numbers = set(min(lists, key=len, default=[])[-_MOST_LISTED:])
        return [self.works[n] for n in sorted(numbers) if _holds(self.works[n], tokens, is_exact)]

    def by_initials(self, letters: str) -> list[KnownWork]:
        """The works whose title's first words begin with these letters: "bd" for "British Documents"."""
        if len(letters) < _FEWEST_INITIALS:
            return []
        numbers = [n for word, listed in self._by_word.items() if word[0] == letters[0] for n in listed]
        return [
            self.works[n]
            for n in dict.fromkeys(sorted(numbers)[-_MOST_LISTED:])
            if initials(title_key(self.works[n].entry.get("title"))).startswith(letters)
        ]

    def same_as(self, entry: Entry) -> KnownWork | None:
        """The known work that a full citation repeats, slips forgiven; None for a new one."""
        title = entry.get("title") or entry.get("journaltitle") or entry.get("organization")
        numbers = self._sharing_words(title, self._by_word)
        return next((self.works[n] for n in numbers if is_same_work(self.works[n].entry, entry)), None)

    def _index(self, work: KnownWork, entry: Entry) -> None:
        self._index_people(work, entry)
        for name in ("title", "shorttitle") if entry.get("title") else ("journaltitle", "organization"):
            for word in set(title_key(entry.get(name)).split()):
                self._put(self._by_word, word[:5], work.number)
        for word in set(title_key(entry.get("booktitle")).split()):
            self._put(self._by_collection, word[:5], work.number)
        if entry.get("journaltitle"):
            self._put(self._by_journal, fold(entry.get("journaltitle")), work.number)

    def _index_people(self, work: KnownWork, entry: Entry) -> None:
        for name in ("author", "editor", "bookauthor"):
            for surname in surnames(entry.get(name)):
                for token in {surname, *surname.split()}:
                    self._put(self._by_surname, token, work.number)
                    if len(token) >= 5:
                        self._by_initial.setdefault(token[0], set()).add(token)
        for token in fold(f"{entry.get('author')} {entry.get('editor')}").split():
            if len(token) >= 4:
                self._put(self._by_given, token, work.number)

    def _index_words(self, work: KnownWork, words: str) -> None:
        if work.entry.entrytype == "unpublished" and "," in words:
            self._put(self._by_archive, fold(words.partition(",")[0]), work.number)
        for token in set(fold(words[:_SAID]).split()):
            if len(token) >= 3:
                self._put(self._by_said, token[:3], work.number)

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

    @staticmethod
    def _sharing_words(title: str, index: dict[str, list[int]]) -> list[int]:
        """Works that share words with a title, by its rarest ones: "International" must not call up them all."""
        lists = sorted((index[w] for w in {word[:5] for word in title_key(title).split()} if w in index), key=len)
        numbers: dict[int, None] = {}
        for listed in lists[:4]:
            for number in listed[-_MOST_LISTED:] if not numbers else listed[-_MOST_CANDIDATES:]:
                numbers[number] = None
        return sorted(numbers)


def _holds(work: KnownWork, tokens: list[tuple[str, bool]], is_exact: bool) -> bool:
    printed = {word for words in work.words for word in fold(words[:_SAID]).split()}
    return all(
        token in printed
        or any(word.startswith(token) and (is_cut or (not is_exact and _is_inflected(token, word))) for word in printed)
        for token, is_cut in tokens
    )


def _is_inflected(token: str, word: str) -> bool:
    return len(token) >= 6 and len(word) == len(token) + 1
