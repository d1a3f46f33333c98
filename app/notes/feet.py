"""A note's span in which a page ends, its calls and the lines' widths in; where its words stop and go on, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from statistics import median, quantiles
from typing import NamedTuple

from app.notes.calls import Call, calls_in_order
from app.notes.citing import BEGINS_NOTE, CALL_AT_END, CITES_SURELY, ends_sentence
from app.notes.markers import Marker

_LINE = re.compile(r"[^\n\f]+")
_EMPTY_LINE = re.compile(r"\n[ \t\xa0]*\n")
_EMPTY_BEFORE = re.compile(r"(?:\n[ \t\xa0]*|\f[ \t\xa0]*)\n$")
_MOST_LINES = 80
_SHORT = 0.85
_FULL = 0.92
_WIDER = 3
_SEVERAL = 3
_MOST_ON_A_PAGE = 12


class State(Enum):
    """How the words of a note stop at a page's end."""

    OPEN = "within a sentence"
    FULL = "at a full line's end"
    DONE = "with the sentence and the line"


# What a line must rate to begin the foot behind a body, how much less where a number is missing there, and what where
# the body shows no calls.
_LEAST = {State.OPEN: 2.5, State.FULL: 2.5, State.DONE: 3.5}
_LOST = 2.0
_UNCALLED = 4.0


