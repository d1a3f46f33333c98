"""The text under a heading "Notes" in, its paragraphs out as notes that carry no number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from app.notes.citing import CITES, FINISHED
from app.notes.headings import Heading, HeadingLine


def unnumbered_notes(text: str, headings: Sequence[HeadingLine]) -> list[tuple[int, int]]:
    """The spans of the notes under the first notes heading whose paragraphs cite works; empty where none do.

    Notes are divided by empty lines, else by lines; a line broken within a sentence goes on in the next one.
    """
    for place, heading in enumerate(headings):
        if heading.kind is not Heading.NOTES:
            continue
        end = headings[place + 1].start if place + 1 < len(headings) else len(text)
        spans = _spans(text, heading.end, end)
        citing = sum(bool(CITES.search(text, start, until)) for start, until in spans)
        if spans and citing * 2 >= len(spans):
            return spans
    return []


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    paragraphs = _divide(text, start, end, r"\n[ \t\xa0]*\n|\f")
    if len(paragraphs) != 1:
        return paragraphs
    lines = _divide(text, start, end, r"\n")
    finished = sum(text[until - 1] in FINISHED for _, until in lines)
    return lines if finished * 10 >= len(lines) * 7 else _rejoined(text, lines)


def _divide(text: str, start: int, end: int, divider: str) -> list[tuple[int, int]]:
    spans = []
    for found in re.finditer(rf"(?:(?!{divider})[\s\S])+", text[start:end]):
        piece = found[0]
        if piece.strip():
            at = start + found.start() + len(piece) - len(piece.lstrip())
            spans.append((at, at + len(piece.strip())))
    return spans


def _rejoined(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines broken by a page's width: a note ends where a finished line is shorter than usual."""
    width = median(until - start for start, until in lines)
    spans: list[tuple[int, int]] = []
    is_open = False
    for start, until in lines:
        if is_open:
            spans[-1] = (spans[-1][0], until)
        else:
            spans.append((start, until))
        is_open = text[until - 1] not in FINISHED or until - start > 0.95 * width
    return spans
