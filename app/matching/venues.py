"""Venues: two journals' or books' folded names in, whether they are one out, abbreviated or not."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from app.wordlists import word_set


@lru_cache(maxsize=65536)
def compare_venues(a: str, b: str) -> str:
    """same, near (abbreviated, an acronym, without a part), different or missing, for two folded names."""
    if not a or not b:
        return "missing"
    if a == b:
        return "same"
    first, second = _content(a), _content(b)
    if first == second or "".join(first) == "".join(second):
        return "same"
    if _is_abbreviated(first, second) or _is_abbreviated(second, first):
        return "near"
    if _is_acronym(a, second) or _is_acronym(b, first):
        return "near"
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) > 1 and set(shorter) <= set(longer):
        return "near"
    if _is_same_meeting(first, second):
        return "near"
    return "near" if fuzz.ratio(" ".join(first), " ".join(second)) >= 88 else "different"


def _content(name: str) -> list[str]:
    """The words that tell a journal from another; single letters do ("Phys. Rev. D"), "U.S.A." at the end does not."""
    words = [word for word in name.removesuffix(" u s a").split() if len(word) == 1 or word not in _stopwords()]
    return words or name.split()


def _stopwords() -> frozenset[str]:
    return word_set("look_alikes", "stopwords")


def _is_abbreviated(short: list[str], long: list[str]) -> bool:
    """Whether every word of one begins, in order, a word of the other, and most of those are met."""
    position, skipped = 0, 0
    for word in short:
        start = position
        while position < len(long) and not _abbreviates(word, long[position]):
            position += 1
        if position == len(long):
            return False
        skipped += position - start
        position += 1
    # What follows is a place or a series: "Lancet (London, England)"; a single letter alone proves nothing.
    return skipped <= 1 and (len(short) > 1 or len(short[0]) > 2) and len(long) - position <= 3


def _abbreviates(word: str, full: str) -> bool:
    if full.startswith(word):
        return True
    if len(word) < 2 or word[0] != full[0] or len(word) >= len(full):
        return False
    # "natl" for "national", "intl", "assn": first and last letter, the others in order.
    letters = iter(full)
    return all(letter in letters for letter in word) and word[-1] in full[-3:]


def _is_same_meeting(first: list[str], second: list[str]) -> bool:
    """Whether one meeting is meant: "Proc. 9th Symp. on Ports", "Proceedings of the Ninth Annual Symposium on Ports".

    Which year's meeting it was is left to the date.
    """
    core, other = (_core(words) for words in (first, second))
    if len(core) == len(first) or len(other) == len(second):
        return False
    shorter, longer = sorted((core, other), key=len)
    return bool(shorter) and len("".join(shorter)) > 2 and _is_abbreviated(shorter, longer)


def _core(words: list[str]) -> list[str]:
    """A meeting's name without "Proceedings of the Ninth Annual Conference"; all of it where it is no meeting."""
    if word_set("look_alikes", "meeting").isdisjoint(words):
        return words
    empty = word_set("look_alikes", "meeting") | word_set("look_alikes", "counting")
    return [word for word in words if word not in empty and not word[0].isdigit()]


def _is_acronym(name: str, words: list[str]) -> bool:
    plain = name.replace(" ", "")
    return len(plain) >= 3 and len(words) >= 3 and plain == "".join(word[0] for word in words)
