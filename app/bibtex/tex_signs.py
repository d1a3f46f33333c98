r"""A value in, where its braces, groups and mathematics are out: what reading and writing TeX both must know."""

from __future__ import annotations

import re

VERBATIM_COMMANDS = frozenset({"url", "href", "path", "nolinkurl", "ref", "cite", "label", "pageref"})
SAFE_SYMBOLS = frozenset("&%#_${} `'^~=.\",;:!/-@|>+<\\")

_LOOKS_MATHEMATICAL = re.compile(r"[\\^_{]")
_MATH = re.compile(r"(?<!(?<!\\)\\)\$((?:[^$\\\s]|\\.)(?:(?:[^$\\]|\\.)*(?:[^$\\\s]|\\.))?)\$(?P<digit>\d?)", re.DOTALL)
_BRACE = re.compile(r"[{}]")


def looks_mathematical(text: str) -> bool:
    """Whether what stands between two dollars has a sign of mathematics in it."""
    return bool(_LOOKS_MATHEMATICAL.search(text))


def math_spans(value: str) -> list[tuple[int, int]]:
    """Where mathematics stands in an entry's value: "$x^2$", but not "$5 and $6"."""
    spans: list[tuple[int, int]] = []
    position = 0
    while "$" in value and (match := _MATH.search(value, position)):
        is_math = not match["digit"] or looks_mathematical(match.group(1))
        if is_math and not unmatched_braces(match.group(1)):
            spans.append((match.start(), match.end() - len(match["digit"])))
            position = spans[-1][1]
        else:
            position = match.start() + 1
    return spans


def unmatched_braces(text: str) -> set[int]:
    """The places of the braces without a partner."""
    opened: list[int] = []
    alone: set[int] = set()
    for match in _BRACE.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            alone.add(match.start())
    return alone.union(opened)


def group_end(text: str, start: int) -> int | None:
    """Where the group that opens here ends, None where it does not."""
    depth = 0
    for match in _BRACE.finditer(text, start):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.end()
    return None
