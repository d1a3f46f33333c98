"""What the duplicates window goes through: findings in, one case after the other out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.duplicates import DuplicateFindings, DuplicateGroup, DuplicatePair
from app.entry import Entry
from app.matching import Agreement, Comparison
from ui.entry_words import entry_words, sentence


class Certainty(StrEnum):
    """Which part of the list a case stands in."""

    CHOSEN = "chosen"
    CERTAIN = "certain"
    REVIEW = "review"
    RELATED = "related"


HEADINGS = {
    Certainty.CHOSEN: "Chosen by you",
    Certainty.CERTAIN: "Certainly the same",
    Certainty.REVIEW: "To look at",
    Certainty.RELATED: "Related versions",
}


@dataclass(frozen=True, slots=True)
class Case:
    """Some entries that may be one work.

    Attributes:
        members: ids of the entries.
        comparisons: the comparisons between them, strongest first.
        pairs: of which two members each comparison is.
    """

    certainty: Certainty
    members: tuple[int, ...]
    comparisons: tuple[Comparison, ...]
    pairs: tuple[tuple[int, int], ...] = ()

    def tie_of(self, member: int) -> tuple[int, Comparison] | None:
        """The member that one is most alike, and how they compare; None where that is not known."""
        for (one, other), comparison in zip(self.pairs, self.comparisons, strict=False):
            if member in (one, other):
                return (other if member == one else one), comparison
        return None


@dataclass(frozen=True, slots=True)
class Why:
    """One reason in words, and whether it speaks for the same work, against it, or only differs a little."""

    words: str
    speaks: str


def cases_of(findings: DuplicateFindings[int]) -> tuple[Case, ...]:
    """The cases by certainty, the best first in each part: a group is as certain as its weakest tie."""
    certain = sorted(map(_of_group, findings.certain), key=lambda case: -_weakest(case))
    review = [_of_pair(pair, Certainty.REVIEW) for pair in findings.review]
    related = [_of_pair(pair, Certainty.RELATED) for pair in findings.related]
    return (*certain, *review, *related)


def _of_group(group: DuplicateGroup[int]) -> Case:
    comparisons = tuple(pair.comparison for pair in group.pairs)
    return Case(Certainty.CERTAIN, group.members, comparisons, tuple((p.first, p.second) for p in group.pairs))


def _weakest(case: Case) -> float:
    ties = (case.tie_of(member) for member in case.members)
    return min((tie[1].score for tie in ties if tie is not None), default=0.0)


def _of_pair(pair: DuplicatePair[int], certainty: Certainty) -> Case:
    return Case(certainty, (pair.first, pair.second), (pair.comparison,), ((pair.first, pair.second),))


def case_title(case: Case, entries: Mapping[int, Entry]) -> str:
    """The case in one line: its first entry that is still there."""
    entry = next((entries[member] for member in case.members if member in entries), None)
    return entry_words(entry) if entry is not None else "Entries that are gone"


def case_reason(case: Case) -> str:
    """Why, in one line."""
    if not case.comparisons:
        return "Chosen by you"
    comparison = case.comparisons[0]
    why = comparison.sentence()
    if case.certainty is Certainty.RELATED and comparison.relation is not None:
        why = f"{comparison.relation.words}: {why}" if why else comparison.relation.words
    return sentence(why)


def case_verdict(case: Case) -> str:
    """What Ibidem thinks of the case, in one sentence; the reasons stand by themselves."""
    relation = case.comparisons[0].relation if case.comparisons else None
    match case.certainty:
        case Certainty.CERTAIN:
            return "Certainly one work."
        case Certainty.REVIEW:
            return "May be one work, and may not: look at what disagrees."
        case Certainty.RELATED:
            return f"Not the same, but related: {relation.words}." if relation else "Not the same, but related."
        case Certainty.CHOSEN:
            return "Chosen by you to become one entry."


def case_reasons(case: Case, member: int | None = None) -> tuple[Why, ...]:
    """The reasons of the strongest comparison (of one member), strongest first; what is only missing is left out."""
    tie = case.tie_of(member) if member is not None else None
    if tie is None and not case.comparisons:
        return ()
    comparison = tie[1] if tie is not None else case.comparisons[0]
    return tuple(
        Why(sentence(reason.words), _speaks(reason.weight, reason.agreement))
        for reason in comparison.reasons
        if reason.agreement is not Agreement.MISSING
    )


def _speaks(weight: float, agreement: Agreement) -> str:
    if weight < 0 or agreement is Agreement.DIFFERENT:
        return "against"
    return "nearly" if agreement is Agreement.NEAR else "for"


def without(cases: tuple[Case, ...], decided: Collection[int]) -> tuple[Case, ...]:
    """The cases less those that are all among these entries: they were decided."""
    return tuple(case for case in cases if not set(case.members) <= set(decided))


def merged_into(cases: tuple[Case, ...], kept: int, merged: Collection[int]) -> tuple[Case, ...]:
    """The cases after a merge: who went is the entry kept now, and a case left with one entry is done."""
    followed = (_followed(case, kept, merged) for case in cases)
    return tuple(case for case in followed if len(case.members) > 1)


def _followed(case: Case, kept: int, merged: Collection[int]) -> Case:
    def now(member: int) -> int:
        return kept if member in merged else member

    return replace(
        case,
        members=tuple(dict.fromkeys(map(now, case.members))),
        pairs=tuple((now(one), now(other)) for one, other in case.pairs),
    )
