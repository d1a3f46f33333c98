"""The value of a name field in, its people out, and back: authors, editors, translators as BibTeX divides them.

The rules are those of bibtex.web (name parsing, sections 387 to 401) and of biber's extended name format, with one
departure: in "Ortega y Gasset, José" a lower-case word inside the family name makes no particle, because only words
that stand first are particles to a reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

_SPACE = " \t\r\n\f\v~\u00a0"
_SPACE_OR_COMMA = f"{_SPACE},"
_AND = re.compile(r"[ \t\r\n\f\v~\u00a0]+and[ \t\r\n\f\v~\u00a0]+", re.IGNORECASE)
_EDGE_AND = re.compile(r"^(?:and[ \t\r\n~]+)+|(?:[ \t\r\n~]+and)+$", re.IGNORECASE)
_COMMA = re.compile(",")
# bibtex takes none at either end of a name.
_LOOSE_COMMA = re.compile(r",\s*(?:\Z|\sand\s)|(?:\A|\sand\s)\s*,")
_WORD = re.compile(r"[^ \t\r\n\f\v~\u00a0]+")
_EXTENDED = re.compile(r"^(family|given|middle|prefix|suffix|useprefix|id)(?:-i)?\s*=", re.IGNORECASE)
_LOWER_SPECIAL = re.compile(r"(?:oe|ae|aa|o|l|ss|i|j)(?![A-Za-z])")
_UPPER_SPECIAL = re.compile(r"(?:OE|AE|AA|O|L)(?![A-Za-z])")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Person:
    """One name in a name field: a human being in parts, or a body or odd name kept whole.

    Attributes:
        family, given: "Dinerstein", "Herbert S.".
        prefix: the particle before the family name, "van der".
        suffix: "Jr.", "III".
        literal: the whole name of a corporate body ("Central Intelligence Agency"), without its outer braces; the other
            parts are empty then. `OTHERS` is the literal "others" that ends a shortened list.
    """

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def is_others(self) -> bool:
        """Whether this is no person but the "and others" that ends a shortened list."""
        return self == OTHERS

    @property
    def last_first(self) -> str:
        """The name as lists are sorted by it: "van der Berg, Jan", "King, Jr., Martin Luther"; a body's name whole."""
        if self.literal:
            return without_braces(self.literal)
        family = f"{self.prefix} {self.family}".strip()
        return without_braces(", ".join(filter(None, (family, self.suffix, self.given))))

    @property
    def first_last(self) -> str:
        """The name as it is spoken: "Jan van der Berg", "Martin Luther King Jr."."""
        parts = (self.given, self.prefix, self.family, self.suffix)
        return without_braces(self.literal or " ".join(part for part in parts if part))

    @property
    def surname(self) -> str:
        """What a short title calls the person: "Dinerstein", "van der Berg", a body's whole name."""
        return without_braces(self.literal or f"{self.prefix} {self.family}".strip() or self.given)

    @property
    def initials(self) -> str:
        """The initials of the given names, "H. S.", "J.-P."; "" for a body."""
        return initials(without_braces(self.given))


OTHERS = Person(literal="others")


def initials(given: str) -> str:
    """The initials of given names: "Herbert S." becomes "H. S.", "Jean-Pierre" "J.-P.", "J.R.R." "J. R. R."."""
    words = re.sub(r"\.(?=[^\s.-])", ". ", given).split()
    shortened = []
    for word in words:
        parts = [part for part in word.split("-") if part.strip(".'’")]
        shortened.append("-".join(part.strip(".'’")[0] + "." for part in parts))
    return " ".join(part for part in shortened if part)


def without_braces(text: str) -> str:
    """The text without the braces that protect it: "{Barnes and Noble}" becomes "Barnes and Noble"."""
    return text.replace("{", "").replace("}", "") if "{" in text or "}" in text else text


@lru_cache(maxsize=65536)
def read_people(value: str) -> tuple[Person, ...]:
    """The people named in a field's value, in order.

    Names are divided at "and" outside braces; a name is "First von Last", "von Last, First" or "von Last, Jr, First"; a
    name in one pair of braces is a body; "others" is `OTHERS`. Nothing raises: what has more commas than BibTeX knows
    keeps them in the given names, unbalanced braces count as letters.

    Example: "Dinerstein, Herbert S. and {Central Intelligence Agency}" gives a person and a literal.
    """
    return tuple(_person(name) for name in split_names(value))


