"""Tokens in, the marks of each out by which the tagger tells its part: word, shape, the signs around it, its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from app.tagging.segments import Segment, divide
from app.tagging.tokens import Token
from app.wordlists import load_words, word_set

_ROMAN = re.compile(r"[IVXLC]+|[ivxlc]+")
_OPENING, _CLOSING = "“«„‘", "”»’"
_FIRST_PRINTED, _LAST_PRINTED = 1400, 2039
_NEAR = (-2, -1, 1, 2)
_BEHIND, _AHEAD = 6, 5
# The classes of words that tell what a whole segment is.
_TELLING = ("press", "periodical", "body", "month")


def marks_of(tokens: Sequence[Token]) -> list[list[str]]:
    """The marks of every token, as the tagger was taught them; the same for the same tokens, whatever the language."""
    words = [token.text for token in tokens]
    low = [word.lower() for word in words]
    shapes = [_shape(word) for word in words]
    kinds = [_kinds(word, lower) for word, lower in zip(words, low, strict=True)]
    around = _around(words)
    ahead = _cues_ahead(low)
    segments = divide(tokens, kinds)
    within = _within(segments, len(tokens))
    years = [k for k, kind in enumerate(kinds) if "year" in kind]
    marks = []
    for k, token in enumerate(tokens):
        own = [f"w={low[k]}", f"s={shapes[k]}", f"p3={low[k][:3]}", f"x3={low[k][-3:]}", around[k]]
        own += [f"c={kind}" for kind in kinds[k]]
        own += _standing(k, len(tokens), years)
        own += _neighbours(k, low, shapes, kinds)
        own += [f"ls={_sign(words, k, -1)}", f"ns={_sign(words, k, 1)}"]
        own += [f"cue={_cue(low, range(k - 1, max(-1, k - 1 - _BEHIND), -1))}", f"ncue={ahead[k]}"]
        own.append(f"glued={token.start == (tokens[k - 1].end if k else -1)}")
        own += _of_segment(k, segments, within[k])
        marks.append(own)
    return marks


def _shape(word: str) -> str:
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    if len(word) == 1:
        return ("X" if word.isupper() else "x") if word.isalpha() else word
    if len(word) > 9 and "/" in word:
        return "address"
    if word.isupper():
        return "XX"
    return ("Xx" if word[1:].islower() else "XxX") if word[0].isupper() else "xx"


@cache
def _kinds(word: str, low: str) -> tuple[str, ...]:
    """The classes of a word: a year, a Roman number, a month, a given name, a city, a word of a press or a journal."""
    if word.isdigit():
        is_year = len(word) == 4 and _FIRST_PRINTED <= int(word) <= _LAST_PRINTED
        return ("year",) if is_year else ("number",)
    kinds = ["roman"] if _ROMAN.fullmatch(word) else []
    kinds += [kind for kind, known in _known().items() if low in known]
    return tuple(kinds)


@cache
def _known() -> dict[str, frozenset[str]]:
    months = (name for names in load_words("months")["months"].values() for name in names)
    return {
        "month": frozenset(name.casefold() for name in months),
        "given": word_set("people", "given"),
        "city": word_set("places", "cities"),
        "press": word_set("publishers", "words") | word_set("publishers", "names"),
        "periodical": word_set("periodicals", "journal_words") | word_set("periodicals", "newspaper_words"),
        "body": word_set("periodicals", "organisation_words"),
        "particle": frozenset(load_words("people")["particles"]),
    }


def _around(words: Sequence[str]) -> list[str]:
    """For each token whether it stands in quotation marks, behind some, or before any, and in how many brackets."""
    states = []
    is_quoted, was_quoted, depth = False, False, 0
    for word in words:
        if word in _OPENING:
            is_quoted = True
        elif word == '"':
            is_quoted = not is_quoted
        states.append(f"in={is_quoted:d}{was_quoted:d}{min(depth, 2)}")
        if word in _CLOSING or (word == '"' and not is_quoted):
            is_quoted, was_quoted = False, True
        depth += (word in "([") - (word in ")]" and depth > 0)
    return states


def _standing(k: int, count: int, years: Sequence[int]) -> list[str]:
    """Where in the citation the token stands, counted from its beginning and from its first and last year."""
    if not years:
        return [f"first={min(k, 6)}", "year=none"]
    first = "<" if k < years[0] else "=" if k == years[0] else ">"
    last = "<" if k < years[-1] else "=" if k == years[-1] else ">"
    return [f"first={min(k, 6)}", f"last={min(count - k, 4)}", f"year={first}{last}"]


def _neighbours(k: int, low: Sequence[str], shapes: Sequence[str], kinds: Sequence[tuple[str, ...]]) -> list[str]:
    found = []
    for step in _NEAR:
        if 0 <= k + step < len(low):
            found += [f"{step}w={low[k + step]}", f"{step}s={shapes[k + step]}"]
            found += [f"{step}c={kind}" for kind in kinds[k + step]]
        else:
            found.append(f"{step}none")
    if k > 0:
        found += [f"w-={low[k - 1]}|{low[k]}", f"s-={shapes[k - 1]}{shapes[k]}"]
    if k + 1 < len(low):
        found += [f"w+={low[k]}|{low[k + 1]}", f"s+={shapes[k]}{shapes[k + 1]}"]
    if 0 < k < len(low) - 1:
        found.append(f"s3={shapes[k - 1]}{shapes[k]}{shapes[k + 1]}")
    return found


def _sign(words: Sequence[str], k: int, step: int) -> str:
    """The next sign on one side: what closes the stretch of words in which the token stands."""
    k += step
    while 0 <= k < len(words) and words[k][0].isalnum():
        k += step
    return words[k] if 0 <= k < len(words) else "end"


def _cue(low: Sequence[str], places: range) -> str:
    cues = word_set("citation_cues", "words")
    return next((low[k] for k in places if low[k] in cues), "")


def _cues_ahead(low: Sequence[str]) -> list[str]:
    return [_cue(low, range(k + 1, min(len(low), k + 1 + _AHEAD))) for k in range(len(low))]


def _within(segments: Sequence[Segment], count: int) -> list[int]:
    """For each token the segment it stands in, or, for a dividing sign, the one before it (-1 at the beginning)."""
    within = [-1] * count
    for number, segment in enumerate(segments):
        end = segments[number + 1].first if number + 1 < len(segments) else count
        for k in range(segment.first, end):
            within[k] = number
    return within


def _of_segment(k: int, segments: Sequence[Segment], number: int) -> list[str]:
    if number < 0:
        return ["seg=none"]
    segment = segments[number]
    found = [f"look={segment.look}", f"sb={segment.before}", f"se={segment.behind}", f"seg={min(number, 6)}"]
    found += [f"sk={kind}" for kind in _TELLING if kind in segment.kinds]
    found.append(f"at={min(k - segment.first, 3)}{min(max(segment.last - k, -1), 2)}")
    for step in _NEAR:
        if 0 <= number + step < len(segments):
            other = segments[number + step]
            found.append(f"{step}look={other.look}")
            found.append(f"{step}sb={other.before}{other.behind}")
    found.append(f"looks={segment.before}{segment.look}{segment.behind}")
    return found
