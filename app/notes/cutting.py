"""A page's plain text in, its notes as raw pieces out, with what stands before and after them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.notes.calls import calls_in_order, find_calls
from app.notes.citing import CITES
from app.notes.completing import Completing
from app.notes.endings import find_spans
from app.notes.feet import Feet, Span
from app.notes.flowing import flowing_markers
from app.notes.headings import Heading, HeadingLine, find_headings, run_on_opening
from app.notes.markers import Marker, drawn_apart_markers, inside_markers, line_markers, loose_markers
from app.notes.page_lines import blank_page_lines, blank_page_numbers, close_double_spacing
from app.notes.run_on import without_page_head
from app.notes.runs import LONGEST, runs_of_notes, without_chapters, without_stray_letters
from app.notes.series import Series, best_series
from app.notes.signs import sign_markers
from app.notes.supplying import Pieces, supply_lost
from app.notes.unnumbered import unnumbered_notes

_UNLIKELY = -0.4
_STRAY = re.compile(r"\A\s*[.,:)](?=[ \t]*[^\W\d_])")


@dataclass(frozen=True, slots=True)
class CutNotes:
    """Raw notes (label, text), and the text around them."""

    notes: list[tuple[str, str]]
    before: str
    after: str


def cut_notes(text: str, known: bool = False, body: str = "") -> CutNotes:
    """The notes found in the text.

    The numbers that may open a note are gathered, and the best series among them is taken: 1, 2, 3 ... so that a year
    or a volume at the beginning of a line opens nothing. What ends the last note is learnt from the others.

    Args:
        text: the page's text.
        known: it holds nothing but notes.
        body: the article's text where it is known apart from the notes; it tells which notes are called.
    """
    printed = text
    text = blank_page_lines(close_double_spacing(text))
    headings = find_headings(text)
    series, candidates = _series(text, headings)
    markers = runs_of_notes(text, series.markers, headings)
    if not markers or not (known or _are_notes(text, markers, headings)):
        return _unnumbered(text, headings, printed)
    opening = _opening(headings, markers)
    markers = without_chapters(text, markers)
    if _run_on(markers) and any(one.at_line for one in candidates):
        candidates = list(loose_markers(text))  # run-on notes: any number that fits into a gap
    region = (opening.end if opening else 0, _closed(text, markers, headings))
    markers = without_stray_letters(text, Completing(text, markers, candidates, region).complete())
    text = blank_page_numbers(text, (marker.start for marker in markers))
    text, headings = _without_repeats(text, markers, headings)
    notes = _pieces(text, markers, headings, opening, body)
    start = min(opening.start if opening else notes[0].spans[0].start, markers[0].start)
    words = [(note.label, _words(text, note)) for note in notes]
    if _run_on(markers):
        values = [*(note.value for note in notes[1:]), 0]
        words = [
            (label, without_page_head(note, 0 < value < 2, value == 0))
            for (label, note), value in zip(words, values, strict=True)
        ]
    return CutNotes(words, printed[:start], printed[notes[-1].spans[-1].end :])


def _run_on(markers: Sequence[Marker]) -> bool:
    """Whether most notes begin within lines."""
    return sum(marker.at_line for marker in markers) * 2 < len(markers)


def _closed(text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> int:
    """Where the notes are over at the latest: at the first heading behind the last number."""
    return next((heading.start for heading in headings if heading.start >= markers[-1].end), len(text))


def _pieces(
    text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine], opening: HeadingLine | None, body: str
) -> list[Pieces]:
    """The notes as stretches of the text, those whose numbers are lost among them."""
    calls = find_calls(text)
    feet = Feet(text, markers, calls)
    is_under_heading = opening is not None and opening.kind is Heading.NOTES
    found = find_spans(text, markers, headings, feet, is_under_heading)
    notes = [Pieces(one.label, one.value, spans) for one, spans in zip(markers, found.spans, strict=True)]
    first = markers[0]
    begin = opening.end if opening else max(text.rfind("\f", 0, first.start), 0)
    foot, on_first_page = feet.first_foot(begin, first.start, range(1, first.value + 1))
    before = [call for call in find_calls(body) or calls if body or call.end < begin]
    called = found.called | {call.value for call in (*on_first_page, *calls_in_order(before, range(1, 3)))}
    if opening and text[opening.end : first.start].strip():
        foot = opening.end
    if foot is not None and 1 < first.value < 4 and first.style != "sign":
        notes.insert(0, Pieces("", 0, (Span(foot, first.start),)))
    notes = notes if _run_on(markers) else supply_lost(text, notes, called, feet.width)
    return [note for note in notes if note.value > 0]


def _words(text: str, note: Pieces) -> str:
    """A note's words; a stop that a scanner has put between the number and them is left out."""
    words = "\n".join(text[span.start : span.end] for span in note.spans)
    return _STRAY.sub("", words)


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


