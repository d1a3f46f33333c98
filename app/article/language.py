"""Words in, the language whose small words are most among them out: "spanish", "french" ..., "" where none is."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import load_words

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 8000


def language_of(text: str) -> str:
    """The language of a text, named as in resources/data/function_words.toml; "" where its words do not tell.

    Example: "El hielo y el escribano" is "spanish", "Ice" is "".
    """
    words = _WORD.findall(text[:_LONGEST].casefold())
    best, most, second = "", 0, 0
    for language, own in _small_words().items():
        count = sum(word in own for word in words)
        if count > most:
            best, most, second = language, count, most
        elif count > second:
            second = count
    return best if most > second else ""


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """The small words of each language; articles that languages share count for all of them."""
    lists = load_words("function_words")
    shared = {"spanish": ("la", "de", "un", "a", "se", "que"), "italian": ("la", "di", "un", "e", "in", "una", "che")}
    shared |= {"portuguese": ("de", "a", "o", "e", "que"), "french": ("de", "la", "un", "que"), "german": ("in",)}
    return {name: frozenset((*words, *shared.get(name, ()))) for name, words in lists.items()}
