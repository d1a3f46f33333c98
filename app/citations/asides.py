"""A stretch of a note in, the places out where behind a finished citation the note goes on in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.citations.layout import Layout
from app.citations.shapes import begins_with_people, count_sentence_words, ends_with_page, is_complete
from app.citations.sigla import gives_a_name
from app.wordlists import word_set

_LONGEST_CITATION = 600
# Behind a figure, a bracket or "ff.": a small word, "and" before it passed over.
_GOING_ON = re.compile(
    r"(?:(?<=[\d)’”»])|(?<=\b(?:f|n)\.)|(?<=\b(?:ff|sq|ss)\.)|(?<=\b(?:sqq|seq|sgg)\.)|(?<=passim)|(?<=cit\.))"
    r"(?P<mark>,|\s[–—-],?)?\s(?:(?P<joint>and|und|sowie|et|y|e|but|aber|doch|mais|pero|ma|mas),?\s)?"
    r"(?P<word>I(?=\s[a-z])|[a-zà-öø-ÿ][a-zà-öø-ÿ’'-]*)(?P<figure>\.?\s?(?:pp?\.|S\.|\d))?"
)
_ROMAN = re.compile(r"[ivxlcdm]+(?:[-–][ivxlcdm]+)?")
# "(tracing the numbers to their source)", "(à propos de l'arrestation)", "(where the argument is qualified)".
_REMARK = re.compile(r"\s\((?P<word>[a-zß-öø-ÿ][a-zà-öø-ÿ’'-]*)[\s)]")
# "(lettre à Louise Colet du 16 janvier 1852)"
_LETTERS = {"letter", "lettre", "lettera", "carta", "brief", "speech", "discours", "discorso", "discurso"}
# "(the Dearing report)" names the work once more, "(which is available on YouTube at ...)" says where it is.
_OWN_REMARK = re.compile(
    r"\((?:the|der|die|das|le|la|les|l[’']|el|il|o)\s?[^\W\d_a-zß-öø-ÿ]|\b(?:available|accessible|viewable|posted|disponible|en\sligne|verfügbar|http)"
)
_BEFORE_REMARK = re.compile(r"(?:[\d)’”»]|\b(?:ff?|n|sqq?|ss|seq|cit)\.)$")
_PHRASES = {("in", "part"), ("en", "partie"), ("en", "parte"), ("in", "parte"), ("zum", "teil"), ("em", "parte")}
_FURTHER_WORD = re.compile(r"\s(?P<word>[a-zß-öø-ÿ]{2,})(?=\s)")
# ", no. 4", ", hg. v.": the stop is an abbreviation's.
_ABBREVIATED = re.compile(r"\.(?=[\s\d])")


def find_asides(layout: Layout, start: int, end: int) -> Iterator[int]:
    """Each place between two where a citation is over and words of a sentence follow.

    "E. Marlow, The Harbour (London, 1893), is based upon the French archives"; "..., S. 223 ff., datiert die
    Unterredung falsch"; "..., p. 203, dont le vocabulaire a beaucoup voyagé"; "..., 8, and before that by F. Roe".
    """
    places = sorted(
        [*_find_small_words(layout, start, end), *_find_remarks(layout, start, end), *_find_quotes(layout, start, end)]
    )
    at = start
    for place in places:
        low = max(at, place - _LONGEST_CITATION)
        if is_complete(layout, low, place) or ends_with_page(layout, low, place):
            yield place
            at = place


def _find_quotes(layout: Layout, start: int, end: int) -> Iterator[int]:
    """Each colon behind a page that opens what the work says there: "Doe, Long Road, 4: “Nothing was decided.”"."""
    for quote_start, _ in layout.quotations_between(start, end):
        if quote_start - 3 > start and layout.text[quote_start - 2 : quote_start] == ": ":
            yield quote_start - 2


def _find_remarks(layout: Layout, start: int, end: int) -> Iterator[int]:
    """Each bracket that says something of the citation before it and holds no part of it."""
    for open_at, close_at in layout.brackets_between(start, end):
        place = open_at - 1
        if place <= start or layout.depth(place) != layout.depth(start) or layout.is_quoted(place):
            continue
        remark = _REMARK.match(layout.text, place, close_at)
        if remark is None or not _BEFORE_REMARK.search(layout.text, max(start, place - 6), place):
            continue
        if _OWN_REMARK.search(layout.text, open_at, close_at):
            continue
        is_letter = remark["word"] in _LETTERS
        if (is_letter or remark["word"] not in word_set("prose", "goes_on")) and not gives_a_name(layout.text, open_at):
            yield place


def _find_small_words(layout: Layout, start: int, end: int) -> Iterator[int]:
    """Each small word behind a figure or a bracket that opens words of the note's own."""
    for match in _GOING_ON.finditer(layout.text, start, end):
        place = match.start()
        if layout.depth(place) != layout.depth(start) or layout.is_quoted(place) or not _is_own(layout, match):
            continue
        if match["mark"] or match["joint"] or _names_somebody(layout, max(start, place - _LONGEST_CITATION), place):
            yield place


def _names_somebody(layout: Layout, low: int, place: int) -> bool:
    """Whether names or a quotation open the words before; "The Treaty of Lausanne (1923) replaced" is a sentence."""
    begin = place - len(layout.text[low:place].lstrip(" ,;:."))
    return layout.is_quoted(begin) or begins_with_people(layout.text, begin, place)


def _opens_own_words(layout: Layout, match: re.Match[str]) -> bool:
    """Whether a small word that citations are made of opens other words behind a joint: "and in part by Stubbs"."""
    further = _FURTHER_WORD.match(layout.text, match.end())
    if further is None:
        return False
    return further["word"] not in word_set("prose", "goes_on") or (match["word"], further["word"]) in _PHRASES


def _is_own(layout: Layout, match: re.Match[str]) -> bool:
    """Whether the small word opens words of the note's own and is none that citations are made of."""
    word = match["word"]
    if match["figure"] or _ROMAN.fullmatch(word):
        return False
    if word in word_set("prose", "goes_on"):
        return bool(match["joint"]) and _opens_own_words(layout, match)
    if match["mark"] or match["joint"]:
        return not _ABBREVIATED.match(layout.text, match.end("word"))
    return count_sentence_words(word, layout.language) > 0
