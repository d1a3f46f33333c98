"""Doubt: two entries and the levels they reached in, whether a person should look at them out."""

from __future__ import annotations

from app.matching.agreeing import Levels
from app.matching.placing import ON_SAME_PAGES, anchors, contradictions
from app.matching.relating import AGREEING_TITLES
from app.matching.traits import Traits
from app.matching.weighing import threshold

_KNOWN_PEOPLE = frozenset({"same", "first", "near"})


def is_doubtful(a: Traits, b: Traits, levels: Levels, weight: float) -> bool:
    """Whether two entries that are not certainly one work may be."""
    return _is_for_review(levels, weight) or a.identity == b.identity or _is_swapped(a, b, levels)


def _is_for_review(levels: Levels, weight: float) -> bool:
    if levels.title == "generic" and not _is_told_apart_by_little(levels):
        return False
    if levels.title == "short" and levels.venue == "same" and contradictions(levels) > 1 + anchors(levels):
        return False  # "Harbour News", in every number
    if weight >= threshold("review") and levels.title not in ("different", "some"):
        return not _is_on_other_subject(levels)
    if levels.title in AGREEING_TITLES and levels.date == "other day" and levels.venue in ("same", "near"):
        return True
    return _is_odd(levels)


def _is_on_other_subject(levels: Levels) -> bool:
    """Whether titles have words of their own on both sides, and no page, number or abstract is shared.

    One group's abstracts of one meeting: "Tolls and harvests in upland ports", "Tolls and wages in upland ports".
    """
    words = levels.title_words
    is_held = levels.pages in ON_SAME_PAGES | {"last"} or "same" in (levels.doi, levels.identifier, levels.abstract)
    return levels.title == "most" and bool(words.only_first and words.only_second) and not is_held


def _is_told_apart_by_little(levels: Levels) -> bool:
    """Whether two editorials agree in all that is known of them, and in more than the issue they stand in."""
    if contradictions(levels) or levels.number == "different" or levels.date not in ("same", "day"):
        return False
    return levels.author in _KNOWN_PEOPLE or levels.pages in ON_SAME_PAGES or levels.doi == "same"


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
    is_counted = levels.volume == "same" or (levels.number == "same" and levels.volume == "missing")
    is_same_place = levels.pages == "same" and is_counted and is_in_one
    return is_same_place and levels.author in _KNOWN_PEOPLE and levels.date in ("same", "day", "one", "missing")
