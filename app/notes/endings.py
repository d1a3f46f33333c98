"""The text and the places where notes begin in, the stretches of each note's words out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from app.notes.citing import CITES_SURELY, ends_sentence
from app.notes.feet import Feet, Interruption, Span
from app.notes.headings import HeadingLine, closing_line
from app.notes.markers import Marker

_WORD = re.compile(r"[^\W_]")
_BREAK = re.compile(r"\n[ \t\xa0]*\n\s*|\s*\f\s*")
_LINE_BREAK = re.compile(r"\s*[\n\f]\s*")
_NUMBER_ONLY = re.compile(r"^\s*[-–—\[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?\s*$")
_HEADING_LIKE = re.compile(r"^(?:[A-ZÀ-ÞА-Я\d“‘«]|chapter|part)[^\n]{0,88}$", re.IGNORECASE)
_OPENING = 400
_BODY = 500
_LITTLE_BODY = 150
_SEVERAL = 3
_FEW = 20


class Found(NamedTuple):
    """The stretches of each note, in the order of the notes, and the numbers that the body between them calls."""

    spans: list[tuple[Span, ...]]
    called: frozenset[int]


def find_spans(
    text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine], feet: Feet, is_under_heading: bool
) -> Found:
    """What belongs to each note: up to the next one, or to a heading, the page's foot, or where the others teach.

    Args:
        text: the page's text, its running heads page ends.
        markers: where the notes begin.
        headings: the lines that end a note.
        feet: asked for the body between the notes.
        is_under_heading: the notes stand together under a heading of their own, so that no body comes between them.
    """
    ends = _at_headings(text, markers, headings)
    spans = [Span(marker.end, end) for marker, end in zip(markers, ends, strict=True)]
    breaks = [None] * len(spans) if is_under_heading else _interruptions(text, spans, markers, feet)
    whole = [Span(span.start, one.start) if one else span for span, one in zip(spans, breaks, strict=True)]
    interrupted = None if is_under_heading else sum(one is not None for one in breaks)
    found = _Ends(text, markers, whole, feet, interrupted).find()
    after = [feet.is_after_empty_line(span.end) for span, one in zip(spans, breaks, strict=True) if one]
    is_divided = sum(after) * 10 > len(after) * 6
    for place, one in enumerate(breaks):
        following = markers[place + 1].value if place + 1 < len(markers) else markers[place].value + 1
        has_lost = following > markers[place].value + 1
        if one and (tail := feet.tail(spans[place], one, is_divided, has_lost)) is not None:
            found[place] = (*found[place], Span(tail, spans[place].end))
    called = frozenset(call.value for one in breaks if one for call in one.calls)
    return Found(found, called)


def _interruptions(
    text: str, spans: Sequence[Span], markers: Sequence[Marker], feet: Feet
) -> list[Interruption | None]:
    """Where the body of a page stands within a note's span; nowhere unless it does so often enough."""
    values = [_called_next(markers, place) for place in range(len(markers))]
    found = [
        feet.interruption(span, value, False) or feet.later_page(span, value, False)
        for span, value in zip(spans, values, strict=True)
    ]
    sure = sum(one is not None for one in found)
    paged = any("\f" in text[span.start : one.start + 1] for span, one in zip(spans, found, strict=True) if one)
    if not sure or not (paged or (sure > 1 and sure * _FEW >= len(spans))):
        tight = [feet.interruption(span, value, True) for span, value in zip(spans, values, strict=True)]
        several = sum(one is not None for one in tight)
        return tight if several > 2 and several * _FEW >= len(spans) else [None] * len(spans)
    return [
        one or feet.interruption(span, value, True) or feet.later_page(span, value, True)
        for one, span, value in zip(found, spans, values, strict=True)
    ]


def _called_next(markers: Sequence[Marker], place: int) -> range:
    """The numbers of which a body behind this note calls the first."""
    value = markers[place].value
    following = markers[place + 1].value if place + 1 < len(markers) else value + 1
    return range(value + 1, following + 3) if following > value else range(1, following + 3)


