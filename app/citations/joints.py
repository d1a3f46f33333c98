"""A stretch of a note in, the places out where a further citation is joined on without a semicolon."""

from __future__ import annotations

import re
from bisect import bisect_right

from app.citations.layout import Layout
from app.citations.letter_heads import read_letter_head
from app.citations.pointers import find_back_word, is_repeating
from app.citations.shapes import (
    begins_with_people,
    begins_with_place,
    ends_with_page,
    is_before_quotation,
    is_complete,
    is_unprinted,
    is_whole_name,
    weigh_evidence,
)

_LONGEST_CITATION = 600
_WORDS = r"and|et|und|u\.|sowie|y|e|with|&|ainsi\sque|as\swell\sas|así\scomo|nonché|bem\scomo|ed"
# Behind a figure, a bracket or "ff.", a comma or a dash, perhaps "and", then a capital, a mark or "ibid.".
_JOINT = re.compile(
    r"(?:(?<=[\d)])|(?<=\d[rv])|(?<=\b(?:f|n|B)\.)|(?<=\b(?:ff|sq|ss)\.)|(?<=\b(?:seq|sqq|sgg|cit)\.)|(?<=passim)|(?<=ibid\.))"
    rf"[,;]?(?:\s(?P<dash>[–—-]))?\s(?P<word>(?:{_WORDS})\s(?:(?:de|di|von|of|by|in|en|dans|bei|on|par|por|em)\s)?)?(?=[^\W\d_a-zà-öø-ÿ]|[“‘„«»\"'\[]|(?:ibid|id|ebd|ebenda|ders|dies|idem|eadem)\b)"
)
# "History of the United States, IV. 126 ff.": by the author before it.
_TITLE_AND_PAGE = re.compile(
    r"[^\W\d_a-zà-öø-ÿ][^,;:()“”‘’„«»]{3,80},\s(?:(?:[IVXLC]+|vol\.\s?\w+|t\.\s?\w+|Bd\.\s?\d+)[.,]\s?)?(?:pp?\.\s?|S\.\s?)?\d+[\d–-]*(?:\s?ff?\.?|\s?sqq?\.?)?[\s.;,]*$"
)


def find_joints(layout: Layout, start: int, cuts: list[int], end: int) -> list[int]:
    """Each place between two where another citation is joined on; `cuts` are the boundaries already found, sorted.

    "1973, pp. 497-517, et Lemoine, La Grande Peur"; "Hall, Subjects, 266, and ibid., 301"; "(New York, 1906), 195, and
    History of the United States, IV. 126 ff."; "München 1964, S. 4 – Ann Roe, Das Wehr, Bonn 1970, S. 5".
    """
    found: list[int] = []
    depth = layout.depth(start) if start < end else 0
    for match in _JOINT.finditer(layout.text, start, end):
        at = match.end()
        if layout.depth(at - 1) != depth or layout.is_quoted(match.start()):
            continue
        k = bisect_right(cuts, at)
        low = max(cuts[k - 1] if k else start, found[-1] if found else start, at - _LONGEST_CITATION)
        high = min(cuts[k] if k < len(cuts) else end, at + _LONGEST_CITATION)
        if _parts(layout, low, match, high):
            found.append(match.start())
    return found


def _parts(layout: Layout, low: int, joint: re.Match[str], high: int) -> bool:
    """Whether a citation ends before a joint and another begins behind it."""
    place, at = joint.start(), joint.end()
    is_finished = is_complete(layout, low, place)
    if not joint["word"]:
        if _ends_letter_head(layout.text, low, place) or is_repeating(layout.text, at):
            return False
        return is_finished and _begins_strongly(layout, at, high, 2.0 if joint["dash"] else 3.0)
    is_short = not is_finished and (ends_with_page(layout, low, place) or _ends_with_back_word(layout, low, place))
    if is_repeating(layout.text, at):
        return is_finished or is_short
    if is_short and _is_short_citation(layout, at, high):
        return True
    if is_finished and ends_with_page(layout, low, place) and _TITLE_AND_PAGE.match(layout.text, at, high):
        return True
    if not is_finished and layout.text[place - 1] == ".":
        return False
    is_strong = is_before_quotation(layout.text, at, high) or _begins_strongly(layout, at, high, 3.0)
    return (is_finished or is_strong) and (layout.is_quoted(at) or begins_with_people(layout.text, at, high))


def _is_short_citation(layout: Layout, at: int, high: int) -> bool:
    """Whether names, a title and a page, or a back-reference stand here: "Sillery, John Mackenzie, 101"."""
    if not begins_with_people(layout.text, at, high):
        return False
    return ends_with_page(layout, at, high) or is_complete(layout, at, high) or _ends_with_back_word(layout, at, high)


def _ends_with_back_word(layout: Layout, start: int, end: int) -> bool:
    return find_back_word(layout.text, start, end) is not None


def _ends_letter_head(text: str, low: int, place: int) -> bool:
    """Whether a letter's head stands before a joint: "King to Smith, May 1, 1801, C. R. King, Life"."""
    begin = place - len(text[low:place].lstrip(" ,;:."))
    letter = read_letter_head(text, begin, place + 1)
    return letter is not None and letter.end >= place


def _begins_strongly(layout: Layout, at: int, end: int, enough: float) -> bool:
    if is_unprinted(layout.text[at : min(end, at + 160)]) or begins_with_place(layout.text, at, end):
        return False
    return is_whole_name(layout.text, at, end) and weigh_evidence(layout, at, min(end, at + 400)) >= enough
