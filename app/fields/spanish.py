"""A Spanish citation's people in, each with both family names out: "Rosa Puig Lanza" is "Puig Lanza, Rosa"."""

from __future__ import annotations

import re

from app.fields.names import is_particle
from app.given_names import is_given_name, is_spanish_given_name
from app.wordlists import load_words, word_set

_PEOPLE = ("author", "editor", "bookauthor", "translator")
_WORDS = ("title", "booktitle", "journaltitle", "publisher")
_LANGUAGES = ("english", "german", "french", "italian", "portuguese")
# Words French and Italian share with Spanish say nothing.
_SHARED = {"de", "la", "un", "a"}
_FAMILY = re.compile(r"(?:[OD][’'])?[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž’'-]+(?:-[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+)*")
# "Guarini, E. Fasano"
_INITIAL_AND_NAME = re.compile(
    r"(?P<family>[A-ZÀ-Þ][a-zà-ÿ’'-]+), (?P<initials>[A-ZÀ-Þ]\.(?:[ -]?[A-ZÀ-Þ]\.)*) "
    r"(?P<second>[A-ZÀ-Þ][a-zà-ÿ’'-]{3,})"
)
_ENDINGS = re.compile(r"\w*(?:ñ\w*|ci[oó]n|ciones|idad|idades)$")


def with_both_family_names(fields: dict[str, str], printed: str, language: str = "") -> dict[str, str]:
    """Give the people of a Spanish-language work both family names, as biblatex and Spanish libraries sort them.

    Where the second of three names is a given name ("Jorge Luis Pell"), an initial or a particle, one family name is
    left; so it is where the family name is printed first. "Lerdo de Tejada" is one family name of three words.
    """
    if language == "it":
        return fields | {role: _italian(fields[role]) for role in _PEOPLE if role in fields}
    is_own = is_spanish(fields, language)
    if not is_own and language != "es":
        return fields
    # What Spanish authors publish in other languages is known by their given names alone.
    people = {role: fields[role] for role in _PEOPLE if role in fields}
    return fields | {role: _all_with_both(names, printed, by_given=not is_own) for role, names in people.items()}


def _italian(people: str) -> str:
    """Behind an initial two names are both the family's: "E. Fasano Guarini"; not where the first is a given name."""
    return " and ".join(map(_with_both_behind_initial, people.split(" and ")))


def _with_both_behind_initial(person: str) -> str:
    found = _INITIAL_AND_NAME.fullmatch(person)
    if not found or is_given_name(found["second"]):
        return person
    return f"{found['second']} {found['family']}, {found['initials']}"


def is_spanish(fields: dict[str, str], language: str = "") -> bool:
    """Whether a work's title, place and publisher are Spanish rather than of any other language."""
    words = re.findall(r"[^\W\d_]+", " ".join(fields.get(name, "") for name in _WORDS).casefold())
    lists = load_words("function_words")
    own = set(lists["spanish"])
    rating = sum(word in own or bool(_ENDINGS.fullmatch(word)) for word in words)
    others = max(sum(word in set(lists[name]) - _SHARED for word in words) for name in _LANGUAGES)
    place = fields.get("location", "").split(",")[0].casefold()
    rating += (place in word_set("places", "spanish_cities")) + (language == "es")
    return rating > others


def _all_with_both(people: str, printed: str, *, by_given: bool) -> str:
    people_of = people.split(" and ")
    return " and ".join(
        person if by_given and not _is_spanish_given(person) else _with_both(person, printed) for person in people_of
    )


def _is_spanish_given(person: str) -> bool:
    given = person.partition(", ")[2].split()
    return bool(given) and is_spanish_given_name(given[0])


def _with_both(person: str, printed: str) -> str:
    family, _, given = person.partition(", ")
    names = given.split()
    if "-" in given and len(names) == 1 and not is_given_name(given.split("-")[0]):
        return f"{given} {family}" if f"{given} {family}" in printed else person
    if len(names) < 2 or "{" in person or f"{given} {family}" not in re.sub(r"\s+", " ", printed):
        return person
    if " " in family and not is_particle(family.split()[0]):
        return person
    second = names[-1]
    is_foreign = is_given_name(names[0]) and not is_spanish_given_name(names[0])
    if is_foreign or is_given_name(second) or is_particle(second) or not _FAMILY.fullmatch(second):
        return person
    return f"{second} {family}, {' '.join(names[:-1])}"