def split_names(value: str) -> list[str]:
    """The names in a field's value as they are written, divided at "and" outside braces; empty ones are dropped."""
    value = value.strip(_SPACE)
    pieces = _split_outside_braces(value, _AND) if "{" in value and is_balanced(value) else _AND.split(value)
    names = (_EDGE_AND.sub("", piece.strip(_SPACE)).strip(_SPACE_OR_COMMA) for piece in pieces)
    return [name for name in names if name and name.lower() != "and"]


def with_mended_names(value: str, mend: Callable[[str], str]) -> str:
    """A name field's value with each name as `mend` wants it; the very same value where it changes none."""
    if "{" not in value:
        names = value.split(" and ")
        if [mend(name) for name in names] == names:
            return value
    names = split_names(value)
    mended = [mend(name) for name in names]
    if mended == names and not _LOOSE_COMMA.search(value):
        return value
    return " and ".join(name for name in mended if name)


def without_extended_format(name: str) -> str:
    """A name as bibtex knows names: "family=Berg, given=Jan, prefix=van" is "van Berg, Jan"; others stay."""
    return write_people(read_people(name)) if _EXTENDED.match(name) and "family" in name.lower() else name


def write_people(people: Iterable[Person]) -> str:
    """The people as a field's value: "Last, First and van Last, Jr., First and {Body} and others".

    `read_people` of the result gives the same people; only a family name of several words with nothing beside it comes
    back as a literal, since bibtex has no other way to keep it together.
    """
    return " and ".join(written for person in people if (written := write_person(person)))


def write_person(person: Person) -> str:
    """One name as it stands in a field: "Last, First", "{Body}", "others"."""
    if person.is_others:
        return "others"
    if person.literal:
        return f"{{{person.literal}}}"
    family = _guarded(person.family)
    last = f"{person.prefix} {family}" if person.prefix and family else family
    if not last:
        return f"{{{person.given}}}" if person.given and is_balanced(person.given) else person.given
    if person.suffix:
        # bibtex stops at a comma that ends a name.
        return f"{last}, {_guarded(person.suffix)}, {_without_commas(person.given, 0) or '{}'}"
    if person.given:
        return f"{last}, {_without_commas(person.given, 1)}"
    return last if len(_words(family)) == 1 or not is_balanced(last) else f"{{{last}}}"


def _guarded(part: str) -> str:
    """A part of a name in braces where a comma or an "and" in it would be read as a division."""
    if not is_balanced(part):
        return part
    divided = any(len(_split_outside_braces(f" {part} ", divider)) > 1 for divider in (_COMMA, _AND))
    return f"{{{part}}}" if divided else part


def _without_commas(given: str, allowed: int) -> str:
    """Given names with so many commas, in braces, or none: bibtex and biber drop a name with more than two in all."""
    if "," not in given:
        return given
    parts = _split_outside_braces(given, _COMMA) if is_balanced(given) else given.split(",")
    return (
        "{,}".join(parts)
        if given.count(",") <= allowed and is_balanced(given)
        else " ".join(given.replace(",", " ").split())
    )


def is_balanced(text: str) -> bool:
    """Whether every brace in the text has its partner."""
    depth = 0
    for character in text:
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


def _split_outside_braces(text: str, divider: re.Pattern[str]) -> list[str]:
    """The text divided where the divider stands outside braces; the braces of the text are balanced."""
    depths = []
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        depths.append(depth)
    pieces, start = [], 0
    position = 0
    while match := divider.search(text, position):
        if depths[match.start()] == 0 and match.start() >= start:
            pieces.append(text[start : match.start()])
            start = match.end()
            # "A and and B": the space after one "and" is the space before the next.
            position = match.end() - 1 if match.end() - 1 > match.start() else match.end()
        else:
            position = match.start() + 1
    pieces.append(text[start:])
    return pieces


