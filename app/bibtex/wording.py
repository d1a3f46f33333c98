"""An entry's fields in, the words out that say in a note what BibTeX's styles have no field for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from app.bibtex.naming import PARTS_OF_BOOKS
from app.people import Person, read_people
from app.wordlists import load_words

_ONLY_BIBLATEX = frozenset(
    {
        "titleaddon",
        "editora",
        "editorb",
        "editorc",
        "eventtitle",
        "venue",
        "eventdate",
        "version",
        "origdate",
        "pubstate",
    }
)
_UNTOLD_ROLES = frozenset({"bookauthor", "holder"})
# The styles' @misc prints none of these (plain.bst), and most types that only biblatex has are written as @misc.
_UNPRINTED = frozenset(
    {"journaltitle", "booktitle", "volume", "number", "issue", "pages", "holder", "organization", "institution",
     "publisher", "location", "eprint"}
)  # fmt: skip
_HOUSES = ("organization", "institution", "publisher")


@cache
def only_in_words() -> frozenset[str]:
    """The fields that BibTeX's styles have no place for but the note."""
    return frozenset(load_words("dialects")["roles"]) | _ONLY_BIBLATEX


@cache
def _becomes_misc() -> frozenset[str]:
    """The types of biblatex's that BibTeX has no nearer one for than @misc."""
    known = frozenset(load_words("dialects")["written_types"]) | frozenset(load_words("dialects")["read_types"])
    return frozenset(load_words("required_fields")["biblatex"]) - known


def words_for_note(entrytype: str, fields: Mapping[str, str]) -> str:
    """What only biblatex has fields for, in words: "Translated by Ann Brown. Forthcoming".

    Args:
        entrytype: biblatex's. Of one that BibTeX has but @misc for, the place is said too: "Lex 5, no. 2. BBC, London".
        fields: by their biblatex names.
    """
    said = list(_said(fields)) if not only_in_words().isdisjoint(fields) else []
    if entrytype in _becomes_misc() and not _UNPRINTED.isdisjoint(fields):
        said = [*_place(fields), *said]
    elif entrytype == "unpublished" and fields.get("eprint"):
        # BibTeX's @unpublished must have a note, and its styles print no e-print number.
        said.insert(0, _eprint(fields))
        # BibTeX's own @inbook is a part of the book that its title names, and prints no booktitle.
    elif entrytype in PARTS_OF_BOOKS and fields.get("booktitle"):
        said.insert(0, f"In {_whole(fields, 'booktitle', 'booksubtitle')}")
    return ". ".join(said)


def joined_title(title: str, subtitle: str) -> str:
    """A title and its subtitle as one: "What is it? A story", "Whole: A story"."""
    return f"{title} {subtitle}" if title[-1] in "?!:." else f"{title}: {subtitle}"


def _whole(fields: Mapping[str, str], title: str, subtitle: str) -> str:
    if fields.get(title) and fields.get(subtitle):
        return joined_title(fields[title], fields[subtitle])
    return fields.get(title, "")


def _place(fields: Mapping[str, str]) -> Iterator[str]:
    """Where the work is to be found: journal or book, its parts, and the house with its town."""
    within = _whole(fields, "journaltitle", "journalsubtitle") or _whole(fields, "booktitle", "booksubtitle")
    if fields.get("volume"):
        within = f"{within} {fields['volume']}" if within else f"Vol. {fields['volume']}"
    number = fields.get("number") or fields.get("issue", "")
    number = f"{'no.' if within else 'No.'} {number}" if number else ""
    pages = fields.get("pages", "").replace("--", "–")
    pages = f"{'pp.' if within or number else 'Pp.'} {pages}" if pages else ""
    if parts := ", ".join(filter(None, (within, number, pages))):
        yield parts
    if fields.get("holder"):
        yield names_in_words(fields["holder"])
    houses = dict.fromkeys(fields[name] for name in _HOUSES if fields.get(name))
    if fields.get("eprint"):
        yield _eprint(fields)
    if house := ", ".join(filter(None, (*houses, fields.get("location")))):
        yield house


def _eprint(fields: Mapping[str, str]) -> str:
    return f"{fields['eprinttype']}:{fields['eprint']}" if fields.get("eprinttype") else fields["eprint"]


def _said(fields: Mapping[str, str]) -> Iterator[str]:
    words = load_words("dialects")
    if fields.get("titleaddon"):
        yield fields["titleaddon"]
    for role, by in words["roles"].items():
        if role in fields and role not in _UNTOLD_ROLES:
            yield f"{by} {names_in_words(fields[role])}"
    for role in ("editora", "editorb", "editorc"):
        if role in fields:
            kind = fields.get(f"{role}type", "editor")
            yield f"{words['editor_roles'].get(kind, kind.capitalize())} {names_in_words(fields[role])}"
    if event := ", ".join(fields[name] for name in ("eventtitle", "venue", "eventdate") if fields.get(name)):
        yield event
    if fields.get("version"):
        yield f"Version {fields['version']}"
    if fields.get("origdate"):
        yield f"First published {fields['origdate']}"
    if state := fields.get("pubstate"):
        yield words["publication_states"].get(state, state)


def names_in_words(value: str) -> str:
    """A name field as it is spoken: "Ann Brown, D. Day and others"."""
    names = ["others" if person.is_others else _spoken(person) for person in read_people(value)]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else value


def _spoken(person: Person) -> str:
    r"""The name as it is spoken, with its braces where they are arguments: "\emph{Ann} Brown"."""
    whole = person.literal or " ".join(filter(None, (person.given, person.prefix, person.family, person.suffix)))
    return whole if "\\" in whole else person.first_last
