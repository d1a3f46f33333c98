"""The letters of a Roman numeral in, its value out."""

from __future__ import annotations

_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def numeral_value(letters: str) -> int:
    """The value of small letters in the Roman manner, "xiv" for 14; 0 of none, and where another sign is among them."""
    if not letters or not set(letters) <= _VALUES.keys():
        return 0
    values = [_VALUES[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
