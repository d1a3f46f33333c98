"""A page's plain text in, its notes as raw pieces out, with what stands before and after them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import median

from app.notes.completing import complete
from app.notes.endings import blank_running_heads, find_ends
from app.notes.headings import Heading, HeadingLine, find_headings, run_on_opening
from app.notes.markers import Marker, inside_markers, line_markers, loose_markers
from app.notes.series import Series, best_series, divide
from app.notes.signs import sign_markers
from app.notes.unnumbered import unnumbered_notes

_LONG = 2000
_CHAPTER = re.compile(r"[ \t\xa0]+[^\W\d_][^\n\d,;]{3,80}[^\W\d_][ \t]*\n[ \t]*\n\s*")
_BLANK_BEFORE = re.compile(r"\n[ \t]*\n[ \t]*$|\f\s*$")
_CITES = re.compile(
    r"\b(?:1[4-9]|20)\d\d\b|\bpp?\.|\bibid|\bop\.? ?cit|\bsee\b|\bcf\.|\bvgl\b|\bid\.|ebenda|ebd\.|"
    r"\bS\. \d|\bvoir\b|\bcit\.",
    re.I,
)


@dataclass(frozen=True, slots=True)
class CutNotes:
    """Raw notes (label, text), and the text around them."""

    notes: list[tuple[str, str]]
    before: str
    after: str


def cut_notes(text: str, known: bool = False) -> CutNotes:
    """The notes found in the text; `known` says that it holds nothing else.

    The numbers that may open a note are gathered, and the best series among them is taken: 1, 2, 3 ... so that a year
    or a volume at the beginning of a line opens nothing. What ends the last note is learnt from the others.
    """
    text = blank_running_heads(text)
    headings = find_headings(text)
    series, candidates = _series(text, headings)
    markers = _without_body(series.markers, headings)
    if not markers or not (known or _are_notes(text, markers, headings)):
        return _unnumbered(text, headings)
    opening = _opening(headings, markers)
    markers = _without_chapters(text, markers)
    if sum(marker.at_line for marker in markers) * 2 < len(markers):
        candidates = list(loose_markers(text))  # run-on notes: any number that fits into a gap
    markers = complete(text, markers, candidates, opening.end if opening else 0)
    before = text[: opening.start if opening else markers[0].start]
    text, headings = _without_repeats(text, markers, headings)
    ends = find_ends(text, markers, headings)
    notes = [(marker.label, text[marker.end : end]) for marker, end in zip(markers, ends, strict=True)]
    return CutNotes(notes, before, text[ends[-1] :])


def _without_repeats(
    text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]
) -> tuple[str, list[HeadingLine]]:
    """The text without the word "Notes" over pages on which the notes only go on: a page's head, not a new series."""
    starts = [marker.start for marker in markers]
    kept, pieces, done = [], [], 0
    for heading in headings:
        at = bisect_left(starts, heading.start)
        goes_on = 0 < at < len(markers) and markers[at].value > max(markers[at - 1].value, 1)
        if heading.kind is Heading.NOTES and goes_on:
            pieces += [text[done : heading.start], "\f" + " " * (heading.end - heading.start - 1)]
            done = heading.end
        else:
            kept.append(heading)
    return "".join([*pieces, text[done:]]), kept


def _without_chapters(text: str, markers: Sequence[Marker]) -> list[Marker]:
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


def _unnumbered(text: str, headings: Sequence[HeadingLine]) -> CutNotes:
    spans = unnumbered_notes(text, headings, _CITES)
    if not spans:
        return CutNotes([], text, "")
    notes = [("", text[start:end]) for start, end in spans]
    opening = max(heading.start for heading in headings if heading.end <= spans[0][0])
    return CutNotes(notes, text[:opening], text[spans[-1][1] :])


def _series(text: str, headings: Sequence[HeadingLine]) -> tuple[Series, list[Marker]]:
    """The best series, and all candidates it was chosen from."""
    candidates = _in_order([*line_markers(text), *inside_markers(text)])
    best = best_series(candidates, _headed(candidates, headings))
    if any(heading.kind is Heading.NOTES for heading in headings):
        signs = _in_order([*sign_markers(text)])
        best = max(best, best_series(signs, _headed(signs, headings)), key=lambda one: one.score)
    if len(best.markers) < 2:
        bare = _in_order([*candidates, *inside_markers(text, bare=True)])
        best = max(best, best_series(bare, _headed(bare, headings)), key=lambda one: one.score)
    if len(best.markers) < 3 and run_on_opening().search(text):
        every = _in_order([*line_markers(text), *loose_markers(text)])
        best = max(best, best_series(every, ()), key=lambda one: one.score)
    return best, candidates


def _in_order(markers: list[Marker]) -> list[Marker]:
    return sorted(markers, key=lambda marker: (marker.start, not marker.at_line))


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
        if kept := _under_heading(runs, [heading for heading in headings if heading.kind is kind], len(markers)):
            return _before_closing(kept, headings)
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


def _are_notes(text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> bool:
    """Whether the series is one of notes: under a notes heading, or citing works and no longer than notes are."""
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
    lengths = [end - marker.end for marker, end in zip(markers, bounds, strict=True)]
    return citing * 4 >= len(markers) and median(lengths) < _LONG


def _opening(headings: Sequence[HeadingLine], markers: Sequence[Marker]) -> HeadingLine | None:
    """The last heading of the notes (or of a list) before the first of them."""
    before = [h for h in headings if h.end <= markers[0].start and h.kind is not Heading.CLOSING]
    return before[-1] if before and markers[0].start - before[-1].end < 400 else None
