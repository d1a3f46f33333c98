"""The words before a citation in, its relation and where its own words begin out: "See also", "vgl.", "quoted in"."""

from __future__ import annotations

import re
from functools import cache

from app.apparatus import Relation
from app.wordlists import load_words

_GAP = re.compile(r"[\s:,;.–—-]*")


@cache
def _relations() -> dict[str, Relation]:
    listed = load_words("signals")
    relations = {_plain(w): Relation(relation) for relation, words in listed["relations"].items() for w in words}
    relations |= {_plain(w): Relation.CITES for words in listed["leading"].values() for w in words}
    return relations | {_plain(w): Relation.SEE for words in listed["short"].values() for w in words}


def _plain(words: str) -> str:
    return re.sub(r"[\s,.]+", " ", words.casefold()).strip()


def _pattern(words: list[str]) -> str:
    """The words as alternatives, longest first; commas, stops and white space inside are free."""
    parts = []
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        pieces = [re.escape(piece) for piece in re.split(r"[\s,.]+", word) if piece]
        pattern = r"[\s,.]+".join(pieces) if "," in word or " " in word else r"\.?\s?".join(pieces)
        # "S. Turow" is no "s.", "Z. B. Smith" no "z. B.": words as short as initials count only in the case listed.
        parts.append(f"(?-i:{pattern})" if all(len(piece) <= 2 for piece in pieces) else pattern)
    return "|".join(parts)


@cache
def _signal(language: str) -> re.Pattern[str]:
    listed = load_words("signals")
    words = [word for words in listed["relations"].values() for word in words]
    own = [*listed["short"].get(language, []), *listed["leading"].get(language, [])]
    return re.compile(rf"(?:{_pattern([*words, *own])})(?!\w)\.?", re.IGNORECASE)


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"(?:{_pattern(list(load_words('signals')['joining']))})(?!\w)", re.IGNORECASE)


@cache
def _passing_on() -> re.Pattern[str]:
    """Signals that may stand in the middle of a sentence, between a source and what quotes it."""
    listed = load_words("signals")["relations"]
    quoting, printing = listed[Relation.QUOTED_IN.value], listed[Relation.CITES.value]
    return re.compile(
        rf"(?<!\w)(?:(?:{_pattern(quoting)})|(?<=[,;.)\d”’»–] )(?:{_pattern(printing)}))(?!\w)", re.IGNORECASE
    )


# "See, for a longer discussion, ..." and "see on this point ...": only small words between the signal and the citation.
_REMARK = re.compile(
    r"[\s,:]+(?:for|on|in|as|to|zu|zur|zum|für|sur|pour|sobre|para|su|per|among|inter|at|with|mit|the)\s(?:[a-zà-öø-ÿ’'-]+\s){0,6}[a-zà-öø-ÿ’'-]+\s?[,:]\s(?=[^\W\d_a-zà-öø-ÿ]|[“‘„«»\"'])"
)
# "V. Denis, Une histoire": a surname alone behind it makes an initial of the "V." that lawyers write for "voir".
_INITIAL_BEHIND = re.compile(r"\s[^\W\d_a-zß-öø-ÿ][\w’'-]+(?:,|\set\s[^\W\d_a-zß-öø-ÿ])")
# "Zur Kritik Ann Roe, Das Wehr" leads to her; "Zur Kritik der Salzsteuer" is what something is called.
_OF_A_TITLE = re.compile(r"\s(?:des|der|dem|den|vom|von|am|an|im|in|eines|einer)\s")
_MIDWAY_WORDS = (
    *(
        "see",
        "vide",
        "cf",
        "but see",
        "compare",
        "contrast",
        "consult",
        "siehe",
        "vgl",
        "voir",
        "voy",
        "mais voir",
        "véa",
        "vease",
    ),
    *(
        "vid",
        "consúlt",
        "cfr",
        "ved",
        "si ved",
        "vej",
        "confira",
        "on se reportera",
        "on consultera",
        "on renvoie",
        "je renvoie",
    ),
)


@cache
def _midway() -> re.Pattern[str]:
    """Signals that cut a sentence open: "On what the millers were paid, see ‘Wages and Flour’"."""
    words = [word for words in load_words("signals")["relations"].values() for word in words]
    chosen = [word for word in words if word.casefold().startswith(_MIDWAY_WORDS)]
    return re.compile(
        rf"(?<![\w’'])(?<!also )(?<!but )(?<!auch )(?-i:(?=[a-zé]))(?:{_pattern(chosen)})(?!\w)\.?"
        rf"(?=[\s:,]+(?-i:[^\W\d_a-zà-öø-ÿ]|[“‘„«»\"']|(?:de|van|von|der|du|di|la)\s|(?:ibid|id|op|loc|ebd|ebenda|notes?|nn?|above|below|supra|infra|oben|unten|plus\shaut|ci-dessus|arriba|sopra|acima)\b)|{_REMARK.pattern})",
        re.IGNORECASE,
    )


def read_signal(text: str, at: int, is_joined: bool = False, language: str = "en") -> tuple[int, Relation | None]:
    """Pass over signals, and behind a citation over joining words too ("; and").

    Returns:
        Where the citation's own words begin, and the relation, None where no signal stands there. Of several signals
        the strongest counts: "see also the works cited in" is quoted-in.
    """
    relation: Relation | None = None
    while True:
        start = _pass(text, at)
        match = _signal(language).match(text, start)
        if match and not _is_no_signal(text, match):
            found = _relations().get(_plain(match[0]))
            relation = _stronger(relation, found)
            remark = _REMARK.match(text, match.end()) if found is not Relation.QUOTED_IN else None
            at = remark.end() if remark else match.end()
            continue
        match = _joining().match(text, start) if is_joined or relation else None
        if match is None:
            return start, relation
        at = match.end()


def _is_no_signal(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a signal is an initial or begins a title: "V. Denis", "Zur Kritik der Salzsteuer"."""
    if match[0] == "V.":
        return _INITIAL_BEHIND.match(text, match.end()) is not None
    return match[0].startswith(("Zu", "zu")) and _OF_A_TITLE.match(text, match.end()) is not None


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
    return _midway().search(text, start, end)
