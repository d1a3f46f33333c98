"""Comparing: two entries in, whether they are one work, related or different, and why, out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.entry import Entry
from app.matching.agreeing import Levels, levels_of
from app.matching.certainty import is_same_though_light, may_be_same
from app.matching.doubt import is_doubtful
from app.matching.outcome import Comparison, Outcome, Relation
from app.matching.placing import contradictions
from app.matching.relating import relation_of
from app.matching.straying import may_be_crossed, uncrossed, without_stray
from app.matching.titles import TitleAgreement, compare_titles, is_other_title
from app.matching.traits import Traits, traits_of
from app.matching.weighing import score_of, threshold, weigh
from app.matching.wording import reasons_for

_OTHER_TITLES = frozenset({"missing", "different", "some"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for a pair before it is put into words."""

    outcome: Outcome
    weight: float
    levels: Levels
    relation: Relation | None = None


def compare(a: Entry, b: Entry) -> Comparison:
    """Whether two entries are one work, with the reasons, strongest first; their order does not matter.

    Fields are compared three ways (they agree, differ, or one is missing), and each agreement weighs as the table
    match_weights.toml says, after Fellegi and Sunter's theory of record linkage (1969). What is known to mislead never
    counts as SAME by weight alone: a title that differs in a number, another edition, a correction, a generic title
    without pages, the same headline on another day.
    """
    return compare_traits(traits_of(a), traits_of(b))


def compare_traits(a: Traits, b: Traits) -> Comparison:
    """The same for traits that were taken before."""
    return explained(a, b, judge(a, b))


def explained(a: Traits, b: Traits, verdict: Verdict) -> Comparison:
    """A verdict with its reasons in words."""
    return Comparison(verdict.outcome, score_of(verdict.weight), reasons_for(a, b, verdict.levels), verdict.relation)


def judge(a: Traits, b: Traits) -> Verdict:
    """The outcome for a pair; `explained` puts it into words."""
    return _judged(a, b, compare_titles(a, b))


def judge_if_alike(a: Traits, b: Traits) -> Verdict | None:
    """The outcome, None at little cost for a pair that is DIFFERENT at first sight."""
    is_tied = _has_tie(a, b)
    if not is_tied and is_other_title(a, b):
        return None
    titles = compare_titles(a, b)
    if not is_tied and titles.level in ("different", "some"):
        return None
    verdict = _judged(a, b, titles)
    return None if verdict.outcome is Outcome.DIFFERENT else verdict


def _has_tie(a: Traits, b: Traits) -> bool:
    """Whether two entries of different titles have anything that could still make them belong together."""
    if (
        a.marks != b.marks
        or a.origtitle
        or b.origtitle
        or may_be_crossed(a, b)
        or (a.first_page and a.first_page == b.first_page)
    ):
        return True
    return bool(a.doi and a.doi == b.doi) or not a.numbers.isdisjoint(b.numbers)


def _judged(a: Traits, b: Traits, titles: TitleAgreement) -> Verdict:
    is_untitled = not (a.title and b.title)
    if (is_untitled or titles.level in _OTHER_TITLES) and (in_order := uncrossed(a, b)):
        a, b = in_order
        titles = replace(compare_titles(a, b), is_crossed=True)
    if titles.level == "astray":
        a, b = without_stray(a, b), without_stray(b, a)
    levels = levels_of(a, b, titles)
    weight = weigh(levels)
    relation = relation_of(a, b, levels)
    if relation is not None:
        return Verdict(_related(a, b, levels, relation, weight), weight, levels, relation)
    if a.identity == b.identity and levels.title in ("same", "short"):
        return Verdict(Outcome.SAME, max(weight, threshold("same")), levels)
    if weight >= threshold("same") and may_be_same(a, b, levels):
        return Verdict(Outcome.SAME, weight, levels)
    if is_same_though_light(a, b, levels):
        return Verdict(Outcome.SAME, max(weight, threshold("same")), levels)
    if is_doubtful(a, b, levels, weight):
        return Verdict(Outcome.REVIEW, weight, levels)
    return Verdict(Outcome.DIFFERENT, weight, levels)


def _related(a: Traits, b: Traits, levels: Levels, relation: Relation, weight: float) -> Outcome:
    """Related, unless the entries agree so far that the relation may be a slip of the pen."""
    if relation is Relation.EDITION and (levels.author == "missing" or _may_be_one_edition(a, b, levels)):
        return Outcome.REVIEW
    if relation is Relation.VERSION and not contradictions(levels):
        return Outcome.REVIEW  # only the types differ, and types are often wrong
    slips = (Relation.PREPRINT, Relation.VERSION, Relation.PART, Relation.REPLY)
    if relation in slips and "same" in (levels.doi, levels.pages) and weight >= threshold("same"):
        return Outcome.REVIEW
    return Outcome.RELATED


def _may_be_one_edition(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether no edition is named, and the years are so near that one may be a slip."""
    is_far = levels.date == "different" or levels.identifier == "other isbn"
    return min(a.edition, b.edition) < 0 and not is_far
