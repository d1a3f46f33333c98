"""Proposing: entries that are one work in, one entry with a sensible value for every field out; nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from app.bibtex.keying import named_keys
from app.duplicates.findings import FieldProposal, MergeProposal
from app.entry import Entry
from app.folding import fold
from app.matching.names import can_be_given, read_names
from app.matching.numbers import doi_of, isbns_of, page_span, year_of
from app.matching.venues import compare_venues

# BibTeX's names for biblatex's fields, so that members in either dialect meet.
_TWINS = {
    "journal": "journaltitle",
    "year": "date",
    "address": "location",
    "school": "institution",
    "annote": "annotation",
}
JOINED_FIELDS = {
    "keywords": ", ",
    "note": "; ",
    "addendum": "; ",
    "annotation": "\n",
    "file": ";",
    "groups": ", ",
    "ids": ",",
}
_PEOPLE = frozenset({"author", "editor", "translator", "bookauthor", "editora", "editorb", "editorc", "holder"})
_VENUES = frozenset({"journaltitle", "booktitle", "maintitle", "publisher", "institution", "series", "location"})
_LONG = frozenset({"abstract"})
_VAGUE_TYPES = ("misc", "online", "unpublished", "electronic", "www")


def propose_merge(entries: Sequence[Entry], typed: Sequence[Collection[str]] = ()) -> MergeProposal:
    """How these entries would become one; the first one's key is kept, the others become `ids`.

    The value proposed is one that a person typed, else what most members say, else the fuller one: the unabbreviated
    journal, the longer list of fuller names, both pages, the day rather than the year. Keywords, notes and files of all
    members are joined.

    Args:
        entries: two or more, the one to keep first.
        typed: for each member, in order, the names of the fields that a person typed or corrected; may be shorter.
    """
    own = {entry.key.casefold() for entry in entries if entry.key}
    members = [_naming_others(_in_biblatex(entry), own) for entry in entries]
    by_hand = [frozenset(_TWINS.get(name, name) for name in names) for names in typed]
    by_hand += [frozenset()] * (len(members) - len(by_hand))
    names = list(dict.fromkeys(name for entry in members for name in entry.fields if name != "ids"))
    fields = [
        _proposal(name, [entry.get(name) for entry in members], [name in hand for hand in by_hand]) for name in names
    ]
    keys = list(dict.fromkeys(entry.key for entry in members if entry.key))
    aliases = _aliases(keys, members)
    chosen = {field.name: field.chosen for field in fields} | ({"ids": ",".join(aliases)} if aliases else {})
    merged = Entry(_entrytype(members), chosen, keys[0] if keys else "")
    ordered = sorted(fields, key=lambda field: not field.is_disagreement)
    return MergeProposal(merged, tuple(e.entrytype for e in members), tuple(ordered), tuple(aliases))


def _in_biblatex(entry: Entry) -> Entry:
    fields: dict[str, str] = {}
    for name, value in entry.fields.items():
        twin = _TWINS.get(name, name)
        if twin == name or not entry.get(twin):
            fields[twin] = value
    return Entry(entry.entrytype, fields, entry.key)


def _naming_others(entry: Entry, own: Collection[str]) -> Entry:
    """The entry without the keys of those it becomes one with, where it names other entries: none names itself."""
    changed = {
        name: ",".join(key for key in keys if key.casefold() not in own)
        for name, keys in named_keys(entry).items()
        if any(key.casefold() in own for key in keys)
    }
    return entry.with_fields(**changed) if changed else entry


def _aliases(keys: list[str], members: Sequence[Entry]) -> list[str]:
    """The losing keys and every alias that a member had already."""
    former = [alias.strip() for entry in members for alias in entry.get("ids").split(",")]
    return [alias for alias in dict.fromkeys(keys[1:] + former) if alias and alias not in keys[:1]]


def _entrytype(members: Sequence[Entry]) -> str:
    """What most say; a type that says nothing gives way to one that does."""
    telling = [entry.entrytype for entry in members if entry.entrytype not in _VAGUE_TYPES]
    return Counter(telling or [entry.entrytype for entry in members]).most_common(1)[0][0]


def _proposal(name: str, values: list[str], by_hand: list[bool]) -> FieldProposal:
    if name in JOINED_FIELDS:
        return FieldProposal(name, tuple(values), _joined(values, JOINED_FIELDS[name]), is_disagreement=False)
    known = [value for value in values if value]
    typed = [value for value, hand in zip(values, by_hand, strict=True) if value and hand]
    chosen = _fullest(name, typed or known)
    differs = name not in _LONG and any(not _is_same(name, chosen, value) for value in known)
    return FieldProposal(name, tuple(values), chosen, is_disagreement=differs)


def _joined(values: list[str], divider: str) -> str:
    """Every part once, in the members' order."""
    mark = divider.strip() or divider
    parts = [part.strip() for value in values for part in value.split(mark)]
    return divider.join(dict.fromkeys(part for part in parts if part))


def _fullest(name: str, values: list[str]) -> str:
    """What most members say; among equally many the fuller value, then the earlier."""
    camps: list[list[str]] = []
    for value in values:
        camp = next((camp for camp in camps if _is_same(name, camp[0], value)), None)
        if camp is None:
            camps.append([value])
        else:
            camp.append(value)
    largest = max(len(camp) for camp in camps)
    return max((value for camp in camps if len(camp) == largest for value in camp), key=lambda v: _fullness(name, v))


def _fullness(name: str, value: str) -> tuple[int, ...]:
    if name in _PEOPLE:
        people = read_names(value)
        return (len(people), sum(len(name.given) for name in people), _finish(value))
    if name == "pages":
        first, last = page_span(value)
        return (bool(first), bool(last), last in value.lower(), -len(value))
    if name == "doi":
        return (value == doi_of(value), -len(value))
    if name in ("volume", "number"):
        return (value.strip().isdigit(), -len(value))
    return (not value.isupper(), len(fold(value)), _finish(value))


def _finish(value: str) -> int:
    """Between spellings of one value the one with its accents, capitals and braces."""
    return sum(not c.isascii() for c in value) + value.count("{") - 2 * value.count("\\")


def _is_same(name: str, a: str, b: str) -> bool:
    """Whether two values of a field say the same, one perhaps more fully."""
    if fold(a) == fold(b) or fold(a).replace(" ", "") == fold(b).replace(" ", ""):
        return True
    if name in _PEOPLE:
        return _are_same_people(a, b)
    if name in _VENUES:
        return compare_venues(*sorted((fold(a), fold(b)))) in ("same", "near")
    if name == "pages":
        (first, last), (other_first, other_last) = page_span(a), page_span(b)
        return bool(first) and first == other_first and (not last or not other_last or last == other_last)
    if name == "date":
        return (a.startswith(b) or b.startswith(a)) and year_of(a) == year_of(b)
    if name == "doi":
        return bool(doi_of(a)) and doi_of(a) == doi_of(b)
    return name == "isbn" and bool(isbns_of(a) & isbns_of(b))


def _are_same_people(a: str, b: str) -> bool:
    people, others = read_names(a), read_names(b)
    shorter, longer = sorted((people, others), key=len)
    return bool(shorter) and all(
        one.surname == other.surname and can_be_given(one.given, other.given)
        for one, other in zip(shorter, longer, strict=False)
    )
