"""Comparing: two entries in, whether they are one work, related or different, and why, out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapidfuzz.distance import DamerauLevenshtein

from app.entry import Entry
from app.matching.agreeing import Levels, levels_of
from app.matching.outcome import Comparison, Outcome, Relation
from app.matching.placing import ON_SAME_PAGES, anchors, contradictions, is_contradicted
from app.matching.relating import AGREEING_TITLES, relation_of
from app.matching.straying import may_be_crossed, uncrossed, without_stray
from app.matching.titles import TitleAgreement, compare_titles, is_other_title
from app.matching.traits import Traits, traits_of
from app.matching.weighing import score_of, threshold, weigh
from app.matching.wording import reasons_for

_WEAK_TITLES = frozenset({"word", "most", "number"})
_OTHER_TITLES = frozenset({"missing", "different", "some"})
_CUT_NOT_BELOW = 20
_MANY_WORDS = 4
_KNOWN_PEOPLE = frozenset({"same", "first", "near"})


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
    if a.marks != b.marks or a.origtitle or b.origtitle or may_be_crossed(a, b) or (a.first_page and a.first_page == b.first_page):
        return True
    return bool(a.doi and a.doi == b.doi) or not a.numbers.isdisjoint(b.numbers)


def _judged(a: Traits, b: Traits, titles: TitleAgreement) -> Verdict:
    if titles.level in _OTHER_TITLES and (in_order := uncrossed(a, b)):
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
    if weight >= threshold("same") and _may_be_same(a, b, levels):
        return Verdict(Outcome.SAME, weight, levels)
    if _is_cut_short(a, b, levels) or _is_told_by_title(a, b, levels) or _is_told_by_place(a, levels):
        return Verdict(Outcome.SAME, max(weight, threshold("same")), levels)
    if _is_for_review(levels, weight) or a.identity == b.identity or _is_swapped(a, b, levels):
        return Verdict(Outcome.REVIEW, weight, levels)
    return Verdict(Outcome.DIFFERENT, weight, levels)


def _related(a: Traits, b: Traits, levels: Levels, relation: Relation, weight: float) -> Outcome:
    """Related, unless the entries agree so far that the relation may be a slip of the pen."""
    if relation is Relation.EDITION and (levels.author == "missing" or a.edition < 0 or b.edition < 0):
        return Outcome.REVIEW
    if relation is Relation.VERSION and not contradictions(levels):
        return Outcome.REVIEW  # only the types differ, and types are often wrong
    slips = (Relation.PREPRINT, Relation.VERSION, Relation.PART, Relation.REPLY)
    if relation in slips and "same" in (levels.doi, levels.pages) and weight >= threshold("same"):
        return Outcome.REVIEW
    return Outcome.RELATED


def _may_be_same(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether nothing forbids to take the pair for one work without asking."""
    if levels.title in ("different", "some") or levels.date == "other day" or levels.doi == "version":
        return False
    if levels.title == "missing":
        return _is_cited_by_place(levels)
    if is_contradicted(levels):
        return False
    if {a.kind, b.kind} == {"article", "book"} and (a.venue or b.venue):
        return _is_pinned(levels)
    if levels.title == "generic":
        return levels.author != "different" and (_is_pinned(levels) or _is_signed(levels))
    if levels.title in _WEAK_TITLES or (a.digits != b.digits and levels.title != "astray"):
        is_there = _is_pinned(levels) or (levels.title == "word" and _is_on_own_page(a, levels))
        return is_there and (levels.title != "number" or levels.pages == "same")
    if levels.title == "longer" and levels.author in ("some", "different"):
        return False  # "Report on the project 'Voices of the coast'" is not "Voices of the coast"
    if levels.date == "one" and levels.pages == "online":
        return levels.title in ("same", "spelling") and levels.author == "same"
    if levels.title in ("short", "longer") or levels.author == "different" or levels.date == "one":
        return _is_pinned(levels) or levels.date == "day" or (levels.title == "same" and levels.volume == "same")
    return True


def _is_cited_by_place(levels: Levels) -> bool:
    """Whether entries without a title are one by their place: "J. P. Collman, Acc. Chem. Res. 10, 265 (1977)"."""
    place = (levels.venue in ("same", "near"), levels.volume == "same", levels.date in ("same", "day"))
    return (
        all(place)
        and levels.pages in ON_SAME_PAGES
        and levels.author in ("same", "first")
        and not contradictions(levels)
    )


def _is_on_own_page(a: Traits, levels: Levels) -> bool:
    """Whether the first page is a journal's own, not a supplement's "S12", which many abstracts of one group share."""
    is_placed = levels.pages == "first" and levels.volume != "different" and levels.venue in ("same", "near")
    if levels.date not in ("same", "day") or not _is_slip(levels.title_words):
        return False
    return is_placed and a.first_page.isdigit() and levels.author == "same" and levels.number != "different"


