"""A number and its noun in, both as they are read out."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 entry", "1,204 entries"."""
    return f"{number:,} {one if number == 1 else many}"
