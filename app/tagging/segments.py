"""Tokens in, the stretches between their signs out, each with what it looks like: names, a title, a place, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.tagging.tokens import Token
from app.wordlists import function_words, word_set

_DIVIDING = frozenset(',;:()[]“”«»„"‹›|')
_LEAST_OF_SENTENCE = 4
_LONG = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens side by side without a dividing sign between them.

    Attributes:
        first, last: the indices of its tokens, both included.
        before, behind: the signs around it, "" at the citation's ends.
        look: its features in short, the same for segments that look alike.
        kinds: the classes of words in it.
    """

    first: int
    last: int
    before: str
    behind: str
    look: str
    kinds: frozenset[str]


def divide(tokens: Sequence[Token], kinds: Sequence[tuple[str, ...]]) -> list[Segment]:
    """The segments of a citation in order; the dividing signs themselves belong to none."""
    words = [token.text for token in tokens]
    found: list[Segment] = []
    first = 0
    for at in range(len(words) + 1):
        if at < len(words) and not _divides(words, at):
            continue
        if at > first:
            before = words[first - 1] if first else ""
            behind = words[at] if at < len(words) else ""
            found.append(_segment(words, kinds, first, at - 1, before, behind))
        first = at + 1
    return found


def _divides(words: Sequence[str], at: int) -> bool:
    if words[at] in _DIVIDING:
        return True
    if words[at] != "." or at == 0:
        return False
    # A stop ends a sentence behind a whole word or a number, not behind an initial or "vol".
    before, behind = words[at - 1], words[at + 1] if at + 1 < len(words) else ""
    is_cue = before in word_set("citation_cues", "words")
    return (before.isdigit() or (len(before) >= _LEAST_OF_SENTENCE and not is_cue)) and not behind[:1].islower()


def _segment(
    words: Sequence[str], kinds: Sequence[tuple[str, ...]], first: int, last: int, before: str, behind: str
) -> Segment:
    inside = [word for word in words[first : last + 1] if word[0].isalnum()]
    inner = frozenset(kind for k in range(first, last + 1) for kind in kinds[k])
    small = sum(word.casefold() in function_words() for word in inside)
    letters = [word for word in inside if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in letters)
    look = "".join(
        (
            str(next((k for k, most in enumerate(_LONG) if len(inside) <= most), len(_LONG))),
            "g" if "given" in inner else "",
            "i" if any(len(word) == 1 and word.isupper() for word in letters) else "",
            "s" if small else "",
            "C" if letters and capitals == len(letters) else "c" if capitals > small and capitals > 1 else "",
            "l" if words[first][:1].islower() else "",
            "y" if "year" in inner else "",
            "n" if "number" in inner or "roman" in inner else "",
            "p" if "city" in inner else "",
        )
    )
    return Segment(first, last, before, behind, look, inner)
