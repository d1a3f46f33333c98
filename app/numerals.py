"""The letters of a Roman numeral in, its value out; raised figures in, plain ones out."""

from __future__ import annotations

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def numeral_value(letters: str) -> int:
    """The value of small letters in the Roman manner, "xiv" for 14; 0 of none, and where another sign is among them."""
    if not letters or not set(letters) <= _VALUES.keys():
        return 0
    values = [_VALUES[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def with_plain_figures(text: str) -> str:
    """A text with its raised figures on the line, one for one: "¹²" gives "12"."""
    return text.translate(_RAISED)
