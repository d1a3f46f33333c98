"""Blocking: an entry's traits in, the keys under which every look-alike of it is looked for out.

A key depends on the entry alone, never on the collection, so that a pair that is found once is found in every library.
The kinds of key are those that proved to lose the fewest true pairs on systematic-review sets: identifiers, the beginning
of the title, pairs of its longest words (they are the rare ones), first author and year, volume and first page.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from rapidfuzz import fuzz

from app.folding import sounding
from app.matching.traits import Traits

_TITLE_START = 20
_LONG_WORDS = 4
_LARGEST_BLOCK = 60
_NEIGHBOURS = 8
_HALF_ALIKE = 55

IdT = TypeVar("IdT", bound=Hashable)


def keys_of(traits: Traits) -> set[str]:
    """The blocking keys of an entry; never empty unless the entry is."""
    keys = {f"d{traits.doi}"} if traits.doi else set()
    keys.update(f"n{number}" for number in traits.numbers)
    keys.update(f"b{isbn}" for isbn in traits.isbns)
    keys.update(_title_keys(traits))
    if traits.people:
        surname = sounding(traits.people[0].surname)
        keys.add(f"a{surname}|{traits.year or ''}")
    if traits.first_page and (traits.volume or traits.year):
        keys.add(f"p{traits.volume or traits.year}|{traits.first_page}")
    return keys


def _title_keys(traits: Traits) -> Iterator[str]:
    content = traits.content
    if not content:
        if traits.joined:
            yield f"t{traits.joined}"
        return
    start = "".join(content)
    if not start.isascii():
        start = sounding(start)
    yield f"t{start[:_TITLE_START]}"
    longest = sorted(set(content), key=lambda word: (-len(word), word))[:_LONG_WORDS]
    for first, second in combinations(sorted(longest), 2):
        yield f"w{first}|{second}"


def pairs_in(blocks: Iterable[Sequence[int]], traits: Mapping[int, Traits] | Sequence[Traits]) -> set[tuple[int, int]]:
    """The pairs of positions worth comparing; large blocks are sorted, and only neighbours in them are paired."""
    found: set[tuple[int, int]] = set()
    for block in blocks:
        if len(block) <= _LARGEST_BLOCK:
            found.update(combinations(block, 2))
        else:
            found.update(_neighbours(block, traits))
    return found


def _neighbours(block: Sequence[int], traits: Mapping[int, Traits] | Sequence[Traits]) -> Iterator[tuple[int, int]]:
    ordered = sorted(block, key=lambda i: (traits[i].joined, traits[i].year or 0, traits[i].first_page, i))
    for position, one in enumerate(ordered):
        for other in ordered[position + 1 : position + 1 + _NEIGHBOURS]:
            yield (one, other) if one < other else (other, one)


def is_worth_comparing(a: Traits, b: Traits) -> bool:
    """Whether two entries of one block are alike enough to be compared in full; costs a microsecond."""
    if (a.doi and a.doi == b.doi) or not a.numbers.isdisjoint(b.numbers):
        return True
    if not a.title or not b.title:
        return bool(a.lasts & b.lasts) or not (a.title or b.title)
    if fuzz.ratio(a.title, b.title, score_cutoff=_HALF_ALIKE):
        return True
    if a.joined.startswith(b.joined[:12]) or b.joined.startswith(a.joined[:12]):
        return True
    if a.first_page and a.first_page == b.first_page and a.volume == b.volume and a.year == b.year:
        return bool(a.lasts & b.lasts) or not a.lasts or not b.lasts
    return a.main in b.title or b.main in a.title or not a.title.isascii() or not b.title.isascii()
