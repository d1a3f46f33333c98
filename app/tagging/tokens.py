"""A citation's text in, its words, numbers and signs out, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

# An address is one token; a word keeps its apostrophes, a number stands by itself, every other sign too.
_TOKEN = re.compile(r"https?://\S+|www\.\S+|10\.\d{4,9}/\S+|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|\S")
_ADDRESS_END = ".,;)>]}"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number and no sign."""
        return self.text[0].isalnum()


def tokenize(text: str) -> list[Token]:
    """The tokens of a citation in order: "(Paris, 1967)" gives "(", "Paris", ",", "1967", ")"."""
    tokens = []
    for found in _TOKEN.finditer(text):
        word, start = found[0], found.start()
        whole = word.rstrip(_ADDRESS_END) if len(word) > 9 and ("/" in word or word.startswith("www.")) else word
        tokens.append(Token(whole, start, start + len(whole)))
        tokens += [Token(sign, start + k, start + k + 1) for k, sign in enumerate(word) if k >= len(whole)]
    return tokens
