"""The words before a citation in, its relation out: "See also", "vgl.", "quoted in", and what of them to leave out of the span."""

from __future__ import annotations

import re
from functools import cache

from app.apparatus import Relation
from app.wordlists import load_words

_GAP = re.compile(r"[\s:,;.–—-]*")


@cache
def _relations() -> dict[str, Relation]:
    return {
        _plain(word): Relation(relation)
        for relation, words in load_words("signals")["relations"].items()
        for word in words
    }


def _plain(words: str) -> str:
    return re.sub(r"[\s,.]+", " ", words.casefold()).strip()


def _pattern(words: list[str]) -> str:
    """The words as alternatives, longest first; commas, stops and white space inside are free."""
    parts = []
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        pieces = [re.escape(piece) for piece in re.split(r"[\s,.]+", word) if piece]
        pattern = r"[\s,.]+".join(pieces) if "," in word or " " in word else r"\.?\s?".join(pieces)
        # "S. Turow" is no "s.", "Z. B. Smith" no "z. B.": words as short as initials count in the case they are listed in.
        parts.append(f"(?-i:{pattern})" if all(len(piece) <= 2 for piece in pieces) else pattern)
    return "|".join(parts)


@cache
def _signal() -> re.Pattern[str]:
    words = [word for listed in load_words("signals")["relations"].values() for word in listed]
    return re.compile(rf"(?:{_pattern(words)})(?!\w)\.?", re.IGNORECASE)


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"(?:{_pattern(list(load_words('signals')['joining']))})(?!\w)", re.IGNORECASE)


@cache
def _passing_on() -> re.Pattern[str]:
    """Signals that may stand in the middle of a sentence, between a source and what quotes it."""
    words = list(load_words("signals")["relations"][Relation.QUOTED_IN.value])
    return re.compile(rf"(?<!\w)(?:{_pattern(words)})(?!\w)", re.IGNORECASE)


# "On the effect on women students, see ‘Define and Empower’": only these cut a sentence open.
_MIDWAY = re.compile(
    r"(?<![\w’'])(?:see also|also see|see further|but see|see(?:,? for example|,? e\.g\.|,? generally|,? in particular|,? especially)?|"
    r"siehe(?: auch)?|vgl\.(?: auch| dazu)?|voir(?: aussi| notamment)?|véase(?: también)?|cfr?\.|si veda|vedi)(?=[\s:,]+(?:[^\W\d_a-zà-öø-ÿ]|[“‘„«»\"']|(?:de|van|von|der|du|di|la)\s))"
)


def read_signal(text: str, at: int, is_joined: bool = False) -> tuple[int, Relation | None]:
    """Pass over signals, and behind a citation over joining words too ("; and").

    Returns:
        Where the citation's own words begin, and the relation, None where no signal stands there. Of several signals
        the strongest counts: "see also the works cited in" is quoted-in.
    """
    relation: Relation | None = None
    while True:
        start = _pass(text, at)
        match = _signal().match(text, start)
        if match:
            found = _relations().get(_plain(match[0]))
            relation = _stronger(relation, found)
            at = match.end()
            continue
        match = _joining().match(text, start) if is_joined or relation else None
        if match is None:
            return start, relation
        at = match.end()


def _pass(text: str, at: int) -> int:
    match = _GAP.match(text, at)
    return match.end() if match else at


def _stronger(one: Relation | None, other: Relation | None) -> Relation | None:
    order = (None, Relation.CITES, Relation.SEE, Relation.SEE_ALSO, Relation.QUOTED_IN, Relation.QUOTED_SOURCE)
    return max(one, other, key=order.index)


def find_passing_on(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first "quoted in" or its kin between two places."""
    return _passing_on().search(text, start, end)


def find_midway(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first "see" in the middle of a sentence that a citation may follow."""
    return _MIDWAY.search(text, start, end)
