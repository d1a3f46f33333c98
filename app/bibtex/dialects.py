"""Fields as BibTeX names them in, biblatex's out, and back, so that nothing is lost on the way.

The names are those of the biblatex manual (2.1.2, 2.2.5). What BibTeX's styles have no field for (a translator, an
event, the state of publication) stands in the note in words, and beside it in its own field, which the styles ignore;
on the way back the words are taken out of the note again.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import cast

from app.bibtex.dates import is_same_date, read_date, write_date
from app.bibtex.edtf import read_by_machine, take_back_texts, with_dates_said
from app.bibtex.naming import DATES, PEOPLE
from app.bibtex.wording import joined_title, only_in_words, words_for_note
from app.entry import Entry
from app.people import with_mended_names, without_extended_format
from app.wordlists import load_words


class Dialect(StrEnum):
    """Which program reads the file: bibtex with its old styles, or biber for biblatex."""

    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"


# Keep the type that BibTeX has no name for, and names in a form it cannot read ("biblatexauthor"); its styles ignore
# fields they do not know.
KEPT = "biblatex"
KEPT_TYPE = f"{KEPT}type"
# Types that both have, of which no style needs anything put in words, and fields that ask for more than a name.
_SAME_TYPES = frozenset({"article", "book", "booklet", "incollection", "inproceedings", "manual", "proceedings"})
_NOT_PLAIN = ("type", "maintitle", "issue", "year", "month")
_SUBTITLES = (("title", "subtitle"), ("booktitle", "booksubtitle"), ("journaltitle", "journalsubtitle"))


@lru_cache(maxsize=4000)
def _written_date(date: str) -> dict[str, str]:
    said = with_dates_said({"date": date})
    return write_date(said["date"]) if "date" in said else dict(said)


@cache
def _table(name: str) -> Mapping[str, str]:
    return MappingProxyType(cast("dict[str, str]", load_words("dialects")[name]))


def biblatex_name(name: str) -> str:
    """What biblatex calls a field of either dialect: "journal" is journaltitle, a field of its own keeps its name."""
    return _table("read_fields").get(name, name)


def to_biblatex(entrytype: str, fields: Mapping[str, str], key: str = "") -> Entry:
    """The entry that fields of either dialect describe; names and type are lower case, values Unicode.

    journal becomes journaltitle, year and month date, @phdthesis @thesis with type phdthesis, and so on. A name whose
    place is taken by another value keeps it under the name it had.
    """
    fields = dict(fields)
    aliases = _table("read_fields")
    read: dict[str, str] = {}
    for name, value in fields.items():
        target = aliases.get(name, name)
        if target != name and fields.get(target, value) != value:
            target = name
        read.setdefault(target, value)
    entrytype = _restore_type(entrytype, read)
    _join_date(read)
    # Only what came from biblatex as a @misc has its place in words too.
    _take_out_words(entrytype if KEPT_TYPE in fields or bibtex_type(entrytype, read) != "misc" else "misc", read)
    _restore_names(read)
    return Entry(entrytype, read, key)


@cache
def _types_by_word() -> Mapping[str, str]:
    return MappingProxyType({words: name for name, words in _table("type_words").items()})


def _restore_type(entrytype: str, fields: dict[str, str]) -> str:
    read_type = _table("read_types").get(entrytype, entrytype)
    kept = fields.get(KEPT_TYPE, "")
    if kept and bibtex_type(kept, fields) == entrytype:
        del fields[KEPT_TYPE]
        read_type = kept
    word = fields.get("type", "")
    if word and word in _types_by_word():
        fields["type"] = _types_by_word()[word]
    elif not word and entrytype in _table("read_type_field") and not kept:
        fields["type"] = _table("read_type_field")[entrytype]
    return read_type


def _join_date(fields: dict[str, str]) -> None:
    """Put year, month and day into date, where date can hold them."""
    take_back_texts(fields)
    for name in DATES:
        if name in fields and not fields[name].isdecimal():
            fields[name] = read_by_machine(fields[name])
    year, month, day = fields.get("year", ""), fields.get("month", ""), fields.get("day", "")
    if date := fields.get("date", ""):
        if is_same_date(date, year, month):
            fields.pop("year", None)
            fields.pop("month", None)
        elif month and not year and len(date) == 4 and not read_date(date, month)[1]:
            fields["date"] = read_date(date, month)[0]
            del fields["month"]
        return
    date, left = read_date(year, month, day)
    if not date:
        return
    fields["date"] = date
    del fields["year"]
    if not left:
        fields.pop("month", None)
    if len(date) == 10:
        fields.pop("day", None)


def to_bibtex(entry: Entry) -> Entry:
    """The entry in BibTeX's names: journal, address, year, @phdthesis ...; month is a raw value (jan, jan # "~3").

    `to_biblatex` of the result gives the entry back.
    """
    if plain := _plain_names(entry.entrytype, tuple(entry.fields)):
        return Entry(entry.entrytype, _renamed(entry.fields, plain), entry.key)
    entrytype = bibtex_type(entry.entrytype, entry.fields)
    fields = dict(with_dates_said(entry.fields, ("date",)))
    names = _table("written_fields")
    words = words_for_note(entry.entrytype, fields)
    _join_subtitles(fields)
    _put_into_words(entry.entrytype, fields, words)
    if entry.entrytype == "thesis" and "school" not in fields:
        names = {**names, "institution": "school"}
    _write_type(entry, entrytype, fields)
    written: dict[str, str] = {}
    for name, value in fields.items():
        if "=" in value and name in PEOPLE:
            written |= _without_extended_format(name, value)
        elif name == "date" and ("year" in fields or "month" in fields):
            written[name] = value
        elif name == "date":
            written.update(
                {part: said for part, said in write_date(value).items() if part == "date" or part not in fields}
            )
        else:
            target = names.get(name, name)
            written[name if target in fields else target] = value
    return Entry(entrytype, written, entry.key)


@lru_cache(maxsize=4000)
def _plain_names(entrytype: str, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Fields with what BibTeX calls them, where that is all that changes; none where something has to be put in words.

    Most entries have the same fields as others before them.
    """
    if entrytype not in _SAME_TYPES or not _worded_fields().isdisjoint(names):
        return ()
    table = _table("written_fields")
    return tuple((name, name if table.get(name) in names else table.get(name, name)) for name in names)


