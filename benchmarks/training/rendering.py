"""A house style's pattern and a work in, the citation as that style prints it out, every stretch with its label.

In a pattern {slot} is a part of the work, [ ... ] may be there, <a|b> is one of the two, \\[ is a printed bracket.
"""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.tagging.labels import Part
from benchmarks.training.facts import Work
from benchmarks.training.labelled import LabelledText, Span
from benchmarks.training.people import print_names

_FOLDER = Path(__file__).parent / "styles"
_PIECE = re.compile(r"\{(\w+)\}|\\([\[\]])|([^{}\\]+)")
_OPTIONAL = re.compile(r"(?<!\\)\[([^\[\]]*?)(?<!\\)\]")
_CHOICE = re.compile(r"<([^<>]*\|[^<>]*)>")
_PARTS = {
    "authorcaps": Part.AUTHOR, "editorfull": Part.EDITOR, "titlecaps": Part.TITLE, "roman": Part.VOLUME,
    "lowroman": Part.VOLUME, "firstpage": Part.PAGES, "year": Part.DATE, "yearspan": Part.DATE,
    "origyear": Part.OTHER, "season": Part.DATE, "month": Part.DATE, "month2": Part.DATE, "monthday": Part.DATE,
    "shortdate": Part.DATE, "dotdate": Part.DATE, "dotdate2": Part.OTHER, "urldate": Part.OTHER, "place2": Part.PLACE,
    "addressee": Part.OTHER, "reviewed": Part.OTHER, "agency": Part.PUBLISHER, "genre2": Part.GENRE,
    "archive": Part.INSTITUTION, "shelfmark": Part.NUMBER, "pagetotal": Part.OTHER, "edition2": Part.EDITION,
    "volumes": Part.OTHER, "year2": Part.OTHER, "number2": Part.NUMBER, "publisher2": Part.OTHER, "editor2": Part.OTHER,
}  # fmt: skip
_CORPORATE = 0.04
_OFTEN_THERE = 0.5


@dataclass(frozen=True)
class Style:
    """How a house prints names and each kind of work.

    Attributes:
        names: the manners of names, as often as they stand here.
        joiners: what may stand between names in place of the comma.
        forms: the patterns of each kind.
    """

    name: str
    language: str
    names: tuple[str, ...]
    last: str
    last_of_many: str
    joiners: tuple[str, ...]
    case: str
    forms: dict[str, tuple[str, ...]]


@cache
def styles() -> tuple[Style, ...]:
    """All house styles, in the order of their files."""
    found = []
    for path in sorted(_FOLDER.glob("*.toml")):
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["style"]:
            plain = {"name", "language", "names", "last", "last_of_many", "between", "joiners", "case"}
            forms = {kind: tuple(patterns) for kind, patterns in table.items() if kind not in plain}
            last = table.get("last", " and ")
            found.append(
                Style(table["name"], table["language"], tuple(table["names"]), last, table.get("last_of_many", last),
                      tuple(table.get("joiners", ())), table.get("case", ""), forms)
            )  # fmt: skip
    return tuple(found)


def render(style: Style, kind: str, work: Work, chance: random.Random) -> LabelledText:
    """Print a work of a kind in a style."""
    pattern = _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), chance.choice(style.forms[kind]))
    pattern = _OPTIONAL.sub(lambda found: found[1] if chance.random() < _OFTEN_THERE else "", pattern)
    manner = chance.choice(style.names)
    text, spans = "", []
    for found in _PIECE.finditer(pattern):
        slot, bracket, literal = found.groups()
        if not slot:
            # No house prints "M. A.." or "?.".
            text += bracket or (literal[1:] if literal.startswith(".") and text.endswith((".", "?", "!")) else literal)
            continue
        value = _value(slot, kind, style, manner, work, chance)
        part = _PARTS.get(slot) or Part(slot)
        lead = re.match(r"(?i)doi:?\s*", value) if part is Part.DOI else None
        start = len(text) + (lead.end() if lead else 0)
        text += value
        if part is not Part.OTHER:
            spans.append(Span(start, len(text), part))
    return LabelledText(text, tuple(spans), style.name)


def _value(slot: str, kind: str, style: Style, manner: str, work: Work, chance: random.Random) -> str:
    if slot in ("author", "authorcaps", "editor", "editorfull", "translator", "addressee", "reviewed", "editor2"):
        return _people(slot, style, manner, work, chance)
    if slot == "journal" and kind == "newspaper":
        return work.values["newspaper"]
    if slot == "institution" and kind == "report":
        return work.values["body"]
    if slot == "genre2":
        return "Technical Report" if work.language == "en" else "Working Paper"
    value = work.values["title" if slot == "titlecaps" else slot]
    if slot == "titlecaps":
        return value.upper()
    if slot == "title" and style.case == "sentence":
        return value[:1] + value[1:].lower()
    return value


def _people(slot: str, style: Style, manner: str, work: Work, chance: random.Random) -> str:
    names = work.people[slot.removesuffix("caps").removesuffix("full") if slot != "editorfull" else "editor"]
    if slot in ("author", "editor") and chance.random() < _CORPORATE:
        return work.values["body"]
    if slot in ("translator", "addressee", "reviewed", "editorfull", "editor2"):
        manner = "initials" if manner.endswith(("initials", "initials_caps", "bare")) else "full"
    if slot == "editor" and manner.startswith(("inverted", "first_", "caps")) and chance.random() < 0.3:
        manner = "full"
    between = chance.choice((", ", *style.joiners)) if style.joiners else ", "
    last = between if style.joiners and between != ", " else (style.last_of_many if len(names) > 2 else style.last)
    shown = print_names(names, manner, between, last, style.language, chance)
    return shown.upper() if slot == "authorcaps" else shown
