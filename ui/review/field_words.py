"""Which of a work's fields the review shows, in which order; their labels are those of the entry's form."""

from __future__ import annotations

from app.entry import Entry
from ui.entry_types import form_field, type_label, type_labels

__all__ = ["field_label", "fields_to_show", "type_label", "type_labels"]

_WHO_AND_WHAT = ("author", "title")
_EXPECTED = {
    "article": ("journaltitle", "volume", "number", "date", "pages"),
    "book": ("publisher", "location", "date"),
    "collection": ("editor", "publisher", "location", "date"),
    "incollection": ("editor", "booktitle", "publisher", "location", "date", "pages"),
    "inbook": ("booktitle", "publisher", "location", "date", "pages"),
    "inproceedings": ("booktitle", "date", "pages"),
    "thesis": ("type", "institution", "date"),
    "report": ("institution", "number", "date"),
    "online": ("date", "url", "urldate"),
}
# A page may show a work's fields by their BibTeX names.
_TWINS = {"date": "year", "journaltitle": "journal", "location": "address", "institution": "school"}


def field_label(name: str) -> str:
    """A field's name for the reader."""
    return form_field(name).label


def fields_to_show(entry: Entry) -> tuple[str, ...]:
    """The fields expected of the entry's type in their usual order, filled or not, then the others it has."""
    expected = (*_WHO_AND_WHAT, *_EXPECTED.get(entry.entrytype, ("date",)))
    chosen = tuple(_TWINS[name] if _has_twin_only(entry, name) else name for name in expected)
    return (*chosen, *(name for name in entry.fields if name not in chosen))


def _has_twin_only(entry: Entry, name: str) -> bool:
    return not entry.get(name) and bool(entry.get(_TWINS.get(name, "")))
