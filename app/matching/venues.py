"""Venues: two journals' or books' folded names in, whether they are one out, abbreviated or not."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from app.folding import sounding
from app.wordlists import load_words, word_set

_LIST = "look_alikes"
_MOST_LETTERS = 8
_MOST_DOUBLED = 2


@lru_cache(maxsize=65536)
def compare_venues(a: str, b: str) -> str:
    """same, near (abbreviated, an acronym, without a part), different or missing, for two folded names."""
    if not a or not b:
        return "missing"
    if a == b:
        return "same"
    if a.isascii() != b.isascii() and sounding(a) == sounding(b):
        return "near"  # the other in another script
    first, second = _content(a), _content(b)
    if first == second or "".join(first) == "".join(second):
        return "same"
    if _is_abbreviated(first, second) or _is_abbreviated(second, first):
        return "near"
    if _stands_for(a, b) or _stands_for(b, a):
        return "near"
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) > 1 and set(shorter) <= set(longer):
        return "near"
    if _is_same_meeting(first, second):
        return "near"
    return "near" if fuzz.ratio(" ".join(first), " ".join(second)) >= 88 else "different"


def with_short_bodies(name: str) -> str:
    """A folded name with the letters of a body for its full name: "acm" for "association for computing machinery"."""
    for full, letters in load_words(_LIST)["bodies_in_full"].items():
        if full in name:
            name = name.replace(full, letters)
    return name


def _content(name: str) -> list[str]:
    """The words that tell a journal from another; single letters do ("Phys. Rev. D"), "U.S.A." at the end does not."""
    words = [word for word in name.removesuffix(" u s a").split() if len(word) == 1 or word not in _stopwords()]
    return words or name.split()


def _stopwords() -> frozenset[str]:
    return word_set(_LIST, "stopwords")


def _is_abbreviated(short: list[str], long: list[str]) -> bool:
    """Whether every word of one begins, in order, a word of the other, and most of those are met."""
    position, skipped = 0, 0
    for word in short:
        start = position
        while position < len(long) and not _abbreviates(word, long[position]):
            position += 1
        if position == len(long) or (len(short) == 1 and position):
            return False  # "Science" is not "Psychological Science"
        skipped += position - start
        position += 1
    # What follows is a place or a series: "Lancet (London, England)"; a single letter alone proves nothing.
    return skipped <= 1 and (len(short) > 1 or len(short[0]) > 2) and len(long) - position <= 3


def _abbreviates(word: str, full: str) -> bool:
    if full.startswith(word) or (len(full) > 2 and word.startswith(full)):
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
    if word_set(_LIST, "meeting").isdisjoint(words):
        return words
    empty = word_set(_LIST, "meeting") | word_set(_LIST, "counting") | word_set(_LIST, "bodies")
    return [word for word in words if word not in empty and not word[0].isdigit()]


def _stands_for(short: str, long: str) -> bool:
    """Whether one name is the other's letters: "JACM", "COLT '94", "AI Journal", or is listed as standing for it."""
    letters = _letters(short)
    if not letters:
        return False
    words = long.split()
    if _letters(long) == letters:
        return True
    if listed := load_words(_LIST)["acronyms"].get(letters):
        return set(_content(listed)) <= set(words)
    # "AIJ" says "journal" where the name does not, "ICML Proceedings" the other way round.
    journal = {letters, letters.removesuffix("j"), letters.removeprefix("j")} if "journal" not in words else {letters}
    return any(_is_spelt_by(tuple(words), some, has_doubled=False) for some in journal if len(some) > 1)


def _letters(name: str) -> str:
    """The one short word that is left of "Proc. 9th Intl. COLT-94"; "" where more is left, or nothing."""
    words = [word for word in name.split() if not any(c.isdigit() for c in word)]
    bodies = word_set(_LIST, "bodies")
    told = [w for w in words if w not in _stopwords() and (w not in _empty() or w in bodies)]
    told = [w for w in told if w not in bodies] or told  # "ACM TODS"
    return told[0] if len(told) == 1 and 1 < len(told[0]) <= _MOST_LETTERS else ""


def _is_spelt_by(words: tuple[str, ...], letters: str, *, has_doubled: bool) -> bool:
    """Whether letters are the first letters of words, all that say something among them met.

    One word may give two ("COLT": computational), and one that is letters itself all ("JACM": ACM).
    """
    if not words:
        return not letters
    word, others = words[0], words[1:]
    if (word in _stopwords() or word in _empty() or any(c.isdigit() for c in word)) and _is_spelt_by(
        others, letters, has_doubled=has_doubled
    ):
        return True
    if len(word) <= _MOST_DOUBLED + 2 and len(word) > 1 and letters.startswith(word):
        return _is_spelt_by(others, letters[len(word) :], has_doubled=has_doubled)
    if letters[:1] != word[0]:
        return False
    if _is_spelt_by(others, letters[1:], has_doubled=has_doubled):
        return True
    can_double = not has_doubled and len(letters) > _MOST_DOUBLED and letters.startswith(word[:2])
    return can_double and _is_spelt_by(others, letters[2:], has_doubled=True)


def _empty() -> frozenset[str]:
    """The words of a meeting's or journal's name that its letters may leave out."""
    return (
        word_set(_LIST, "meeting")
        | word_set(_LIST, "counting")
        | word_set(_LIST, "bodies")
        | {"journal", "j", "advances"}
    )
