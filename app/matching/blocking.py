"""Blocking: an entry's traits in, the keys under which every look-alike of it is looked for out.

A key depends on the entry alone, never on the collection, so that a pair that is found once is found in every library.
The kinds of key are those that proved to lose the fewest true pairs on systematic-review sets: identifiers, the
beginning of the title, pairs of its longest words (they are the rare ones), author and year, volume and page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from app.folding import sounding, without_umlauts
from app.matching.straying import holds_title, may_be_crossed
from app.matching.traits import Traits, content_words

_TITLE_START = 20
_LONG_WORDS = 3
_MORE_WORDS = 6
_LARGEST_BLOCK = 60
_NEIGHBOURS = 8
_STANDING_FOR_ALL = 4
_HALF_ALIKE = 60
_ALIKE = 85


def keys_of(traits: Traits) -> set[str]:
    """The blocking keys of an entry, one at least."""
    keys = {f"d{traits.doi}"} if traits.doi else set()
    keys.update(f"n{number}" for number in traits.numbers)
    keys.update(f"b{isbn}" for isbn in traits.isbns)
    keys.update(_title_keys(traits))
    if traits.people:
        surname = without_umlauts(sounding(traits.people[0].surname))
        keys.add(f"a{surname}|{traits.year or ''}")
    if traits.first_page and (traits.volume or traits.year):
        keys.add(f"p{traits.volume or traits.year}|{traits.first_page}")
    return keys


def _title_keys(traits: Traits) -> Iterator[str]:
    content = traits.content
    if not content:
        yield f"t{traits.joined}" if traits.joined else f"i{traits.identity}"
        if not traits.title:
            yield from _word_keys(_may_be_title(traits), _MORE_WORDS)
        return
    start = "".join(content)
    if not start.isascii():
        start = sounding(start)
    yield f"t{start[:_TITLE_START]}"
    if traits.main != traits.title and (main := "".join(content_words(traits.main))):
        yield f"t{main[:_TITLE_START]}"  # the other may lack its subtitle
    yield from _word_keys(content, _LONG_WORDS)


def _word_keys(words: Iterable[str], most: int) -> Iterator[str]:
    longest = sorted(set(words), key=lambda word: (-len(word), word))[:most]
    for first, second in combinations(sorted(longest), 2):
        yield f"w{first}|{second}"


def _may_be_title(traits: Traits) -> list[str]:
    """The words of the fields in which the title of an entry without one may be found."""
    names = [word for name in traits.people for word in f"{name.family} {name.given}".split()]
    return f"{traits.venue} {traits.in_book}".split() + names


def pairs_worth_comparing(traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """The pairs of places whose entries share a key and look alike, each once, the earlier place first.

    Of a block that is too large its entries are sorted, and each is paired with its neighbours and with a few that
    stand for all.
    """
    total = len(traits)
    seen: set[int] = set()
    for block in _blocks(traits):
        for one, other in combinations(block, 2) if len(block) <= _LARGEST_BLOCK else _neighbours(block, traits):
            code = one * total + other
            if code not in seen:
                seen.add(code)
                if is_worth_comparing(traits[one], traits[other]):
                    yield one, other


def _blocks(traits: Sequence[Traits]) -> Iterator[list[int]]:
    """The places that share a key; a key is kept as a number, and a block only from its second entry on."""
    first: dict[int, int] = {}
    blocks: dict[int, list[int]] = {}
    for place, one in enumerate(traits):
        for key in map(hash, keys_of(one)):
            if key in blocks:
                blocks[key].append(place)
            elif key in first:
                blocks[key] = [first[key], place]
            else:
                first[key] = place
    first.clear()
    yield from blocks.values()


def _neighbours(block: Sequence[int], traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    ordered = sorted(block, key=lambda i: (traits[i].joined, traits[i].year or 0, traits[i].first_page, i))
    standing = ordered[:: len(ordered) // _STANDING_FOR_ALL]
    for position, one in enumerate(ordered):
        for other in (*ordered[position + 1 : position + 1 + _NEIGHBOURS], *standing):
            if one != other:
                yield (one, other) if one < other else (other, one)


def is_worth_comparing(a: Traits, b: Traits) -> bool:
    """Whether two entries of one block are alike enough to be compared in full; costs a microsecond."""
    if (a.doi and a.doi == b.doi) or not a.numbers.isdisjoint(b.numbers):
        return True
    if may_be_crossed(a, b):
        return True
    if not a.title or not b.title:
        return not a.lasts.isdisjoint(b.lasts) or not (a.title or b.title) or holds_title(a, b) or holds_title(b, a)
    is_in_year = a.year == b.year or (bool(a.volume) and None in (a.year, b.year))
    is_in_place = bool(a.first_page) and a.first_page == b.first_page and a.volume == b.volume and is_in_year
    is_by_others = bool(a.lasts and b.lasts) and a.lasts.isdisjoint(b.lasts)
    if is_in_place and not is_by_others:
        return True
    if fuzz.ratio(a.title, b.title, score_cutoff=_ALIKE if is_by_others and not is_in_place else _HALF_ALIKE):
        return True
    if is_by_others and a.title.isascii() and b.title.isascii():
        return a.title == b.main or b.title == a.main or a.marks != b.marks
    return a.main in b.title or b.main in a.title or not (a.title.isascii() and b.title.isascii())
