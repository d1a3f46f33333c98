"""Names as a note gives them and an entry in, how surely they are its people out; spelling and scanning forgiven."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from app.entry import Entry
from app.fields.names import is_particle
from app.folding import fold

_UMLAUT = re.compile(r"([aou])e")
# A scanner's "0strogorsky", "Ma1colm".
_MISREAD = re.compile(r"[^\W\d_][01]|[01][^\W\d_]")
# What a scanner makes of m, ü and w: "Chaprnan", "Miihlmann", "Johnvvright". Both sides are read so, names rarely meet.
_SCANNED = (("rn", "m"), ("ii", "u"), ("vv", "w"))
_JOINTS = ("and", "und", "et", "y", "e", "u", "with", "mit")
_INITIAL_LIKE_JOINT = re.compile(r"\b([EYU])(?=[.\s])")
_OTHERS = ("et", "al", "ua", "others", "coll")
# "(dir.)", "(eds.)", "Hg.", "ed.": who they are, not what they are called.
_EDITOR = r"(?:eds?|éds?|dirs?|coords?|comps?|Hgg?|Hrsgg?|orgs?)"
EDITOR_MARK = re.compile(
    rf",?\s*[(\[]\s?(?:{_EDITOR}|a cura di|a c\. di|cur|red|bearb)\b[^()\[\]]{{0,12}}[)\]]|,\s{_EDITOR}\.(?=[\s,:]|$)",
    re.IGNORECASE,
)
# Less than what counts as named at all.
_STRANGER = 0.45
_FIELDS = (("author", 1.0), ("editor", 0.95), ("bookauthor", 0.8), ("translator", 0.6))


@lru_cache(maxsize=60_000)
def name_key(name: str) -> str:
    """A surname folded so that Schröder, Schroeder and Schroder are one, and Chapman is Chaprnan as scanned."""
    key = _UMLAUT.sub(r"\1", fold(name))
    if not key.isalpha() and _MISREAD.search(key):
        key = key.replace("0", "o").replace("1", "l")
    for scanned, printed in _SCANNED:
        key = key.replace(scanned, printed)
    return f"von {key[2:]}" if key.startswith("v ") else key


def surnames(people: str) -> tuple[str, ...]:
    """The folded surnames of a field of people: "Schroeder, Wolfgang and Burau, Benjamin Erik" gives two."""
    return tuple(name_key(person.split(",")[0]) for person in re.split(r"\s+and\s+", people) if person.strip())


def names_likeness(words: str, entry: Entry) -> float:
    """0 to 1, how surely names as a note gives them are those of an entry.

    All authors and nobody else 1, the first of several 0.85, any of them 0.7; editors a little less; 0 for strangers.
    Another initial or given name takes something off: "F. Roe" is hardly G. Roe, and rather G. F. Roe.
    """
    tokens = name_tokens(words)
    if not tokens:
        return 0.0
    best = max((weight * _field_likeness(tokens, entry.get(name)) for name, weight in _FIELDS), default=0.0)
    if not best and (long := {token for token in tokens if len(token) >= 4}):
        # "Weil Serge" may have been read as Mr Serge.
        best = 0.6 if long <= set(fold(f"{entry.get('author')} {entry.get('editor')}").split()) else 0.0
    return best


@lru_cache(maxsize=20_000)
def name_tokens(words: str) -> tuple[str, ...]:
    """The folded words of names as printed, "&" and "/" told as joints, editor's marks left out."""
    plain = re.sub(r"\s?[&/]\s?", " and ", EDITOR_MARK.sub("", words))
    # "John E. Roe": an initial, not Spanish "y" or Italian "e".
    plain = _INITIAL_LIKE_JOINT.sub(r"\1z", plain)
    tokens = [name_key(token) for token in fold(plain).split()]
    return tuple(
        "von" if token == "v" and k + 1 < len(tokens) and len(tokens[k + 1]) > 2 else token
        for k, token in enumerate(tokens)
    )


