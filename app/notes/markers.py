"""A page's text in, every place out that may open a note: "12.", "[12]", "¹²", "37a", a number alone on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.notes.citing import BEGINS_NOTE, REFERS_BACK
from app.numerals import with_plain_figures
from app.wordlists import alternatives, load_words, word_set


@dataclass(frozen=True, slots=True)
class Marker:
    """A place that may open a note.

    Attributes:
        start, end: the marker's span in the text; the note's words begin at `end`.
        value: its place in a series, 37 for "37a".
        label: as printed, without brackets and stops.
        style: how it is written; the markers of one series are written alike.
        weight: how much it looks like a note's number.
        at_line: whether it stands at the beginning of a line.
    """

    start: int
    end: int
    value: int
    label: str
    style: str
    weight: float
    at_line: bool = True


_QUOTE = "‘’“”\"'«»„‹›"

# The forms a number takes at the beginning of a line, the surest first, each with its weight.
_AT_LINE: tuple[tuple[str, float, str], ...] = (
    ("listed", 1.3, r"(?P<{s}_v>\d{{1,5}})\.[ \t\xa0]+(?P<{s}>\d{{1,5}}[a-z]{{0,2}})\.(?:(?=[ \t]*$)|(?=[^\s\d]))"),
    ("bracket", 1.0, r"[\[<{{|]\^?(?:(?:fn|n|note)\.?\s?)?(?P<{s}>\d{{1,5}}(?:[a-z]|\s?bis|\s?ter)?)[\]>}}|][.:]?"),
    (
        "named",
        1.0,
        r"(?i:fn|n|(?:foot|end)?note|(?:fuß|fuss|end)note|anm|nota|fnt)\.?[ ]?(?P<{s}>\d{{1,5}}[a-z]?)(?:[.:)]|(?=\s))",
    ),
    ("ordinal", 0.9, r"(?P<{s}>\d{{1,4}})\.?[º°](?=[ \t\xa0]*[^\s\d])"),
    (
        "dot",
        1.0,
        r"(?P<{s}>\d{{1,5}}(?:[a-z]|\s?bis|\s?ter)?)[ \t]?\.(?!\d)(?:[-–—]+(?=\s)|(?=[\s\[({q}A-ZÀ-Þ]|[^\W\d]|$))",
    ),
    ("paren", 0.9, r"\((?P<{s}>\d{{1,4}}[a-z]?)\)"),
    ("half", 1.0, r"(?P<{s}>\d{{1,5}}[a-z]?)[ ]?\.?[)\]]"),
    ("dash", 0.8, r"(?P<{s}>\d{{1,4}}[a-z]?)[ \xa0]?[-–—/][ \t\xa0]+(?=[^\s\d])"),
    ("colon", 0.7, r"(?P<{s}>\d{{1,4}}[a-z]?):(?=[ \t]|$)"),
    ("super", 1.0, r"(?P<{s}>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,4}})"),
    ("alone", 0.6, r"(?P<{s}>\d{{1,4}}[a-z]?)(?=[ \t\xa0]*$)"),
    ("tab", 1.0, r"(?P<{s}>\d{{1,5}}[a-z]?)(?=[ ]?\t)"),
    ("bare", 0.75, r"(?P<{s}>\d{{1,4}}[a-z]?)(?=[ \xa0\u2000-\u200a]+\S)"),
    ("glued", 0.55, r"(?P<{s}>\d{{1,4}}[a-z]?)(?=[A-ZÀ-Þ{q}]|(?:ibid|ebenda|ebd|vgl|see|cf)\b|id\.)"),
)


def _line_expression() -> re.Pattern[str]:
    forms = (f"(?:{form.format(s=style, q=_QUOTE)})" for style, _, form in _AT_LINE)
    return re.compile(rf"^[ \t\xa0]*(?:[•·‣◦▪^↑-][ \t]?)?(?:{'|'.join(forms)})", re.MULTILINE)


_LINE_START = _line_expression()
# A number that a scanned page has drawn apart: "4 1 Ibid." for 41. It may also be note 4, on 1 Kings.
_DRAWN_APART = re.compile(rf"^[ \t\xa0]*(?P<number>\d \d|\d{{2}} \d|\d \d{{2}})(?=[ ]?[A-ZÀ-Þ{_QUOTE}])", re.MULTILINE)
_DRAWN_APART_WEIGHT = 0.5
_WEIGHTS = {style: weight for style, weight, _ in _AT_LINE}
_BEGINS = rf"(?:[A-ZÀ-Þ{_QUOTE}(\[]|(?:ibid|id|vgl|ebd|ebenda|see|cf|op|loc)\b)"
_INSIDE = re.compile(
    rf"(?<=[ \t\xa0])(?:(?P<dot>\d{{1,4}}[a-z]?)\.(?=\s+{_BEGINS})|"
    rf"\[(?P<bracket>\d{{1,4}}[a-z]?)\](?=\s*{_BEGINS})|(?P<half>\d{{1,4}}[a-z]?)\)(?=\s{_BEGINS}))"
)
_BARE_INSIDE = re.compile(rf"(?<=[.?!”’»)\]\w] )(?P<bare>\d{{1,4}}[a-z]?)(?=\s{_BEGINS})")
# Any number that could open a note, whatever stands around it; only where run-on notes are known to be.
_LOOSE_INSIDE = re.compile(
    r"(?<=[ \t\xa0])(?:(?P<dot>\d{1,4}[a-z]?)\.(?=\s+\S)|\[(?P<bracket>\d{1,4}[a-z]?)\](?=\s*\S)|"
    r"(?P<half>\d{1,4}[a-z]?)\)(?=\s\S)|(?P<bare>\d{1,4}[a-z]?)(?=\s[^\s\d]))"
)
_FOLLOWING = re.compile(r"\d\s?ff?\.$")  # "S. 131 f." ends a note, "ff. 12" begins an extent
_EXTENT_AFTER = re.compile(r"(?:ff?|sqq?|et seq|et s)\.")  # "S.", and "7 ff." on the next line
# "2. The Clerks", alone between empty lines: a section of the article.
_SECTION = re.compile(r"[ \t\xa0]+[^\W\d_](?:(?!ibid|[\d\n.,;:“”«»]).){2,60}\n[ \t]*\n", re.IGNORECASE)
_LOOSE_WEIGHT = 0.2
_INSIDE_WEIGHT = 0.45
_SENTENCE_END = ".?!;:)]”’»›\"'*"
_ENDS = tuple(_SENTENCE_END)


def line_markers(text: str) -> Iterator[Marker]:
    """The places at line beginnings that may open a note."""
    month = month_after()
    for match in _LINE_START.finditer(text):
        style = match.lastgroup or ""
        style = "listed" if style == "listed_v" else style
        printed = with_plain_figures(match[style])
        value = int(match["listed_v"]) if style == "listed" else _number(printed)
        weight = _WEIGHTS[style] + _surroundings(text, match.start(), match.end(), style)
        if style in ("bare", "dot", "alone") and month.match(text, match.end()):
            weight -= 0.7
        if value >= 1000 and style != "listed":
            weight -= 0.8 if 1400 <= value <= 2100 else 0.2
        yield Marker(match.start(), match.end(), value, printed, style, weight)


def drawn_apart_markers(text: str) -> Iterator[Marker]:
    """The places at line beginnings where two figures may be one number, drawn apart by a scanner."""
    for match in _DRAWN_APART.finditer(text):
        printed = match["number"].replace(" ", "")
        weight = _DRAWN_APART_WEIGHT + _surroundings(text, match.start(), match.end(), "bare")
        yield Marker(match.start(), match.end(), int(printed), printed, "bare", weight)


def inside_markers(text: str, bare: bool = False) -> Iterator[Marker]:
    """The places within lines where a run-on note may begin: after a finished sentence, before a capital."""
    for match in (_BARE_INSIDE if bare else _INSIDE).finditer(text):
        style = match.lastgroup or ""
        before = text[max(0, match.start() - 16) : match.start()].rstrip()
        # A heading without a stop may stand before the very first one: "Notes Introduction 1. Smith".
        is_first = match[style] == "1" and (style != "bare" or before.casefold() in word_set("page", "notes_headings"))
        if (not is_first and before[-1:] not in _ENDS) or _is_counted(before):
            continue
        value = _number(match[style])
        yield Marker(match.start(), match.end(), value, match[style], style, _INSIDE_WEIGHT, False)


def loose_markers(text: str) -> Iterator[Marker]:
    """The places within lines where run-on notes may begin in lower case or after a note without its stop."""
    month = month_after()
    for match in _LOOSE_INSIDE.finditer(text):
        style = match.lastgroup or ""
        before = text[max(0, match.start() - 16) : match.start()].rstrip()
        # "500 n. 19. McMaster": where just this number is wanted, a stop behind it says that it counts nothing.
        is_counted = style == "bare" and _is_counted(before)
        if not is_counted and not month.match(text, match.end()):
            yield Marker(match.start(), match.end(), _number(match[style]), match[style], style, _LOOSE_WEIGHT, False)


def _number(label: str) -> int:
    """37 of "37a"."""
    return int("".join(c for c in label if c.isdigit()))


def _is_counted(before: str) -> bool:
    """Whether the words before a number say what it counts: "vol.", "no.", "pp."."""
    last = re.split(r"[\s(]", before)[-1]
    if last.casefold() in word_set("page", "counting_words"):
        return True
    if _FOLLOWING.search(before):
        return False
    counting = word_set("page", "number_words") - word_set("page", "whole_number_words")
    return last.endswith(".") and last.rstrip(".").casefold() in counting


def _surroundings(text: str, start: int, end: int, style: str) -> float:
    """What the lines around say: a blank line before speaks for a note, a sentence still open against it."""
    before = text[max(0, start - 60) : start]
    lines = before.rsplit("\n", 2)
    previous = lines[-2].rstrip() if len(lines) > 1 else before.rstrip()
    bonus = 0.0
    if not previous:
        bonus += 0.2
    elif previous[-1] in ",-–—&(" or (_is_counted(previous) and not REFERS_BACK.match(text[end : end + 12].lstrip())):
        bonus -= 0.7
    elif previous[-1] in _SENTENCE_END:
        bonus += 0.1
    after = text[end : end + 40].lstrip(" \t\xa0")
    if style in ("bare", "alone", "dot") and after[:1].islower() and not BEGINS_NOTE.match(after):
        bonus -= 0.1
    if style == "bare" and after[:1] in "(),;.:–-":
        bonus -= 0.3
    if style in ("dot", "bare", "tab") and _SECTION.match(text, end) and not (previous or BEGINS_NOTE.match(after)):
        bonus -= 0.75
    if style == "bare" and _EXTENT_AFTER.match(after):
        bonus -= 0.7
    return bonus


def month_after() -> re.Pattern[str]:
    """A month behind a number, as in a date."""
    names = [name for names in load_words("months")["months"].values() for name in names if len(name) > 2]
    # "6 Julio Alemparte" is a note: a month goes before a year, not before a name.
    return re.compile(rf"\s+(?:de\s+)?(?:{alternatives(names)})\b(?!\s(?-i:[A-ZÀ-Þ][^\W\d]))", re.IGNORECASE)
