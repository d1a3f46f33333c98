"""Dividing: an author or editor field in, the names of its people out, one text each, whatever stands between them."""

from __future__ import annotations

import re

from app.folding import fold

# fmt: off
PARTICLES = frozenset([
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la", "le", "les", "el", "al",
    "bin", "ibn", "ter", "ten", "zu", "zur", "zum", "vom", "af", "av", "st", "y", "e",
])
# fmt: on
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "md", "phd", "dr", "prof", "sir"])
_ET_AL = re.compile(r"[\s,;]+(?:et\s+al|and\s+others|u\.?\s*a|i\s+dr|и\s+др)\b\.?.*$", re.IGNORECASE)
# "Carter, Fatima R., 1947-": as library catalogues name people.
_LIFE = re.compile(
    r",\s*(?:approximately\s|ca\.\s|b\.\s)?(?:1[0-9]|20)\d\d\??(?:\s*[-–]\s*(?:(?:1[0-9]|20)\d\d)?)?(?=$|\s*;|\s+and\s|,|\.)"
)
# The accent of "Br{\\u a}nza" takes its letter into braces, so that no name is divided there.
_ACCENT = re.compile(r"(\\[A-Za-z])\s+([A-Za-z])(?=\})")
_ROLE = re.compile(r"[\s,]*\((?:eds?|edd|hg|hrsg|dir|trans)\.?\)[\s.,]*$", re.IGNORECASE)
# "{Organisation of Ports and Docks}" is one body, as BibTeX has it.
_BRACED = re.compile(r"\{[^{}\\]* [^{}\\]*\}")
_ALSO = re.compile(r"\s+and\s+|\s*;\s*|\s+&\s+|\s+\\&\s+", re.IGNORECASE)
# "Tan A.Schulze A.O'Donnell C. P.": exports that lost the divider between names.
_RUN_ON = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z][a-z'’])")
_INITIALS = re.compile(r"^(?:(?:[^\W\d_](?:\.[\s-]*|[\s-]+))*[^\W\d_]\.?|[A-Z]{2,3}\.?)$")
# "P. Berglund, T. Hübsch": a comma between names, not within one.
_SPOKEN = r"(?:[^\W\d_]\.[\s-]?)+\s*[^\W\d_][^,.]+"
_LIST_OF_SPOKEN = re.compile(rf"^\s*{_SPOKEN},\s*(?:{_SPOKEN},?\s*)?$")
# "Uttley PE", "Brodman C": the family name and bare initials, as in medicine.
_BARE = re.compile(r"^[^\W\d_][^\W\d_'’-]+(?:\s[^\W\d_][^\W\d_'’-]+)?\s[A-Z]{1,3}\.?$")
# "Paul E. Uttley": an initial before a family name.
_WITH_INITIAL = re.compile(r"\b[^\W\d_]\.\s*[^\W\d_]{2,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouy]")
_LONGEST_INITIALS = 2
_BEGINS_WITH_INITIAL = re.compile(r"[^\W\d_]\.")


def without_others(value: str) -> str:
    """A list of names without years of life, "et al." and "(eds.)" at its end; with capitals where it has none."""
    text = _ROLE.sub("", _ET_AL.sub("", _LIFE.sub("", _ACCENT.sub(r"\1{\2}", value.strip()))))
    return _LETTERS.sub(_capitalised, text) if text.islower() else text


def _capitalised(match: re.Match[str]) -> str:
    word = match[0]
    if word in PARTICLES or word in ("and", "et"):
        return word
    is_initials = len(word) == 1 or (len(word) == _LONGEST_INITIALS and not _VOWEL.search(word))
    return word.upper() if is_initials else word.capitalize()


def divide_names(text: str) -> list[str]:
    """The names of a list, each as it stands: "Tan, A., Davis, P. G." gives "Tan, A." and "Davis, P. G."."""
    text = _BRACED.sub(lambda match: match[0].replace(" ", "~").replace(",", "~"), text) if "{" in text else text
    raw = [part for part in _ALSO.split(text) if part.strip(" ,")]
    parts = [part.strip(" ,") for part in raw]
    people: list[str] = []
    for written, part in zip(raw, parts, strict=True):
        if part.count(",") > 1 or _is_list_of_two(part, parts) or (part != written.strip() and _are_spoken(part)):
            people.extend(_divided_at_commas(part, parts))
        else:
            people.extend(_divided_at_stops(part) if "." in part else [part])
    return people


def _are_spoken(part: str) -> bool:
    """Whether two names stand with a comma between, in a list that was cut: "Juan Linz, Ana Ruiz,"."""
    return part.count(",") == 1 and all(map(_is_spoken, part.split(",")))


def _is_list_of_two(part: str, parts: list[str]) -> bool:
    """Whether the one comma of a part stands between two names: "Paul E. Uttley, Carla Brodman"."""
    first, _, second = (piece.strip() for piece in part.partition(","))
    if " " not in second and "." not in second[:-1]:
        return False
    if _LIST_OF_SPOKEN.match(part):
        return True
    if not second or fold(second) in SUFFIXES:
        return False
    if _BARE.match(first):
        return bool(_BARE.match(second)) or _is_spoken(second)
    return (
        _is_spoken(first) and _is_spoken(second) and (bool(_WITH_INITIAL.search(first)) or any(map(_is_spoken, parts)))
    )


def _is_spoken(piece: str) -> bool:
    """Whether a name stands with its given names first: two words or more, the last one no initial, no comma."""
    words = piece.replace(".", ". ").split()
    return "," not in piece and len(words) > 1 and len(words[-1].strip(".")) > 1 and words[0][:1].isupper()


def _divided_at_stops(part: str) -> list[str]:
    """The names of "Tan A.Schulze A."; initials that stand before a name stay with it, "D.P.Hughes"."""
    people: list[str] = []
    for piece in _RUN_ON.split(part):
        if people and _INITIALS.match(people[-1].strip()):
            people[-1] += piece
        else:
            people.append(piece)
    return people


def _divided_at_commas(text: str, parts: list[str]) -> list[str]:
    """People between commas: "Smith, J., Jones, K.", "J. Smith, K. Jones" and "Smith, John, Jones, Kate M."."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if len(pieces) == 3 and fold(pieces[1]) in SUFFIXES:
        return [text]
    if any(_INITIALS.match(piece) for piece in pieces[1:]):
        people: list[str] = []
        for piece in pieces:
            if _INITIALS.match(piece) and people and "," not in people[-1]:
                people[-1] += ", " + piece
            else:
                people.append(piece)
        return people
    if _are_turned(pieces, parts):
        return [f"{family}, {given}" for family, given in zip(pieces[::2], pieces[1::2], strict=True)]
    if len(pieces) > 2 and _BEGINS_WITH_INITIAL.match(pieces[2]) and not any(" " in piece for piece in pieces[:2]):
        return [f"{pieces[0]}, {pieces[1]}", *pieces[2:]]  # "Tan, Wei, P. Davis, K. Low": only the first is turned
    return pieces


def _are_turned(pieces: list[str], parts: list[str]) -> bool:
    """Whether family and given names follow each other: an initial behind a given name, or others of that kind."""
    if len(pieces) % 2 or any(len(set(family.lower().split()) - PARTICLES) > 1 for family in pieces[::2]):
        return False
    return any(re.search(r"\s[^\W\d_]\.?$", given) for given in pieces[1::2]) or any(
        other.count(",") == 1 and not _is_spoken(other.partition(",")[0]) for other in parts
    )
