"""Straying: two entries of which one holds its title in another field in; how they would be compared in order out.

References that a program cut into fields have names or the journal run into the title, the end of the title in the
journal's field, or title and journal in each other's place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from app.matching.traits import Traits, titled
from app.matching.venues import compare_venues
from app.wordlists import word_set

_FEWEST_SHARED = 3
_SHORTEST_TITLE = 12
_ALIKE = 90
_SHORTEST_ABBREVIATION = 3


def is_run_together(a: Traits, b: Traits, only_a: Sequence[str], only_b: Sequence[str]) -> bool:
    """Whether the words that only one title has all stand in other fields of the other entry.

    "Reyes, T. Toll and tariff in the north. Dock" is the title of what "Reyes, T." wrote in the "Dock".
    """
    if a.is_generic or b.is_generic or not (only_a or only_b):
        return False
    shared = max(len(a.content) - len(only_a), len(b.content) - len(only_b))
    return shared >= _FEWEST_SHARED and _stands_in(only_a, b) and _stands_in(only_b, a)


def holds_title(without: Traits, titled_one: Traits) -> bool:
    """Whether an entry without a title has that of the other among its names or in the journal's place."""
    words = titled_one.content
    return (
        not without.title
        and len(words) >= _FEWEST_SHARED
        and not titled_one.is_generic
        and set(words) <= _elsewhere(without)
    )


def uncrossed(a: Traits, b: Traits) -> tuple[Traits, Traits] | None:
    """The two with title and journal exchanged in one of them, where that makes them agree; else None."""
    ways = [(_turned(a), b)] if _is_crossed(a, b) else []
    ways += [(a, _turned(b))] if _is_crossed(b, a) else []
    return max(ways, key=lambda way: len(way[0].title), default=None)  # of the two the longer is the title


def without_stray(one: Traits, other: Traits) -> Traits:
    """An entry without the journal or book that is only the end of its title, as the other one shows."""
    venue = one.venue or one.in_book
    if (
        not venue
        or not one.title
        or not set(venue.split()) <= set(other.title.split())
        or venue in (other.venue, other.in_book)
    ):
        return one
    return replace(one, venue="", in_book="", kind="")


def may_be_crossed(a: Traits, b: Traits) -> bool:
    """Whether the title of one is the journal or book of the other, to the letter; costs next to nothing."""
    if a.title and (a.title == b.venue or a.title == b.in_book):
        return True
    return bool(b.title) and (b.title == a.venue or b.title == a.in_book)


def _is_crossed(one: Traits, other: Traits) -> bool:
    """Whether the journal or book of the first is the title of the other, and its title the other's journal or none."""
    venue = one.venue or one.in_book
    if not venue or other.is_generic or not _is_long(other.title):
        return False
    if one.kind == "book" or {one.kind, other.kind} == {"part", "book"}:
        return False  # a chapter without a title of its own
    if venue not in (other.title, other.main) and not fuzz.ratio(venue, other.title, score_cutoff=_ALIKE):
        return False
    if not one.title:
        return not one.lasts.isdisjoint(other.lasts)
    return compare_venues(*sorted((one.title, other.venue or other.in_book))) in ("same", "near")


def _is_long(title: str) -> bool:
    """Whether a title is long enough to be known by; a sign that is a word counts for three letters."""
    return len(title) >= (_SHORTEST_TITLE if title.isascii() else _SHORTEST_TITLE // 3)


def _turned(traits: Traits) -> Traits:
    if traits.venue:
        return titled(replace(traits, venue=traits.title), traits.venue)
    return titled(replace(traits, in_book=traits.title), traits.in_book)


def _stands_in(words: Sequence[str], other: Traits) -> bool:
    telling = [word for word in words if word not in _furniture()]
    elsewhere = _elsewhere(other)
    if words and all(word.isdigit() for word in telling):
        return False  # "Bulletin of the port, March 1990" is not any bulletin of that year
    return all(_is_among(word, elsewhere) for word in telling)


def _is_among(word: str, elsewhere: frozenset[str]) -> bool:
    if word in elsewhere:
        return True
    return len(word) >= _SHORTEST_ABBREVIATION and any(
        len(other) >= _SHORTEST_ABBREVIATION and (other.startswith(word) or word.startswith(other))
        for other in elsewhere
    )


@lru_cache(maxsize=4096)
def _elsewhere(traits: Traits) -> frozenset[str]:
    """The words of an entry that do not stand in its title."""
    texts = [traits.venue, traits.in_book, traits.publisher]
    texts += [f"{name.family} {name.given}" for name in traits.people]
    numbers = [traits.volume, traits.number, traits.first_page, traits.last_page, str(traits.year or "")]
    return frozenset(word for text in texts for word in text.split()) | frozenset(filter(None, numbers))


def _furniture() -> frozenset[str]:
    """Words that stand round a journal's name and say nothing of the work."""
    return word_set("look_alikes", "meeting") | word_set("look_alikes", "counting") | word_set("look_alikes", "around")
