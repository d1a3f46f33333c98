"""A page's text in, every number out that may open a note within a paragraph, rated by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from app.notes.citing import BEGINS_NOTE, ends_sentence
from app.notes.markers import Marker, month_after
from app.numerals import with_plain_figures
from app.wordlists import function_words, word_set

_NUMBER = re.compile(
    r"(?<!\S)(?:(?P<dot>\d{1,4})\.|\[(?P<bracket>\d{1,4})\]|(?P<half>\d{1,4})\)|(?P<bare>\d{1,4}))(?=\s+\S)"
)
# Numbers joined to a word, raised or in round brackets: the body writes its calls and its counts so.
_LIKE_CALLS = re.compile(
    r"(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?=\s*\S)|(?<!\S)\((?P<paren>\d{1,3})\)(?=\s+\S)|"
    r"(?<!\S)(?P<glued>\d{1,3})(?=[A-ZÀ-Þ“”‘’\"«„(\[]|(?:ibid|id|ebd|ebenda|vgl|see|cf|v)\b)|"
    r"(?<=\S[.?!)”’\"»])(?P<joined>\d{1,3})(?=\s+[^\s\d])"
)
_BEFORE = re.compile(r"(?P<second>\S*)\s+(?P<last>\S+)\s+$|(?P<only>\S+)\s+$")
_EMPTY_LINE = re.compile(r"(?:\n[ \t]*\n|\f)\s*$")
_OPEN = tuple(",;:–—-&(/=")
_CLOSING = "\"'”’»›)]"
_OPENING = "\"'“‘«‹„([`"
_EXTENT = re.compile(r"(?:ff?|sqq?|et\s+s|et\s+seq)\.")
_YEAR_NEXT = re.compile(r"\(?(?:1[5-9]|20)\d\d\b")
_NEAR = 40
_BASE = 0.2
# What stands before the number: a sentence's end, a word that counts it, an open sentence.
_AFTER_SENTENCE, _AFTER_COUNT, _AFTER_WORD = 0.3, 0.15, -0.15
_COUNTED, _COUNTED_BY_WORD, _AFTER_OPEN = -1.2, -0.6, -0.9
# What stands behind it: a note's beginning, a capital, a small letter, a month, a year as behind a volume.
_NOTE_NEXT, _CAPITAL_NEXT, _SMALL_NEXT, _OTHER_NEXT = 0.45, 0.25, -0.4, -0.6
_MONTH_NEXT, _VOLUME_NEXT, _FIGURE_NEXT = -0.8, -0.8, -0.1
_THOUSAND, _DATED = -0.8, -0.6


def flowing_markers(text: str, behind: int | None) -> list[Marker]:
    """The numbers that may open a note anywhere in a line, each with how much it looks like one.

    What stands before and behind is weighed, not asked for: the best series among all of them tells the rest.

    Args:
        text: the page's text.
        behind: where the notes' heading ends; only behind one is a number taken that is joined to a word, raised or in
            round brackets, as the body's own calls are.

    Example: in "Roe, Salt, 2 vol. 33 Ibid., p. 4. 34 See p. 12 above" 33 and 34 rate high, 4 and 12 low.
    """
    found = [*_rated(text, _NUMBER.finditer(text))]
    if behind is not None:
        found += _rated(text, _LIKE_CALLS.finditer(text, behind))
    return sorted(found, key=lambda marker: marker.start)


def _rated(text: str, matches: Iterable[re.Match[str]]) -> Iterator[Marker]:
    month = month_after()
    for match in matches:
        start, end = match.span()
        style = match.lastgroup or ""
        number = with_plain_figures(match[style])
        before = text[max(0, start - _NEAR) : start]
        weight = _BASE + _rate_before(before if before[-1:].isspace() else f"{before} ")
        weight += _rate_after(text[end : end + _NEAR * 2])
        weight += _MONTH_NEXT if month.match(text, end) else 0.0
        weight += _THOUSAND if len(number) > 3 else 0.0
        weight += _DATED if style == "dot" and text[end : end + 2].strip().isdigit() else 0.0
        yield Marker(start, end, int(number), number, style, weight, False)


def _rate_before(before: str) -> float:
    found = _BEFORE.search(before)
    if found is None or _EMPTY_LINE.search(before):
        return _AFTER_SENTENCE
    last, second = found["last"] or found["only"], found["second"] or ""
    if last.endswith(_OPEN):
        return _AFTER_OPEN
    if last[0].isupper() and last.rstrip(".:").casefold() in word_set("page", "notes_headings"):
        return _AFTER_SENTENCE
    word = last.lstrip(_OPENING).rstrip(_CLOSING)
    if _counts(word):
        is_whole = word.casefold() in word_set("page", "whole_number_words")
        return _AFTER_COUNT if second.rstrip(".").isdigit() else _COUNTED_BY_WORD if is_whole else _COUNTED
    if ends_sentence(last):
        return _AFTER_SENTENCE
    return _AFTER_OPEN if word.casefold() in function_words() else 0.0 if last[-1].isdigit() else _AFTER_WORD


def _counts(word: str) -> bool:
    """Whether a number behind a word is what it counts: "vol.", "p", "Figure"; but not "in part."."""
    folded = word.rstrip(".").casefold()
    if word.endswith("."):
        return folded in word_set("page", "number_words") - word_set("page", "whole_number_words")
    return folded in _counting()


@cache
def _counting() -> frozenset[str]:
    return word_set("page", "counting_words") | word_set("page", "number_words")


def _rate_after(after: str) -> float:
    words = after.lstrip()
    if _EXTENT.match(words):
        return _OTHER_NEXT
    if _YEAR_NEXT.match(words):
        return _VOLUME_NEXT
    if BEGINS_NOTE.match(words.lstrip(_OPENING)):
        return _NOTE_NEXT
    first = words.lstrip(_OPENING)[:1]
    if first.isupper() or (words[:1] in _OPENING and first.isalpha()):
        return _CAPITAL_NEXT
    return _FIGURE_NEXT if first.isdigit() else _SMALL_NEXT if first.islower() else _OTHER_NEXT
