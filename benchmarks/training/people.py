"""Names and a house style's manner in, the names as that style prints them out."""

from __future__ import annotations

import random
from collections.abc import Sequence

Name = tuple[str, str]
_OTHERS = {
    "en": ("et al.", "et al.", "and others"),
    "de": ("u. a.", "u.a.", "et al."),
    "fr": ("et al.", "et alii"),
    "es": ("et al.", "y otros"),
    "it": ("et al.", "e altri"),
    "pt": ("et al.",),
}


def print_names(
    names: Sequence[Name], manner: str, between: str, last: str, language: str, chance: random.Random
) -> str:
    """A list of names: "Ada Clegg, Tom Pell and Nora Fox", "Clegg, A., & Pell, T.", "CLEGG Ada et al."."""
    shown = [print_name(name, manner, is_first=k == 0) for k, name in enumerate(names)]
    if len(shown) > 3 and chance.random() < 0.4:
        return f"{shown[0]}{chance.choice((' ', ', '))}{chance.choice(_OTHERS[language])}"
    return between.join(shown[:-1]) + (last if len(shown) > 1 else "") + shown[-1]


def print_name(name: Name, manner: str, *, is_first: bool = True) -> str:
    """One name in a style's manner.

    The manners: full, initials, run ("HLA Hart"), inverted, inverted_initials, bare ("Pell TJ"), caps_inverted,
    caps_inverted_initials, family ("Pell"), full_caps, initials_caps, and first_inverted, first_caps,
    first_caps_inverted, in which the later names are direct.
    """
    given, family = name
    initials = _initials(given)
    if manner.startswith("first_") and not is_first:
        return f"{given} {family}"
    manner = manner.removeprefix("first_")
    return {
        "full": f"{given} {family}",
        "initials": f"{initials} {family}",
        "run": f"{initials.replace('.', '').replace(' ', '')} {family}",
        "inverted": f"{family}, {given}",
        "inverted_initials": f"{family}, {initials}",
        "bare": f"{family} {initials.replace('.', '').replace(' ', '')}",
        "caps": f"{family.upper()} {given}",
        "caps_inverted": f"{family.upper()}, {given}",
        "caps_inverted_initials": f"{family.upper()}, {initials}",
        "family": family,
        "full_caps": f"{given} {family.upper()}",
        "initials_caps": f"{initials} {family.upper()}",
    }[manner]


def _initials(given: str) -> str:
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())
