"""An entry and the others of its file in, the entry with what crossref and xdata lend it out.

The rules are biblatex's (manual, appendix B): a @book lends its title to an @inbook as booktitle, an @mvbook as
maintitle; some fields are never lent. Between types without a rule of their own, as in BibTeX, fields keep their names.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.bibtex.writing import with_xdata
from app.entry import Entry
from app.wordlists import word_set

_TITLES = ("title", "subtitle", "titleaddon")
_PARTS_OF_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})
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
    if name == "author" and child in _PARTS_OF_BOOKS and parent in ("book", "mvbook"):
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
