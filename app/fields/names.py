"""Printed names in, BibTeX's "Last, First and Last, First" out."""

from __future__ import annotations

import re
from functools import cache

from app.fields.nobility import format_nobility
from app.wordlists import alternatives, load_words, word_set

_ALL_INITIALS = re.compile(r"(?:[A-ZÀ-ÞĀ-ŽŁŚŠŽČĐ][a-zà-ÿā-ž]{0,2}\.\s?-?\s?|[A-Z]\b\.?\s?-?){1,5}$")
# Mexican authors shorten the second family name: "Puig L., Jaime E.".
_FAMILY_AND_INITIAL = re.compile(r"[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+\s[A-ZÀ-ÞĀ-Ž]\.")
# "Juan A. Ortega y Medina": one name behind "y", where the name before it is a full one, is the same person's.
_COMPOUND = re.compile(
    r"(?<=[\w.]\s)(?P<first>[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+)\s(?P<joint>y)\s(?P<second>[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+)$"
)
# "Ortega y Gasset, José"
_COMPOUND_FIRST = re.compile(
    r"[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+\sy\s[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+,\s(?P<given>[A-ZÀ-ÞĀ-Ž][\w.]+)(?:\s[A-ZÀ-ÞĀ-Ž][\w.]*)?"
)
_A_PAIR = 2
_SHORTEST_BODY = 7
_LONGEST_INITIALS = 3
_SHORT_VON = "v."
_CAPITALS = re.compile(r"[A-ZÀ-ÞĀ-Ž]{1,3}$")
# OSCOLA: "HLA Harrow", "PS de Voss"; "MOREL Jeanne" and "KIM Anna" have the family name in capitals.
_INITIALS_RUN = re.compile(
    r"(?P<initials>[A-Z]{2,4})\s(?P<family>(?:[a-z]+\s){0,2}(?P<last>[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž’'][\w’'-]*))"
)
_CONJUNCTION = re.compile(
    r"\s*,?\s+(?:and|AND|&|und|et|y|e|u\.|en|with)\s+(?=[A-ZÀ-ÞĀ-ŽŁŚŠŽČĐa-z])|\s*&\s*|\s*[/;]\s*|\s+[–—-]\s+"
)
# French reviews set family names in small capitals: "Emmanuel LE ROY LADURIE", "Michel DE CERTEAU".
_FAMILY_IN_CAPITALS = re.compile(
    r"(?P<given>(?:(?:[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž’'][\w’'-]*|(?:[A-ZÀ-ÞĀ-Ž]\.-?)+)\s)+)"
    r"(?P<family>(?!I{2,3}$|IV$)[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž’'-]+(?:\s[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž’'-]+)+)"
)
# "Jaime E. Puig L.": behind a Spanish given name the initial at the end is that of the second family name.
_SECOND_FAMILY_INITIAL = re.compile(r"(?P<given>.+?)\s(?P<family>[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+\s[A-ZÀ-ÞĀ-Ž]\.)")
# "YouTube" is a body, "MacArthur", "DeVries" and "O’Brien" are people.
_CAMEL = re.compile(r"(?!(?:Mac|Mc|De|Di|Du|La|Le|Van|Von|Fitz|Ter|Des|Del|St))[A-Z][a-z]+[A-Z][a-z]+")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(
        rf"[,;/]?\s*(?:\b(?:and|und|&)\s+)?(?:{alternatives(load_words('people')['others'])})(?!\w)\.?\s*$",
        re.IGNORECASE,
    )


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{alternatives(load_words('people')['titles'])})\s+)+(?=\S)")


def is_particle(word: str) -> bool:
    """Whether a word is a name particle as printed, in lower case: "von", "de la"."""
    return word in load_words("people")["particles"]


@cache
def _body_endings() -> tuple[str, ...]:
    return tuple(load_words("people")["corporate_endings"])


def is_corporate(words: str) -> bool:
    """Whether the words name a body rather than a person: "Hafenbund-Stiftung", "Ministry of Canals", "NATO"."""
    parts = re.findall(r"[\w.&’'-]+", words)
    if len(parts) == 1 and re.fullmatch(r"[A-Z]{2,}[A-Z&-]*|[A-Z][A-Za-z]*[A-Z]{2,}", parts[0]):
        return True
    if any(_CAMEL.fullmatch(part) for part in parts):
        return True
    known = word_set("people", "corporate")
    for part in parts:
        folded = part.casefold().strip(".")
        if folded in known or (len(folded) > _SHORTEST_BODY and folded.endswith(_body_endings())):
            return True
    return False


