"""The text and the places where notes begin in, where each note ends out; running heads are blanked beforehand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from statistics import median

from app.notes.headings import HeadingLine
from app.notes.markers import Marker

_WORD = re.compile(r"[^\W_]")
_BREAK = re.compile(r"\n[ \t\xa0]*\n\s*|\s*\f\s*")
_LINE_BREAK = re.compile(r"\s*[\n\f]\s*")
_FINISHED = tuple(".?!:)]”’»›\"'*")
_HEAD_LINE = re.compile(
    r"^[ \t]*(?:(?P<before>\d{1,4})[ \t]+(?P<head>[^\d\n]{4,80}?)|"
    r"(?P<head2>[^\d\n]{4,80}?)[ \t]+(?P<after>\d{1,4}))[ \t]*$",
    re.MULTILINE,
)
_NUMBER_ONLY = re.compile(r"^\s*[-–—\[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?\s*$")
_HEADING_LIKE = re.compile(r"^(?:[A-ZÀ-ÞА-Я\d“‘«]|chapter|part)[^\n]{0,88}$", re.IGNORECASE)
_STOPPED = re.compile(r"[,.;:()“”‘’\"«»]")
_NUMBERED = re.compile(r"^[ \t]*(\d{1,4})(?!\d)", re.MULTILINE)
_BODY = 500


def blank_running_heads(text: str) -> str:
    """The text with a page end for every line that repeats a page's head with its number: "214   THE POLAR REVIEW".

    A line is one when its words are in capitals, or when the same words stand beside other numbers elsewhere, all even
    or all odd as on left or right pages. Nothing else moves: places in the text stay what they were.
    """
    lines = list(_HEAD_LINE.finditer(text))
    counts: dict[str, set[str]] = {}
    for line in lines:
        counts.setdefault(_head_words(line), set()).add(line["before"] or line["after"])
    pieces, done = [], 0
    in_series = _in_series(text)
    for line in lines:
        words = _head_words(line)
        if len(words) < 8 or line.start() in in_series:
            continue
        if _is_repeated(line, counts[words]) or (words.isupper() and _stands_alone(text, line)):
            # A page ends here: the form feed says so to whoever looks for the note's end.
            pieces += [text[done : line.start()], "\f" + " " * (line.end() - line.start() - 1)]
            done = line.end()
    return "".join([*pieces, text[done:]])


def _in_series(text: str) -> set[int]:
    """The beginnings of lines whose number follows that of the numbered line before and precedes the next one's."""
    numbered = [(match.start(), int(match[1])) for match in _NUMBERED.finditer(text)]
    triples = zip(numbered, numbered[1:], numbered[2:], strict=False)
    return {here for (_, before), (here, number), (_, after) in triples if before + 1 == number == after - 1}


def _is_repeated(line: re.Match[str], numbers: set[str]) -> bool:
    """Whether the line's words come back with other numbers, as no note's do: no stop, several words."""
    words = (line["head"] or line["head2"]).rstrip()
    parities = {int(number) % 2 for number in numbers}
    return len(numbers) > 1 and len(parities) == 1 and " " in words and not _STOPPED.search(words)


def _head_words(line: re.Match[str]) -> str:
    return " ".join((line["head"] or line["head2"]).split()).strip(".,;:|-–— ")


def _stands_alone(text: str, line: re.Match[str]) -> bool:
    """Whether an empty line or a page's end is beside the line."""
    before, after = text[max(0, line.start() - 3) : line.start()], text[line.end() : line.end() + 3]
    return bool(re.search(r"\n[ \t]*\n$|\f\n?$|^\n?$", before) or re.search(r"^\n[ \t]*\n|^\n?\f|^\n?$", after))


def find_ends(text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> list[int]:
    """Where each note ends: at the next one, or sooner at a heading, the page's foot, or where the others teach."""
    ends = _at_headings(text, markers, headings)
    spans = [(marker.end, end) for marker, end in zip(markers, ends, strict=True)]
    firsts = [_first_end(text, start, end, _BREAK) for start, end in spans]
    rows = [_first_end(text, start, end, _LINE_BREAK) for start, end in spans]
    lengths = [first - start for (start, _), first in zip(spans, firsts, strict=True)]
    usual = median(lengths) if lengths else 0
    is_loose = _is_loose(text, spans, firsts)
    in_rows = len(spans) > 3 and sum(
        _has_words(text, row, end) for row, (_, end) in zip(rows[:-1], spans[:-1], strict=True)
    ) * 10 <= len(spans)
    found = []
    for place, (start, end) in enumerate(spans):
        following = markers[place + 1].value if place + 1 < len(spans) else 0
        last_of_run = following < markers[place].value or following == 1
        if in_rows and _has_words(text, rows[place], end):
            end = _cut(text, start, rows[place], end, usual, last_of_run, _LINE_BREAK)
        if not is_loose or last_of_run:
            first = min(firsts[place], end)
            end = _cut(text, start, first, end, usual, last_of_run and not is_loose, _BREAK)
        found.append(end)
    return found


def _at_headings(text: str, markers: Sequence[Marker], headings: Sequence[HeadingLine]) -> list[int]:
    ends = [*(marker.start for marker in markers[1:]), len(text)]
    stops = [heading.start for heading in headings]
    for place, marker in enumerate(markers):
        at = bisect_left(stops, marker.end)
        if at < len(stops) and stops[at] < ends[place]:
            ends[place] = stops[at]
    return ends


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


def _cut(text: str, start: int, first: int, end: int, usual: float, is_last: bool, divider: re.Pattern[str]) -> int:
    """The end of a note after whose first paragraph (or line) more text follows up to `end`."""
    rest = list(_paragraphs(text, first, end, divider))
    if not rest:
        return end
    head = text[start:first].rstrip()
    if all(_is_apart(paragraph) for paragraph in rest):
        return first
    is_open = bool(head) and head[-1] not in _FINISHED
    if is_open and rest[0].lstrip()[:1].islower():
        return end
    size = sum(map(len, rest))
    is_body = size > _BODY and size > 3 * usual and "\f" in text[first:end]
    return first if is_last or is_body else end