def _is_slip(titles: TitleAgreement) -> bool:
    """Whether the word in which two titles differ is one slip of the pen: "wee" for "see", not "men" for "women"."""
    words = ("".join(titles.only_first), "".join(titles.only_second))
    return not all(words) or DamerauLevenshtein.distance(*words, score_cutoff=1) <= 1


def _is_pinned(levels: Levels) -> bool:
    """Whether the place in print is the same: both pages and volume or year, or the first page and an identifier."""
    if levels.volume == "different" or (levels.number == "different" and levels.title in ("short", "generic")):
        return False
    if levels.pages == "same":
        return "same" in (levels.volume, levels.date) or _is_dated_late(levels)
    if levels.pages == "first":
        return "same" in (levels.doi, levels.identifier) or (
            levels.volume == "same" and levels.title not in _WEAK_TITLES
        )
    return levels.doi == "same" and levels.title in AGREEING_TITLES


def _is_dated_late(levels: Levels) -> bool:
    """Whether only the year is one off: online in one year, in print in the next, or printed late."""
    is_same = levels.title in ("same", "spelling") and levels.author == "same"
    return is_same and levels.date == "one" and levels.venue in ("same", "near")


def _is_for_review(levels: Levels, weight: float) -> bool:
    if levels.title == "generic" and not _is_told_apart_by_little(levels):
        return False
    if levels.title == "short" and levels.venue == "same" and contradictions(levels) > 1 + anchors(levels):
        return False  # "Harbour News", in every number
    if weight >= threshold("review") and levels.title not in ("different", "some"):
        return True
    if levels.title in AGREEING_TITLES and levels.date == "other day" and levels.venue in ("same", "near"):
        return True
    return _is_odd(levels)


def _is_told_apart_by_little(levels: Levels) -> bool:
    """Whether two editorials agree in all that is known of them, and in more than the issue they stand in."""
    if contradictions(levels) or levels.number == "different" or levels.date not in ("same", "day"):
        return False
    return levels.author in _KNOWN_PEOPLE or levels.pages in ON_SAME_PAGES or levels.doi == "same"


def _is_cut_short(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether one title is the beginning of the other, as a database of narrow fields keeps it, in the same place.

    The place must agree in all of journal, volume, both pages and authors: two parts of a work never share it.
    """
    spellings = ((a.joined, b.joined), ("".join(a.content), "".join(b.content)))
    is_beginning = not (a.is_generic or b.is_generic) and any(_begins(one, other) for one, other in spellings)
    place = levels.pages == levels.volume == "same" and levels.author in ("same", "first")
    is_dated = levels.date in ("same", "day", "missing") and levels.number != "different"
    is_there = place and is_dated and levels.venue in ("same", "near")
    return is_beginning and is_there and not a.marks ^ b.marks and not contradictions(levels)


def _is_told_by_title(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether a title of many words and the year agree, and all else as far as both have it; one has no author."""
    is_long = levels.title == "same" and len(a.content) >= _MANY_WORDS
    is_dated = levels.date in ("same", "day") and levels.number != "different"
    is_unsigned = bool(a.people) != bool(b.people) or levels.author == "near"
    return is_long and is_dated and is_unsigned and a.marks == b.marks and not contradictions(levels)


def _is_told_by_place(a: Traits, levels: Levels) -> bool:
    """Whether an "Editorial" fills the same several pages of the same volume; on one page there may be two of its kind."""
    place = levels.pages == levels.volume == "same" and levels.venue in ("same", "near")
    is_there = place and a.first_page != a.last_page and levels.date in ("same", "day", "missing")
    return levels.title == "generic" and is_there and levels.number != "different" and not contradictions(levels)


def _is_signed(levels: Levels) -> bool:
    """Whether two items of one common title have the same author and DOI; a supplement's DOI is shared by many people."""
    return levels.doi == "same" and levels.author in ("same", "first") and levels.pages != "different"


def _begins(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _CUT_NOT_BELOW and longer.startswith(shorter)


def _is_swapped(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether one's title stands as the other's journal, on the same page: fields that a reader of texts mistook."""
    is_crossed = any(one.title and one.title == other.venue and len(one.content) > 1 for one, other in ((a, b), (b, a)))
    return is_crossed and levels.pages in ON_SAME_PAGES and levels.author in _KNOWN_PEOPLE


def _is_odd(levels: Levels) -> bool:
    """What cannot be true of two works: one DOI for two titles (unless a book's), two titles on the same pages."""
    if levels.identifier == "same":
        return True
    if levels.doi == "same" and levels.venue not in ("same", "near"):
        return True
    is_in_one = levels.venue in ("same", "near") or (levels.venue == "missing" and levels.title == "some")
    is_same_place = levels.pages == "same" and levels.volume == "same" and is_in_one
    return is_same_place and levels.author in _KNOWN_PEOPLE and levels.date in ("same", "day", "one", "missing")
