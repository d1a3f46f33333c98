"""Outcome: what comparing two entries says, with its reasons in words; values only, nothing is computed here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What two entries are to each other, as far as their fields tell."""

    SAME = "same"
    RELATED = "related"
    DIFFERENT = "different"
    REVIEW = "review"


# What is, or may be, one work.
LIKELY = (Outcome.SAME, Outcome.REVIEW)


class Agreement(StrEnum):
    """How one field of two entries agrees; MISSING when at least one of them lacks it."""

    EQUAL = "equal"
    NEAR = "near"
    DIFFERENT = "different"
    MISSING = "missing"


class Relation(StrEnum):
    """How two different entries belong together."""

    EDITION = "edition"
    REPRINT = "reprint"
    TRANSLATION = "translation"
    PREPRINT = "preprint"
    VERSION = "version"
    REVIEW_OF = "review-of"
    CHAPTER_OF = "chapter-of"
    PART = "part"
    ERRATUM = "erratum"
    REPLY = "reply"

    @property
    def words(self) -> str:
        """The relation as a reader would say it: "another edition"."""
        return _RELATION_WORDS[self]


_RELATION_WORDS = {
    Relation.EDITION: "another edition",
    Relation.REPRINT: "a reprint",
    Relation.TRANSLATION: "a translation",
    Relation.PREPRINT: "preprint and published article",
    Relation.VERSION: "another version of the same work",
    Relation.REVIEW_OF: "a work and a review of it",
    Relation.CHAPTER_OF: "a book and a chapter of it",
    Relation.PART: "different parts of one work",
    Relation.ERRATUM: "a work and its correction",
    Relation.REPLY: "a work and a reply to it",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against two entries being the same work.

    Attributes:
        field: the biblatex name of the field compared ("title", "volume", "pages" ...).
        words: the reason as a reader would say it: "same first page".
        weight: above nought it speaks for the same work, below nought against it.
    """

    field: str
    agreement: Agreement
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two entries gave.

    Attributes:
        score: 0 to 1, how much speaks for the same work; for sorting, the outcome is what counts.
        reasons: strongest first.
        relation: how they belong together where they are not simply the same work, else None.
    """

    outcome: Outcome
    score: float
    reasons: tuple[Reason, ...] = ()
    relation: Relation | None = None

    def sentence(self) -> str:
        """The reasons in one line, strongest first: "same first page and volume, title differs in one word"."""
        told = [reason for reason in self.reasons if reason.agreement is not Agreement.MISSING]
        same = [r.words.removeprefix("same ") for r in told if r.words.startswith("same ")]
        parts: list[str] = []
        for reason in told:
            if not reason.words.startswith("same "):
                parts.append(reason.words)
            elif same:
                parts.append("same " + _listed(same))
                same = []
        return ", ".join(parts)

    def disagreeing(self) -> tuple[str, ...]:
        """The names of the fields that do not agree, for the window to mark."""
        return tuple(r.field for r in self.reasons if r.agreement in (Agreement.DIFFERENT, Agreement.NEAR))


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
