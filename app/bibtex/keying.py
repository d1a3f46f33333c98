r"""Entries in, the same out with keys that TeX and the program of their dialect read.

bibtex and LaTeX take "Agilent(2022)" and "O'Neill1999" as they are, biber reads neither: each sign was tried with the
three programs (TeX Live 2022). A key that has to change keeps its other signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.bibtex.dialects import Dialect
from app.citekeys import DEFAULT_PATTERN, KeySet, make_key
from app.entry import Entry

# Fields whose value is one key or several with commas between (biblatex manual 2.2.3 and 2.4.1).
NAMING_FIELDS = ("crossref", "xref", "xdata", "related", "entryset")
_KEY_FIELDS = frozenset({"ids", *NAMING_FIELDS})

# What a program of another kind calls a record by, where it can be its key.
GIVEN_KEY = re.compile(r"[^\W\d][\w.:+-]{1,60}")
_BAD_IN_KEY = {
    Dialect.BIBTEX: re.compile(r"(?:[\s\x00-\x1f\x7f{},#%~\\]|\^\^+)+"),  # "^^5c" is a backslash to TeX
    Dialect.BIBLATEX: re.compile(r"(?:[\s\x00-\x1f\x7f{},#%~\\\"'()=]|\^\^+)+"),
}
# In a key that is only named a space may stand: it breaks nothing, and the file that has the entry may have it too.
_BREAKS_TEX = re.compile(r"(?:[\x00-\x08\x0e-\x1f\x7f{}#%~\\]|\^\^+)+")


def is_readable_key(key: str, dialect: Dialect) -> bool:
    """Whether TeX and the dialect's program take the key as it is."""
    return bool(key) and not _BAD_IN_KEY[dialect].search(key)


def written_key(key: str, dialect: Dialect) -> str:
    """The key as a file has it; "" where no sign of it can stand there."""
    return _BAD_IN_KEY[dialect].sub("", key)


def with_keys(entries: Iterable[Entry], dialect: Dialect) -> list[Entry]:
    """The entries; those without a key get one of their own, and signs that nobody can cite go from the others.

    Where a key is named that no entry has, what breaks TeX goes too: biber writes it into a file that TeX reads.
    """
    entries, bad = list(entries), _BAD_IN_KEY[dialect]
    odd = {place: entry for place, entry in enumerate(entries) if not entry.key or bad.search(entry.key)}
    if odd:
        entries = _with_new_keys(entries, odd, dialect)
    return [_naming_readable_keys(entry) for entry in entries]


def _with_new_keys(entries: list[Entry], odd: Mapping[int, Entry], dialect: Dialect) -> list[Entry]:
    """The entries, those at these places with keys that can be read, and named by them."""
    taken = KeySet(entry.key for place, entry in enumerate(entries) if place not in odd)
    for place, entry in odd.items():
        key = make_key(Entry(entry.entrytype, entry.fields, written_key(entry.key, dialect)), DEFAULT_PATTERN, taken)
        taken.add(key)
        entries[place] = Entry(entry.entrytype, entry.fields, key)
    renamed = {entry.key.casefold(): entries[place].key for place, entry in odd.items() if entry.key}
    if not renamed:
        return entries
    return [entry.with_fields(**anew) if (anew := named_anew(entry, renamed)) else entry for entry in entries]


def named_keys(entry: Entry) -> dict[str, list[str]]:
    """The keys of other entries that one names in crossref, xdata, related and the like, by field.

    Between two commas stands "": "berg1990,,dahl1991" names two.
    """
    return {name: [key.strip() for key in entry.get(name).split(",")] for name in NAMING_FIELDS if entry.get(name)}


def _naming_readable_keys(entry: Entry) -> Entry:
    """The entry without signs that break TeX in the keys that it names."""
    if _KEY_FIELDS.isdisjoint(entry.fields):
        return entry
    named = {name: [key.strip() for key in entry.get(name).split(",")] for name in _KEY_FIELDS if entry.get(name)}
    # biber ends where nothing is named between two commas.
    odd = {name: keys for name, keys in named.items() if "" in keys or any(map(_BREAKS_TEX.search, keys))}
    kept = {name: filter(None, (_BREAKS_TEX.sub("", key) for key in keys)) for name, keys in odd.items()}
    return entry.with_fields(**{name: ",".join(keys) for name, keys in kept.items()})


def named_anew(entry: Entry, new: Mapping[str, str]) -> dict[str, str]:
    """The fields of an entry that name a former key (folded, in `new`), with the key that took its place."""
    fields = {}
    for name, named in named_keys(entry).items():
        if any(key.casefold() in new for key in named):
            fields[name] = ",".join(dict.fromkeys(new.get(key.casefold(), key) for key in named))
    return fields
