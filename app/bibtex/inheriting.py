"""An entry and the others of its file in, the entry with what crossref and xdata lend it out; for BibTeX, so written.

The rules are biblatex's (manual, appendix B): a @book lends its title to an @inbook as booktitle, an @mvbook as
maintitle; some fields are never lent. Between types without a rule of their own, as in BibTeX, fields keep their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.bibtex.naming import PARTS_OF_BOOKS
from app.entry import Entry
from app.wordlists import word_set

_TITLES = ("title", "subtitle", "titleaddon")
_PARTS = frozenset(
    {"inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inreference", "inproceedings"}
)
_NOT_LENT = word_set("field_names", "not_lent")
_DEPTH = 5


def inherited(entry: Entry, by_key: Mapping[str, Entry], depth: int = _DEPTH) -> Entry:
    """The entry with the fields it takes over from those its crossref and xdata name.

    Args:
        entry: its own fields always count first, and a date of its own shuts out the parent's.
        by_key: the file's entries by their keys in lower case.
        depth: how many parents up to go; circles end here.
    """
    entry = with_xdata(entry, by_key) if entry.get("xdata") else entry
    parent = by_key.get(entry.get("crossref").strip().lower())
    if parent is None or parent is entry or depth == 0:
        return entry
    fields = dict(entry.fields)
    for name, value in inherited(parent, by_key, depth - 1).fields.items():
        lent = _lent_name(name, parent.entrytype, entry.entrytype)
        if lent and not (lent == "date" and "year" in fields):
            fields.setdefault(lent, value)
    return Entry(entry.entrytype, fields, entry.key)


def _lent_name(name: str, parent: str, child: str) -> str:
    """What a parent's field is called in the child; "" where it is not lent."""
    if name in _NOT_LENT:
        return ""
    if name in _TITLES:
        return _lent_title(name, parent, child)
    if name == "author" and child in PARTS_OF_BOOKS and parent in ("book", "mvbook"):
        return "bookauthor"
    return name


def _lent_title(name: str, parent: str, child: str) -> str:
    rest = name.removeprefix("title") if name.startswith("title") else name
    if parent.startswith("mv"):
        return f"main{name}" if name != "titleaddon" else "maintitleaddon"
    if child in _PARTS:
        return f"book{name}" if name == "subtitle" else f"booktitle{rest}"
    if parent == "periodical" and child in ("article", "suppperiodical"):
        return f"journal{name}" if name == "subtitle" else f"journaltitle{rest}"
    return name


def with_xdata(entry: Entry, by_key: Mapping[str, Entry], depth: int = _DEPTH) -> Entry:
    """The entry with the fields of the xdata entries it names (keys in lower case), and without the field xdata.

    One that names an entry which is not there keeps the field.
    """
    names = [name.strip().lower() for name in entry.get("xdata").split(",") if name.strip()]
    found = [by_key[name] for name in names if name in by_key and by_key[name].entrytype == "xdata"]
    if not found or len(found) < len(names) or depth == 0:
        return entry
    fields = dict(entry.fields)
    del fields["xdata"]
    for lender in found:
        for name, value in with_xdata(lender, by_key, depth - 1).fields.items():
            if name != "xdata":
                fields.setdefault(name, value)
    return Entry(entry.entrytype, fields, entry.key)


def settled_for_bibtex(entries: Sequence[Entry]) -> list[Entry]:
    """The entries so that bibtex finds in each what biber would.

    It knows no xdata, which goes; it wants parents after the entries that crossref them; and it lends fields under
    their own names only, and no further than one step (btxdoc, 2): no @book's title is its part's booktitle.
    """
    by_key = {entry.key.lower(): entry for entry in reversed(entries)}
    resolved = [with_xdata(entry, by_key) if entry.get("xdata") else entry for entry in entries]
    resolved = [entry for entry in resolved if entry.entrytype != "xdata"]
    parents = {entry.get("crossref").strip().lower() for entry in resolved} - {""}
    if not parents:
        return resolved
    by_key = {entry.key.lower(): entry for entry in reversed(resolved)}
    whole = [_with_unlent(entry, by_key) if entry.get("crossref") else entry for entry in resolved]
    return [*_placed(whole, parents, are_parents=False), *_placed(whole, parents, are_parents=True)]


def _placed(entries: Iterable[Entry], parents: set[str], are_parents: bool) -> list[Entry]:
    return [entry for entry in entries if (entry.key.lower() in parents) is are_parents]


def _with_unlent(entry: Entry, by_key: Mapping[str, Entry]) -> Entry:
    """The entry with what biber would lend it and bibtex would not."""
    parent = by_key.get(entry.get("crossref").strip().lower())
    if parent is None:
        return entry
    lent = inherited(entry, by_key).fields
    more = {name: value for name, value in lent.items() if name not in entry.fields and not parent.get(name)}
    return entry.with_fields(**more) if more else entry
