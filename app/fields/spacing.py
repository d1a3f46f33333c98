"""A citation whose spaces were lost in print ("Wiebe,Häfen,in:") in, the same with spaces and its true places out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LOST = re.compile(r"(?<=[^\W\d_]{2})[,;](?=[^\W\d_])|(?<=[^\W\d_]{2}):(?=[^\W\d_])")
_BEGINNING = 200
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Spaced:
    """A text with its spaces, and before which of its characters one was put in."""

    text: str
    added: tuple[int, ...] = ()

    def place(self, pos: int) -> int:
        """Where a place of this text is in the text as printed."""
        return pos - sum(added < pos for added in self.added)


def restore_spaces(text: str) -> Spaced:
    """Put a space behind each comma and colon, if at least two of the first ones lack it; addresses are left alone."""
    if "://" in text or len(_LOST.findall(text, 0, _BEGINNING)) < _FEWEST:
        return Spaced(text)
    places = [found.end() for found in _LOST.finditer(text)]
    parts = [text[begin:end] for begin, end in zip([0, *places], [*places, len(text)], strict=True)]
    return Spaced(" ".join(parts), tuple(place + index for index, place in enumerate(places)))