@lru_cache(maxsize=65536)
def _person(name: str) -> Person:
    """One name; the same people come in ever new company."""
    if name.lower() == "others":
        return OTHERS
    balanced = "{" not in name or is_balanced(name)
    if name[0] == "{" and name[-1] == "}" and balanced and _is_one_group(name):
        return Person(literal=name[1:-1].strip()) if name[1:-1].strip() else Person(family=name)
    parts = _split_outside_braces(name, _COMMA) if "{" in name and balanced else name.split(",")
    parts = [part.strip(_SPACE) for part in parts]
    if len(parts) > 1 and _EXTENDED.match(name):
        return _extended(parts) or Person(family=name)
    if len(parts) == 1:
        return _spoken(name)
    prefix, family = _divide_family(parts[0])
    if len(parts) == 2:
        return Person(family, parts[1], prefix) if family else _spoken(parts[1] or name)
    given = ", ".join(part for part in parts[2:] if part not in ("", "{}"))
    return Person(family, given, prefix, parts[1])


def _is_one_group(name: str) -> bool:
    """Whether the brace that opens the name is closed by its last character."""
    depth = 0
    for position, character in enumerate(name):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return position == len(name) - 1
    return False


def _spoken(name: str) -> Person:
    """A name without commas: "First von Last". The last lower-case word before the last word ends the particle."""
    words = _words(name)
    if not words:
        return Person(family=name)
    lower = [index for index, word in enumerate(words[:-1]) if _is_lower(word)]
    if not lower:
        return Person(family=words[-1], given=" ".join(words[:-1]))
    first, last = lower[0], lower[-1] + 1
    return Person(" ".join(words[last:]), " ".join(words[:first]), " ".join(words[first:last]))


def _divide_family(text: str) -> tuple[str, str]:
    """The particle and the family name in the part before the comma."""
    words = _words(text)
    if len(words) < 2 or not _is_lower(words[0]):
        return "", text
    last = max(index for index, word in enumerate(words[:-1]) if _is_lower(word)) + 1
    return " ".join(words[:last]), " ".join(words[last:])


def _words(text: str) -> list[str]:
    """The words of a name; a group in braces belongs to its word."""
    if "{" not in text or not is_balanced(text):
        return _WORD.findall(text)
    return [word for word in _split_outside_braces(text, re.compile(f"[{_SPACE}]+")) if word]


def _is_lower(word: str) -> bool:
    r"""Whether a word counts as lower case for the particle: by its first letter outside braces or in {\'e}."""
    position = 0
    while position < len(word):
        character = word[position]
        if character == "{":
            end = _group_end(word, position)
            if word[position + 1 : position + 2] == "\\":
                return _is_special_lower(word[position + 2 : end - 1])
            position = end
        elif character == "\\":
            return _is_special_lower(word[position + 1 :])
        elif character.isalpha():
            return character.islower()
        else:
            position += 1
    return False


def _group_end(word: str, start: int) -> int:
    depth = 0
    for position in range(start, len(word)):
        depth += (word[position] == "{") - (word[position] == "}")
        if depth == 0:
            return position + 1
    return len(word)


def _is_special_lower(body: str) -> bool:
    r"""The same for what follows a backslash: \oe is lower, \OE is not, \'e goes by its letter."""
    if _LOWER_SPECIAL.match(body):
        return True
    if _UPPER_SPECIAL.match(body):
        return False
    rest = _COMMAND.sub("", "\\" + body)
    letter = next((character for character in rest if character.isalpha()), "")
    return letter.islower()


def _unbraced(part: str) -> str:
    """A part of a name without the braces around the whole of it."""
    return part[1:-1] if part[:1] == "{" and part[-1:] == "}" and _is_one_group(part) and "," not in part else part


def _extended(parts: list[str]) -> Person | None:
    """A name in biber's extended format, "family=Berg, given=Jan, prefix=van"; None where it names no part."""
    found = {}
    for part in parts:
        name, _, value = part.partition("=")
        found[name.strip().lower()] = value.strip().strip('"')
    given = " ".join(name for name in (found.get("given"), found.get("middle")) if name)
    person = Person(
        _unbraced(found.get("family", "")), _unbraced(given), found.get("prefix", ""), found.get("suffix", "")
    )
    return person if person.family else None
