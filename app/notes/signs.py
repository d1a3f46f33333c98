"""A page's text in, the places out where a note may open that is not numbered: asterisks and daggers, iv., (b)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.notes.markers import Marker

_SIGNS = "*†‡§¶#"
_LINE_START = re.compile(
    r"^[ \t\xa0]*(?:(?P<sign>\*\d{1,2}|[*†‡§¶]{1,4}|#{1,4}(?=\s*[^\s#\d]))(?:[ \t\xa0]+(?=\S)|"
    r"(?=[^\W\d_])|(?=[‘“\"'«„(]))|"
    r"(?:\((?P<roman_bracket>[ivxl]{1,7}|[IVXL]{1,7})\)|\[(?P<roman_square>[ivxl]{1,7}|[IVXL]{1,7})\]|"
    r"(?P<roman>[ivxl]{1,7}|[IVXL]{1,7})[.)])(?=\s)|(?P<roman_bare>[ivxl]{1,7})(?=[ \t]+[A-ZÀ-Þ“‘\"'«„])|"
    r"(?:\((?P<letter_bracket>[a-z])\)|\[(?P<letter_square>[a-z])\]|(?P<letter>[a-z])[.)])(?=\s))",
    re.MULTILINE,
)
# The same letters may be read the other way: "i" is a letter too, "c" a numeral.
_LETTERS_ONLY = re.compile(
    r"^[ \t\xa0]*(?:\((?P<letter_bracket>[a-z])\)|\[(?P<letter_square>[a-z])\]|(?P<letter>[a-z])[.)])(?=\s)",
    re.MULTILINE,
)
_ROMAN = re.compile(r"(?=.)(?P<tens>xl|l?x{0,3})(?P<ones>ix|iv|v?i{0,3})$")
_TENS = {"": 0, "x": 10, "xx": 20, "xxx": 30, "xl": 40, "l": 50, "lx": 60, "lxx": 70, "lxxx": 80}
_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


def sign_markers(text: str) -> Iterator[Marker]:
    """The places at line beginnings where a sign, a Roman numeral or a letter may open a note."""
    for match in _LINE_START.finditer(text):
        style = match.lastgroup or ""
        value = _order(match[style]) if style == "sign" else _value(match[style])
        if style.startswith("letter"):
            continue
        if value:
            yield Marker(match.start(), match.end(), value, match[style], style, 1.0)
    for match in _LETTERS_ONLY.finditer(text):
        style = match.lastgroup or ""
        yield Marker(match.start(), match.end(), ord(match[style]) - ord("a") + 1, match[style], style, 0.9)


def _order(sign: str) -> int:
    """The place of a sign in the printers' order *, †, ‡, §, ¶, #, **, ††."""
    if sign[1:].isdigit():
        return int(sign[1:])
    return (len(sign) - 1) * len(_SIGNS) + _SIGNS.index(sign[0]) + 1


def _value(numeral: str) -> int:
    """The value of a Roman numeral up to 89, 0 for letters that make none."""
    match = _ROMAN.match(numeral.lower())
    return _TENS.get(match["tens"], 0) + _ONES[match["ones"]] if match else 0
