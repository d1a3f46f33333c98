"""Notes with a gap in their numbers in, the same with those whose numbers are lost out, where no doubt is left."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.notes.citing import BEGINS_NOTE, CALL_AT_END, OPENS_NOTE, ends_sentence
from app.notes.feet import Span

_LINE = re.compile(r"[^\n\f]+")
_SHORT = 0.85
_MOST = 3


@dataclass(frozen=True, slots=True)
class Pieces:
    """A note as it stands in the text: its printed label, its place in the series, and the stretches of its words."""

    label: str
    value: int
    spans: tuple[Span, ...]


def supply_lost(text: str, notes: Sequence[Pieces], called: Collection[int], width: float) -> list[Pieces]:
    """The notes with those whose number is lost, each divided from the note it ran on from.

    Labels may skip numbers in print. So a number is supplied only where the article's text calls the note, or where
    every note has one line and just as many lines are without a number as numbers are missing.

    Args:
        text: the page's text.
        notes: the notes in order; a first one of value 0 stands for what precedes the first number.
        called: the numbers that the article's text calls.
        width: how wide the notes are printed; 0 where their lines are not broken.
    """
    in_rows = sum(_lines_in(text, note) < 2 for note in notes) * 10 >= len(notes) * 9 and len(notes) > 3
    kept: list[Pieces] = []
    for note, following in zip(notes, [*notes[1:], None], strict=True):
        missing = _missing(note, following, called)
        by_rows = in_rows and following is not None and 0 < following.value - note.value - 1 <= _MOST
        if by_rows and following is not None:
            missing = missing or [*range(note.value + 1, following.value)]
        opened = _openings(text, note, width, in_rows) if missing else []
        is_called = all(value in called for value in missing)
        if not missing or len(opened) < len(missing) or (not is_called and len(opened) != len(missing)):
            kept.append(note)
            continue
        # The text calls these notes, so they are there: the likeliest lines, be they ever so unlikely.
        best = sorted(sorted(opened, key=lambda one: -one[0])[: len(missing)], key=lambda one: one[1])
        kept += _divide(note, [at for _, at in best], missing)
    return kept


def _lines_in(text: str, note: Pieces) -> int:
    return sum(bool(line[0].strip()) for span in note.spans for line in _LINE.finditer(text, *span))


def _missing(note: Pieces, following: Pieces | None, called: Collection[int]) -> list[int]:
    """The numbers that the text calls between a note and the next one, all of those that the labels skip."""
    if following is None:
        missing: list[int] = []
        value = note.value + 1
        while value in called and len(missing) < _MOST:
            missing.append(value)
            value += 1
        return missing
    skipped = range(note.value + 1, following.value)
    return [*skipped] if 0 < len(skipped) <= _MOST and all(value in called for value in skipped) else []


def _openings(text: str, note: Pieces, width: float, in_rows: bool) -> list[tuple[float, int]]:
    """The lines of a note at which another may begin, each with how much it looks like it."""
    found = []
    last, last_end = _line_before(text, note) if note.value == 0 else "", 0
    for place, span in enumerate(note.spans):
        for line in _LINE.finditer(text, *span):
            words = line[0].strip()
            if not words:
                continue
            is_short = len(last) < _SHORT * width
            begins = BEGINS_NOTE.match(words) is not None
            if (
                last
                and OPENS_NOTE.match(words)
                and ((ends_sentence(last) and last[-1] != ":") or (is_short and begins))
            ):
                score = 1.0 * is_short + 1.0 * begins + 1.0 * in_rows
                score += last_end > 0 and text.count("\n", last_end, line.start()) > 1
                score += 1.5 * (place > 0 and not text[span.start : line.start()].strip())
                score += 1.0 * (note.value == 0 and not last_end)
                found.append((score, line.start()))
            last, last_end = words, line.end()
    return found


def _line_before(text: str, note: Pieces) -> str:
    """The body's last line before what precedes the first number; a heading's end counts as a sentence's."""
    before = text[max(0, note.spans[0].start - 300) : note.spans[0].start].rstrip()
    return CALL_AT_END.sub("", before.rpartition("\n")[2]) or "."


def _divide(note: Pieces, places: Sequence[int], values: Sequence[int]) -> list[Pieces]:
    """A note cut at these places: the rest of its stretches belongs to the notes with these values."""
    divided = []
    bounds = [*places, float("inf")]
    spans = [Span(span.start, min(span.end, places[0])) for span in note.spans if span.start < places[0]]
    if note.value:
        divided.append(replace(note, spans=tuple(spans)))
    for value, start, end in zip(values, places, bounds[1:], strict=True):
        own = [
            Span(max(span.start, start), int(min(span.end, end)))
            for span in note.spans
            if span.end > start and span.start < end
        ]
        divided.append(Pieces(str(value), value, tuple(own)))
    return divided
