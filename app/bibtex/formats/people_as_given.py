"""Names in parts, as reference managers keep them, in, an entry's name fields out, particles and suffixes in place.

A particle before the family name ("von Wright") belongs to it and is sorted with it; one behind the given names
("Alexander von") does not: CSL calls them non-dropping and dropping. For the first, biblatex has `useprefix`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.bibtex.formats.markup import value_of
from app.bibtex.wording import names_in_words
from app.people import Person, read_people, write_people

_PARTICLE = re.compile(r"^(.*?)\s+((?:[^\W\d_A-Z][\w'’]*\s*)+)$")
_KINDS = {"editora": "collaborator", "editorb": "editor"}


@dataclass(frozen=True, slots=True)
class Given:
    """A name in its parts.

    Attributes:
        role: the field it belongs to.
        family, given: as they were filled in; a suffix may stand behind a comma in the given names.
        particle: before the family name, sorted with it.
        dropped: a particle that is not.
        suffix: "Jr.".
        is_body: the family name is the whole name of a body.
    """

    role: str
    family: str
    given: str = ""
    particle: str = ""
    dropped: str = ""
    suffix: str = ""
    is_body: bool = False


def people_fields(names: Iterable[Given]) -> dict[str, str]:
    """The name fields, and `options` where a particle is to be sorted with its name."""
    people: dict[str, list[Person]] = {}
    keeps_particle = False
    for name in names:
        if not name.family.strip() and not name.given.strip():
            continue
        person = _person(name)
        people.setdefault(name.role, []).append(person)
        in_family = not name.is_body and bool(name.particle or read_people(f"{name.family}, X")[0].prefix)
        keeps_particle = keeps_particle or (in_family and not name.family.startswith('"'))
    fields = {role: write_people(named) for role, named in people.items()}
    return {**fields, "options": "useprefix=true"} if keeps_particle else fields


def with_roles_said(fields: Mapping[str, str], said: Iterable[str]) -> dict[str, str]:
    """The name fields, roles that are only words ("Directed by") put into titleaddon, editora and editorb typed."""
    told = {by: fields[by] for by in said if by in fields}
    kept = {role: names for role, names in fields.items() if role not in told}
    if told:
        kept["titleaddon"] = ". ".join(f"{by} {names_in_words(names)}" for by, names in told.items())
    return kept | {f"{role}type": kind for role, kind in _KINDS.items() if role in kept}


def _person(name: Given) -> Person:
    family, (given, _, suffix) = value_of(name.family).strip(), value_of(name.given).partition(",")
    if name.is_body or not family:
        return Person(literal=family.strip('"') or given)
    given, prefix = _without_particle(given.strip())
    if len(family) > 1 and family[0] == family[-1] == '"':
        # Quotation marks keep what stands in them in one piece.
        family = f"{{{family[1:-1]}}}"
    prefix = " ".join(filter(None, (prefix, name.dropped, name.particle)))
    return Person(family, given, prefix, name.suffix or suffix.strip(" !"))


def _without_particle(given: str) -> tuple[str, str]:
    """The given names and the particle that is kept behind them: "Alexander von" has "von"."""
    match = _PARTICLE.match(given)
    return (match.group(1), match.group(2).strip()) if match and match.group(2).islower() else (given, "")
