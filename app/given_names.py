"""A word in, whether it is a given name out: of Spanish, or of any language; pages and notes may leave out accents."""

from __future__ import annotations

from functools import cache

from app.folding import fold
from app.wordlists import load_words


def is_spanish_given_name(word: str) -> bool:
    """Whether a word is a given name of Spanish: "Tomás", "Jose"."""
    return fold(word) in _given_names("spanish_given")


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of Spanish or of another language: "Luis", "Hilda"."""
    return is_spanish_given_name(word) or fold(word) in _given_names("given")


@cache
def _given_names(table: str) -> frozenset[str]:
    return frozenset(map(fold, load_words("people")[table]))
