"""Titles: two titles' traits in, how far they agree and in which words they differ out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from app.folding import romanized, sounding, without_umlauts
from app.matching.straying import holds_title, is_run_together
from app.matching.traits import Traits
from app.wordlists import load_words, word_set

_FEW_WORDS = 3
_FEW_LETTERS = 14
_BARELY_ALIKE = 50
_SHORT_WORD = 5
_LONG_WORD = 8
# One sign is a whole word in Chinese and Japanese.
_FIRST_IDEOGRAPH = "\u2e80"
_ALIKE_IN_LETTERS = 80
_NUMBERED_FROM = 5
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_PAPER = re.compile(r"[a-z]{0,4}\d{1,4}[a-z]?")
_MAY_BE_ASTRAY = frozenset({"longer", "word", "most", "some", "different"})


@dataclass(frozen=True, slots=True)
class TitleAgreement:
    """The level of agreement (a row of the weights' table) and the words that only one title has.

    Attributes:
        is_crossed: title and journal stood in each other's place.
    """

    level: str
    only_first: tuple[str, ...] = ()
    only_second: tuple[str, ...] = ()
    is_crossed: bool = False


def compare_titles(a: Traits, b: Traits) -> TitleAgreement:
    """How far two titles agree.

    Levels: same, short (same, but of few words), generic (same "Editorial"), spelling, longer (one lacks the subtitle
    or some words), cut (one breaks off), astray (what one lacks or has too much stands in another field), word (one
    word stands for another), number ("Part I", "Part II"), most, different, missing.
    """
    if not a.title or not b.title:
        is_elsewhere = holds_title(a, b) or holds_title(b, a)
        return TitleAgreement("astray" if is_elsewhere else "missing")
    if a.joined == b.joined:
        return TitleAgreement(_sameness(a, b))
    if not (a.title.isascii() and b.title.isascii()) and sounding(a.title) == sounding(b.title):
        return TitleAgreement("spelling")
    only_a, only_b = _unpaired(a.content, b.content)
    level = _level(a, b, only_a, only_b)
    if level in _MAY_BE_ASTRAY and is_run_together(a, b, only_a, only_b):
        level = "astray"
    return TitleAgreement(level, only_a, only_b)


def is_other_title(a: Traits, b: Traits) -> bool:
    """Whether two titles are different at first sight; True is certain, False calls for a closer look."""
    few = min(len(a.content), len(b.content))
    if (
        few < _FEW_WORDS
        or 10 * len(set(a.content).intersection(b.content)) >= 6 * few
        or not (a.title.isascii() and b.title.isascii())
    ):
        return False
    return not fuzz.ratio(a.joined, b.joined, score_cutoff=_ALIKE_IN_LETTERS)


def _sameness(a: Traits, b: Traits) -> str:
    if a.is_generic or b.is_generic:
        return "generic"
    letters = (
        len(a.joined) if a.joined.isascii() else sum(3 if letter >= _FIRST_IDEOGRAPH else 1 for letter in a.joined)
    )
    is_short = letters < _FEW_LETTERS or (len(a.content) < _FEW_WORDS and letters < 2 * _FEW_LETTERS)
    return "short" if is_short and not (letters > len(a.joined) and letters >= _FEW_LETTERS) else "same"


def _level(a: Traits, b: Traits, only_a: tuple[str, ...], only_b: tuple[str, ...]) -> str:
    if not only_a and not only_b:
        is_one = without_umlauts(a.joined) == without_umlauts(b.joined)
        return _sameness(a, b) if is_one else _plain(a, b, "spelling")
    if len(only_a) == len(only_b) == 1 and _has_run_on(a, b, only_a[0], only_b[0]):
        return _plain(a, b, "spelling")
    if _is_numbered(a, only_a, only_b) or _is_numbered(b, only_b, only_a):
        return _plain(a, b, "spelling")
    numerals = load_words("look_alikes")["ordinals"]
    if all(word.isdigit() or word in numerals or word in _counted() for word in only_a + only_b):
        is_one_number = a.digits == b.digits and bool(a.digits)  # "Teil II" and "Teil 2"
        return "spelling" if is_one_number else "number"
    shorter, longer = sorted((a, b), key=lambda traits: len(traits.title))
    if not only_a or not only_b:
        return _longer(shorter, longer, max(len(only_a), len(only_b)))
    if len(only_a) == len(only_b) == 1 and min(len(a.content), len(b.content)) > _FEW_WORDS:
        return "word"
    shared = max(len(a.content) - len(only_a), len(b.content) - len(only_b))
    share = shared / max(len(a.content), len(b.content), 1)
    if share >= 0.7 and shared >= _FEW_WORDS:
        return "most"
    if share < 0.3 and _is_one_in_letters(a, b):
        return _plain(a, b, "spelling")
    return "some" if share >= 0.4 and shared >= 2 else "different"


def _is_numbered(a: Traits, only_a: tuple[str, ...], only_b: tuple[str, ...]) -> bool:
    """Whether a long title has only its number among a meeting's papers in front: "O305 Locks and their queues"."""
    is_alone = len(only_a) == 1 and not only_b and len(a.content) > _NUMBERED_FROM
    return is_alone and a.content[0] == only_a[0] and bool(_PAPER.fullmatch(only_a[0]))


def _has_run_on(a: Traits, b: Traits, word: str, other: str) -> bool:
    """Whether a long word has only swallowed the small one before it, or a letter: "ofatherosclerosis"."""
    if min(len(word), len(other)) < _LONG_WORD or a.digits != b.digits or _are_opposites(word, other):
        return False
    return DamerauLevenshtein.distance(a.joined, b.joined, score_cutoff=1) <= 1


def _counted() -> frozenset[str]:
    return frozenset(load_words("look_alikes")["part"])


def _plain(a: Traits, b: Traits, level: str) -> str:
    return "generic" if a.is_generic or b.is_generic else level


def _longer(shorter: Traits, longer: Traits, extra: int) -> str:
    if (not shorter.is_generic or shorter.joined.isdigit()) and _lacks_only_subtitle(shorter, longer):
        return "longer"
    if shorter.is_generic or len(shorter.content) < 2:
        return "some"
    if len(shorter.content) >= _FEW_WORDS and _breaks_off(shorter.title, longer.title):
        return "cut"
    if extra == 1 and len(shorter.content) > _FEW_WORDS:
        return "word"
    if longer.title.startswith(shorter.title) or longer.title.endswith(shorter.title) or shorter.title == longer.main:
        return "longer"
    return "longer" if len(shorter.content) >= 2 * _FEW_WORDS and extra <= len(shorter.content) // 2 else "some"


def _lacks_only_subtitle(shorter: Traits, longer: Traits) -> bool:
    """Whether a book's title of one telling word ("Landfall", "1911") is another's by the same people before ":".

    An article's is a heading as often: "Diabetes" is not "Diabetes: the coast revisited".
    """
    are_books = {shorter.kind, longer.kind} <= {"book", ""} and not (shorter.lasts.isdisjoint(longer.lasts))
    return are_books and shorter.title == longer.main and not (shorter.venue or longer.venue)


def _breaks_off(shorter: str, longer: str) -> bool:
    """Whether a title ends in the middle of the other, behind "of" or "and"."""
    return longer.startswith(f"{shorter} ") and shorter.rpartition(" ")[2] in word_set("look_alikes", "stopwords")


def _is_one_in_letters(a: Traits, b: Traits) -> bool:
    """Whether a title is the other in another script, or with its words run together."""
    return fuzz.ratio(sounding(romanized(a.joined)), sounding(romanized(b.joined)), score_cutoff=92) > 0


def _unpaired(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The content words that only one title has, less those that are the same word in another spelling."""
    only_a, only_b = _surplus(a, b), _surplus(b, a)
    if only_a and only_b:
        if "".join(only_a) == "".join(only_b):
            return (), ()
        _pair_ordinals(only_a, only_b)
        _pair_spellings(only_a, only_b)
        _pair_joined(only_a, only_b)
        _pair_joined(only_b, only_a)
    return tuple(only_a), tuple(only_b)


def _surplus(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    left = list(others)
    surplus = []
    for word in words:
        if word in left:
            left.remove(word)
        else:
            surplus.append(word)
    return surplus


def _pair_spellings(only_a: list[str], only_b: list[str]) -> None:
    """Take out "behaviour" and "behavior", "randomised" and "randomized", "color" and "colours"."""
    for word in only_a[:]:
        first = word[0]
        for other in only_b:
            may_be = first in other[:2] or abs(len(word) - len(other)) == 1 or not (word.isascii() and other.isascii())
            if may_be and _is_spelling(word, other):
                only_a.remove(word)
                only_b.remove(other)
                break


@lru_cache(maxsize=1 << 16)
def _is_spelling(word: str, other: str) -> bool:
    if min(len(word), len(other)) < 4 or _digits(word) != _digits(other) or max(word) >= _FIRST_IDEOGRAPH:
        return False
    if _are_opposites(word, other):
        return False
    if DamerauLevenshtein.distance(word, other, score_cutoff=1) == 1:
        return word[0] == other[0] or len(word) != len(other) or sorted(word) == sorted(other)
    alike = fuzz.ratio(word, other)
    if alike >= 80 and word[0] == other[0] and min(len(word), len(other)) > _SHORT_WORD:
        return True
    return (alike >= _BARELY_ALIKE or not (word.isascii() and other.isascii())) and sounding(word) == sounding(other)


def _are_opposites(word: str, other: str) -> bool:
    for pair in word_set("look_alikes", "opposites"):
        one, two = pair.split()
        if word.startswith(one) and other.startswith(two) and not (word.startswith(two) or other.startswith(one)):
            return True
        if word.startswith(two) and other.startswith(one) and not (word.startswith(one) or other.startswith(two)):
            return True
    return False


def _digits(word: str) -> str:
    return "".join(c for c in word if c.isdigit())


def _pair_ordinals(only_a: list[str], only_b: list[str]) -> None:
    """Take out "20th" against "twentieth"."""
    for word in only_a[:]:
        value = _ordinal(word)
        twin = next((other for other in only_b if value and _ordinal(other) == value), None)
        if twin is not None:
            only_a.remove(word)
            only_b.remove(twin)


@lru_cache(maxsize=1 << 14)
def _ordinal(word: str) -> str:
    """The figure 20 for "20th" and "twentieth"; "" for what is no ordinal number of a century or the like."""
    match = _ORDINAL.fullmatch(word)
    return match[1] if match else str(load_words("look_alikes")["high_ordinals"].get(word, ""))


def _pair_joined(few: list[str], many: list[str]) -> None:
    """Take out "postprandial" against "post", "prandial"."""
    for word in list(few):
        for i in range(len(many) - 1):
            if many[i] + many[i + 1] == word:
                few.remove(word)
                del many[i : i + 2]
                break
