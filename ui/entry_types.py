"""An entry type's name in, the form's fields out: which come first, what they are called, what may stand in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.entry import Entry
from app.wordlists import load_words
from ui.people_table import ROLES

_DATE = r"-?\d{4}(-\d{2}(-\d{2})?)?[?~%]?"
_FITS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "date": (
        re.compile(rf"({_DATE}|\.\.)?(/({_DATE}|\.\.)?)?"),
        "Not a date a style can read: 1967, 1967-03, 1965/1967",
    ),
    "urldate": (re.compile(_DATE), "Not a date a style can read: 2024-05-01"),
    "origdate": (re.compile(rf"{_DATE}(/({_DATE})?)?"), "Not a date a style can read: 1848"),
    "doi": (re.compile(r"10\.\d{4,9}/\S+"), "A DOI begins with 10. and has no spaces"),
    "url": (re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+"), "An address begins with https:// and has no spaces"),
    "isbn": (re.compile(r"[0-9Xx][0-9Xx -]{8,24}([,;] ?[0-9Xx -]+)*"), "An ISBN has 10 or 13 digits"),
    "pages": (re.compile(r"[^-–]*(--?|–)?[^-–]*(,.*)?", re.DOTALL), "Write a range of pages as 12--34"),
}


@dataclass(frozen=True, slots=True)
class FormField:
    """One line of the form: a field's name, its label, an example, and whether it is needed or takes several lines."""

    name: str
    label: str
    hint: str = ""
    is_needed: bool = False
    is_long: bool = False


def type_labels() -> Mapping[str, str]:
    """The entry types that the form knows, with their names in the user's words."""
    return {name: str(spec["label"]) for name, spec in load_words("entry_form")["types"].items()}


def type_label(entrytype: str) -> str:
    """An entry type in the user's words; an unknown one as it is."""
    return type_labels().get(entrytype, entrytype)


def form_fields(entry: Entry) -> tuple[FormField, ...]:
    """The lines for an entry: what its type needs, what it commonly has, then whatever else the entry has.

    Fields of people are left out: they are edited as people.
    """
    spec = load_words("entry_form")["types"].get(entry.entrytype, load_words("entry_form")["types"]["misc"])
    needed = [_chosen(alternatives.split("/"), entry) for alternatives in spec["needs"]]
    names = dict.fromkeys([*needed, *spec["shows"], *entry.fields])
    # date and year, journal and journaltitle: the form shows the one that the entry has.
    hidden = {"date"} if entry.get("year") and not entry.get("date") else set()
    return tuple(form_field(name, name in needed) for name in names if name not in ROLES and name not in hidden)


def form_field(name: str, is_needed: bool = False) -> FormField:
    """A field's line."""
    words = load_words("entry_form")
    label = words["labels"].get(name, name[:1].upper() + name[1:])
    return FormField(name, label, words["hints"].get(name, ""), is_needed, name in words["long"]["fields"])


def missing_fields(entry: Entry) -> tuple[str, ...]:
    """What the entry's type needs and it has not, as labels: ("Journal", "Date")."""
    spec = load_words("entry_form")["types"].get(entry.entrytype)
    if spec is None:
        return ()
    lists = [alternatives.split("/") for alternatives in spec["needs"]]
    return tuple(form_field(names[0]).label for names in lists if not any(entry.get(name) for name in names))


def other_fields(shown: Sequence[str]) -> tuple[str, ...]:
    """The fields that can still be added to a form that shows these."""
    return tuple(name for name in load_words("entry_form")["others"]["fields"] if name not in shown)


def complaint(name: str, value: str) -> str:
    """What is wrong with a value, in one sentence, "" where nothing is."""
    if not value:
        return ""
    if name in _FITS and not _FITS[name][0].fullmatch(value.strip()):
        return _FITS[name][1]
    if value.count("{") != value.count("}"):
        return "A brace has no partner"
    return ""


def key_complaint(key: str) -> str:
    """What is wrong with a citation key, "" where nothing is."""
    if not key:
        return "An entry needs a citation key"
    bad = sorted(set(re.findall(r"[\s,{}\"#%'()=~\\]", key)))
    return f"A citation key cannot have {' '.join('a space' if c.isspace() else c for c in bad)}" if bad else ""


def _chosen(names: Sequence[str], entry: Entry) -> str:
    return next((name for name in names if entry.get(name)), names[0])
