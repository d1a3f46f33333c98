"""The lines that may be running heads in, those out that the document itself teaches by printing them again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from app.notes.citing import REFERS_BACK
from app.notes.running_heads import Head, is_note_like, numbered_lines

_LINE = re.compile(r"[^\n\f]+")
_ALONE = re.compile(r"^[ \t]*[-–—\[({|]?[ ]?(\d{1,4})[ ]?[-–—\])}|]?[ \t]*$", re.MULTILINE)
_WITH_FIGURE = re.compile(r"\S*\d\S*")
_NO_LETTERS = re.compile(r"[^\w\s]|[\d#_]")
_ALIKE = 80
_SURELY_ALIKE = 88
_FEWEST_LETTERS, _FEWEST_CAPITALS = 5, 3
_PAGES_AWAY = 12
_SHORTEST_PAGE = 200
_LONGEST_PAGE = 12_000
_NEAR = 4000
_TITLE_LINES, _BODY_LINES = 15, 80
_SHORT = 0.85
_TOP = 300
_LONGEST = 110


class LearntHeads:
    """Finds the heads whose words come back, be it misspelt by a scanner, with numbers that go on as pages do.

    Args:
        text: the page's text.
        possible: every line that may be a head.
        sure: those known already.
    """

    def __init__(self, text: str, possible: Sequence[Head], sure: Iterable[Head]) -> None:
        self._text = text
        self._possible = possible
        self._sure = {head.start for head in sure}
        mates = _mates(possible)
        self._mates = {head.start for pair in mates for head in pair} | self._sure
        alone = {match.start(): int(match[1]) for match in _ALONE.finditer(text)}
        self._rows = [line for line in numbered_lines(text) if line[0] not in self._mates and line[0] not in alone]
        self._row_starts = [start for start, _ in self._rows]
        self._pages: dict[int, list[int]] = {}
        for head in possible:
            if head.start in self._mates or head.words.isupper() or head.is_wide:
                self._pages.setdefault(head.number, []).append(head.start)
        for start, number in alone.items():
            self._pages.setdefault(number, []).append(start)
        self._comes_back = {head.start for pair in mates for head in pair}

    def find(self) -> list[tuple[int, int]]:
        """The spans of the lines, those without a readable number among them."""
        known = [head for head in self._possible if head.start in self._sure or self._is_learnt(head)]
        titles = self._of_title(known)
        known += titles
        taught = {folded(head.words) for head in known if self._comes_back & {head.start} or head in titles}
        taught = {words for words in taught if _letters(words) >= _FEWEST_LETTERS}
        spans = {(head.start, head.end) for head in known if head.start not in self._sure}
        if taught:
            spans |= set(self._alike(taught, min(head.start for head in known)))
        return sorted(spans)

    def _is_learnt(self, head: Head) -> bool:
        """Whether a head that comes back is a page's by its number: no note's, and beside another page's."""
        if head.start not in self._comes_back or self._is_numbered_on(head):
            return False
        return self._has_neighbour(head)

    def _of_title(self, known: Sequence[Head]) -> list[Head]:
        """Heads that come once but say what the article's first lines do: its title, its author."""
        opening = opening_words(self._text)
        done = {head.start for head in known}
        return [
            head
            for head in self._possible
            if head.start not in done
            and head.start > _TOP
            and not (head.is_finished or is_note_like(head))
            and _letters(head.words) >= _FEWEST_LETTERS
            and not self._is_numbered_on(head)
            and (head.words.isupper() or self._has_neighbour(head))
            and fuzz.partial_ratio(folded(head.words), opening, score_cutoff=_SURELY_ALIKE)
        ]

    def _is_numbered_on(self, head: Head) -> bool:
        """Whether the number before the words may be a note's: the one before or the next opens a line near by."""
        if not head.leads:
            return False
        low = bisect_left(self._row_starts, head.start - _NEAR)
        high = bisect_right(self._row_starts, head.start + _NEAR)
        return any(value == head.number + (1 if start > head.start else -1) for start, value in self._rows[low:high])

    def _has_neighbour(self, head: Head) -> bool:
        """Whether the page before or the next one shows its number at a page's distance."""
        return any(
            _SHORTEST_PAGE < (at - head.start) * step < _LONGEST_PAGE
            for step in (-1, 1)
            for at in self._pages.get(head.number + step, ())
        )

    def _alike(self, taught: set[str], after: int) -> Iterable[tuple[int, int]]:
        """The lines behind the first head that say nothing but what a head says, whatever became of their numbers."""
        lengths = [len(words) for words in taught]
        low, high = min(lengths) * 0.8, max(lengths) * 1.2 + 6
        for line in _LINE.finditer(self._text, after):
            words = folded(line[0])
            if not low <= len(words) <= high or len(line[0]) > _LONGEST:
                continue
            if any(fuzz.ratio(words, one, score_cutoff=_SURELY_ALIKE) for one in taught) and not self._opens_note(line):
                yield line.start(), line.end()

    def _opens_note(self, line: re.Match[str]) -> bool:
        """Whether a line begins with a number that goes on from another line's."""
        at = bisect_left(self._row_starts, line.start())
        if at >= len(self._rows) or self._rows[at][0] != line.start():
            return False
        near = [value for _, value in self._rows[max(0, at - 1) : at + 2]]
        return any(b == a + 1 for a, b in pairwise(near))


def _mates(possible: Sequence[Head]) -> list[tuple[Head, Head]]:
    """Pairs of lines with nearly the same words, the later one with the higher number."""
    by_number: dict[int, list[Head]] = {}
    for head in possible:
        fewest = _FEWEST_CAPITALS if head.words.isupper() else _FEWEST_LETTERS
        if _letters(head.words) >= fewest and not REFERS_BACK.match(head.words):
            by_number.setdefault(head.number, []).append(head)
    return [
        (one, other)
        for number, heads in by_number.items()
        for one in heads
        for later in range(number + 1, number + _PAGES_AWAY + 1)
        for other in by_number.get(later, ())
        if other.start - one.end > _SHORTEST_PAGE
        and other.leads == one.leads
        and abs(len(one.words) - len(other.words)) * 4 <= len(one.words)
        and fuzz.ratio(folded(one.words), folded(other.words), score_cutoff=_ALIKE)
    ]


def opening_words(text: str) -> str:
    """What a page's first lines say, folded: the journal, the author, the title; full lines are the body's."""
    lines = [line[0].strip() for line, _ in zip(_LINE.finditer(text), range(_BODY_LINES), strict=False)]
    width = sorted(map(len, lines))[len(lines) * 3 // 4] if lines else 0
    return folded(" ".join(line for line in lines[:_TITLE_LINES] if line.isupper() or len(line) < _SHORT * width))


@lru_cache(maxsize=20_000)
def folded(words: str) -> str:
    """The words with all numbers, stops and capitals made alike; a word that is half figures is a misread number."""
    kept = _WITH_FIGURE.sub(lambda word: "" if _is_number(word[0]) else word[0], words)
    return " ".join(_NO_LETTERS.sub("", kept).casefold().split())


def _is_number(word: str) -> bool:
    return sum(sign.isdigit() for sign in word) * 2 >= sum(sign.isalnum() for sign in word)


def _letters(words: str) -> int:
    return sum(sign.isalpha() for sign in words)
