"""A place in a clause in, the back-reference that begins there or stands behind the prose there out."""

from __future__ import annotations

import re
from dataclasses import replace

from app.citations.backward import read_backward
from app.citations.forward import SURE, read_same_author
from app.citations.layout import Layout
from app.citations.locators import read_locator
from app.citations.mention import Back, Mention
from app.citations.pointers import BackWord, find_back_word, find_idem, read_misread
from app.citations.same_review import read_same_review
from app.citations.sentences import Clause
from app.citations.shapes import count_sentence_words, is_complete, weigh_evidence

_SENTENCE = re.compile(r"\.?\s+(?=[^\W\d_a-zà-öø-ÿ])")
# "(Hull: Tern, 1990)", ", 1990, p. 4": what is said of a work published.
_PUBLICATION = re.compile(r"\([^()]*\b(?:1[4-9]|20)\d\d\)|,\s(?:1[4-9]|20)\d\d\b")


def read_pointing(layout: Layout, clauses: tuple[Clause, ...], k: int, start: int) -> Mention | None:
    """A back-reference that begins here, or stands behind the prose here."""
    end = clauses[k].end
    word = _first_back_word(layout, start, end) or _misread_word(layout, start, end)
    if word is None:
        return None
    is_alone = word.back is Back.IDEM and _is_before_sentence(layout, word, end)
    if word.back is Back.IDEM and not is_alone and (full := read_same_author(layout, clauses, k, word, start)):
        return full
    if article := read_same_review(layout, start, end, word):
        return article
    is_behind = word.start - start > 40 and is_complete(layout, start, word.start)
    if is_behind and weigh_evidence(layout, start, word.start) >= SURE:
        return None
    return read_backward(layout, start, end, word)


def _first_back_word(layout: Layout, start: int, end: int) -> BackWord | None:
    at = start
    for _ in range(4):
        word = find_back_word(layout.text, at, end)
        idem = find_idem(layout.text, at, end)
        if idem and _is_idem_here(layout.text, idem, start) and (word is None or idem.start < word.start):
            word = idem
        if word is None:
            return None
        if word is idem and (further := find_back_word(layout.text, word.end, end)):
            is_one = not layout.text[word.end : further.start].strip(" ,.")
            word = replace(further, start=word.start) if is_one else word
        inside = word.start + 1 if layout.text[word.start] in "([" else word.start
        if not layout.is_quoted(inside) and layout.depth(inside) - layout.depth(start) <= (inside > word.start):
            return word
        at = word.end
    return None


def _misread_word(layout: Layout, start: int, end: int) -> BackWord | None:
    """A spoilt "Ibid." that stands alone or with nothing but a page behind it."""
    word = read_misread(layout.text, start, end)
    if word is None:
        return None
    locator = read_locator(layout.text, word.end, end)
    return word if not layout.text[locator.end if locator else word.end : end].strip(" .,;") else None


def _is_before_sentence(layout: Layout, word: BackWord, end: int) -> bool:
    """Whether a sentence of the note's own follows "Id." with no comma between: "Id. Roe interviewed the millers."."""
    behind = _SENTENCE.match(layout.text, word.end, end)
    if behind is None or "." not in layout.text[word.end - 1 : behind.end()]:
        return False
    words = layout.outside_quotations(behind.end(), end)
    return count_sentence_words(words, layout.language) > 0 and not _PUBLICATION.search(words)


def _is_idem_here(text: str, word: BackWord, start: int) -> bool:
    """Whether "Ders." stands at the beginning or right behind a short name, not within a title or a sentence."""
    before = text[start : word.start].rstrip()
    return not before or (len(before) < 60 and before.endswith(",") and not re.search(r"[.“‘\d]\s", before))
