"""A citation with spaces lost or line breaks kept in print in, the same as it was meant and its true places out."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from app.fields.breaks import find_breaks

_LOST = re.compile(r"(?<=[^\W\d_]{2})[,;](?=[^\W\d_])|(?<=[^\W\d_]{2}):(?=[^\W\d_])")
# "Der Hafen, in:ZfK 12 (1990)"
_IN = re.compile(r"(?<=[,.”“»]\s)[Ii]n:(?=[A-ZÀ-ÞĀ-Ž„«“])")
_BEGINNING = 200
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Spaced:
    """A text as it was meant, and where its stretches stand in the text as printed.

    Attributes:
        begins: where each stretch begins in this text, ascending.
        shifts: how far it stands from there in the text as printed.
    """

    text: str
    begins: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def place(self, pos: int) -> int:
        """Where a place of this text is in the text as printed; between two stretches it is the end of the first."""
        index = bisect_left(self.begins, pos) - 1
        return pos + self.shifts[index] if index >= 0 else pos


def restore_spaces(text: str) -> Spaced:
    """Put a space behind each comma and colon, if at least two of the first ones lack it, and undo line breaks.

    Addresses are left alone.
    """
    edits = [(begin, end, "") for begin, end in find_breaks(text)]
    edits = sorted([*edits, *((found.end(), found.end(), " ") for found in _IN.finditer(text))])
    if "://" not in text and len(_LOST.findall(text, 0, _BEGINNING)) >= _FEWEST:
        edits = sorted({*edits, *((found.end(), found.end(), " ") for found in _LOST.finditer(text))})
    if not edits:
        return Spaced(text)
    parts: list[str] = []
    begins, shifts, length, last = [], [], 0, 0
    for begin, end, added in edits:
        parts += [text[last:begin], added]
        length += begin - last + len(added)
        begins.append(length - len(added))
        shifts.append(end - length)
        last = end
    return Spaced("".join([*parts, text[last:]]), tuple(begins), tuple(shifts))
