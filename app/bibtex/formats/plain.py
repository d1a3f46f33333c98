r"""An entry's value in, plain text without TeX out; and a program's plain text in, a value out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.bibtex.formats.markup import value_of
from app.people import Person
from app.wordlists import load_words

_IN_JOURNALS = frozenset({"article", "review", "jurisdiction", "legislation", "legal", "unpublished", "letter", "misc"})
_IN_BOOKS = frozenset({"incollection", "inproceedings", "inbook", "inreference", "audio", "video", "movie", "music"})

_ARGUMENT = re.compile(
    r"\\(?:(?:foreignlanguage|textcolor|href)\{[^{}]*\}|emph|enquote|mk\w+|text\w+|url)\*?\{([^{}]*)\}"
)
_COMMAND = re.compile(r"\\[A-Za-z]+\*?(?:\{\})?\s?")
_SIGNS = (("\\textbackslash{}", "\\"), ("{\\textbackslash}", "\\"), ("\\$", "$"), ("\\{", "{"), ("\\}", "}"))


def plain_text(value: str) -> str:
    r"""The value as it is read aloud: "The {NASA} \emph{story}" is "The NASA story"."""
    if "\\" in value:
        for _ in range(3):
            value = _ARGUMENT.sub(r"\1", value)
        held = {sign: chr(0xE000 + place) for place, (sign, _) in enumerate(_SIGNS)}
        for sign, private in held.items():
            value = value.replace(sign, private)
        value = _COMMAND.sub("", value).replace("{", "").replace("}", "")
        for place, (_, plain) in enumerate(_SIGNS):
            value = value.replace(chr(0xE000 + place), plain)
        return value
    return value.replace("{", "").replace("}", "") if "{" in value else value


def plain_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """All fields as plain text; a degree in words."""
    plain = {name: plain_text(value) for name, value in fields.items()}
    if plain.get("type") in load_words("dialects")["type_words"]:
        plain["type"] = load_words("dialects")["type_words"][plain["type"]]
    return plain


def name_of(person: Person) -> str:
    """A person as lists have them, plain: "van der Berg, Jan", "King, Martin Luther, Jr."."""
    if person.literal:
        return plain_text(person.literal)
    family = f"{person.prefix} {person.family}".strip()
    return plain_text(", ".join(part for part in (family, person.given, person.suffix) if part))


def people_value(names: Iterable[str]) -> str:
    """A name field's value from names as programs list them; one without a comma and with spaces is a body."""
    written = []
    for name in (value_of(name).strip(" ,") for name in names):
        parts = [part.strip() for part in name.split(",")]
        if len(parts) == 3:
            written.append(f"{parts[0]}, {parts[2]}, {parts[1]}")
        elif name:
            written.append(name if "," in name or " " not in name else f"{{{name}}}")
    return " and ".join(written)


def container_of(entrytype: str) -> str:
    """The field for what a work of this type stands in: a journal, a book, or else a series."""
    if entrytype in _IN_JOURNALS:
        return "journaltitle"
    return "booktitle" if entrytype in _IN_BOOKS else "organization" if entrytype == "online" else "series"


def pages_value(text: str) -> str:
    """A range of pages as entries write it: "12-37" is "12--37"."""
    return re.sub(r"(?<=\w)\s*(?:--|[-–—])\s*(?=\w)", "--", text.strip())
