"""A citation's text in, where its quotations and brackets begin and end out; every other reader asks this one."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {
    "‘": "’",
    "“": '”"“',
    "«": "»",
    "„": '“”"',
    "‚": "‘’",
    "»": "«",
    '"': '"”',
    "‹": "›",
    "›": "‹",
    "`": "'’´",
    "'": "'’",
    "”": "”",
}
_OPENING_BRACKETS = {"(": ")", "[": "]"}
# A double mark as typewriters and text recognition print it; it may close what a true one opened.
_DOUBLED = {"''", "’’", "´´"}
_CLOSES_BEFORE = set(",.;:)]?!")
_CLOSES_AFTER = set(",.?!…")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: the span with its marks, the span of the words alone, and whether a mark was lost in print."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_whole: bool = True

    def words(self, text: str) -> str:
        """What stands between the marks."""
        return text[self.inner_start : self.inner_end]


@dataclass(frozen=True, slots=True)
class Scanned:
    """A text with its quotations and bracket pairs.

    `shield` is true for what stands inside one of them; `orphan` is the place of a closing mark whose opening mark was
    lost in print ("Title’, The Times"), 0 where there is none.
    """

    text: str
    quotes: tuple[Quoted, ...]
    brackets: dict[int, int]
    shield: bytes
    orphan: int = 0

    def is_open(self, pos: int) -> bool:
        """Whether the place is outside every quotation and bracket."""
        return not self.shield[pos]


def scan(text: str) -> Scanned:
    """Pair the quotation marks and brackets of `text`.

    The apostrophe and the closing single mark are one glyph; which it is, is told by what stands around it.
    """
    quotes = _find_quotes(text)
    shield = bytearray(len(text) + 1)
    for quote in quotes:
        _cover(shield, quote.start, quote.end)
    brackets: dict[int, int] = {}
    pos = 0
    while pos < len(text):
        if text[pos] in _OPENING_BRACKETS and not shield[pos]:
            end = _closing_bracket(text, pos)
            if end:
                brackets[pos] = end
                _cover(shield, pos, end)
                pos = end
                continue
        pos += 1
    return Scanned(text, tuple(quotes), brackets, bytes(shield), _find_orphan(text, quotes))


def _find_orphan(text: str, quotes: list[Quoted]) -> int:
    limit = quotes[0].start if quotes else len(text)
    found = _ORPHAN.search(text, 0, limit)
    return found.start("mark") if found else 0


# A closing mark, then the periodical: "Title’, Reuters", "Who Knew?” The Weekly Hour".
_ORPHAN = re.compile(r"(?<=[\w.?!…,)])(?P<mark>[’”])(?:(?<=[,.?!…].)\s(?=[A-ZÀ-ÞĀ-Ž])|,\s?(?=[A-ZÀ-ÞĀ-Ž,]))")


def _cover(shield: bytearray, start: int, end: int) -> None:
    shield[start:end] = b"\x01" * (end - start)


def _closing_bracket(text: str, start: int) -> int:
    depth = 0
    for pos in range(start, min(len(text), start + 400)):
        if text[pos] in _OPENING_BRACKETS:
            depth += 1
        elif text[pos] in ")]":
            depth -= 1
            if not depth:
                return pos + 1
    return 0


def _find_quotes(text: str) -> list[Quoted]:
    quotes: list[Quoted] = []
    pos = 0
    while pos < len(text):
        if opens_quotation(text, pos):
            quote = _read_quotation(text, pos)
            if quote:
                quotes.append(quote)
                pos = quote.end
                continue
        pos += 1
    return quotes


def opens_quotation(text: str, pos: int) -> bool:
    """Whether the mark at `pos` opens a quotation: it stands at a word's beginning."""
    if text[pos] not in _PAIRS or text[pos] == "”":
        return False
    before, after = text[pos - 1 : pos], text[pos + 1 : pos + 2]
    if text[pos] in "«„“‘»" and after:
        if text[pos] == "»":
            return (not before or before in " ([/—–") and not after.isspace()
        return not before or not before.isalnum()
    return (not before or before.isspace() or before in "([/—–:,“‘„") and bool(after) and not after.isspace()


