"""Lines in, the places out where a scanned page may hide a note's number: "l3." for 13, "IO" for 10, "4 1" for 41."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.notes.citing import REFERS_BACK
from app.wordlists import word_set

_TOKEN = re.compile(
    r"^[ \t\xa0]*[*'’^.,]?(?P<printed>\d[ ][\dIlO]{1,2}|[Il][ ]\d{1,2}|[\dA-Za-z|!&$°§]{1,4})"
    r"(?P<stop>[.,;:)\]]+(?=\s|[^\W\d])|(?=[ \t\xa0]))(?P<after>[ \t\xa0]*\S)",
    re.MULTILINE,
)
# Figures and the signs that scanned pages show for them; the rarer ones only beside a figure that was read.
_LOOKS = {"0": "OoQ", "1": "lIi|!", "2": "Zz", "5": "S", "6": "b", "8": "B", "9": "g"}
_RARER = {"0": "D°", "1": "tJrfT", "4": "A", "5": "s$§", "6": "G", "8": "&S", "9": "q"}
_MARKS = re.compile(r"['’`^]")
_ELEVEN = frozenset(["n", "u", "H", "ii", "II"])
# The same joined to the word behind it: "lOPenhale", "I7Wolf".
_GLUED = re.compile(
    r"^[ \t\xa0]*(?P<printed>\d[ ]\d|[\dlIiOoSB|]{1,3})(?=[A-ZÀ-Þ][\w.'’ ]|[‘“\"«(\[]|ibid|id\.|ebd|ebenda)",
    re.MULTILINE,
)
# A number joined to a word in small letters, "3ibid.", and no ordinal.
_BEFORE_SMALL = re.compile(
    r"^[ \t\xa0]*(?P<printed>\d{1,4})(?=[a-zà-ÿ])(?!(?:st|nd|rd|th|d|e|er|re|me|o|a|vo|mo|to|s)\b)", re.MULTILINE
)
# A raised 1 that was taken for a mark: "' The accounts".
_MARK = re.compile(r"^[ \t\xa0]*(?P<printed>['’`^])[ ](?=[A-ZÀ-Þ])", re.MULTILINE)


class Unclear(NamedTuple):
    """What stands at the beginning of a line where a number may have stood.

    Attributes:
        start, end: its span in the text.
        printed: what is shown for the number.
        has_stop: a stop or bracket stands behind it.
        opens_words: a capital, a quotation mark or "ibid." stands behind it, as at a note's beginning.
    """

    start: int
    end: int
    printed: str
    has_stop: bool
    opens_words: bool

    def can_be(self, value: int) -> bool:
        """Whether a scanner may have made this of the number: sign for sign, or with a figure lost."""
        figures, printed = str(value), self.printed.replace(" ", "")
        if _MARKS.fullmatch(printed):
            return value == 1
        if printed.isdigit():
            has_lost_one = self.opens_words and printed in (figures[1:], figures[:-1])
            return printed == figures or (has_lost_one and bool(printed))
        is_word = printed.islower() or (printed.istitle() and len(printed) > 1)
        if is_word and printed.casefold() in word_set("page", "words_like_numbers"):
            return False
        if not (self.has_stop or self.opens_words or any(sign.isdigit() for sign in printed)):
            return False
        if value == 11 and printed in _ELEVEN:
            return True
        rarer = _RARER if any(sign.isdigit() for sign in printed) else {}
        return len(printed) == len(figures) and all(
            sign == figure or sign in _LOOKS.get(figure, "") or sign in rarer.get(figure, "")
            for sign, figure in zip(printed, figures, strict=True)
        )

    def has_all_figures(self, value: int) -> bool:
        """Whether as many signs are shown as the number has figures; a shorter one needs a finished note before it."""
        return len(self.printed.replace(" ", "")) == len(str(value))


def unclear_numbers(text: str, start: int, end: int) -> Iterator[Unclear]:
    """The beginnings of lines between two places that may be numbers misread."""
    for match in _TOKEN.finditer(text, start, end):
        after = match["after"].lstrip()
        opens = not (after.islower() or after.isdigit()) or bool(REFERS_BACK.match(text, match.end() - 1))
        yield Unclear(match.start(), match.end("stop"), match["printed"], bool(match["stop"]), opens)
    for match in _MARK.finditer(text, start, end):
        yield Unclear(match.start(), match.end(), match["printed"], False, True)
    for match in _GLUED.finditer(text, start, end):
        for size in {1, 2, len(match["printed"])} if " " not in match["printed"] else {3}:
            end_of = match.start("printed") + size
            if size == len(match["printed"]) or (size < len(match["printed"]) and text[end_of].isupper()):
                yield Unclear(match.start(), end_of, match["printed"][:size], False, True)
    for match in _BEFORE_SMALL.finditer(text, start, end):
        yield Unclear(match.start(), match.end(), match["printed"], False, False)
