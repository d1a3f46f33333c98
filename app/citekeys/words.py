"""A title or a body's name in, the words of it that count for a key out."""

from __future__ import annotations

import re

from app.citekeys.letters import plain_letters, without_tex
from app.wordlists import load_words

# Articles, prepositions and conjunctions of the languages most titles are in; they carry no key.
FUNCTION_WORDS = frozenset(word for words in load_words("function_words").values() for word in words)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:-[^\W_]+)*")
_DASH = re.compile(r"[-'’]")


def title_words(title: str) -> list[str]:
    """The words of a title in plain letters, function words left out: "The Cold War" gives ["Cold", "War"]."""
    words = [match.group() for match in _WORD.finditer(without_tex(title))]
    counted = [word for word in words if word.lower() not in FUNCTION_WORDS]
    return [_DASH.sub("", plain_letters(word)) for word in counted or words]


def all_words(title: str) -> list[str]:
    """All the words of a title in plain letters, function words too."""
    return [_DASH.sub("", plain_letters(match.group())) for match in _WORD.finditer(without_tex(title))]


def body_short(name: str) -> str:
    """A corporate body as a key calls it: initials from three words on ("CIA"), else its words joined ("RandCorp")."""
    words = [plain_letters(word) for word in _WORD.findall(without_tex(name)) if word.lower() not in FUNCTION_WORDS]
    if len(words) >= 3:
        return "".join(word[0].upper() for word in words)
    return "".join(_DASH.sub("", word) for word in words)
