"""How far the reading of an article's notes has come: the works met, and those that "the same" can mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.apparatus import Relation
from app.citations import Back
from app.folding import fold
from app.resolving.known import KnownWork, KnownWorks
from app.resolving.settled import NoteReading

# With fewer back-references it cannot be told that an article does without "Ibid.".
_ENOUGH = 10
_NAME = 4
# Where so many of the full citations have a date, a short one without is no first citation.
_DATED = 0.85


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation that has been read.

    Attributes:
        work: the number of its work, None for an open citation.
        relation: what the note does with it.
        names: whose work it is, as "ders." behind it would mean.
        is_aside: it stands in a bracket behind another citation ("(quoting ...)"), which keeps the lead.
    """

    work: int | None
    relation: Relation = Relation.CITES
    names: str = ""
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """What the notes of an article show of its manner.

    Attributes:
        language: ISO 639-1 code of the notes.
        has_ibid: what has just been cited is repeated by "Ibid." and its like, never by "op. cit.".
        has_art_cit: articles are "art. cit.", so that "op. cit." means a book.
        is_dated: a work's first citation says when it came out.
    """

    language: str = "en"
    has_ibid: bool = True
    has_art_cit: bool = False
    is_dated: bool = False


@dataclass(slots=True)
class Course:
    """How far the reading of an article's notes has come.

    Attributes:
        style: the manner of the whole article.
        known: every work met so far.
        cited: the citations of the last note that has any, in text order.
        here: the same for the note being read.
        gap: whether an empty note lies between that note and this one.
        position: the place of the note being read, from 0.
        read: the words of the notes before, folded.
        texts: the notes before by their labels.
    """

    style: Style = field(default_factory=Style)
    known: KnownWorks = field(default_factory=KnownWorks)
    cited: list[Cited] = field(default_factory=list)
    here: list[Cited] = field(default_factory=list)
    gap: bool = False
    position: int = 0
    read: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)

    def leading(self) -> list[Cited]:
        """The citations before this one that "the same" can mean, in text order: of this note, else of the last.

        What stands in a bracket behind another citation is left out (Bluebook, rule 4.1), and so is a source behind
        the work that quotes it.
        """
        before = [cited for cited in self.here or self.cited if not cited.is_aside] or self.here or self.cited
        while len(before) > 1 and before[-1].relation is Relation.QUOTED_SOURCE:
            before = before[:-1]
        return before

    def is_dangling(self, names: str) -> bool:
        """Whether a short citation leads nowhere: no note before it has the name, and works are cited in full first."""
        tokens = [token for token in fold(names).split() if len(token) >= _NAME]
        return self.style.is_dated and bool(tokens) and not set(tokens) & self.read

    def last_work(self) -> KnownWork | None:
        """The work cited last, None where that citation is open."""
        before = self.leading()
        number = before[-1].work if before else None
        return None if number is None else self.known.works[number]

    def last_names(self) -> str:
        """Whose work was named last: "ders." means him, even where his work could not be found."""
        before = self.here or self.cited
        return before[-1].names if before else ""

    def first_name(self) -> str:
        """The surname of whose work was named last, or of the first of them."""
        return self.last_names().split(" and ")[0].split(",")[0]


def tell_style(readings: Sequence[NoteReading], language: str) -> Style:
    """The manner of an article, seen in all its notes."""
    mentions = [mention for reading in readings for mention in reading.mentions]
    pointers = [mention.pointer for mention in mentions]
    backward = sum(pointer.back in (Back.EARLIER, Back.TITLE) for pointer in pointers)
    full = [m.parsed.entry for m in mentions if m.parsed is not None and m.pointer.back is Back.NOTHING]
    return Style(
        language,
        any(pointer.back is Back.IBID for pointer in pointers) or backward < _ENOUGH,
        any(fold(pointer.word).startswith("art") for pointer in pointers if pointer.back is Back.EARLIER),
        len(full) >= _ENOUGH and sum(bool(entry.get("date")) for entry in full) >= _DATED * len(full),
    )