# "O. et H.-J. Martin": brothers, or husband and wife.
_SHARED = re.compile(
    r"^(?P<first>(?:[A-ZÀ-ÞĀ-Ž][a-z]{0,2}\.[\s-]?){1,3}?)\s?(?P<joint>,?\s(?:and|et|und|u\.|y|e)\s|\s?&\s?)(?P<second>(?:[A-ZÀ-ÞĀ-Ž][a-z]{0,2}\.[\s-]?){1,3}(?P<family>(?:[a-z]{2,4}\s)?[A-ZÀ-ÞĀ-Ž][\w’'-]+))(?=$|[,;:]|\s(?:et|and|und|y|e)\s)"
)


def with_shared_family(words: str) -> str:
    """Names of which the first leaves the family name to the second, with it: "O. et H.-J. Martin"."""
    found = _SHARED.match(words)
    if not found:
        return words
    return f"{found['first'].strip()} {found['family']}{found['joint']}{found['second']}{words[found.end() :]}"


def format_people(words: str) -> str:
    """Write printed names as BibTeX does.

    Takes a stretch that holds names and nothing else: "P. Oakes and R. Tamm", "Wiebe/Voss/Lau", "Ash, J. and
    Reed, S.". "et al." becomes "and others"; a corporate body is put in braces.
    """
    words = with_shared_family(re.sub(r"\s+", " ", words).strip(" ,;:"))
    words = re.sub(r"(?<=[a-zà-ÿā-ž]{3})\.$", "", words)
    others = _others().search(words)
    if others:
        words = words[: others.start()].strip(" ,;:/")
    if not words:
        return ""
    if is_corporate(words) and not re.search(r",\s[A-Z]\.", words):
        people = [f"{{{words}}}"]
    else:
        people = [person for part in _with_shared_family(_parts(words)) if part.strip() for person in _persons(part)]
    return " and ".join([*people, "others"] if others else people)


def _with_shared_family(parts: list[str]) -> list[str]:
    """Two people of one family name, printed once: "Clara and Robert Voss"."""
    shared = len(parts) == _A_PAIR and re.fullmatch(r"[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž-]+", parts[0].strip())
    second = parts[-1].split()
    if not shared or "," in parts[1] or len(second) != _A_PAIR or parts[0].strip().casefold() not in _given():
        return parts
    return [f"{parts[0].strip()} {second[-1]}", parts[1]] if second[0].casefold() in _given() else parts


@cache
def _given() -> frozenset[str]:
    return frozenset(word_set("people", "given"))


def _parts(words: str) -> list[str]:
    """The stretches between conjunctions."""
    if is_compound_inverted(words):
        return [words]
    compound = _COMPOUND.search(words)
    if not compound:
        return _CONJUNCTION.split(words)
    *before, last = _CONJUNCTION.split(words[: compound.start("joint")])
    return [*before, f"{last}{words[compound.start('joint') :]}"]


def is_compound_inverted(words: str) -> bool:
    """Whether it is one person whose family name holds a "y": "Ortega y Gasset, José"."""
    found = _COMPOUND_FIRST.fullmatch(words)
    given = found["given"] if found else ""
    return bool(found) and (given.endswith(".") or given.casefold() in word_set("people", "given"))


def _persons(part: str) -> list[str]:
    """The persons of a stretch without conjunctions, where a comma may stand inside a name or between names."""
    items = [item.strip() for item in part.split(",") if item.strip()]
    people: list[str] = []
    index = 0
    while index < len(items):
        item = items[index]
        if _is_suffix(item) and people:
            family, _, given = people[-1].partition(", ")
            people[-1] = f"{family}, {item}, {given}" if given else f"{family}, {item}"
        elif index + 1 < len(items) and _is_inverted(item, items[index + 1], more=len(items) - index > 2):
            people.append(_inverted(item, items[index + 1]))
            index += 1
        else:
            people.append(format_person(item))
        index += 1
    return people


def _is_suffix(item: str) -> bool:
    return item in load_words("people")["suffixes"]


def _is_inverted(family: str, given: str, *, more: bool) -> bool:
    if _is_suffix(given):
        return False
    if family.isupper() and len(family) > _LONGEST_INITIALS and not given.isupper():
        return True
    if _ALL_INITIALS.fullmatch(given):
        return not re.match(r"[A-Z]\.", family) or not re.search(r"\s[A-Z]\w+", family)
    if _FAMILY_AND_INITIAL.fullmatch(family) and given.split()[0] in load_words("people")["spanish_given"]:
        return not more
    bare = [word for word in family.split() if not is_particle(word)]
    if len(bare) == 1 and not re.search(r"[A-Z]\.", family):
        return len(given.split()) <= 3 or not more
    return (
        len(bare) in {2, 3} and len(given.split()) == 1 and not more and given.casefold() in word_set("people", "given")
    )


