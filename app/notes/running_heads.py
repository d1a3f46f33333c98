"""A page's text in, its running heads out: the lines that bear a page's number beside the journal, author or title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.notes.apart import stands_apart

_LINE = re.compile(r"[^\n\f]+")
_LONGEST = 110
_SHORTEST, _SHORT = 3, 7
_ENOUGH = 5
_WIDE_GAP = 3
# A page's number as scanned pages show it, "35I" for 351; beside a head it may be set off by a bar or a point.
_NUMBER_FIRST = re.compile(r"(?P<number>\d[\dIlO]{0,3})(?P<gap>[ \t\xa0]+|[ \t]*[|•·—–][ \t]*)(?P<words>\S.{3,}?)")
_NUMBER_LAST = re.compile(r"(?P<words>\S.{3,}?)(?P<gap>[ \t\xa0]+|[ \t]*[|•·—–][ \t]*)(?P<number>\d[\dIlO]{0,3})")
_NUMBERED = re.compile(r"^[ \t]*(\d{1,4})(?!\d)", re.MULTILINE)
_DIGITS = re.compile(r"\d+")
_STOPPED = re.compile(r"[,.;:()“”‘’\"«»]")
_FIGURES = str.maketrans("IlO", "110")


@dataclass(frozen=True, slots=True)
class Head:
    """A line that may be a page's head: its words with every number made alike, and the page's number.

    Attributes:
        leads: the number stands before the words.
        is_wide, is_very_wide: two spaces or a tab stand between them; four spaces do.
        is_finished: a stop or a comma ends the words, as a note's line may end.
    """

    start: int
    end: int
    words: str
    number: int
    leads: bool
    is_wide: bool
    is_very_wide: bool
    is_finished: bool


def possible_heads(text: str) -> list[Head]:
    """Every line that may be a page's head, without those whose number stands in the notes' own series."""
    in_series = _in_series(text)
    return [head for head in _heads(text) if head.start not in in_series]


def _heads(text: str) -> Iterator[Head]:
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if not 6 <= len(words) <= _LONGEST or not (words[0].isdigit() or words[-1] in "0123456789IlO"):
            continue
        for expression in (_NUMBER_FIRST, _NUMBER_LAST):
            if match := expression.fullmatch(words):
                folded = " ".join(_DIGITS.sub("#", match["words"]).split()).strip(".,;:|-–— ")
                number = int(match["number"].translate(_FIGURES))
                leads, is_wide = expression is _NUMBER_FIRST, len(match["gap"]) > 1 or match["gap"] == "\t"
                is_very_wide = match["gap"].count(" ") > _WIDE_GAP
                is_finished = match["words"].endswith((".", ",", ";", ":")) and not folded.isupper()
                if len(folded) >= _SHORTEST:
                    yield Head(line.start(), line.end(), folded, number, leads, is_wide, is_very_wide, is_finished)


def plain_heads(text: str, possible: Sequence[Head]) -> list[Head]:
    """The heads that each line's own looks tell: in capitals, set off, or the same again with other numbers."""
    heads = [head for head in possible if not head.is_finished and len(head.words) > _SHORT]
    accepted = _repeated(text, heads)
    likely = [
        head
        for head in heads
        if (not head.leads or head.is_wide) and stands_apart(text, head.start, head.end, both=True)
    ]
    known = {head.number for head in (*accepted, *likely)}
    accepted += [head for head in likely if known & {head.number - 1, head.number + 1}]
    accepted += [head for head in likely if head.is_very_wide and not is_note_like(head)]
    return accepted


def _repeated(text: str, heads: Sequence[Head]) -> list[Head]:
    """The heads whose words come back with other numbers, all even or all odd, and those in capitals."""
    numbers: dict[str, list[int]] = {}
    for head in heads:
        numbers.setdefault(head.words, []).append(head.number)
    comes_back = {
        words
        for words, found in numbers.items()
        if len(found) > 1 and len({number % 2 for number in found}) == 1 and all(a < b for a, b in pairwise(found))
    }
    accepted = []
    for head in heads:
        is_apart = stands_apart(text, head.start, head.end)
        is_regular = is_apart or _is_every_second(numbers[head.words][:_ENOUGH])
        is_plain = not _STOPPED.search(head.words) or (is_regular and not is_note_like(head))
        if (head.words in comes_back and " " in head.words and is_plain) or (
            head.words.isupper() and "#" not in head.words and is_apart
        ):
            accepted.append(head)
    return accepted


def _is_every_second(numbers: Sequence[int]) -> bool:
    """Whether these are the numbers of left or of right pages, one after the other."""
    return len(numbers) > 2 and all(b == a + 2 for a, b in pairwise(numbers))


def is_note_like(head: Head) -> bool:
    """Whether a number and what stands behind it might be a note without its stop: "29 Roe, op. cit., p. 8"."""
    return head.leads and not head.is_wide and ("," in head.words or "#" in head.words)


def _in_series(text: str) -> set[int]:
    """The beginnings of lines whose number follows that of the numbered line before and precedes the next one's."""
    numbered = numbered_lines(text)
    triples = zip(numbered, numbered[1:], numbered[2:], strict=False)
    return {here for (_, before), (here, number), (_, after) in triples if before + 1 == number == after - 1}


def numbered_lines(text: str) -> list[tuple[int, int]]:
    """Where the lines begin that begin with a number, and the number."""
    return [(match.start(), int(match[1])) for match in _NUMBERED.finditer(text)]
