"""An entry's text and the entry as it should be in, the text with only the changed fields rewritten out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.bibtex.dates import RAW_MONTH, is_same_date, write_date
from app.bibtex.dialects import KEPT, KEPT_TYPE, Dialect, to_bibtex
from app.bibtex.habits import Habits, case_of, dialect_of, in_case
from app.bibtex.naming import PEOPLE
from app.bibtex.numbered import with_characters
from app.bibtex.scanning import Block, FieldSpan
from app.bibtex.source import MONTH_MACROS, read_block
from app.bibtex.spans import EntrySpans, entry_spans
from app.bibtex.writing import quotes_in_braces, tex_value
from app.entry import Entry
from app.wordlists import load_words

_DATE_FIELDS = ("date", "year", "month", "day")
_NUMBER = re.compile(r"\d+")
_REST_OF_LINE = re.compile(r"\s*,?[ \t]*(?:\r\n|\n|\r)?")


def edited_text(block: Block, entry: Entry, macros: Mapping[str, str], habits: Habits) -> str:
    """The block's text, changed to describe this entry: values that are the same keep theirs to the letter.

    New fields are written as the entry writes its own, and stand last, or in their place where the fields are in
    alphabetical order. An entry equal to what the block reads as gives the same text.
    """
    before = read_block(block, macros)
    if before == entry:
        return block.text
    names = [name for name, _ in block.fields]
    if names:
        own = {name.lower() for name in names}
        dialect = dialect_of(names) if own & _TELLING else habits.dialect
        habits = replace(habits, dialect=dialect, name_case=case_of(names))
    text = _Text(block, habits, macros)
    for name, value in _changes(block, before, entry, habits.dialect):
        text.put(name, value)
    if entry.key != before.key:
        text.rename(entry.key)
    if habits.dialect == Dialect.BIBTEX:
        for name, value in _changes_in_kept(before, entry):
            text.put(name, value)
    if wanted := _new_type(block, before, entry, habits.dialect):
        text.retype(wanted)
        text.put("type", _in_dialect(entry, habits.dialect).get("type"))
    return text.text


_TELLING = frozenset(
    {"journal", "year", "month", "address", "school", "journaltitle", "date", "location", "annote", "annotation"}
)


def _changes_in_kept(before: Entry, entry: Entry) -> Iterator[tuple[str, str]]:
    """The fields that keep for biblatex what BibTeX has no words for, where they change."""
    was, said = to_bibtex(before), to_bibtex(entry)
    is_same_type = (before.entrytype, before.get("type")) == (entry.entrytype, entry.get("type"))
    for name in dict.fromkeys((*was.fields, *said.fields)):
        if name.startswith(KEPT) and was.get(name) != said.get(name) and not (is_same_type and name == KEPT_TYPE):
            yield name, said.get(name)


def _new_type(block: Block, before: Entry, entry: Entry, dialect: Dialect) -> str:
    """The type to write, "" where it stays as printed."""
    if (before.entrytype, before.get("type")) == (entry.entrytype, entry.get("type")):
        return ""
    said = to_bibtex(entry).entrytype if dialect == Dialect.BIBTEX else entry.entrytype
    if dialect == Dialect.BIBTEX and entry.entrytype == before.entrytype and said == to_bibtex(before).entrytype:
        return ""
    return said if said != block.entrytype.lower() else ""


def _in_dialect(entry: Entry, dialect: Dialect) -> Entry:
    return to_bibtex(entry) if dialect == Dialect.BIBTEX else entry


def _changes(block: Block, before: Entry, entry: Entry, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """Field by field what to write under which name of the file; "" takes the field out."""
    printed = {name.lower() for name, _ in block.fields}
    changed = [name for name in (*entry.fields, *before.fields) if entry.get(name) != before.get(name)]
    changed = list(dict.fromkeys(changed))
    if any(name in changed for name in _DATE_FIELDS):
        yield from _date_changes(printed, entry, dialect)
    for name in changed:
        if name in _DATE_FIELDS:
            continue
        if name == "type" or (name in PEOPLE and "=" in entry.get(name)):
            yield _printed_name(name, printed, entry.entrytype, dialect), _in_dialect(entry, dialect).get(name)
        else:
            yield _printed_name(name, printed, entry.entrytype, dialect), entry.get(name)


def _printed_name(name: str, printed: set[str], entrytype: str, dialect: Dialect) -> str:
    """What the file calls a field: as it is printed, else as its dialect would have it."""
    if name in printed:
        return name
    words = load_words("dialects")
    for alias, target in words["read_fields"].items():
        if target == name and alias in printed:
            return str(alias)
    if dialect == Dialect.BIBTEX:
        if name == "institution" and entrytype == "thesis":
            return "school"
        return str(words["written_fields"].get(name, name))
    return name


def _date_changes(printed: set[str], entry: Entry, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """date, or year and month: whichever the entry has, else what its dialect has."""
    wanted = {name: entry.get(name) for name in _DATE_FIELDS}
    in_parts = "date" not in printed and ("year" in printed or dialect == Dialect.BIBTEX)
    if in_parts and wanted["date"] and not wanted["year"]:
        said = write_date(wanted["date"])
        if wanted["month"] and "month" in said:
            said = {"date": wanted["date"]}
        wanted = {"date": "", "day": wanted["day"], "year": "", "month": wanted["month"]} | said
    elif (
        wanted["date"] and {"year", "month"} & printed and is_same_date(wanted["date"], wanted["year"], wanted["month"])
    ):
        wanted |= {"year": "", "month": ""}
    for name, value in wanted.items():
        if value or name in printed:
            yield name, value


class _Text:
    """An entry's text while it is being changed."""

    def __init__(self, block: Block, habits: Habits, macros: Mapping[str, str]) -> None:
        self.text = block.text
        self._habits = habits
        self._macros = macros

    def put(self, name: str, value: str) -> None:
        """Write a field, add it or take it out."""
        spans = entry_spans(self.text)
        for place, field in enumerate(spans.fields):
            if self.text[slice(*field.name)].lower() == name:
                if value:
                    start, end = field.value
                    self._replace(start, end, self._delimited(name, value, self.text[start:end]))
                else:
                    self._replace(*self._extent(spans, place), "")
                return
        if value:
            self._add(name, value)

    def _extent(self, spans: EntrySpans, place: int) -> tuple[int, int]:
        """A field with the comma before it; with the one behind it where a comment stands between, which may stay."""
        field = spans.fields[place]
        before = spans.fields[place - 1].value[1] if place else spans.key[1]
        if "%" not in self.text[before : field.name[0]]:
            return before, field.value[1]
        if place + 1 < len(spans.fields):
            return field.name[0], spans.fields[place + 1].name[0]
        line = max(self.text.rfind("\n", 0, field.name[0]), self.text.rfind("\r", 0, field.name[0])) + 1
        rest = _REST_OF_LINE.match(self.text, field.value[1])
        return line, rest.end() if rest else field.value[1]

    def rename(self, key: str) -> None:
        """Write another key."""
        self._replace(*entry_spans(self.text).key, key)

    def retype(self, entrytype: str) -> None:
        """Write another type, in the case of the old one."""
        start, end = entry_spans(self.text).entrytype
        self._replace(start, end, in_case(entrytype, case_of([self.text[start:end]])))

    def _replace(self, start: int, end: int, text: str) -> None:
        self.text = self.text[:start] + text + self.text[end:]

    def _add(self, name: str, value: str) -> None:
        spans, habits = entry_spans(self.text), self._habits
        names = [self.text[slice(*field.name)].lower() for field in spans.fields]
        place = len(names)
        if len(names) > 2 and names == sorted(names):
            place = sum(other < name for other in names)
        start = spans.fields[place - 1].value[1] if place else spans.key[1]
        printed = in_case(name, habits.name_case)
        field = printed.ljust(habits.column) + habits.equals + self._delimited(name, value, "")
        if not names:
            rest = self.text[start:].lstrip()
            tail = "" if rest[:1] == "," else f",{habits.newline}"
            self._replace(start, start, f",{habits.newline}{habits.indent}{field}{tail}")
            return
        self._replace(start, start, self._gap(spans.fields, place) + field)

    def _gap(self, fields: Sequence[FieldSpan], place: int) -> str:
        """What stands between two fields here, comma included."""
        if place and len(fields) > 1:
            later = min(place, len(fields) - 1)
            gap = self.text[fields[later - 1].value[1] : fields[later].name[0]]
            if gap.count(",") == 1 and "%" not in gap:
                return gap
        if not place or len(fields) == 1:
            key_end = entry_spans(self.text).key[1]
            gap = self.text[key_end : fields[0].name[0]]
            if gap.count(",") == 1 and "%" not in gap:
                return gap
        return f",{self._habits.newline}{self._habits.indent}"

    def _delimited(self, name: str, value: str, former: str) -> str:
        """A value with its delimiters: those it had, else those the file uses."""
        if name == "month" and (RAW_MONTH.fullmatch(value) or value.lower() in MONTH_MACROS):
            return _month_like(former, value)
        tex = tex_value(name, value, self._habits.dialect, self._habits.escape)
        tex = tex if self._habits.has_numbered else with_characters(tex)
        if former and former[0] not in '{"' and _NUMBER.fullmatch(tex):
            return tex
        delimiter = former[0] if former[:1] in ("{", '"') else self._habits.delimiter
        if delimiter == "{":
            return f"{{{tex}}}"
        return f'"{quotes_in_braces(tex)}"'


def _month_like(former: str, macro: str) -> str:
    """A month as the former one was written: "{December}" gives "{March}", '"Dec"' '"Mar"', "{12}" "{3}"."""
    month = MONTH_MACROS.get(macro.lower())
    said = former[1:-1] if former[:1] in ("{", '"') else ""
    if month is None or not said:
        return macro
    if said.isdigit():
        number = list(MONTH_MACROS).index(macro.lower()) + 1
        return f"{former[0]}{number:0{len(said) if said[0] == '0' else 1}d}{former[-1]}"
    if said.rstrip(".").lower() in MONTH_MACROS:
        month = month[:3] + ("." if said.endswith(".") else "")
    elif said.capitalize() not in MONTH_MACROS.values():
        return macro
    return f"{former[0]}{in_case(month if said[:1].isupper() else month.lower(), case_of([said]))}{former[-1]}"
