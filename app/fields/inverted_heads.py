"""A citation's text in, the people it opens with out where the family name stands first and in capitals.

So Brazilian and Portuguese notes print them (ABNT NBR 6023): "REIS, João José; SILVA, Eduardo (Org.). Negociação".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_PARTICLE = r"(?:d[aeo]s?|e|y|del|di|von|van|der|la)"
# "SÁ" is a family, "BL" a library.
_CAPITALS = rf"(?:[{_UPPER}][{_UPPER}’'-]{{2,}}|[{_UPPER}][À-ÖØ-Þ])(?![\w])"
_FAMILY = rf"{_CAPITALS}(?:\s(?:(?:D[AEO]S?|E|Y|{_PARTICLE})\s)?{_CAPITALS}){{0,3}}"
_NAME = rf"[{_UPPER}][a-zà-öø-ÿā-ž’'][\w’'-]*"
_INITIALS = rf"[{_UPPER}][a-z]?\.(?:\s?-?[{_UPPER}]\.)*"
# Behind an initial only a further one, a particle, or a name with a particle at the end goes on with the names.
_GIVEN = (
    rf"(?:{_NAME}|{_INITIALS})(?:(?<!\.)\s(?:{_NAME}|{_INITIALS}|{_PARTICLE}(?=[\s.;(]|$))"
    rf"|(?<=\.)\s?{_INITIALS}|(?<=\.)\s{_PARTICLE}(?=[.;]|\s[({_UPPER}]|$)(?:\s{_NAME}(?=[.;]|\s\())?"
    rf"|(?<=\.)\s{_NAME}\s{_PARTICLE}(?=[.;]|$))*"
)
_PERSON = rf"{_FAMILY},\s{_GIVEN}"
_ROLE = r"\s?[(\[](?i:orgs?|coords?|eds?|dirs?|comps?|organizador[ae]?s?|coordenador[ae]?s?)\.?[)\]]"
_PEOPLE = re.compile(
    rf"(?P<people>{_PERSON}(?:;\s{_PERSON})*)(?P<others>(?:;|,)?\s(?:et\sal\b\.?|e\soutros))?(?P<role>{_ROLE})?(?:\.|(?<=\.))(?=\s|$)"
)
_PEOPLE_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(]))(?P<people>{_PERSON}(?:;\s{_PERSON})*(?:(?:;|,)?\set\sal\b\.?)?(?:{_ROLE})?)$"
)
_PERSON_BEFORE = re.compile(rf"(?:^|(?<=[\s(])){_PERSON}(?:{_ROLE})?$")
_PERSON_NEXT = re.compile(rf"\s{_PERSON}(?:(?:;|,)?\set\sal\b\.?)?(?:{_ROLE})?(?:[.;]|(?<=\.)\s)")
# "BRASIL.", "PROVÍNCIA DO RIO DE JANEIRO."
_BODY = re.compile(
    rf"(?P<body>(?=[^.]*[{_UPPER}]{{4}})[{_UPPER}][{_UPPER}’'-]*(?:\s(?:[{_UPPER}][{_UPPER}’'-]*|–|&)){{0,9}}(?:\s\([^()]{{2,20}}\))?)\.(?=\s[{_UPPER}])"
)
_PEOPLE_FAR_BEFORE = re.compile(rf"(?:^|(?<=[\s(])){_PERSON}(?:{_ROLE})?(?:\.|(?<=\.))\s[^;]{{3,300}}$")
# "RIOS; MATTOS, op. cit."
_FAMILY_BEFORE = re.compile(rf"(?:^|(?<=[;.]))\s?{_FAMILY}$")
_FAMILIES = re.compile(rf"{_FAMILY}(?:;\s{_FAMILY})+")
_FAMILY_NEXT = re.compile(rf"\s{_FAMILY}(?:;\s{_FAMILY})*,\s(?:[Oo]p|[Oo]b|[Cc]it|[Ll]oc|[Ii]b)")
_LONGEST = 160
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class InvertedHead:
    """People or a body in capitals, as printed; `end` is behind their stop."""

    people: str
    has_others: bool
    is_edited: bool
    is_body: bool
    end: int


def read_inverted_head(text: str, start: int = 0) -> InvertedHead | None:
    """Read "REIS, João José; SILVA, Eduardo (Org.)." or "BRASIL." at a place; None where neither stands there."""
    if found := _PEOPLE.match(text, start):
        return InvertedHead(found["people"], bool(found["others"]), bool(found["role"]), False, found.end())
    if found := _BODY.match(text, start):
        return InvertedHead(found["body"], False, False, True, found.end())
    return None


def ends_inverted_head(text: str, start: int, stop: int) -> bool:
    """Whether the words before a stop are such people: the stop behind "GRINBERG, K." ends no sentence."""
    return _PEOPLE_BEFORE.search(text[max(start, stop - _LONGEST) : stop]) is not None


def parts_inverted_people(text: str, start: int, semicolon: int) -> bool:
    """Whether a semicolon stands between two such people: "REIS, João José; SILVA, Eduardo."."""
    before = text[max(start, semicolon - _LONGEST) : semicolon]
    if _FAMILY_BEFORE.search(before) and _FAMILY_NEXT.match(text, semicolon + 1):
        return True
    return bool(_PERSON_BEFORE.search(before) and _PERSON_NEXT.match(text, semicolon + 1))


def follows_inverted_head(text: str, start: int, stop: int) -> bool:
    """Whether such people and a title stand before a stop: "GOMES, Flávio. Quilombos do Rio. In: REIS, João"."""
    return _PEOPLE_FAR_BEFORE.search(text[max(start, stop - _LONGEST_TITLE) : stop]) is not None


def are_bare_families(words: str) -> bool:
    """Whether words are nothing but family names in capitals, two at the least: "RIOS; MATTOS"."""
    return _FAMILIES.fullmatch(words) is not None
