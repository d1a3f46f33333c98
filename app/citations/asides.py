"""A stretch of a note in, the places out where behind a finished citation the note goes on in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.citations.layout import Layout
from app.citations.shapes import begins_with_people, count_sentence_words, ends_with_page, is_complete
from app.wordlists import word_set

_LONGEST_CITATION = 600
# Behind a figure, a bracket or "ff.": a small word, "and" before it passed over.
_GOING_ON = re.compile(
    r"(?:(?<=[\d)’”»])|(?<=\b(?:f|n)\.)|(?<=\b(?:ff|sq|ss)\.)|(?<=\b(?:sqq|seq|sgg)\.)|(?<=passim)|(?<=cit\.))"
    r"(?P<mark>,|\s[–—-])?\s(?:(?P<joint>and|und|sowie|et|y|e|but|aber|doch|mais|pero|ma|mas),?\s)?"
    r"(?P<word>[a-zà-öø-ÿ][a-zà-öø-ÿ’'-]*)(?P<figure>\.?\s?(?:pp?\.|S\.|\d))?"
)
_ROMAN = re.compile(r"[ivxlcdm]+(?:[-–][ivxlcdm]+)?")
# ", no. 4", ", hg. v.": the stop is an abbreviation's.
_ABBREVIATED = re.compile(r"\.(?=[\s\d])")


def find_asides(layout: Layout, start: int, end: int) -> Iterator[int]:
    """Each place between two where a citation is over and words of a sentence follow.

    "E. Marlow, The Harbour (London, 1893), is based upon the French archives"; "..., S. 223 ff., datiert die
    Unterredung falsch"; "..., p. 203, dont le vocabulaire a beaucoup voyagé"; "..., 8, and before that by F. Roe".
    """
    at = start
    for match in _GOING_ON.finditer(layout.text, start, end):
        place = match.start()
        if layout.depth(place) != layout.depth(start) or layout.is_quoted(place) or not _is_own(layout, match):
            continue
        low = max(at, place - _LONGEST_CITATION)
        if not match["mark"] and not match["joint"] and not _names_somebody(layout, low, place):
            continue
        if is_complete(layout, low, place) or ends_with_page(layout, low, place):
            yield place
            at = place


def _names_somebody(layout: Layout, low: int, place: int) -> bool:
    """Whether names or a quotation open the words before; "The Treaty of Lausanne (1923) replaced" is a sentence."""
    begin = place - len(layout.text[low:place].lstrip(" ,;:."))
    return layout.is_quoted(begin) or begins_with_people(layout.text, begin, place)


def _is_own(layout: Layout, match: re.Match[str]) -> bool:
    """Whether the small word opens words of the note's own and is none that citations are made of."""
    word = match["word"]
    if match["figure"] or word in word_set("prose", "goes_on") or _ROMAN.fullmatch(word):
        return False
    if match["mark"] or match["joint"]:
        return not _ABBREVIATED.match(layout.text, match.end("word"))
    return count_sentence_words(word, layout.language) > 0