class Span(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


class Interruption(NamedTuple):
    """The body of a page within a note's span.

    Attributes:
        start: where the note's words stop.
        calls: the calls of notes in that body.
    """

    start: int
    calls: tuple[Call, ...]


class Feet:
    """The feet of a page's text: asks where the body stands between the notes.

    Args:
        text: the page's text, its running heads and page numbers page ends.
        markers: where the notes begin.
        calls: the places that may call a note.

    Attributes:
        width: how wide the notes are printed; 0 where their lines are not broken.
    """

    def __init__(self, text: str, markers: Sequence[Marker], calls: Sequence[Call]) -> None:
        self._text = text
        self._calls = calls
        self._ends = [call.end for call in calls]
        self.width = _note_width(text, markers)

    def interruption(self, span: Span, values: range, is_sure: bool) -> Interruption | None:
        """The body in a note's span, known by its calls of the notes that follow; None where there is none.

        Args:
            span: from the note's first word to the next note.
            values: the numbers of which the body must call the first.
            is_sure: whether notes are known to stand at the feet of pages here, so that no empty line is asked for.
        """
        at = self._break(span)
        calls = self.calls_within(span.start if at is None else at, span.end, values, is_sure and at is not None)
        if not calls or (at is None and not (is_sure and calls[0].is_tight)):
            return None
        if at is None:
            at = self._end_of_first(span, calls[0].end)
        return None if at is None else Interruption(at, calls)

    def later_page(self, span: Span, values: range, is_sure: bool) -> Interruption | None:
        """The body behind a page's end within a note that is not done there, though more notes were called before it.

        Of a page's notes the first may be so long that all others follow on the next page, whose body calls later ones.

        Args:
            span: from the note's first word to the next note.
            values: the numbers of which the body calls none first.
            is_sure: whether notes are known to stand at the feet of pages here, so that one call is enough.
        """
        at = self._text.find("\f", span.start, span.end)
        if at < 0 or self._state(span.start, at) is not State.OPEN:
            return None
        calls = self.calls_within(at, span.end, range(values.stop, values.stop + _MOST_ON_A_PAGE))
        is_body = len(calls) >= (1 if is_sure else _SEVERAL) and all(call.is_tight for call in calls[:_SEVERAL])
        return Interruption(at, calls) if is_body else None

    def calls_within(self, start: int, end: int, values: range, is_sure: bool = False) -> tuple[Call, ...]:
        """The calls of notes between two places, the first of them of one of these values."""
        calls = self._calls[bisect_right(self._ends, start) : bisect_right(self._ends, end)]
        return tuple(calls_in_order(calls, values, is_sure))

    def tail(self, span: Span, one: Interruption, is_divided: bool, has_lost: bool) -> int | None:
        """Where, behind the body, the foot of the next page begins before its first number; None where it does not.

        Args:
            span: the span in which the body stands.
            one: the body.
            is_divided: an empty line stands before the feet of pages here.
            has_lost: a number is missing between this note and the next.
        """
        call = one.calls[-1].end
        if is_divided and self.is_after_empty_line(span.end):
            return None
        state = self._state(span.start, one.start)
        if is_divided and (empty := [*_EMPTY_LINE.finditer(self._text, call, span.end)]):
            return empty[-1].end()
        least = _LEAST[state] - (_LOST if has_lost else 0)
        return self._best_line(Span(one.start, span.end), call, state, least, self._text[span.start : one.start])

    def tail_of_body(self, span: Span, start: int) -> int | None:
        """Where a note goes on behind a body that shows no calls; None where it does not, or nothing tells."""
        if (state := self._state(span.start, start)) is not State.OPEN:
            return None
        lines = [*_LINE.finditer(self._text, start, span.end)][-_MOST_LINES // 4 :]
        words = self._text[span.start : start]
        return self._best_line(Span(start, span.end), lines[0].start(), state, _UNCALLED, words) if lines else None

    def first_foot(self, start: int, end: int, values: range) -> tuple[int | None, tuple[Call, ...]]:
        """Where the foot of the first page begins before its first number, and the calls on that page."""
        calls = self.calls_within(start, end, values)
        if not calls:
            return None, calls
        at = self._best_line(Span(start, end), calls[-1].end, State.DONE, _LOST)
        line = self._text.find("\n", calls[-1].end, end)
        return (line + 1 if at is None and line >= 0 else at), calls

    def is_after_empty_line(self, at: int) -> bool:
        """Whether an empty line or a page's end stands directly before a place."""
        before = self._text[max(0, at - 100) : at].rstrip(" \t\xa0")
        return before.endswith(("\n\n", "\f", "\f\n")) or bool(_EMPTY_BEFORE.search(before))

    def _break(self, span: Span) -> int | None:
        """The page's end within the span, else its first empty line."""
        at = self._text.find("\f", span.start, span.end)
        if at >= 0:
            return at
        empty = _EMPTY_LINE.search(self._text, span.start, span.end)
        return empty.start() if empty else None

    def _state(self, start: int, end: int) -> State:
        """How a note stops at a page's end: within a sentence, at the end of a full line, or done."""
        words = self._text[start:end].rstrip()
        if words and (not ends_sentence(words) or words[-1] == ":"):
            return State.OPEN
        end = start + len(words)
        last = end - max(self._text.rfind("\n", 0, end), self._text.rfind("\f", 0, end)) - 1
        return State.FULL if last >= _FULL * self.width > 0 else State.DONE

    def _end_of_first(self, span: Span, call: int) -> int | None:
        """The end of a note that nothing divides from the body behind it: a finished line, shorter than most."""
        best: tuple[float, int] | None = None
        lines = [
            line for line, _ in zip(_LINE.finditer(self._text, span.start, call), range(_MOST_LINES), strict=False)
        ]
        for line, following in pairwise(lines):
            words = line[0].rstrip()
            score = 2.0 * ends_sentence(words) + 1.5 * (len(words) < _SHORT * (self.width or len(words)))
            score += 0.5 * following[0].lstrip()[:1].isupper()
            if ends_sentence(words) and (best is None or score > best[0]):
                best = (score, line.end())
        return best[1] if best else None

    def _best_line(self, span: Span, after: int, state: State, least: float, words: str = "") -> int | None:
        """The line behind the body's last call where the foot begins: the best of those that rate at least so much."""
        text = self._text
        begin = max(text.rfind("\n", span.start, after), text.rfind("\f", span.start, after), span.start - 1) + 1
        lines = [line for line, _ in zip(_LINE.finditer(text, begin, span.end), range(_MOST_LINES), strict=False)]
        lines = [line for line in lines if line[0].strip()]
        wide = _percentile([len(line[0].rstrip()) for line in _LINE.finditer(text, span.start, after)])
        is_narrower = bool(wide) and self.width >= wide + _WIDER
        best: tuple[float, int] | None = None
        passed_wide = passed_citing = False
        for line, following in pairwise(lines):
            passed_wide = passed_wide or len(line[0].rstrip()) > wide + 2
            passed_citing = passed_citing or bool(CITES_SURELY.search(line[0]))
            score = _rate(line[0], text[line.end() : following.start()], following[0], state, wide)
            score += _goes_on(words, following[0], passed_citing) if state is State.OPEN else 0.0
            score -= 2.0 if passed_citing else 0.0
            score += 1.0 if state is not State.OPEN and BEGINS_NOTE.match(following[0].lstrip()) else 0.0
            if is_narrower:
                score += -3.0 if passed_wide else 3.0 if len(following[0].rstrip()) > wide + 2 else 0.0
            if score >= least and (best is None or score > best[0]):
                best = (score, following.start())
        return best[1] if best else None


def _rate(line: str, between: str, following: str, state: State, wide: float) -> float:
    """How much the second of two lines looks like the foot's first: after a sentence's end, an empty line."""
    words = CALL_AT_END.sub("", line.rstrip()) or line.rstrip()
    score = 1.0 if ends_sentence(words) else -1.5
    score += 2.0 if between.count("\n") > 1 else 0.0
    score += 0.75 if wide and len(line.rstrip()) < _SHORT * wide else 0.0
    first = following.lstrip()[:1]
    if state is State.OPEN:
        return score + 1.0 + (2.0 if first.islower() else 1.5 if first in "(,;:–" or first.isdigit() else 0.0)
    is_small = first.islower() and not BEGINS_NOTE.match(following.lstrip())
    return score + (0.75 if state is State.FULL else 0.0) - (2.0 if is_small else 0.0)


def _goes_on(words: str, following: str, passed_citing: bool) -> float:
    """How much a line looks like the rest of a note that is open: it closes its bracket, or is the first to cite."""
    is_open = words.rfind("(") > words.rfind(")")
    closes = is_open and ")" in following and "(" not in following.partition(")")[0]
    return 2.0 * closes + 1.0 * (not passed_citing and CITES_SURELY.search(following) is not None)


def _percentile(lengths: Sequence[int]) -> float:
    """What nine in ten lines do not exceed."""
    return quantiles(lengths, n=10)[8] if len(lengths) > 1 else float(sum(lengths))


def _note_width(text: str, markers: Sequence[Marker]) -> float:
    """How wide the notes are printed: the usual length of a first line that goes on in a second; 0 where none does."""
    widths = []
    for marker, following in pairwise(markers):
        line = text.find("\n", marker.end, following.start)
        if line >= 0 and text[line + 1 : line + 2].strip() and line + 1 < following.start:
            widths.append(line - marker.start)
    return float(median(widths)) if len(widths) > 2 else 0.0
