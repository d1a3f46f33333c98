r"""A command of TeX and what follows it in, whether it can stand there: "\kern" without a length stops TeX.

The lists are those of `resources/data/tex_places.toml`; a command that is on none of them may stand anywhere, since it
is the reader's own or needs nothing.
"""

from __future__ import annotations

import re
from functools import cache

from app.bibtex.tex_signs import WORD_COMMAND, group_end
from app.wordlists import load_words

_NUMBER = re.compile(r"\s*[-+]?\s*(?:\d+|\"[0-9A-F]+|'[0-7]+|`\\?[^\s\\{}])")
_LENGTH = re.compile(r"\s*[-+]?\s*(?:\d+(?:[.,]\d*)?|[.,]\d+)\s*(?:true\s*)?(?:pt|pc|in|bp|cm|mm|dd|cc|sp|em|ex|mu)")
_BOX = re.compile(r"\s*(?:(?:to|spread)[^{}]{1,20})?\{")
_OPTION = re.compile(r"\s*\[[^\[\]{}]*\]")
_STAR = re.compile(r"\s*\*")
# Another accent is no letter for one to stand on.
_TOKEN = re.compile(r"\s*(?:\\(?P<command>[A-Za-z]+)|\\[&%$#_{}]|[^\s{}\\$&#%])")
_GROUP = re.compile(r"\s*\{")
_SIDE = re.compile(r"\\(left|right)(?![A-Za-z])")
_HANGING = re.compile(r"[_^]\s*(?:$|[}_^&])")
_MEASURE = re.compile(rf"\s*\*?(?:\[[^\[\]{{}}]*\])?\{{{_LENGTH.pattern}\s*\}}")
_FOLLOWED_BY = {"groups": _BOX, "numbers": _NUMBER, "lengths": _LENGTH, "measured": _MEASURE}
_NEW_LINE = re.compile(rf"(?!\*?\s*\[)|\*?\s*\[{_LENGTH.pattern}\s*\]")
# Only within a paragraph, which a field may begin.
_WITHIN = frozenset({"\\", "/"})
_ACCENTS = frozenset("`'^~=.\"")
# Only their lists have items.
_LIST = re.compile(r"\\begin\{(?:itemize|enumerate|description)\}")


@cache
def _places() -> dict[str, str]:
    """The list that each command is on."""
    words = load_words("tex_places")
    return {name: place for place in ("in_mathematics", "nowhere", *_FOLLOWED_BY) for name in words[place]}


@cache
def _counts() -> dict[str, int]:
    """How many arguments each command must have."""
    words = load_words("tex_places")["arguments"]
    return {name: int(place.removeprefix("of_")) for place, names in words.items() for name in names}


def can_stand(name: str, text: str, position: int, in_math: bool = False) -> bool:
    """Whether TeX goes on after a command with what the text has at this position, which is behind its name."""
    if name in _WITHIN and not text[: position - len(name) - 1].strip():
        return False
    if name == " " and position == len(text):
        # bibtex takes a field's last space, and what it puts behind the field is commanded instead.
        return False
    if name == "\\":
        return bool(_NEW_LINE.match(text, position))
    if name.startswith("end") and name != "endash":
        # It ends an environment.
        return False
    return _has_its_place(name, text, position, in_math) and _has_all_arguments(name, text, position)


def _has_its_place(name: str, text: str, position: int, in_math: bool) -> bool:
    place = _places().get(name)
    if place == "in_mathematics" and not in_math and "\\ensuremath" not in text:
        return False
    if place == "nowhere":
        return name == "item" and bool(_LIST.search(text))
    if place in _FOLLOWED_BY:
        match = _FOLLOWED_BY[place].match(text, position)
        return match is not None and (place != "groups" or group_end(text, match.end() - 1) is not None)
    return True


def _has_all_arguments(name: str, text: str, position: int) -> bool:
    if name in _ACCENTS:
        return _has_arguments(1, text, position)
    return name not in _counts() or _has_arguments(_counts()[name], text, position)


def _has_arguments(count: int, text: str, position: int) -> bool:
    if match := _STAR.match(text, position):
        position = match.end()
    while match := _OPTION.match(text, position):
        position = match.end()
    for _ in range(count):
        if match := _GROUP.match(text, position):
            end = group_end(text, match.end() - 1)
        else:
            match = _TOKEN.match(text, position)
            end = match.end() if match and match["command"] not in _counts() else None
        if end is None:
            return False
        position = end
    return True


def is_sound_math(math: str) -> bool:
    r"""Whether mathematics, "$...$", has nothing in it that stops TeX: a lone \left, a "^" over nothing."""
    inner = math[1:-1]
    sides = _SIDE.findall(inner)
    if _HANGING.search(inner) or sides.count("left") != sides.count("right"):
        return False
    return all(can_stand(match[1], inner, match.end(), in_math=True) for match in WORD_COMMAND.finditer(inner))
