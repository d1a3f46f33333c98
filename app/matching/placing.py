"""Placing: the levels two entries, or two groups of them, reached in; what tells the places in print apart out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.matching.agreeing import Levels

ON_SAME_PAGES = frozenset({"same", "first"})
_AGREEING = frozenset({"same", "near", "first", "last", "within", "day", "isbn"})
_FEW = 0.2
_OFTEN_WRONG = frozenset({"date", "venue", "author"})
_PLACED = frozenset({"date", "volume", "pages"})


def contradictions(levels: Levels) -> int:
    """How many of the fields that place a work in print say that these are two."""
    return len(_differing(levels))


def anchors(levels: Levels) -> int:
    """How many of the fields that only one work can have say that these are one."""
    return len(_holding(levels))


def is_contradicted(levels: Levels) -> bool:
    """Whether more fields that place a work in print tell the two apart than hold them together."""
    return contradictions(levels) > anchors(levels)


def are_contradicted(across: Iterable[Levels]) -> bool:
    """Whether two groups are told apart, by the levels of the pairs across them.

    The groups are compared as wholes: a field tells them apart where hardly any pair agrees in it, for a group holds
    its journal under several names (one of them in the other group is enough) and its pages with a slip here and there.
    """
    apart, _, held = _told_apart(across)
    return len(apart) > sum(field not in apart for field in held)


def are_placed_alike(across: Iterable[Levels]) -> bool:
    """Whether two groups agree as wholes in their date, volume or pages, and nothing tells them apart but one slip.

    On the same page, or with the same DOI, one of them may have its year, its journal or its authors wrong.
    """
    apart, agreeing, held = _told_apart(across)
    if apart == {"publisher"}:
        return {"title", "author", "date"} <= agreeing  # its place, or a house of another country
    if apart:
        return len(apart) == 1 and apart <= _OFTEN_WRONG and bool(held - apart)
    return not _PLACED.isdisjoint(agreeing)


def are_in_other_places(across: Iterable[Levels]) -> bool:
    """Whether two groups as wholes are told apart, and no page, DOI or other identifier holds them together."""
    apart, _, held = _told_apart(across)
    return bool(apart - {"author", "publisher"}) and not held


def _told_apart(across: Iterable[Levels]) -> tuple[set[str], set[str], set[str]]:
    """The fields that tell two groups apart, those in which any pair agrees, and those that hold any pair together."""
    against, agreeing, held = Counter[str](), Counter[str](), Counter[str]()
    for levels in across:
        against.update(_differing(levels))
        against["date"] += _is_year_after(levels)
        agreeing.update(_agreeing(levels))
        held.update(_holding(levels))
    apart = {field for field, count in against.items() if count and not _is_outvoted(field, count, agreeing[field])}
    return apart, set(agreeing), set(held)


def _is_year_after(levels: Levels) -> bool:
    """Whether the years are one apart and nothing in print agrees: two groups of one year each are two versions."""
    is_placed = levels.volume == "same" or levels.pages in ON_SAME_PAGES | {"online"}
    return levels.date == "one" and not is_placed


def _is_outvoted(field: str, against: int, agreeing: int) -> bool:
    return agreeing > 0 and (field == "venue" or agreeing >= _FEW * (agreeing + against))


def _differing(levels: Levels) -> set[str]:
    fields = {
        "venue": levels.venue in ("different", "kind") and not _is_in_number(levels),
        "publisher": levels.publisher == "different",
        "volume": levels.volume == "different",
        "pages": levels.pages == "different" and not (levels.venue in ("same", "near") and _is_in_number(levels)),
        "doi": levels.doi == "different",
        "identifier": levels.identifier == "different",
        "author": levels.author == "different",
        "isbn": levels.identifier == "other isbn",
        "date": levels.date in ("few", "different"),
        "issue": levels.doi == levels.number == "different",
    }
    return {field for field, is_apart in fields.items() if is_apart}


def _is_in_number(levels: Levels) -> bool:
    """Whether both stand in the same number of the same volume of one year: the journal or a page may be miswritten."""
    return levels.volume == levels.number == levels.date == levels.author == levels.title == "same"


def _agreeing(levels: Levels) -> set[str]:
    return {field for field, level in levels.items() if level in _AGREEING}


def _holding(levels: Levels) -> set[str]:
    fields = {
        "doi": levels.doi == "same",
        "pages": levels.pages in ON_SAME_PAGES,
        "identifier": levels.identifier in ("same", "isbn"),
    }
    return {field for field, holds in fields.items() if holds}