def _at_headings(text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> list[int]:
    ends = [*(marker.start for marker in markers[1:]), len(text)]
    stops = [heading.start for heading in headings]
    for place, marker in enumerate(markers):
        at = bisect_left(stops, marker.end)
        if at < len(stops) and stops[at] < ends[place]:
            ends[place] = stops[at]
    if markers and (match := closing_line().search(text, markers[-1].end, ends[-1])):
        ends[-1] = match.start()
    return ends


class _Ends:
    """Finds the ends of notes within spans in which no body was seen by its calls."""

    def __init__(
        self, text: str, markers: Sequence[Marker], spans: Sequence[Span], feet: Feet, interrupted: int | None
    ) -> None:
        self._text, self._markers, self._spans, self._feet = text, markers, spans, feet
        self._firsts = [_first_end(text, start, end, _BREAK) for start, end in spans]
        lengths = [first - start for (start, _), first in zip(spans, self._firsts, strict=True)]
        self._usual = median(lengths) if lengths else 0
        self._is_loose = _is_loose(text, spans, self._firsts)
        self._least_body, self._at_feet, self._under_heading = _BODY, False, interrupted is None
        if interrupted is None:  # under a heading of their own no body comes between the notes
            self._least_body = len(text)
            return
        bodies = sum(self._is_body(first, end) for first, (_, end) in zip(self._firsts, spans, strict=True))
        # Where other notes stand at the feet of pages, a short stretch of body is one too.
        self._at_feet = bodies + interrupted >= _SEVERAL
        self._least_body = _LITTLE_BODY if self._at_feet else _BODY

    def find(self) -> list[tuple[Span, ...]]:
        """The stretches of every note."""
        rows = [_first_end(self._text, start, end, _LINE_BREAK) for start, end in self._spans]
        in_rows = len(self._spans) > 3 and sum(
            _has_words(self._text, row, end) for row, (_, end) in zip(rows[:-1], self._spans[:-1], strict=True)
        ) * 10 <= len(self._spans)
        found: list[tuple[Span, ...]] = []
        for place, (start, end) in enumerate(self._spans):
            following = self._markers[place + 1].value if place + 1 < len(self._spans) else 0
            last_of_run = following < self._markers[place].value or following == 1
            if in_rows and _has_words(self._text, rows[place], end):
                end = self._cut(start, rows[place], end, last_of_run, _LINE_BREAK)
            tail = None
            if not self._is_loose or last_of_run:
                first = min(self._firsts[place], end)
                was = end
                end = self._cut(start, first, end, last_of_run and not self._is_loose, _BREAK)
                if end < was and self._is_body(first, was) and not last_of_run:
                    tail = self._feet.tail_of_body(Span(start, was), end)
            found.append((Span(start, end),) if tail is None else (Span(start, end), Span(tail, was)))
        return found

    def _is_body(self, first: int, end: int) -> bool:
        """Whether so much stands after the first paragraph's end and a page's that it is the next page's body."""
        size = end - first
        if size <= self._least_body or size <= 3 * self._usual or "\f" not in self._text[first:end]:
            return False
        return not CITES_SURELY.search(self._text, first, min(end, first + _OPENING))

    def _cut(self, start: int, first: int, end: int, is_last: bool, divider: re.Pattern[str]) -> int:
        """The end of a note after whose first paragraph (or line) more text follows up to `end`."""
        rest = list(_paragraphs(self._text, first, end, divider))
        if not rest:
            return end
        head = self._text[start:first].rstrip()
        if all(_is_apart(paragraph) for paragraph in rest):
            return first
        is_open = bool(head) and not ends_sentence(head)
        if is_open and rest[0].lstrip()[:1].islower() and not (self._at_feet and self._is_body(first, end)):
            return end
        if is_open and is_last and self._under_heading and self._text[first:end].lstrip(" \n").startswith("\f"):
            return self._text.find(rest[0], first) + len(rest[0].rstrip())
        return first if is_last or self._is_body(first, end) else end


def _first_end(text: str, start: int, end: int, divider: re.Pattern[str]) -> int:
    """The end of a note's first paragraph (or line)."""
    word = _WORD.search(text, start, end)
    found = divider.search(text, word.start(), end) if word else None
    return found.start() if found else end


def _has_words(text: str, start: int, end: int) -> bool:
    return _WORD.search(text, start, end) is not None


def _is_loose(text: str, spans: Sequence[tuple[int, int]], firsts: Sequence[int]) -> bool:
    """Whether notes of several paragraphs are the rule here, so that an empty line ends nothing."""
    several = sum(
        any(not _is_apart(paragraph) and len(paragraph) < _BODY for paragraph in _paragraphs(text, first, end, _BREAK))
        for first, (_, end) in zip(firsts[:-1], spans[:-1], strict=True)
    )
    return several * 3 > len(spans)


def _paragraphs(text: str, start: int, end: int, divider: re.Pattern[str]) -> Iterator[str]:
    return (paragraph for paragraph in divider.split(text[start:end]) if paragraph.strip())


def _is_apart(paragraph: str) -> bool:
    """Whether a paragraph is a page number or a heading."""
    paragraph = paragraph.strip()
    if _NUMBER_ONLY.match(paragraph):
        return True
    return bool(_HEADING_LIKE.match(paragraph)) and paragraph[-1] not in ".,;)”’»"
