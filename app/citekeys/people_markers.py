"""The people of an entry and a marker's arguments in, what it makes of their names out: auth, authEtAl, authorsAlpha.

JabRef and Better BibTeX call these alike; where they differ, in what stands between names, `is_formula` tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.citekeys.letters import plain_letters, without_tex
from app.citekeys.pattern_parts import Step
from app.citekeys.words import body_short
from app.entry import Entry
from app.people import Person, read_people

_TEMPLATE = re.compile(r"%\(([a-zA-Z])\)s")


def named_people(entry: Entry, role: str, is_pure: bool = False) -> list[Person]:
    """The people a key may be named for; the editors stand in for a missing author, unless it is `is_pure`."""
    value = entry.get(role) if role != "*" else ""
    if not value and role in ("author", "*") and not is_pure:
        value = entry.get("author") or entry.get("editor") or entry.get("translator")
    return [person for person in read_people(value) if not person.is_others]


def surname(person: Person, keeps_spaces: bool = False) -> str:
    """A person's name in a key: "vanderBerg", "LopezPortillo"; a body in short, "CIA"."""
    if person.literal:
        return body_short(person.literal)
    name = plain_letters(without_tex(person.surname))
    return re.sub(r"[^\w\s]+", "", name) if keeps_spaces else re.sub(r"[^\w]+", "", name)


def _named(person: Person, step: Step) -> str:
    """The surname, with the initials where the arguments ask for them."""
    initials = re.sub(r"\W+", "", plain_letters(person.initials)) if step.named.get("initials") == "true" else ""
    return surname(person) + initials


def _number(step: Step, name: str, otherwise: int = 0) -> int:
    return int(text) if (text := step.named.get(name, "").strip()).isdigit() else otherwise


def _auth(people: Sequence[Person], step: Step, _is_formula: bool) -> str:
    """auth; authN: N letters; authN_M: N letters of the M-th."""
    place, count = _number(step, "m", 1) - 1, _number(step, "n")
    name = _named(people[place], step) if 0 <= place < len(people) else ""
    return name[:count] if count else name


def _authors(people: Sequence[Person], step: Step, _is_formula: bool) -> str:
    """authors: all; authorsN: the first N, and EtAl for the rest."""
    count, between = _number(step, "n"), step.named.get("sep", "")
    names = [_named(person, step) for person in people[: count or None]]
    return between.join([*names, step.named.get("etal", "EtAl")] if count and len(people) > count else names)


def _et_al(between: str, rest: str) -> Callable[[Sequence[Person], Step, bool], str]:
    """One or two names, or the first and what stands for the rest."""

    def marker(people: Sequence[Person], step: Step, is_formula: bool) -> str:
        divider = step.named.get("sep", between) if is_formula else between
        names = [_named(person, step) for person in people]
        return divider.join(names if len(names) <= 2 else [names[0], rest])

    return marker


def _auth_auth_ea(people: Sequence[Person], step: Step, is_formula: bool) -> str:
    divider = step.named.get("sep", ".") if is_formula else "."
    return divider.join([surname(person) for person in people[:2]] + (["ea"] if len(people) > 2 else []))


def _alpha(people: Sequence[Person], _step: Step, _is_formula: bool) -> str:
    """As the style alpha labels: three letters of one, an initial each of up to four, then a plus."""
    if len(people) == 1:
        return surname(people[0])[:3]
    names = "".join(surname(person)[:1] for person in people[: 4 if len(people) <= 4 else 3])
    return names + ("+" if len(people) > 4 else "")


def _short(people: Sequence[Person], _step: Step, _is_formula: bool) -> str:
    if len(people) == 1:
        return surname(people[0])
    return "".join(surname(person)[:1] for person in people[:3]) + ("+" if len(people) > 3 else "")


def _ini(people: Sequence[Person], step: Step, is_formula: bool) -> str:
    """authIniN: about N letters, shared among all."""
    count, divider = _number(step, "n"), step.named.get("sep", ".") if is_formula else ""
    if not count:
        return divider.join(surname(person) for person in people)
    share, left = divmod(count, len(people)) if len(people) <= count else (1, 0)
    return divider.join(surname(person)[: share + (place < left)] for place, person in enumerate(people[:count]))


def _author_ini(people: Sequence[Person], step: Step, is_formula: bool) -> str:
    """Five letters of the first and an initial of each of the others."""
    divider = step.named.get("sep", ".") if is_formula else ""
    return divider.join([surname(people[0])[:5], *(surname(person)[:1] for person in people[1:])])


def _fore_ini(place: int) -> Callable[[Sequence[Person], Step, bool], str]:
    return lambda people, _step, _is_formula: plain_letters(without_tex(people[place].given))[:1]


def _first_full(people: Sequence[Person], _step: Step, _is_formula: bool) -> str:
    """The particle and family name of the first."""
    return surname(people[0])


def _creators(people: Sequence[Person], step: Step, _is_formula: bool) -> str:
    """Names by a template: "%(f)s" the family name, "%(g)s" the given names, "%(i)s" their initials."""
    template = step.named.get("template") or step.named.get("name") or "%(f)s"
    count = _number(step, "n")

    def one(person: Person) -> str:
        parts = {"f": surname(person), "g": plain_letters(person.given), "i": plain_letters(person.initials)}
        return _TEMPLATE.sub(lambda sign: parts.get(sign[1].lower(), ""), template)

    between = step.named.get("sep", step.named.get("space", ""))
    return between.join(one(person) for person in people[: count or None])


PEOPLE_MARKERS: dict[str, Callable[[Sequence[Person], Step, bool], str]] = {
    "auth": _auth,
    "author": _auth,
    "authors": _authors,
    "authorsn": _authors,
    "auths": _authors,
    "authetal": _et_al("", "EtAl"),
    "autheal": _et_al("", "EtAl"),
    "authetal2": _et_al(".", "etal"),
    "auth.etal": _et_al(".", "etal"),
    "auth.auth.ea": _auth_auth_ea,
    "authauthea": _auth_auth_ea,
    "authorsalpha": _alpha,
    "authorsalphalni": _alpha,
    "authalpha": _alpha,
    "authshort": _short,
    "authini": _ini,
    "authorini": _author_ini,
    "authforeini": _fore_ini(0),
    "authorlast": lambda people, _step, _is_formula: surname(people[-1]),
    "authlast": lambda people, _step, _is_formula: surname(people[-1]),
    "authorlastforeini": _fore_ini(-1),
    "authlastforeini": _fore_ini(-1),
    "authfirstfull": _first_full,
    "authcreators": _creators,
}
