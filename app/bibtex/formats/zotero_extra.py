"""Zotero's field "Extra" in, the fields that its lines name out, and the lines that are only words.

Users and Better BibTeX keep there what Zotero has no field for, a line each: "DOI: 10.1/x", "Original Date: 1967",
"tex.subtitle: A Story", "tex.title= $x^2$" (which is TeX), "Citation Key: brown1967".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.bibtex.formats.markup import value_of
from app.bibtex.formats.written_dates import date_fields
from app.bibtex.naming import PEOPLE
from app.bibtex.source import read_value
from app.people import Person, write_people
from app.wordlists import load_words

_LINE = re.compile(
    r"(?:(?P<tex>(?:bib(?:la)?)?tex|latex)\.)?(?P<name>\w[\w. +-]*?)\s*(?P<sign>[:=])\s*(?P<value>.*)", re.IGNORECASE
)
# "{:original-date: 1976}", as citeproc-js had it.
_IN_BRACES = re.compile(r"\{:([^{}]*)\}")
_OLD_LIST = re.compile(r"bib(?:la)?tex(?:data)?\*?\[(?P<list>.*)\]", re.IGNORECASE | re.DOTALL)
_OLD_OBJECT = re.compile(r"bib(?:la)?tex\*?(?P<object>\{.*\})", re.IGNORECASE | re.DOTALL)
_ARXIV = re.compile(
    r"(arxiv:\s*)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:\s*\[([^\]]*)\])?", re.IGNORECASE
)
_TYPE_NAMES = frozenset({"entrytype", "referencetype"})


@dataclass(frozen=True, slots=True)
class Extra:
    """What "Extra" says.

    Attributes:
        fields: by biblatex names, "" for one that is to go; "entrytype" and "key" among them.
        rest: the lines that are words.
    """

    fields: dict[str, str]
    rest: tuple[str, ...]


def read_extra(extra: object) -> Extra:
    """The fields of "Extra", a text of lines or a list of them."""
    text = "\n".join(map(str, extra)) if isinstance(extra, list) else str(extra or "").replace("\r", "\n")
    fields: dict[str, str] = {}
    text = _OLD_OBJECT.sub(lambda match: _taken(_of_object(match["object"]), match[0], fields), text)
    text = _OLD_LIST.sub(lambda match: _taken(_of_list(match["list"]), match[0], fields), text)
    people: dict[str, list[Person]] = {}
    rest = [line.strip() for line in text.split("\n") if line.strip() and not _read_line(line, fields, people)]
    fields |= {role: write_people(named) for role, named in people.items()}
    return Extra(fields, tuple(value_of(line) for line in rest))


def arxiv_fields(text: str, is_named: bool = True) -> dict[str, str]:
    """The fields of "2005.14017 [cs.CL]" and "arXiv:hep-th/9901001"; none for what is no number of arXiv's.

    Args:
        text: the number.
        is_named: the place says already that it is one; else it must begin with "arXiv:".
    """
    match = _ARXIV.fullmatch(text.strip())
    if match is None or not (is_named or match[1]):
        return {}
    found = {"eprint": match[2], "eprinttype": "arXiv"}
    return found | {"eprintclass": match[3]} if match[3] else found


def _taken(found: dict[str, str] | None, text: str, fields: dict[str, str]) -> str:
    if found is None:
        return text
    fields |= found
    return ""


def _of_list(text: str) -> dict[str, str] | None:
    """Read the older form "biblatexdata[a=x;b=y]"; None where it is none."""
    pairs = [pair.partition("=") for pair in text.split(";") if pair.strip()]
    if not all(sign and re.fullmatch(r"[\w-]+", name.strip()) for name, sign, _ in pairs):
        return None
    return {name.strip().lower(): value_of(value) for name, _, value in pairs}


def _of_object(text: str) -> dict[str, str] | None:
    """Read the older form 'bibtex{"a": "x"}'; None where it is none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return (
        {str(name).lower(): value_of(str(value)) for name, value in found.items()} if isinstance(found, dict) else None
    )


def _read_line(line: str, fields: dict[str, str], people: dict[str, list[Person]]) -> bool:
    """Put the field of a line among the others; False where it names none."""
    match = _LINE.fullmatch(_IN_BRACES.sub(r"\1", line.strip()))
    if match is None:
        return False
    name, value = match["name"].strip().lower(), match["value"].strip()
    if match["tex"]:
        return _read_tex_field(name, value, match["sign"] == "=", fields)
    words = load_words("zotero")
    name = name.replace("-", " ").replace("_", " ").strip() if name not in words["extra_noise"]["names"] else name
    if name in words["extra_noise"]["names"] or f"_{name}" in words["extra_noise"]["names"]:
        return True
    if not value or match["sign"] == "=":
        return False
    if name == "type" and value.lower() in words["extra_types"]:
        fields["entrytype"] = words["extra_types"][value.lower()]
        return True
    if name in words["extra_dates"]:
        return _read_date(words["extra_dates"][name], value, fields)
    if name in words["extra_eprints"]:
        return _read_eprint(words["extra_eprints"][name], value, fields)
    if name not in words["extra"]:
        return False
    target = words["extra"][name]
    if target in PEOPLE:
        people.setdefault(target, []).append(_person(value))
    else:
        fields[target] = value_of(value)
    return True


def _read_tex_field(name: str, value: str, is_tex: bool, fields: dict[str, str]) -> bool:
    if not re.fullmatch(r"[\w+-]+", name):
        return False
    name = "entrytype" if name in _TYPE_NAMES else name
    fields[name] = read_value(name, value) if is_tex else value_of(value)
    return True


def _read_date(target: str, value: str, fields: dict[str, str]) -> bool:
    date = date_fields(value).get("date")
    if date is None:
        return False
    fields[target] = date[:10] if target != "date" else date
    return True


def _read_eprint(kind: str, value: str, fields: dict[str, str]) -> bool:
    found = arxiv_fields(value) if kind == "arXiv" else {"eprint": value, "eprinttype": kind}
    fields |= found
    return bool(found)


def _person(value: str) -> Person:
    """Read "Brown || Ann", as CSL's names stand there; what has no bars is a body or written as BibTeX has it."""
    family, bars, given = value.partition("||")
    if bars:
        return Person(value_of(family.strip()), value_of(given.strip()))
    return Person(literal=value_of(value))


def words_of(lines: Iterable[str]) -> Iterator[str]:
    """The lines that are words, without those that only count citations ("00000", "45 citations ...")."""
    return (line for line in lines if not re.fullmatch(r"\d{5}|ZSCC:.*", line))
