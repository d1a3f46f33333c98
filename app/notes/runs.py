"""The series found in a page in, its runs that are notes out: not the body's sections, nor a list behind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from statistics import median

from app.notes.calls import calls_in_order, find_calls
from app.notes.citing import CITES_SURELY
from app.notes.headings import Heading, HeadingLine
from app.notes.markers import Marker
from app.notes.series import divide

LONGEST = 2000
_CHAPTER = re.compile(r"[ \t\xa0]+[^\W\d_][^\n\d,;]{3,80}[^\W\d_][ \t]*\n[ \t]*\n\s*")
_BLANK_BEFORE = re.compile(r"\n[ \t]*\n[ \t]*$|\f\s*$")
_SECTION = re.compile(r"[ \t\xa0]*[^\n.,;]{2,70}\n[ \t]*\n")
_PARAGRAPH = 250
_SECOND_LETTER = "b"


def runs_of_notes(text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> list[Marker]:
    """The markers without the runs that are the body's: before the notes' heading, or numbers within lines."""
    runs = divide(markers)
    if len(runs) > 1:
        at_line = [sum(marker.at_line for marker in run) / len(run) for run in runs]
        if max(at_line) >= 0.5:
            runs = [run for run, share in zip(runs, at_line, strict=True) if share >= 0.5]
    for kind in (Heading.NOTES, Heading.LIST):
        opened = [heading for heading in headings if heading.kind is kind]
        if kept := _under_heading(runs, opened, len(markers)):
            earlier = _under_earlier(text, runs, opened, kept[0].start) if kind is Heading.NOTES else []
            return _before_closing([*earlier, *kept], headings)
    while len(runs) > 1 and _is_body(text, runs[0], runs[1][0].start):
        runs = runs[1:]
    return _before_closing([marker for run in runs for marker in run], headings)


def _under_heading(runs: Sequence[list[Marker]], opened: Sequence[HeadingLine], count: int) -> list[Marker]:
    """The markers of the runs after the last of these headings that has most of them; empty where none has."""
    starts = [run[0].start for run in runs]
    left = [*accumulate(map(len, reversed(runs)))][::-1]  # how many markers from each run on
    best, most = len(runs), 0
    for heading in opened:
        at = bisect_left(starts, heading.end)
        if at < len(runs) and starts[at] - heading.end < 400 and left[at] * 3 >= count and left[at] * 5 >= most * 3:
            best, most = at, max(most, left[at])
    return [marker for run in runs[best:] for marker in run]


def _under_earlier(text: str, runs: Sequence[list[Marker]], opened: Sequence[HeadingLine], until: int) -> list[Marker]:
    """The markers of the runs under earlier headings of the notes, as chapters have their own; sections are not."""
    starts = [run[0].start for run in runs]
    kept: list[Marker] = []
    bounds = [heading.start for heading in opened if heading.end <= until]
    for heading, end in zip(opened, bounds[1:], strict=False):
        group = [marker for run in runs[bisect_left(starts, heading.end) : bisect_left(starts, end)] for marker in run]
        if len(group) > 1 and group[0].start - heading.end < 400 and _cite(text, group, end):
            kept += group
    return kept


def _cite(text: str, group: Sequence[Marker], end: int) -> bool:
    """Whether most of these are notes by what they say: they cite, and do not begin as sections do."""
    bounds = [*(marker.start for marker in group[1:]), end]
    citing = sum(
        bool(CITES_SURELY.search(text, marker.end, min(bound, marker.end + LONGEST)))
        and not _SECTION.match(text, marker.end)
        for marker, bound in zip(group, bounds, strict=True)
    )
    return citing * 2 >= len(group)


def _is_body(text: str, run: Sequence[Marker], end: int) -> bool:
    """Whether a run numbers the body's paragraphs, which cite nothing and call the notes, or a list within it."""
    bounds = [*(marker.start for marker in run[1:]), end]
    paragraphs = [text[marker.end : bound].split("\f")[0] for marker, bound in zip(run, bounds, strict=True)]
    if len(run) < 2 or _cite(text, run, end):
        return False
    if median(map(len, paragraphs)) < _PARAGRAPH:
        # The body calls each page's notes before they come, and no list's items.
        before = calls_in_order(find_calls(text[: run[0].start]), range(1, 3))
        return bool(before) and before[-1].value > run[-1].value + 1
    calls = calls_in_order(find_calls("\n".join(paragraphs)), range(1, 3))
    return len(calls) * 2 >= len(run)


def _before_closing(markers: list[Marker], headings: Sequence[HeadingLine]) -> list[Marker]:
    """The markers up to the first closing heading after which the numbers do not go on."""
    openings = [heading.start for heading in headings if heading.kind is Heading.NOTES]
    # After notes under a heading of their own, a numbered list of references is another list.
    under_heading = bool(markers and openings and openings[0] < markers[0].start)
    ending = (Heading.CLOSING, Heading.LIST) if under_heading else (Heading.CLOSING,)
    closings = [heading.start for heading in headings if heading.kind in ending]
    for place, marker in enumerate(markers[1:], start=1):
        last = markers[place - 1]
        closed = bisect_right(closings, marker.start) > bisect_right(closings, last.start)
        reopened = bisect_right(openings, marker.start) > bisect_right(openings, last.start)
        if closed and not reopened and marker.value <= last.value:
            return markers[:place]
    return markers


def without_chapters(text: str, markers: Sequence[Marker]) -> list[Marker]:
    """The markers without the numbers of chapters: a short line alone, after which the notes start at 1 again."""
    kept = []
    for place, marker in enumerate(markers):
        following = markers[place + 1] if place + 1 < len(markers) else None
        alone = place == 0 or _BLANK_BEFORE.search(text[max(0, marker.start - 20) : marker.start])
        restarts = following is not None and following.value == 1 and marker.at_line and alone
        if restarts and following is not None and _CHAPTER.fullmatch(text, marker.end, following.start):
            continue
        kept.append(marker)
    return kept


def without_stray_letters(text: str, markers: Sequence[Marker]) -> list[Marker]:
    """The markers, a letter behind a number its note's where no note stands between: "20v. Braun" among 19, 20, 21."""
    kept = []
    for place, marker in enumerate(markers):
        beside = {one.value for one in (*markers[max(0, place - 1) : place], *markers[place + 1 : place + 2])}
        letter = marker.label[-1]
        at = text.find(letter, marker.start, marker.end)
        if marker.label[:-1].isdigit() and letter > _SECOND_LETTER and marker.value not in beside and at >= 0:
            marker = replace(marker, label=marker.label[:-1], end=at)
        kept.append(marker)
    return kept
