"""A series and all candidates in, the series with what it left out: misread numbers, notes marked by asterisks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.notes.citing import CALL_AT_END, ends_sentence
from app.notes.markers import Marker
from app.notes.misread import unclear_numbers
from app.notes.signs import sign_markers

_LIKELY = 0.5
_NEAR = 1200
_FIRST_NEAR = 3000
_LAST_NEAR = 30_000
_MOST_AFTER = 200
_LONGEST_GAP = 16
_LONGEST_BEFORE = 5
_OPEN_END = re.compile(r"[,;&(–—-]\s*$")


class Completing:
    """Fills what a series leaves out.

    Args:
        text: the page's text.
        markers: the series.
        candidates: every place that may open a note, in text order.
        region: the part of the text in which the notes stand.
    """

    def __init__(
        self, text: str, markers: Sequence[Marker], candidates: Sequence[Marker], region: tuple[int, int]
    ) -> None:
        self._text = text
        self._markers = markers
        self._region = region
        style = markers[0].style
        self._run_on = sum(marker.at_line for marker in markers) * 2 < len(markers)
        self._in_rows = _stand_in_rows(text, markers)
        self._stands_alone = sum(marker.style == "alone" for marker in markers) * 4 > len(markers)
        self._others = [m for m in candidates if m.style == style or (m.at_line and m.weight > _LIKELY)]
        self._starts = [marker.start for marker in self._others]

    def complete(self) -> list[Marker]:
        """The series with numbers written otherwise where it skips some, and with the notes that signs mark."""
        known = [*self._before(), *self._markers, *self._after()]
        filled = [*known]
        for before, after in pairwise(known):
            if 1 < after.value - before.value < _LONGEST_GAP:
                filled += self._between(before.end, after.start, range(before.value + 1, after.value))
        if self._markers[0].style != "sign":
            starts = {marker.start for marker in filled}
            filled += [marker for marker in self._signed() if marker.start not in starts]
        return sorted(filled, key=lambda marker: marker.start)

    def _before(self) -> list[Marker]:
        """What stands before the first number where it is not 1: nearest first."""
        first = self._markers[0]
        if not 1 < first.value <= _LONGEST_BEFORE:
            return []
        start = max(self._region[0], first.start - _FIRST_NEAR * first.value)
        found = [*self._between(start, first.start, range(1, first.value))]
        # Where a number comes twice the later one is the note's.
        latest = {marker.value: marker for marker in found}
        return sorted(latest.values(), key=lambda marker: marker.start)

    def _after(self) -> list[Marker]:
        """What goes on behind the last number."""
        found: list[Marker] = []
        last = self._markers[-1]
        while len(found) < _MOST_AFTER:
            end = min(self._region[1], last.end + _LAST_NEAR)
            following = next(self._between(last.end, end, range(last.value + 1, last.value + 2)), None)
            if following is None:
                break
            if following.style == "alone" and not self._stands_alone:
                break
            found.append(following)
            last = following
        return found

    def _between(self, start: int, end: int, values: range) -> Iterator[Marker]:
        """Markers between two places with these values, in their order."""
        near = self._others[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        near = [marker for marker in near if marker.value in values and self._fits(marker)]
        taken = {marker.start for marker in near}
        misread = (marker for marker in self._misread(start, end, values) if self._fits(marker))
        near += [marker for marker in misread if marker.start not in taken]
        last, at = values[0] - 1, start
        for marker in sorted(near, key=lambda one: (one.start, -one.end)):
            if (marker.value > last or start == self._region[0]) and marker.start >= at:
                yield marker
                last, at = marker.value, marker.end

    def _fits(self, marker: Marker) -> bool:
        """Whether a note may end before the marker. A number alone on its line or among run-on notes needs no stop."""
        if marker.style == "alone" or not marker.at_line or self._in_rows or _is_finished(self._text, marker.start):
            return True
        return marker.style == "misread" and not _OPEN_END.search(self._text[max(0, marker.start - 20) : marker.start])

    def _misread(self, start: int, end: int, values: range) -> Iterator[Marker]:
        if self._run_on:
            return
        for unclear in unclear_numbers(self._text, start, end):
            value = next((value for value in values if unclear.can_be(value)), None)
            if value is not None:
                style = "misread" if unclear.has_all_figures(value) else "shortened"
                yield Marker(unclear.start, unclear.end, value, str(value), style, 0.6)

    def _signed(self) -> Iterator[Marker]:
        """Asterisks and daggers shortly before the first number, or between finished notes."""
        first, last, region = self._markers[0].start, self._markers[-1].start, self._region[0]
        for marker in sign_markers(self._text):
            if marker.style != "sign" or marker.start > last or marker.start < region:
                continue
            is_first = not self._text[region : marker.start].strip()
            if marker.start > first - _NEAR and (is_first or _is_finished(self._text, marker.start)):
                yield marker


def _stand_in_rows(text: str, markers: Sequence[Marker]) -> bool:
    """Whether nearly every note is one line, so that any line with the right number is the next."""
    single = sum("\n" not in text[a.end : b.start].strip() for a, b in pairwise(markers) if b.value == a.value + 1)
    steps = sum(b.value == a.value + 1 for a, b in pairwise(markers))
    return steps > 3 and single * 10 >= steps * 9


def _is_finished(text: str, start: int) -> bool:
    """Whether what stands before ends a sentence, or an empty line does."""
    before = text[max(0, start - 40) : start]
    if before.endswith(("\n\n", "\f")) or not before.strip():
        return True
    return ends_sentence(CALL_AT_END.sub("", before.rstrip()))
