"""A word list's name in, its words out: the TOML files under resources/data/, each read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def load_words(name: str) -> Mapping[str, Any]:
    """The tables of `resources/data/<name>.toml`; the same value every time, so nobody may change it.

    Raises:
        FileNotFoundError: there is no such list, which is a defect of the program.
    """
    text = files("resources").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def word_set(name: str, table: str) -> frozenset[str]:
    """One list of words, case folded, for asking whether a word is among them."""
    return frozenset(word.casefold() for word in load_words(name)[table])


_FUNCTION_WORDS = ("english", "german", "french", "spanish", "italian", "portuguese")


@cache
def function_words() -> frozenset[str]:
    """The small words of the six languages of notes, case folded: "the", "und", "de la"."""
    return frozenset().union(*(word_set("function_words", language) for language in _FUNCTION_WORDS))


def alternatives(words: Iterable[str]) -> str:
    """The words as a regular expression's alternatives, longest first, so that "Januar" never hides "January"."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=len, reverse=True))
