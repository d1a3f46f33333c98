"""A clause's first words in, whether and how prose opens there out."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from app.citations.layout import Layout
from app.citations.naming import read_people
from app.citations.shapes import count_sentence_words, opens_a_sentence
from app.fields.ratings import rate_people
from app.wordlists import load_words

SURELY_A_NAME = 0.85
# Small words that names begin with: "v. Below", "van der Veur".
PARTICLES = r"(?:(?:v\.|von|van|vom|zu|ter|ten)\s(?:der\s|den\s|dem\s|de\s)?)"
_FIRST_WORD = re.compile(r"(?:[“‘„«\"']\s?)?(?P<word>[^\W\d_]+(?:[’'](?=\w))?)")
# "Materialreich für das Salzrecht": an adverb that does not lead to a name at once.
_SMALL_BEHIND = re.compile(r"\s[a-zß-öø-ÿ]{2,}\s")


class Opening(StrEnum):
    """What prose opens with: a preposition, an article, another small word, words quoted."""

    PREPOSITION = "preposition"
    ARTICLE = "article"
    SMALL = "small"
    QUOTATION = "quotation"


def opens_a_phrase(layout: Layout, start: int) -> bool:
    """Whether a preposition or an adverb before a name stands here: "Zum Quellenwert Rudolf Morsey"."""
    if kind_of_opening(layout, start, len(layout.text)) == Opening.PREPOSITION:
        return True
    first = _FIRST_WORD.match(layout.text, start)
    if first is None or first["word"].casefold() not in words_of("adverbs", layout.language):
        return False
    return rate_people(name_at(layout.text, first.end() + 1)) >= SURELY_A_NAME


def opens_small(layout: Layout, start: int) -> bool:
    """Whether prose opens here for sure, with a small word or a preposition."""
    return kind_of_opening(layout, start, len(layout.text)) in (Opening.PREPOSITION, Opening.SMALL)


def kind_of_opening(layout: Layout, start: int, end: int) -> Opening | None:
    """How a clause opens where prose may; None where it opens as a citation does."""
    match = _FIRST_WORD.match(layout.text, start, end)
    if match is None or layout.is_quoted(start):
        return Opening.QUOTATION if match else None
    if layout.text.startswith(".", match.end()) and len(match["word"]) == 1:
        return None
    word = match["word"].rstrip("’'")
    plain = word.casefold()
    if plain in words_of("prepositions", layout.language):
        return Opening.PREPOSITION
    if plain in words_of("articles", layout.language) and not word.islower():
        return Opening.ARTICLE
    if opens_a_sentence(layout.text, start):
        return Opening.ARTICLE
    if plain in words_of("adverbs", layout.language) and _SMALL_BEHIND.match(layout.text, match.end(), end):
        return Opening.SMALL
    if word.islower() and not re.match(PARTICLES, layout.text[start : start + 8]):
        return Opening.SMALL
    return None


def may_lead(layout: Layout, start: int, reach: int) -> bool:
    """Whether a verb stands in a clause that opens as a citation may, or an adverb alone before a name."""
    first = _FIRST_WORD.match(layout.text, start, reach)
    if first and first["word"].casefold() in words_of("adverbs", layout.language):
        return True
    return count_sentence_words(layout.outside_quotations(start, reach), layout.language) > 0


@cache
def words_of(table: str, language: str) -> frozenset[str]:
    """The words of a table of `resources/data/leads.toml` in a language."""
    listed = load_words("leads")[table]
    return frozenset(listed.get(language, listed["en"]))


def name_at(text: str, at: int) -> str:
    """The first name that stands at a place, "" where none does."""
    people = read_people(text, at, min(len(text), at + 120))
    return text[at : people.first_end] if people else ""