def _read_quotation(text: str, start: int) -> Quoted | None:
    is_doubled = text[start : start + 2] in {"''", "``", ",,"}
    inner = start + 2 if is_doubled else start + 1
    close = _find_close(text, start, inner)
    return _trimmed(text, start, inner, close) if close else _unclosed(text, start, inner)


def _find_close(text: str, start: int, inner: int) -> int:
    """The closing mark's place: the first sure one, else the first that might be one; 0 where it was lost."""
    mark, closers = text[start], _PAIRS[text[start]]
    is_doubled = inner - start == 2
    closers = '"”“' if is_doubled else closers
    if all(text.find(closer, inner) < 0 for closer in (*closers, "'", "`")):
        return 0
    depth, weak, inside = 0, 0, 0
    for pos in range(inner, len(text)):
        if pos > inner and (is_doubled or mark in '"“') and text[pos : pos + 2] in _DOUBLED:
            return pos
        if text[pos] == mark and not is_doubled and _opens_within(text, pos, closers):
            depth += 1
        elif text[pos] in closers and pos > inner:
            strength = _closing_strength(text, pos, mark)
            if strength == 2 and not depth:
                return pos
            inside = pos if strength == 2 else inside
            depth -= 1 if strength and depth else 0
            weak = weak or (pos if strength == 1 and not depth else 0)
        if text[pos] == "," and _LOST_CLOSE.match(text, pos):
            break
    straight = _STRAIGHT_CLOSE.search(text, inner) if mark == "‘" and not weak else None
    return straight.start() if straight else weak or inside


def _opens_within(text: str, pos: int, closers: str) -> bool:
    """Whether a mark like the one a quotation began with opens another inside it: “Imperial “Free Salt””."""
    if text[pos] not in closers:
        return opens_quotation(text, pos)
    return text[pos] == "“" and text[pos - 1].isspace() and text[pos + 1 : pos + 2].isalnum()


_STRAIGHT_CLOSE = re.compile(r"'(?=[,.;:)]|\s\()|(?<=[,.?!])'")
# A full date after a comma does not stand inside a title: the closing mark was lost before it.
_LOST_CLOSE = re.compile(r",\s[0-3]?\d\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d[.;,]?(?:\s[A-Z(‘“]|$)")
_LOST_TAIL = re.compile(
    r",\s(?P<source>[^,]{2,60}),\s(?=[0-3]?\d\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d|[A-Z][a-z]{2,8}\s\d{1,2},\s(?:19|20)\d\d)"
)


def _unclosed(text: str, start: int, inner: int) -> Quoted | None:
    found = _LOST_TAIL.search(text, inner)
    if not found:
        return None
    return Quoted(start, found.start(), inner, found.start(), is_whole=False)


def _trimmed(text: str, start: int, inner: int, close: int) -> Quoted:
    end = close + 1
    if text[close : close + 2] in _DOUBLED and (inner - start == 2 or text[start] in '"“'):
        end = close + 2
    left, right = inner, close
    while left < right and text[left].isspace():
        left += 1
    while right > left and (text[right - 1].isspace() or text[right - 1] in ",;"):
        right -= 1
    if right > left and text[right - 1] == "." and text[right - 3 : right] != "...":
        right -= 1
    return Quoted(start, end, left, right)


def _closing_strength(text: str, pos: int, mark: str) -> int:
    """2: surely a closing mark, 1: perhaps, 0: an apostrophe."""
    char, before, after = text[pos], text[pos - 1 : pos], text[pos + 1 : pos + 2]
    if char in '»«”“"›‹':
        if char == mark and char == '"' and before.isspace() and after.isalnum():
            return 0
        return 2
    if after.isalnum():
        return 0
    if not after or after in _CLOSES_BEFORE or before in _CLOSES_AFTER or after in "’”'":
        return 2
    following = text[pos + 1 : pos + 8].lstrip()
    if following[:1] in "([" or re.match(r"in:?\s|In:?\s|[-–—]\s|[‘“]", following):
        return 2
    return 1
