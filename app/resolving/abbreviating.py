"""A note's text in, the names that a sentence of its own gives to the work before it out: "Hereafter cited as B.D."."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import load_words

_TOKEN = r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'&/-]*|&|of|and|the|und|der|des|de|du|et|la|y)"
_NAME = rf"[“‘„«\"'*]?(?P<name>{_TOKEN}(?:,?\s{_TOKEN}){{0,7}}?)"
# Abbreviations have stops of their own; a sentence's is followed by one that goes on in small letters.
_CLOSE = r"[.,]?[”’“»\"'*]?\.?"
_SMALL = r"[^\W\d_A-ZÀ-Þ]"
_END = rf"(?={_CLOSE}\s*(?:$|[;)\]])|{_CLOSE}\s[^\W\d_a-z][\w’'-]*\s{_SMALL}|,\s{_SMALL}|\s(?:zitiert|abgekürzt)\b)"
_VERB = r"(?:cited|quoted|referred\sto|abbreviated|zitiert|abgekürzt|cité|abrégé|citado|abreviado|citata|citato)"


@cache
def _declaring() -> re.Pattern[str]:
    """Finds "(This collection is) hereafter cited as Am. State Papers, For. Rel."."""
    words = sorted(load_words("back_references")["hereafter"], key=lambda word: (-len(word), word))
    spelled = "|".join(r"\.?\s+".join(re.escape(piece) for piece in word.split()) for word in words)
    return re.compile(
        rf"(?<!\w)(?i:{spelled})(?!\w)[.:,]?(?i:\s{_VERB})*(?P<as>(?i:\s(?:as|als|to|by|par|como|comme|come|en)))?\s{_NAME}{_END}"
    )


def find_declared(text: str) -> tuple[tuple[int, str], ...]:
    """The names given in sentences, each with where the words giving it begin.

    Where no "as" leads to it, a name is one only in capitals: "Henceforth Britain ruled" names nothing.
    """
    found = []
    for match in _declaring().finditer(text):
        name = match["name"].strip(" ,.")
        is_led_to = match["as"] or re.search(r"\s(?:as|als|to|comme|como)\s\W?$", text[: match.start("name")])
        if is_led_to or name.upper() == name:
            found.append((match.start(), name))
    return tuple(found)