@cache
def _worded_fields() -> frozenset[str]:
    return frozenset({*only_in_words(), *_NOT_PLAIN, *(subtitle for _, subtitle in _SUBTITLES)})


def _renamed(fields: Mapping[str, str], names: tuple[tuple[str, str], ...]) -> dict[str, str]:
    written: dict[str, str] = {}
    for name, target in names:
        value = fields[name]
        if name == "date":
            written |= _written_date(value)
        elif "=" in value and name in PEOPLE:
            written |= _without_extended_format(name, value)
        else:
            written[target] = value
    return written


def _without_extended_format(name: str, value: str) -> dict[str, str]:
    """A field of people as bibtex reads it, which does not know biber's "family=Berg, given=Jan, prefix=van"."""
    bare = with_mended_names(value, without_extended_format)
    return {name: bare} if bare == value else {name: bare, f"{KEPT}{name}": value}


def bibtex_type(entrytype: str, fields: Mapping[str, str]) -> str:
    """The type of BibTeX's styles that comes nearest to one of biblatex's."""
    if entrytype == "thesis":
        kind = fields.get("type", "").lower()
        is_lower = any(word in kind for word in ("mathesis", "master", "bachelor", "diplom", "magister"))
        return "mastersthesis" if is_lower else "phdthesis"
    if entrytype in _table("read_types"):
        return entrytype
    if entrytype in _table("written_types"):
        return _table("written_types")[entrytype]
    # A type of one's own is for a style of one's own; the others set it as they set @misc.
    return "misc" if entrytype in load_words("required_fields")[Dialect.BIBLATEX.value] else entrytype


def _write_type(entry: Entry, entrytype: str, fields: dict[str, str]) -> None:
    """Say the type in BibTeX's words, and keep the one it has no name for."""
    kind = fields.get("type", "")
    if kind and kind == _table("read_type_field").get(entrytype, ""):
        del fields["type"]
    elif kind in _table("type_words"):
        fields["type"] = _table("type_words")[kind]
    back = _table("read_types").get(entrytype, entrytype)
    if back != entry.entrytype or (not kind and entrytype in _table("read_type_field")):
        fields[KEPT_TYPE] = entry.entrytype


def _restore_names(fields: dict[str, str]) -> None:
    """Names in biber's own form again, where the others still say the same."""
    for kept in [name for name in fields if name.startswith(KEPT) and name != KEPT_TYPE]:
        role = kept.removeprefix(KEPT)
        if role in PEOPLE and with_mended_names(fields[kept], without_extended_format) == fields.get(role):
            fields[role] = fields.pop(kept)


def _join_subtitles(fields: dict[str, str]) -> None:
    for title, subtitle in _SUBTITLES:
        if fields.get(title) and fields.get(subtitle):
            fields[title] = joined_title(fields[title], fields[subtitle])


def _part_subtitles(fields: dict[str, str]) -> None:
    for title, subtitle in _SUBTITLES:
        whole, end = fields.get(title, ""), fields.get(subtitle, "")
        if end and whole.endswith(end) and whole != end:
            bare = whole[: -len(end)].rstrip()
            for start in (bare, bare[:-1]):
                if start and joined_title(start, end) == whole:
                    fields[title] = start


def _put_into_words(entrytype: str, fields: dict[str, str], words: str) -> None:
    """Say in note, series, number and howpublished what BibTeX's styles have no other place for."""
    if words:
        fields["note"] = f"{fields['note']}. {words}" if fields.get("note") else words
    if "maintitle" in fields and "series" not in fields and entrytype in ("book", "mvbook", "collection"):
        fields["series"] = fields["maintitle"]
    if "issue" in fields and "number" not in fields:
        fields["number"] = fields["issue"]
    if bibtex_type(entrytype, fields) == "misc" and "url" in fields and "howpublished" not in fields:
        fields["howpublished"] = f"\\url{{{fields['url']}}}"


def _take_out_words(entrytype: str, fields: dict[str, str]) -> None:
    """The other way: what was put into words goes, where the field it came from is there."""
    _part_subtitles(fields)
    for copied, copy in (("maintitle", "series"), ("issue", "number")):
        if copied in fields and fields.get(copy) == fields[copied]:
            del fields[copy]
    if (note := fields.get("note")) and (words := words_for_note(entrytype, fields)):
        if note == words:
            del fields["note"]
        elif note.endswith(f". {words}"):
            fields["note"] = note[: -len(words) - 2]
    if fields.get("url") and fields.get("howpublished") == f"\\url{{{fields['url']}}}":
        del fields["howpublished"]