@lru_cache(maxsize=60_000)
def _field_likeness(tokens: tuple[str, ...], people: str) -> float:
    keys = surnames(people)
    if not keys:
        return 0.0
    likeness = _people_likeness(tokens, keys)
    if likeness and len(keys) == 1:
        likeness *= _given_likeness(tokens, people)
    return likeness


def _people_likeness(tokens: tuple[str, ...], people: tuple[str, ...]) -> float:
    spaced = f" {' '.join(tokens)} "
    met = [f" {person} " in spaced or _is_misspelt(person, tokens) for person in people]
    if all(met):
        return 0.85 if len(people) == 1 and _names_another(tokens, people[0]) else 1.0
    if any(met) and _names_a_stranger(tokens, people):
        return _STRANGER
    if met[0]:
        is_et_al = bool({"al", "ua", "others"} & set(tokens[-2:]))
        return 0.95 if is_et_al else 0.85
    if any(met):
        return 0.7
    joined = " ".join(token for token in tokens if len(token) > 1)
    if any(
        len(joined) >= 4 and (person.startswith(f"{joined} ") or person.endswith(f" {joined}")) for person in people
    ):
        return 0.9
    return 0.0


def _given_likeness(tokens: tuple[str, ...], person: str) -> float:
    """How well given names or initials go together, where both sides have any: 1 for the same or none."""
    family, _, given = person.partition(",")
    known = [token for token in fold(given).split() if len(token) == 1 or not is_particle(token)]
    own = {*name_key(family).split(), *_JOINTS, *_OTHERS}
    said = [t for t in tokens if t not in own and not is_particle(t) and not _is_misspelt(name_key(family), (t,))]
    if "von" in tokens and "von" not in name_key(family).split() and "von" not in fold(given).split():
        return 0.8
    if not known or not said or set(_JOINTS) & set(tokens[1:-1]):
        return 1.0
    first = said[0]
    if first[0] == known[0][0]:
        is_other = len(first) > 2 and len(known[0]) > 2 and fuzz.ratio(first, known[0]) < 60
        return 0.8 if is_other and first not in known else 1.0
    if any(token[0] == first[0] for token in known):
        return 0.93
    # "B. Roe" may be a slip for A. Roe, "Jane Roe" is nobody but herself.
    return 0.4 if len(first) > 2 and len(known[0]) > 2 else 0.65


def _names_a_stranger(tokens: tuple[str, ...], people: tuple[str, ...]) -> bool:
    """Whether somebody is named beside one of several authors who is none of them: "Roe and Lee" of Roe and Marsh."""
    if "others" in people or not set(_JOINTS) & set(tokens):
        return False
    said: list[list[str]] = [[]]
    for token in tokens:
        if token in _JOINTS and not any(token in person.split() for person in people):
            said.append([])
        else:
            said[-1].append(token)
    held = {word for person in people for word in person.split()}
    last = {group[-1] for group in said if group} - held - set(_OTHERS)
    return any(not any(_is_misspelt(person, (name,)) for person in people) for name in last)


def _names_another(tokens: tuple[str, ...], person: str) -> bool:
    """Whether somebody else is joined to the one author that there is: "Roe and Marlow" for a book of Marlow's."""
    joints = [k for k, token in enumerate(tokens) if token in _JOINTS and 0 < k < len(tokens) - 1]
    joints = [k for k in joints if tokens[k + 1] not in _OTHERS and tokens[k] not in person.split()]
    return any(person not in " ".join(tokens[k + 1 :]) or person not in " ".join(tokens[:k]) for k in joints)


def _is_misspelt(person: str, tokens: tuple[str, ...]) -> bool:
    if len(person) < 5:
        return False
    return any(
        token[0] == person[0] and abs(len(token) - len(person)) <= 2 and fuzz.ratio(token, person) >= 84
        for token in tokens
        if len(token) >= 5
    )
