"""A line's place in a text in, whether it stands apart there out: beside an empty line or a page's end."""

from __future__ import annotations

_NEAR = 300


def stands_apart(text: str, start: int, end: int, both: bool = False) -> bool:
    """Whether an empty line or a page's end is beside the line; on `both` sides of it where asked."""
    before = _is_edge(text[max(0, start - _NEAR) : start][::-1], start <= _NEAR)
    after = _is_edge(text[end : end + _NEAR], end + _NEAR >= len(text))
    return (before and after) if both else (before or after)


def _is_edge(beside: str, is_all: bool) -> bool:
    """Whether a line's neighbour, read from the line away, is empty or a page's end."""
    rest = beside.lstrip(" \t")
    if rest.startswith("\n"):
        rest = rest[1:].lstrip(" \t")
    return rest[:1] in ("\n", "\f") or (not rest and is_all)
