"""A title in, the same title with braces around the capitals that a bibliography style would lose out.

The rule, as the export dialog shows it: a word with a capital after its first letter ("NASA", "McNamara", "iPad") is
always protected. In a title in sentence case every other word with a capital is a name, and protected too, save the
first word of the title and the first after a colon; in a title in title case ("The Cold War at Sea") those words carry
their capitals for show, and are left alone.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w'’.-]*[\w]|[^\W\d_]")
_SHORT = 4


def protect_capitals(title: str) -> str:
    """The title with the capitals protected that the rule above names; braces and mathematics stay as they are."""
    if "\\" in title or "$" in title:
        return title
    names_too = not is_title_case(title)
    parts: list[str] = []
    depth = position = 0
    starts = True
    for match in _WORD.finditer(title):
        between = title[position : match.start()]
        depth += between.count("{") - between.count("}")
        starts = starts or any(mark in between for mark in ":?!.")
        word = match.group()
        inner = any(letter.isupper() for letter in word[1:])
        protect = depth == 0 and (inner or (names_too and not starts and word[0].isupper()))
        parts.append(f"{between}{{{word}}}" if protect else between + word)
        position = match.end()
        starts = False
    return "".join(parts) + title[position:]


def is_title_case(title: str) -> bool:
    """Whether most long words after the first begin with a capital."""
    long_words: list[str] = [word for word in _WORD.findall(title)[1:] if len(word) >= _SHORT]
    return sum(word[0].isupper() for word in long_words) * 2 > len(long_words)
