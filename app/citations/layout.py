"""A note's text in, where its quotations and brackets lie out; every later step asks it what stands in the open."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

_LONGEST_QUOTATION = 600
# What closes each opening mark; German opens with „ or ‚ or », English and French with “, ‘ or «.
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‚": "‘’", "‘": "’", '"': '"', "'": "'"}
_OPENING = re.compile(r"``|[“„«»‹›‚‘\"']")
# The double marks of typewriters and TeX, as scanners mix them: "``Title,''", "“Title,''".
_TYPED_END = re.compile(r"''|[”“\"]")
_SINGLE = re.compile(r"[‘’]")
# A double mark that a single one closes, as scanners and typists leave it.
_SINGLE_END = re.compile(r"(?<=[^\s])’(?=[\s,.;:)]*(?:[,.;:)]|\sin\s|$))")
_BRACKET = re.compile(r"[()\[\]]")


@dataclass(frozen=True, slots=True)
class Layout:
    """The quotations (marks included) and the brackets of a text, as sorted spans, and the language of the notes."""

    text: str
    language: str
    quotations: tuple[tuple[int, int], ...]
    brackets: tuple[tuple[int, int], ...]
    _depth: bytes

    def is_quoted(self, at: int) -> bool:
        """Whether the character stands inside a quotation."""
        return self.quotation_at(at) is not None

    def quotation_at(self, at: int) -> tuple[int, int] | None:
        """The quotation around a place, marks included."""
        k = bisect_right(self.quotations, (at, len(self.text) + 1)) - 1
        if k >= 0 and self.quotations[k][0] <= at < self.quotations[k][1]:
            return self.quotations[k]
        return None

    def depth(self, at: int) -> int:
        """How many brackets are open around a character; a bracket never closed does not count."""
        return self._depth[at] if at < len(self._depth) else 0

    def brackets_between(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The bracketed spans that open between two places, outer ones first."""
        low = bisect_left(self.brackets, (start, 0))
        return self.brackets[low : bisect_left(self.brackets, (end, 0))]

    def quotations_between(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The quotations that reach into a stretch."""
        return self.quotations[self._first_quotation(start) : bisect_left(self.quotations, (end, 0))]

    def is_open(self, at: int) -> bool:
        """Whether the character stands outside every quotation and bracket."""
        return self.depth(at) == 0 and not self.is_quoted(at)

    def outside_quotations(self, start: int, end: int, filler: str = " ") -> str:
        """The words from start to end with quoted matter and brackets' contents blanked, the length kept."""
        parts: list[str] = []
        at = start
        for quote_start, quote_end in self.quotations_between(start, end):
            parts.append(self.text[at : max(at, quote_start)])
            parts.append(filler * (min(end, quote_end) - max(at, quote_start, start)))
            at = min(end, max(at, quote_end))
        parts.append(self.text[at:end])
        return "".join(parts)

    def _first_quotation(self, start: int) -> int:
        k = bisect_right(self.quotations, (start, len(self.text) + 1)) - 1
        return k if k >= 0 and self.quotations[k][1] > start else k + 1


def lay_out(text: str, language: str = "en") -> Layout:
    """Find quotations and brackets in one pass; an unclosed mark hides nothing."""
    quotations = _find_quotations(text)
    brackets = _find_brackets(text, quotations)
    return Layout(text, language, quotations, brackets, _depths(len(text), brackets))


def _depths(length: int, brackets: tuple[tuple[int, int], ...]) -> bytes:
    steps = [0] * (length + 1)
    for start, end in brackets:
        steps[start] += 1
        steps[end] -= 1
    return bytes(min(depth, 255) for depth in accumulate(steps))


def _find_quotations(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = 0
    while match := _OPENING.search(text, at):
        start = match.start()
        end = _closing(text, start) if _can_open(text, start) else 0
        if end:
            found.append((start, end))
            at = end
        else:
            at = start + 1
    return tuple(found)


def _can_open(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if text[at] in "\"'»›":
        return not before.isalnum() and before not in ".,;:!?" and not after.isspace()
    return not (text[at] == "‘" and before.isalnum())


def _closing(text: str, start: int) -> int:
    limit = min(len(text), start + _LONGEST_QUOTATION)
    mark = text[start]
    if mark == "`":
        typed = _TYPED_END.search(text, start + 2, limit)
        return typed.end() if typed else 0
    if mark == "‘":
        return _closing_single(text, start, limit)
    if mark == "“" and (typed_end := text.find("''", start + 1, limit)) > 0 and "”" not in text[start:typed_end]:
        return typed_end + 2
    closers = _CLOSERS[mark]
    at = start + 1
    nested = 0
    while at < limit:
        character = text[at]
        if character in closers and (mark != "'" or _ends_quotation(text, at)):
            if not nested:
                return at + 1
            nested -= 1
        elif character == mark and mark in "“«„":
            nested += 1
        at += 1
    following = text.find(mark, start + 1, limit)
    if mark == "“" and (single := _SINGLE_END.search(text, start + 2, following if following > 0 else limit)):
        return single.end()
    first = min((k for c in closers if (k := text.find(c, start + 1, limit)) > 0), default=0)
    return first + 1 if first and mark not in "'\"" else 0


def _ends_quotation(text: str, at: int) -> bool:
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isalnum() and not text[at - 1].isspace()


def _closing_single(text: str, start: int, limit: int) -> int:
    """Where ‘...’ ends, apostrophes and a nested ‘Sea King’ passed over; 0 where it does not."""
    if text.find("’", start + 1, limit) < 0:
        return 0
    nested, candidates = 0, []
    for match in _SINGLE.finditer(text, start + 1, limit):
        at = match.start()
        if match[0] == "‘":
            nested += _can_open(text, at)
        elif _ends_quotation(text, at):
            candidates.append(at + 1)
            if nested:
                nested -= 1
            elif not _is_plural_genitive(text, at, limit):
                return at + 1
    return candidates[0] if candidates else 0


def _is_plural_genitive(text: str, at: int, limit: int) -> bool:
    """Whether the mark in "the workers’ movement’" is the word's: s before it, a word behind, a closer to come."""
    if text[at - 1] != "s" or not re.match(r"’ \w", text[at : at + 3]):
        return False
    if re.match(r"’ (?:in|In|ed|dans|en|and) ", text[at : at + 7]):
        return False
    later = re.search(r"[‘]|’(?=[\s,.;:)]|$)", text[at + 1 : limit])
    return later is not None and later[0] == "’"


def _find_brackets(text: str, quotations: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Matched pairs; a bracket inside a quotation pairs only within it."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[int, str]] = []
    spans = iter((*quotations, (len(text) + 1, len(text) + 1)))
    span = next(spans)
    for match in _BRACKET.finditer(text):
        at = match.start()
        while at >= span[1]:
            span = next(spans)
        if at >= span[0]:
            continue
        if match[0] in "([":
            stack.append((at, match[0]))
        else:
            opener = "(" if match[0] == ")" else "["
            if stack and stack[-1][1] == opener:
                found.append((stack.pop()[0], at + 1))
    return tuple(sorted(found))
