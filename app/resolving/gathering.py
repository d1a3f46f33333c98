"""What is known of a work and a further citation of it in, one entry out: what each says best."""

from __future__ import annotations

import re

from app.entry import Entry
from app.folding import fold
from app.resolving.naming import name_key

_PEOPLE = ("author", "editor", "translator", "bookauthor")
# A place in a book is each citation's own: a further one makes no set that volume, and no book those pages.
_PLACES = ("volume", "pages", "chapter", "part", "number")
_IN_OTHERS = ("article", "incollection", "inproceedings", "inreference")


def gather(known: Entry, further: Entry, is_better: bool = False) -> Entry:
    """The entry of a work that is cited again.

    A field keeps what the first citation prints, for later ones are made short on purpose. What is only longer wins,
    since nobody adds what he does not know: a given name for its initial ("Roe, Anna" for "Roe, A."), a title with
    its subtitle, a day for the year. What the first citation lacks is taken from the later one.

    Args:
        known: the entry so far.
        further: what another citation says.
        is_better: the entry so far was read from a short citation; what a full one says goes before it.
    """
    if is_better:
        fields = {**further.fields, **{k: v for k, v in known.fields.items() if not further.get(k)}}
        return Entry(further.entrytype, _without_misread(fields, further), known.key)
    fields = dict(known.fields)
    for name, value in further.fields.items():
        if name not in fields:
            if name not in _PLACES or known.entrytype in _IN_OTHERS:
                fields[name] = value
        elif name in _PEOPLE:
            fields[name] = _fuller_people(fields[name], value)
        elif (name == "title" and _is_longer_title(fields[name], value)) or (
            name == "date" and len(fields[name]) == 4 and value.startswith(f"{fields[name]}-")
        ):
            fields[name] = value
    return Entry(known.entrytype, fields, known.key)


def _without_misread(fields: dict[str, str], further: Entry) -> dict[str, str]:
    """The fields without those that a short citation's words were only taken for: a journal that a book cannot have."""
    if further.entrytype in ("book", "collection", "thesis", "report") and not further.get("journaltitle"):
        fields.pop("journaltitle", None)
    return fields


def _is_longer_title(known: str, further: str) -> bool:
    """Whether a title adds a subtitle to the known one: behind a colon or a stop."""
    return (
        len(further) > len(known) + 3
        and fold(further).startswith(f"{fold(known)} ")
        and re.match(r"[?!”’]?\s?[.:;]\s", further[len(known) :]) is not None
    )


def _fuller_people(known: str, further: str) -> str:
    """The same people with given names where only initials or nothing stood."""
    one, two = re.split(r"\s+and\s+", known), re.split(r"\s+and\s+", further)
    if len(one) != len(two):
        return known
    return " and ".join(_fuller(a, b) for a, b in zip(one, two, strict=True))


def _fuller(known: str, further: str) -> str:
    family, _, given = known.partition(",")
    other_family, _, other_given = further.partition(",")
    if name_key(family) != name_key(other_family) or known.startswith("{"):
        return known
    short, full = fold(given).split(), fold(other_given).split()
    if len(full) < len(short) or not all(b.startswith(a) for a, b in zip(short, full, strict=False)):
        return known
    return f"{family},{other_given}" if sum(map(len, full)) > sum(map(len, short)) else known