def _unnumbered(text: str, headings: Sequence[HeadingLine], printed: str) -> CutNotes:
    spans = unnumbered_notes(text, headings)
    if not spans:
        return CutNotes([], printed, "")
    notes = [("", text[start:end]) for start, end in spans]
    opening = max(heading.start for heading in headings if heading.end <= spans[0][0])
    return CutNotes(notes, printed[:opening], printed[spans[-1][1] :])


def _series(text: str, headings: Sequence[HeadingLine]) -> tuple[Series, list[Marker]]:
    """The best series, and all candidates it was chosen from."""
    candidates = _in_order([*line_markers(text), *drawn_apart_markers(text), *inside_markers(text)])
    pages = [match.start() for match in re.finditer("\f", text)]
    best = best_series(candidates, _headed(candidates, headings), pages)
    if len(best.markers) < 2 or any(heading.kind is Heading.NOTES for heading in headings):
        signs = _in_order([*sign_markers(text)])
        best = max(best, best_series(signs, _headed(signs, headings), pages), key=lambda one: one.score)
    if len(best.markers) < 2:
        bare = _in_order([*candidates, *inside_markers(text, bare=True)])
        best = max(best, best_series(bare, _headed(bare, headings)), key=lambda one: one.score)
    if len(best.markers) < 3 and run_on_opening().search(text):
        every = _in_order([*line_markers(text), *loose_markers(text)])
        best = max(best, best_series(every, ()), key=lambda one: one.score)
    return _flowing(text, best, candidates, headings)


def _flowing(
    text: str, best: Series, candidates: list[Marker], headings: Sequence[HeadingLine]
) -> tuple[Series, list[Marker]]:
    """The series of numbers within paragraphs where it finds many more notes than the lines' beginnings do."""
    behind = next((heading.end for heading in headings if heading.kind is Heading.NOTES), None)
    every = flowing_markers(text, behind)
    flowing = best_series(every, _headed(every, headings))
    steps = sum(b.value == a.value + 1 for a, b in pairwise(flowing.markers))
    is_even = steps > 2 and steps * 5 >= len(flowing.markers) * 4
    # Lines begin with a number by chance where a paragraph is broken into lines.
    least = 1.0 if best.markers and _run_on(best.markers) else 1.3
    is_more = len(flowing.markers) >= least * len(best.markers) and flowing.score > best.score * least
    return (flowing, [one for one in every if one.weight > _UNLIKELY]) if is_even and is_more else (best, candidates)


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


def _are_notes(text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> bool:
    """Whether the series is one of notes: under a notes heading, or citing works and no longer than notes are."""
    opening = _opening(headings, markers)
    if opening is not None and opening.kind is Heading.NOTES:
        return True
    if len(markers) < 2:
        return False
    bounds = [*(marker.start for marker in markers[1:]), len(text)]
    citing = sum(
        bool(CITES.search(text, marker.end, min(end, marker.end + 3000)))
        for marker, end in zip(markers, bounds, strict=True)
    )
    if citing * 4 < len(markers):
        return False
    lengths = [end - marker.end for marker, end in zip(markers, bounds, strict=True)]
    return median(lengths) < LONGEST or _are_called(text, markers)


def _are_called(text: str, markers: Sequence[Marker]) -> bool:
    """Whether the text between the markers calls the notes that follow: pages with a note or two at the foot."""
    feet = Feet(text, markers, find_calls(text))
    called = sum(bool(feet.calls_within(a.end, b.start, range(b.value, b.value + 2))) for a, b in pairwise(markers))
    return called * 3 >= len(markers)


def _opening(headings: Sequence[HeadingLine], markers: Sequence[Marker]) -> HeadingLine | None:
    """The last heading of the notes (or of a list) before the first of them."""
    before = [h for h in headings if h.end <= markers[0].start and h.kind is not Heading.CLOSING]
    return before[-1] if before and markers[0].start - before[-1].end < 400 else None