def _lowered(name: str) -> str:
    """A name set in capitals or small capitals as it is written: "T.H. VOSS" to "T.H. Voss"."""
    return re.sub(
        r"(?<![\w.])(?!(?:III|VIII)(?!\w))[A-ZÀ-ÞĀ-Ž’'-]{3,}(?!\w)",
        lambda word: re.sub(r"[A-ZÀ-ÞĀ-Ž]{2,}", lambda run: run.group().capitalize(), word.group()),
        name,
    )


def _inverted(family: str, given: str) -> str:
    return f"{_lowered(family.strip()) if len(family) > 3 else family.strip()}, {_lowered(given.strip())}"


def _with_marked_family(name: str) -> str:
    """A name whose family name is told by capitals or by its initial at the end, "" where it is told by neither."""
    capitals = _FAMILY_IN_CAPITALS.fullmatch(name)
    # "W. KIP MARL" is set in capitals throughout; "E. LE ROY MOREL" has a family name of two words.
    if capitals and (re.search(r"[a-z]", capitals["given"]) or is_particle(capitals["family"].split()[0].lower())):
        family = re.sub(r"[A-ZÀ-ÞĀ-Ž]{2,}", lambda run: run.group().capitalize(), capitals["family"])
        return f"{family}, {capitals['given'].strip()}"
    found = _SECOND_FAMILY_INITIAL.fullmatch(name)
    if found and found["given"].split()[0] in load_words("people")["spanish_given"]:
        return f"{found['family']}, {found['given']}"
    return ""


def format_person(name: str) -> str:
    """Write one printed name as "Last, First": "Ada M Clegg", "Sir John Pell", "Smith JA"."""
    name = name.strip(" ,;:")
    if (run := _INITIALS_RUN.fullmatch(name)) and run["last"].casefold() not in word_set("people", "given"):
        return f"{run['family']}, {run['initials']}"
    if special := format_nobility(name) or _with_marked_family(name):
        return special
    small_capitals = re.match(
        r"(?P<family>[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž’'-]{2,}(?:\s[A-ZÀ-ÞĀ-Ž’'-]{2,})*)\s(?P<given>[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž].*)$",
        name,
    )
    if small_capitals:
        return f"{_lowered(small_capitals['family'])}, {small_capitals['given']}"
    name = _lowered(name) if " " in name else name
    titled = _titles().match(name)
    title = titled.group().strip() if titled else ""
    name = name[titled.end() :] if titled else name
    words = name.split()
    if len(words) <= 1:
        return f"{name}, {title}" if title and name else name
    if len(words) == 2 and _CAPITALS.fullmatch(words[1]) and not _CAPITALS.fullmatch(words[0]) and "." not in words[0]:
        return f"{words[0]}, {words[1]}"
    if (
        re.fullmatch(r"[A-ZÀ-ÞĀ-Ž]{1,3}|(?:[A-ZÀ-ÞĀ-Ž]\.-?){1,3}", words[-1])
        and not _is_suffix(words[-1])
        and not re.match(r"[A-Z]\.|[A-Z]$", words[0])
    ):
        first = next((index for index, word in enumerate(words) if _ALL_INITIALS.fullmatch(word)), len(words) - 1)
        return f"{' '.join(words[:first])}, {' '.join(words[first:])}"
    suffix = words.pop() if _is_suffix(words[-1]) and len(words) > 2 else ""
    first = _family_begins(words)
    family, given = " ".join(words[first:]), " ".join(words[:first])
    given = re.sub(r"(?<=\.)\s(?=-)", "", given)
    if suffix:
        return f"{family}, {suffix}, {given}"
    return f"{family}, {given}" if given else family


def _family_begins(words: list[str]) -> int:
    """The index of the family name's first word: the particles before the last word belong to it."""
    glued = re.match(r"^((?:[A-Z]\.-?)+)([A-Z][a-zà-ÿā-ž]+)$", words[0])
    if glued and len(words) == 1:
        return 0
    first = len(words) - 1
    for index in range(1, len(words) - 1):
        is_own = (is_particle(words[index]) or words[index] == "des") and words[index] not in {"y", "e", "und"}
        if is_own or words[index] == _SHORT_VON:
            return index
        if words[index] in {"y", "e"}:
            return index - 1 if index > 1 else index
    if first > 2 and words[first - 2] in {"Le", "La", "El"}:
        return first - 2
    if first > 1 and words[first - 1] in {
        "Le",
        "La",
        "Van",
        "De",
        "Di",
        "Du",
        "Von",
        "Mac",
        "St.",
        "St",
        "Del",
        "Da",
        "Des",
        "Ten",
        "Ter",
        "Den",
        "El",
    }:
        return first - 1
    if first == 1 and (words[0] in {"Le", "La", "Van", "De", "Von", _SHORT_VON} or is_particle(words[0])):
        return 0
    return first
