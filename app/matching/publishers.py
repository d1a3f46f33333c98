"""Publishers: two folded names of publishers or institutions in, whether they are one out."""

from __future__ import annotations

from functools import lru_cache

from app.matching.venues import compare_venues
from app.wordlists import word_set


@lru_cache(maxsize=65536)
def compare_publishers(a: str, b: str) -> str:
    """same, near ("Norton" for "W. W. Norton & Company"), different or missing, for two folded names."""
    if not a or not b:
        return "missing"
    if a == b:
        return "same"
    first, second = _core(a), _core(b)
    if first == second:
        return "same"
    if _is_acronym(a, b) or _is_acronym(b, a):
        return "near"
    if first and second and (set(first) <= set(second) or set(second) <= set(first)):
        return "near"
    return compare_venues(" ".join(first) or a, " ".join(second) or b)


def _is_acronym(short: str, long: str) -> bool:
    """Whether a house goes by its letters: "CUP" for the Cambridge University Press."""
    return len(short) > 1 and " " not in short and "".join(word[0] for word in long.split()) == short


def _core(name: str) -> list[str]:
    """The words of the house's own name: no "& Sons Ltd", no initials; "UP" is a university's press."""
    words = ["university" if word == "up" else word for word in name.split()]
    empty = word_set("look_alikes", "publishing") | word_set("look_alikes", "stopwords")
    return [word for word in words if len(word) > 1 and word not in empty]
