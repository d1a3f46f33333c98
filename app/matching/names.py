"""Names: an author or editor field in, surnames and initials as comparing needs them out.

Reading is forgiving on purpose: "Tan, A. and Davis, P. G.", "A. Tan; P. Davis", "Tan A.Davis P. G.", "Tan, A., Davis,
P. G." and "A. Tan, P. G. Davis" must all lead to "tan". What BibTeX would make of a name is the business of app.people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from sys import intern

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from app.folding import fold, sounding, without_umlauts
from app.matching.dividing import PARTICLES, SUFFIXES, divide_names, without_others
from app.matching.outcome import Agreement

_NOBODY = frozenset(
    {"", "anonymous", "anon", "anonymus", "unknown", "no author", "no authors listed", "na", "n a", "nn", "n n"}
)
_ROLES = frozenset({"", "ed", "eds", "edd", "hg", "hrsg", "dir", "trans", "a cura di"})
_SPOKEN_FAMILY = re.compile(r"^\s*(?:[^\W\d_]\.\s*)+[^\W\d_]{2,}[^,]*,\s*(?:[^\W\d_]\.?\s*)+$")
_MOST_PEOPLE = 40
_SHORTEST_ACRONYM = 3
_SMALL_WORDS = PARTICLES | {"for", "of", "on", "the", "and", "in", "to", "pour", "sur", "fur", "und", "et", "e"}
_LONGEST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Name:
    """One person: the surname without its particle, the whole family part, and what is known of the given names."""

    surname: str
    family: str
    given: str

    @property
    def initial(self) -> str:
        """The first letter of the given names, "" where none is known."""
        return self.given[:1]


def read_names(value: str) -> tuple[Name, ...]:
    """The people of a name field, in order; nobody for "Anonymous" and the like, and without "et al."."""
    text = without_others(value)
    if fold(text) in _NOBODY:
        return ()
    names = [_name(part) for part in divide_names(text)[:_MOST_PEOPLE]]
    return tuple(name for name in names if name.surname and name.surname not in _NOBODY)


def _name(text: str) -> Name:
    text = text.strip()
    if text.startswith("{") and text.endswith("}"):
        body = fold(text)
        return Name(body, body, "")
    if "," in text and fold(text.rpartition(",")[2]) in _ROLES:
        text = text.rpartition(",")[0]
    if "," in text and _SPOKEN_FAMILY.match(text):
        text = text.partition(",")[0]  # "T. Reyes, E": the next name's initial was left behind
    if "," in text:
        family, _, given = text.partition(",")
        words, given_words = fold(family).split(), [w for w in fold(given).split() if w not in SUFFIXES]
    else:
        words, given_words = _spoken(text)
    words = [word for word in words if word not in SUFFIXES] or words
    if given_words and given_words[-1] in PARTICLES and len(given_words) > 1:
        given_words = [word for word in given_words if word not in PARTICLES] or given_words
    core = [word for word in words if word not in PARTICLES] or words
    family = intern(" ".join(words))
    return Name(family if len(core) == len(words) else intern(" ".join(core)), family, intern(" ".join(given_words)))


def _spoken(text: str) -> tuple[list[str], list[str]]:
    """Family and given words of "B. F. Skinner", "Skinner B. F.", "Skinner BF" and "SKINNER Burrhus"."""
    raw = text.replace(".", ". ").split()
    folded = [(word, fold(word)) for word in raw if fold(word)]
    if len(folded) < 2:
        return [word for _, plain in folded for word in plain.split()], []
    first, last = folded[0], folded[-1]
    if _is_initials(*last) and not _is_initials(*first):
        cut = next(i for i, pair in enumerate(folded) if i and _is_initials(*pair))
        return _words(folded[:cut]), _words(folded[cut:])
    if first[0].isupper() and len(first[1]) > 2 and not any(word.isupper() for word, _ in folded[1:]):
        return _words(folded[:1]), _words(folded[1:])
    cut = len(folded) - 1
    while cut > 1 and folded[cut - 1][1] in PARTICLES:
        cut -= 1
    return _words(folded[cut:]), _words(folded[:cut])


def _words(folded: list[tuple[str, str]]) -> list[str]:
    return [word for _, plain in folded for word in plain.split()]


def _is_initials(word: str, plain: str) -> bool:
    return (
        len(plain) == 1
        or (len(plain) <= _LONGEST_INITIALS and word.isupper())
        or (word.endswith(".") and len(plain) <= 2)
    )


def agree_as_person(a: Name, b: Name) -> Agreement:
    """Whether two names can be one person: "Chekhov, A. P." and "Чехов, Антон"; EQUAL, NEAR or DIFFERENT."""
    if a.surname == b.surname or a.family == b.family:
        return Agreement.EQUAL if can_be_given(a.given, b.given) else Agreement.NEAR
    if _has_same_words(a, b) or _is_acronym_of(a, b) or _is_acronym_of(b, a):
        return Agreement.EQUAL
    if _is_written_otherwise(a.surname, b.surname) and can_be_given(a.given, b.given):
        return Agreement.EQUAL
    if _is_near_surname(a.surname, b.surname):
        return Agreement.NEAR if can_be_given(a.given, b.given) else Agreement.DIFFERENT
    # Names entered the wrong way round, or a double name of which one side knows a half.
    return Agreement.NEAR if _is_turned(a, b) or _is_turned(b, a) else Agreement.DIFFERENT


def can_be_given(a: str, b: str) -> bool:
    """Whether two given names can be the same: "b f" and "burrhus frederic" can, "john" and "james" cannot."""
    if not a or not b or a == b:
        return True
    first, second = a.split()[0], b.split()[0]
    shorter, longer = sorted((first, second), key=len)
    if longer.startswith(shorter) or (len(shorter) <= 3 and longer[:1] == shorter[:1]):
        return True
    if sounding(first)[:1] == sounding(second)[:1] and len(shorter) == 1:
        return True
    return JaroWinkler.similarity(sounding(first), sounding(second)) >= 0.8


def _is_near_surname(a: str, b: str) -> bool:
    if min(len(a), len(b)) >= 4 and DamerauLevenshtein.distance(a, b, score_cutoff=2) <= (
        1 if min(len(a), len(b)) < 8 else 2
    ):
        return True
    words, others = a.split(), b.split()
    if len(words) + len(others) > 2 and (set(words) & set(others)) - PARTICLES and min(len(a), len(b)) > 2:
        return True
    return a.replace(" ", "") == b.replace(" ", "") or _is_same_sound(a, b)


def _is_same_sound(a: str, b: str) -> bool:
    return sounding(a) == sounding(b) or _is_written_otherwise(a, b)


def _is_written_otherwise(a: str, b: str) -> bool:
    """Whether a surname is the other in another script, or with its umlauts written out: "Соловьев", "Mueller"."""
    if a.isascii() != b.isascii():
        return sounding(a) == sounding(b)
    return min(len(a), len(b)) > 3 and without_umlauts(a) == without_umlauts(b)


def _has_same_words(a: Name, b: Name) -> bool:
    """A body once in braces and once not, or a name whose parts have changed places."""
    words, others = (sorted({*f"{name.family} {name.given}".split()} - PARTICLES) for name in (a, b))
    return words == others


def _is_acronym_of(a: Name, b: Name) -> bool:
    """Whether a body goes by the first letters of its name: "WHO" for the "World Health Organization"."""
    letters = a.family
    if a.given or " " in letters or len(letters) < _SHORTEST_ACRONYM:
        return False  # nearly always: every two people who differ are asked
    words = [word for word in f"{b.family} {b.given}".split() if word not in _SMALL_WORDS]
    if len(words) < max(_SHORTEST_ACRONYM, len(letters) - 1):
        return False
    given = len(b.given.split())
    return _spell(words, letters) or _spell([*words[-given:], *words[:-given]], letters)


def _spell(words: list[str], letters: str) -> bool:
    """Whether letters are those that words begin with; "OECD" leaves out the second half of "Co-operation"."""
    first = "".join(word[0] for word in words)
    return first == letters or any(first[:left] + first[left + 1 :] == letters for left in range(1, len(first)))


def _is_turned(a: Name, b: Name) -> bool:
    words = b.given.split()
    return len(a.surname) > 2 and a.surname in words and (not a.given or a.given[:1] == b.surname[:1])
