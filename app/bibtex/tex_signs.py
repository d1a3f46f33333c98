r"""A value in, where its braces, groups and mathematics are out: what reading and writing TeX both must know."""

from __future__ import annotations

import re

WORD_COMMAND = re.compile(r"\\([A-Za-z]+)")
# What no text has, but for tabs and the ends of lines.
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
BARE_SIGN = re.compile(r"(?<!\\)[%#]")
VERBATIM_COMMANDS = frozenset({"url", "href", "path", "nolinkurl", "ref", "cite", "label", "pageref"})
# "\|" is mathematics, "\+" and "\<" are nothing outside of a tabbing (each was tried with pdflatex).
SAFE_SYMBOLS = frozenset("&%#_${} `'^~=.\",;:!/-@>\\")

_LOOKS_MATHEMATICAL = re.compile(r"[\\^_{]")
_MATH = re.compile(r"(?<!(?<!\\)\\)\$((?:[^$\\\s]|\\.)(?:(?:[^$\\]|\\.)*(?:[^$\\\s]|\\.))?)\$(?P<digit>\d?)", re.DOTALL)
_BRACE = re.compile(r"[{}]")
# What may mean another thing with what follows the word: a command at its end, a new line, braces and dollars that
# are escaped.
_REACHES_OUT = re.compile(r"\\(?:[(){}$\\]|(?:[A-Za-z]+\*?|[^&%#_])?(?:\s|\Z))")


def looks_mathematical(text: str) -> bool:
    """Whether what stands between two dollars has a sign of mathematics in it."""
    return bool(_LOOKS_MATHEMATICAL.search(text))


def is_whole(word: str) -> bool:
    r"""Whether a word between spaces means the same wherever it stands: "{\'e}tude", but not "\emph{to" or "\ss"."""
    if _REACHES_OUT.search(word) or unmatched_braces(word):
        return False
    dollars = word.count("$")
    return not dollars or (dollars == 2 and len(math_spans(word)) == 1)


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
    if "{" not in text and "}" not in text:
        return set()
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
