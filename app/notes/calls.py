"""A page's text in, the numbers out that call notes from within it: "in April 1903.1", "railway12", "policy.[4]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.numerals import with_plain_figures
from app.wordlists import word_set

_STOPS = r".,;:!?)\]”’\"'»…*"
# A number behind a word or behind a stop, in brackets or not; not a decimal, not the beginning of "12/4" or "144-52".
_CALL = re.compile(
    rf"(?:(?<=[^\W\d_]{{2}})|(?<=[{_STOPS}])(?P<gap>[ ]?))(?:[\[(](?P<inner>\d{{1,3}})[\])]|(?P<outer>\d{{1,3}})\)?)"
    r"(?![\w/–-]|[.,:]\d)"
)
_MISREAD = re.compile(rf"(?<=[{_STOPS}])(?=\d{{0,2}}[lIiOoSBZ|])(?P<n>[\dlIiOoSBZ|]{{1,3}})(?=\s|$)")
_FIGURES = str.maketrans("lIi|OoSBZ", "111100582")
_WORD_BEFORE = re.compile(r"(\w+)[.]?\s?$")


class Call(NamedTuple):
    """A place that may call a note.

    Attributes:
        end: where it ends in the text.
        value: the number of the note.
        is_tight: it is joined to the word or stop before it.
    """

    end: int
    value: int
    is_tight: bool


def find_calls(text: str) -> list[Call]:
    """Every place that may call a note, in the order of the text. Citations hold many that do not: ask for a value."""
    text = with_plain_figures(text)
    return sorted([*_printed(text), *_misread(text)])


def _printed(text: str) -> Iterator[Call]:
    for match in _CALL.finditer(text):
        if not _is_part_of_citation(text, match.start()):
            yield Call(match.end(), int(match["inner"] or match["outer"]), not match["gap"])


def _misread(text: str) -> Iterator[Call]:
    for match in _MISREAD.finditer(text):
        if not _is_part_of_citation(text, match.start()):
            yield Call(match.end(), int(match["n"].translate(_FIGURES)), True)


def _is_part_of_citation(text: str, at: int) -> bool:
    """Whether a word like "p." or "no." stands before, or a figure that makes it a decimal: "4.12"."""
    before = text[max(0, at - 14) : at]
    stop = before[-1:]
    if stop in (".", ",", ":") and before[-2:-1].isdigit() and not before[-5:-1].isdigit():
        return True
    word = _WORD_BEFORE.search(before)
    return stop == "." and word is not None and word[1].casefold() in word_set("page", "number_words")


def calls_in_order(calls: Sequence[Call], values: range, is_sure: bool = False) -> list[Call]:
    """The calls that count upwards without a gap of more than one, the first of them one of these values.

    Args:
        calls: the places that may call a note, in text order.
        values: what the first may be.
        is_sure: one call that is set off from its word is enough.
    """
    found: list[Call] = []
    for call in calls:
        if not found:
            if call.value in values:
                found.append(call)
        elif found[-1].value < call.value <= found[-1].value + 2:
            found.append(call)
    return found if found and (is_sure or found[0].is_tight or len(found) > 1) else []
