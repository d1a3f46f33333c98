"""A page's text in, the running heads that stand on lines without a number out, and publishers' lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from app.notes.apart import stands_apart
from app.notes.citing import REFERS_BACK
from app.notes.learnt_heads import folded, opening_words
from app.wordlists import word_set

_LINE = re.compile(r"[^\n\f]+")
_NUMBER_ONLY = re.compile(r"[-–—\[({|]?[ ]?(?P<number>\d{1,4})[ ]?[-–—\])}|]?")
# A publisher's line, its sign as printed or as an old file shows it: "ß Quill Publishers Ltd 2001".
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|ß)\s?[^\W\d_a-z].*\b(?:1[89]|20)\d\d\b.*|(?:©|\([cC]\)|ß)\s?(?:1[89]|20)\d\d\b.*"
)
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b.*[^\W\d]")  # as a browser heads what it prints
_SHORTEST, _LONGEST = 8, 110
_ENOUGH = 3
_PAGE = 500
_ALIKE = 82
_LENGTHS = 5
_MOST = 300
_OF_TITLE = 90

Span = tuple[int, int]


def wordy_heads(text: str) -> list[Span]:
    """The lines without a number that come back beside a page's end or its number, or say what the first lines do.

    A running head stands on left or on right pages; a publisher's line stands on all.
    """
    opening = opening_words(text)
    groups = _alike(text, [*_lines(text)], opening)
    spans: list[Span] = []
    for words, found in groups:
        if _COPYRIGHT.fullmatch(words) or _DATE.match(words):
            spans += found if len(found) >= _ENOUGH else []
        elif _are_beside_pages(text, found):
            spans += found
        elif _say_title(words, found, opening):
            spans += found[1:] if found[0][0] < _PAGE else found
    return spans


def _lines(text: str) -> Iterator[tuple[str, Span]]:
    """The lines that may be heads: of several words, without a stop, no link behind them."""
    links = tuple(word_set("page", "strong_links"))
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if REFERS_BACK.match(words) or words.casefold().endswith(links):
            continue
        is_plain = words[-1:] not in tuple(".,;:)]”’»") and (words[:1].isalpha() or _DATE.match(words))
        if _SHORTEST <= len(words) <= _LONGEST and " " in words and (is_plain or words[0] == "©"):
            yield words, (line.start(), line.end())


def _alike(text: str, lines: Sequence[tuple[str, Span]], opening: str) -> list[tuple[str, list[Span]]]:
    """The lines that say the same, the commonest spelling first; what a scanner misspelt goes with it.

    Where a scanner has spelt no two alike, one that says the title or stands beside a number stands for the others.
    """
    places: dict[str, list[Span]] = {}
    for words, span in lines:
        places.setdefault(words, []).append(span)
    likely = sorted((words for words, found in places.items() if len(found) > 1), key=lambda one: -len(places[one]))
    single = (words for words, found in places.items() if len(found) == 1)
    likely += [
        words for words in single if _says(words, opening) or _number_beside(text, *places[words][0]) is not None
    ]
    keys = {words: folded(words) for words in places}
    groups = []
    for words in likely[:_MOST]:
        if words not in places:
            continue
        found, key = places.pop(words), keys[words]
        near = [one for one in places if abs(len(one) - len(words)) < _LENGTHS and _is_misspelt(keys[one], key)]
        for one in near:
            found += places.pop(one)
        if len(found) > 1:
            groups.append((words, sorted(found)))
    return groups


def _says(words: str, opening: str) -> bool:
    return fuzz.partial_ratio(folded(words), opening) >= _OF_TITLE


def _is_misspelt(words: str, key: str) -> bool:
    return bool(fuzz.ratio(words, key, score_cutoff=_ALIKE))


def _are_beside_pages(text: str, found: Sequence[Span]) -> bool:
    """Whether all stand beside numbers of left or of right pages, or between empty lines."""
    beside = [_number_beside(text, start, end) for start, end in found]
    numbers = [number for number in beside if number is not None]
    if len({number % 2 for number in numbers}) > 1:
        return False
    if len(found) < _ENOUGH:
        far = found[1][0] - found[0][1] > _PAGE
        return len(numbers) == len(found) and far and all(0 < b - a < _ENOUGH for a, b in pairwise(numbers))
    return all(
        number is not None or stands_apart(text, start, end, both=True)
        for number, (start, end) in zip(beside, found, strict=True)
    )


def _say_title(words: str, found: Sequence[Span], opening: str) -> bool:
    """Whether lines a page apart repeat the article's title, its author or the journal."""
    apart = all(b[0] - a[1] > _PAGE for a, b in pairwise(found[1:] if found[0][0] < _PAGE else found))
    return apart and len(found) >= _ENOUGH and _says(words, opening)


def _number_beside(text: str, start: int, end: int) -> int | None:
    """The number alone on the line before or after."""
    before = text[max(0, start - 20) : start].rstrip("\n \t").rpartition("\n")[2].rpartition("\f")[2]
    after = text[end : end + 20].lstrip("\n \t").partition("\n")[0]
    for line in (before, after):
        if match := _NUMBER_ONLY.fullmatch(line.strip()):
            return int(match["number"])
    return None
