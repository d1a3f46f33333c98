"""A page's plain text in, its notes as raw pieces out, with what stands before and after them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.notes.headings import Heading, HeadingLine, find_headings
from app.notes.markers import Marker, inside_markers, line_markers
from app.notes.series import Series, best_series, divide

_CITES = re.compile(
    r"\b(?:1[4-9]|20)\d\d\b|\bpp?\.|\bibid|\bop\.? ?cit|\bsee\b|\bcf\.|\bvgl\b|\bid\.|ebenda|ebd\.|"
    r"\bS\. \d|\bvoir\b|\bcit\.",
    re.I,
)
_WORD = re.compile(r"\w")
_BLANK = re.compile(r"\n[ \t\xa0]*\n|\f")


@dataclass(frozen=True, slots=True)
class CutNotes:
    """Raw notes (label, text), and the text around them."""

    notes: list[tuple[str, str]]
    before: str
    after: str


def cut_notes(text: str) -> CutNotes:
    """The notes found in the text.

    The numbers that may open a note are gathered, and the best series among them is taken: 1, 2, 3 ... so that a year
    or a volume at the beginning of a line opens nothing. What ends the last note is learnt from the others.
    """
    headings = find_headings(text)
    series = _series(text, headings)
    markers = _without_body(series.markers, headings)
    if not _are_notes(text, markers, headings):
        return CutNotes([], text, "")
    opening = _opening(headings, markers)
    before = text[: opening.start if opening else markers[0].start]
    ends = _ends(text, markers, headings)
    notes = [(marker.label, text[marker.end : end]) for marker, end in zip(markers, ends, strict=True)]
    return CutNotes(notes, before, text[ends[-1] :])


def _series(text: str, headings: Sequence[HeadingLine]) -> Series:
    candidates = sorted(
        [*line_markers(text), *inside_markers(text)], key=lambda marker: (marker.start, not marker.at_line)
    )
    best = best_series(candidates, _headed(candidates, headings))
    if len(best.markers) < 2:
        bare = sorted([*candidates, *inside_markers(text, bare=True)], key=lambda marker: marker.start)
        best = max(best, best_series(bare, _headed(bare, headings)), key=lambda one: one.score)
    return best


def _headed(markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> set[int]:
    """The markers that directly follow a heading of the notes: nothing or one short line lies between."""
    starts = [marker.start for marker in markers]
    found = set()
    for heading in headings:
        if heading.kind is not Heading.CLOSING:
            at = bisect_left(starts, heading.end)
            if at < len(starts) and starts[at] - heading.end < 120:
                found.add(starts[at])
    return found


def _without_body(markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> list[Marker]:
    """The markers without the runs that are the body's: before the first notes heading, or numbers within lines."""
    runs = divide(markers)
    if len(runs) > 1:
        at_line = [sum(marker.at_line for marker in run) / len(run) for run in runs]
        if max(at_line) >= 0.5:
            runs = [run for run, share in zip(runs, at_line, strict=True) if share >= 0.5]
    for kind in (Heading.NOTES, Heading.LIST):
        opened = [heading for heading in headings if heading.kind is kind]
        for heading in opened:
            kept = [run for run in runs if run[0].start >= heading.end]
            if kept and kept[0][0].start - heading.end < 400 and sum(map(len, kept)) * 3 >= len(markers):
                return _before_closing([marker for run in kept for marker in run], headings)
    return _before_closing([marker for run in runs for marker in run], headings)


def _before_closing(markers: list[Marker], headings: Sequence[HeadingLine]) -> list[Marker]:
    """The markers up to the first closing heading after which the numbers do not go on."""
    closings = [heading.start for heading in headings if heading.kind is Heading.CLOSING]
    openings = [heading.start for heading in headings if heading.kind is Heading.NOTES]
    for place, marker in enumerate(markers[1:], start=1):
        last = markers[place - 1]
        closed = bisect_right(closings, marker.start) > bisect_right(closings, last.start)
        reopened = bisect_right(openings, marker.start) > bisect_right(openings, last.start)
        if closed and not reopened and marker.value <= last.value:
            return markers[:place]
    return markers


def _are_notes(text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> bool:
    """Whether the series is one of notes: under a notes heading, or with citations in it."""
    if not markers:
        return False
    opening = _opening(headings, markers)
    if opening is not None and opening.kind is Heading.NOTES:
        return True
    if len(markers) < 2:
        return False
    bounds = [*(marker.start for marker in markers[1:]), len(text)]
    citing = sum(
        bool(_CITES.search(text, marker.end, min(end, marker.end + 3000)))
        for marker, end in zip(markers, bounds, strict=True)
    )
    return citing * 4 >= len(markers)


def _opening(headings: Sequence[HeadingLine], markers: Sequence[Marker]) -> HeadingLine | None:
    """The last heading of the notes (or of a list) before the first of them."""
    before = [h for h in headings if h.end <= markers[0].start and h.kind is not Heading.CLOSING]
    return before[-1] if before and markers[0].start - before[-1].end < 400 else None


def _ends(text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> list[int]:
    """Where each note ends: at the next one, or sooner at a heading or where the others teach that notes end."""
    ends = [*(marker.start for marker in markers[1:]), len(text)]
    stops = [heading.start for heading in headings if heading.kind is not Heading.LIST]
    for place, marker in enumerate(markers):
        at = bisect_left(stops, marker.end)
        if at < len(stops) and stops[at] < ends[place]:
            ends[place] = stops[at]
    ends[-1] = _last_end(text, markers, ends)
    return ends


def _last_end(text: str, markers: Sequence[Marker], ends: Sequence[int]) -> int:
    """The end of the last note: its first line or paragraph where all others have only one."""
    start, end = markers[-1].end, ends[-1]
    others = [text[marker.end : until].strip() for marker, until in zip(markers[:-1], ends[:-1], strict=True)]
    others = [other for other in others if other]
    first = _WORD.search(text, start, end)
    if first is None:
        return end
    if len(others) > 2 and not any("\n" in other for other in others):
        pattern = re.compile(r"\n|\f")
    elif sum(bool(_BLANK.search(other)) for other in others) * 8 <= len(others):
        pattern = _BLANK
    else:
        return end
    found = pattern.search(text, first.start(), end)
    return found.start() if found else end
