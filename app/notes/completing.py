"""A series and all candidates in, the series with what it left out: misread numbers, notes marked by asterisks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from app.notes.markers import Marker
from app.notes.signs import sign_markers

_FINISHED = tuple(".?!:)]”’»›\"'*")
_NEAR = 1200
# Letters that scanned pages show for figures: "l3." for 13, "1O." for 10.
_MISREAD = re.compile(r"^[ \t\xa0]*(?P<printed>[\dlIiOoSBZ|]{1,4})(?P<stop>[.)\]]|(?=[ \t]))", re.MULTILINE)
_FIGURES = str.maketrans("lIi|OoSBZ", "111100582")


def complete(text: str, markers: Sequence[Marker], candidates: Iterable[Marker], region: int) -> list[Marker]:
    """The series with numbers written otherwise where it skips some, and with the notes that signs mark.

    The notes begin at `region`: an asterisk before the first number counts from there.
    """
    known = [*markers, *_skipped(text, markers, candidates)]
    if markers and markers[0].style != "sign":
        known += _signed(text, markers, region)
    return sorted(known, key=lambda marker: marker.start)


def _skipped(text: str, markers: Sequence[Marker], candidates: Iterable[Marker]) -> Iterator[Marker]:
    """Markers of other styles whose numbers fall exactly into a gap of the series."""
    gaps = [(a, b) for a, b in pairwise(markers) if 1 < b.value - a.value < 10]
    if not gaps:
        return
    style = markers[0].style
    others = [marker for marker in candidates if (marker.weight > 0.5 if marker.at_line else marker.style == style)]
    others = sorted([*others, *_misread(text)], key=lambda marker: marker.start)
    starts = [marker.start for marker in others]
    for before, after in gaps:
        last = before
        for marker in others[bisect_right(starts, before.start) : bisect_left(starts, after.start)]:
            fits = last.value < marker.value < after.value and marker.start >= last.end
            if fits and (_stands_by_itself(marker) or _is_finished(text, marker.start)):
                yield marker
                last = marker


def _stands_by_itself(marker: Marker) -> bool:
    """Whether it needs no finished sentence before it: a number alone on its line, or one among run-on notes."""
    return marker.style == "alone" or not marker.at_line


def _misread(text: str) -> Iterator[Marker]:
    for match in _MISREAD.finditer(text):
        printed = match["printed"]
        if not printed.isdigit() and (len(printed) > 1 or match["stop"]):
            value = int(printed.translate(_FIGURES))
            yield Marker(match.start(), match.end(), value, str(value), "misread", 0.6)


def _signed(text: str, markers: Sequence[Marker], region: int) -> Iterator[Marker]:
    """Asterisks and daggers shortly before the first number, or between finished notes."""
    last = markers[-1].start
    for marker in sign_markers(text):
        if marker.style != "sign" or marker.start > last or marker.start < region:
            continue
        is_first = not text[region : marker.start].strip()
        if marker.start > markers[0].start - _NEAR and (is_first or _is_finished(text, marker.start)):
            yield marker


def _is_finished(text: str, start: int) -> bool:
    """Whether what stands before ends a sentence, or an empty line does."""
    before = text[max(0, start - 40) : start]
    return before.endswith(("\n\n", "\f")) or not before.strip() or before.rstrip()[-1] in _FINISHED
