r"""Entries in, formatted BibTeX or biblatex out: text that bibtex and biber compile and that reads back the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bibtexparser import model

from app.bibtex.dates import RAW_MONTH
from app.bibtex.defining import preamble_for
from app.bibtex.dialects import Dialect, to_bibtex
from app.bibtex.latex import to_latex, unmatched_braces
from app.bibtex.naming import DATE_SIGNS, DATES, ORDER, PAGES, PARAGRAPHS, PEOPLE, TITLES, VERBATIM
from app.bibtex.protecting import protect_capitals
from app.citekeys import DEFAULT_PATTERN, make_keys
from app.entry import Entry
from app.people import with_mended_names

_BAD_IN_KEY = re.compile(r"[\s{}()\",=#%'~\\]+")
_BAD_IN_NAME = re.compile(r"[\s{}()\",=#%'@\\]+")
_BAD_IN_TYPE = re.compile(r"[^A-Za-z0-9_-]+")
_LAST = len(ORDER)


@dataclass(frozen=True, slots=True)
class Layout:
    r"""How entries are set out.

    Attributes:
        indent: what a field's line begins with.
        newline: the line end.
        align: the width names are filled up to, 0 for as long as they are.
        equals: what stands between name and value.
        delimiter: "{" or '"'.
    """

    indent: str = "  "
    newline: str = "\n"
    align: int = 0
    equals: str = " = "
    delimiter: str = "{"


def write_bib(
    entries: Iterable[Entry],
    dialect: Dialect = Dialect.BIBLATEX,
    escape_latex: bool | None = None,
    capitals: bool = False,
    layout: Layout = Layout(),
) -> str:
    r"""The entries as the text of a .bib file, one blank line between them, in the order given.

    Args:
        entries: those without a key get one; what BibTeX cannot say is put as `app.bibtex.dialects` describes.
        dialect: whose names and types to use.
        escape_latex: write accents and symbols as commands; None does so for BibTeX only.
        capitals: protect capitals in titles that a style would lose (`app.bibtex.protecting`).
        layout: indent and line ends.

    For BibTeX, xdata is put into the entries that ask for it, and what others crossref comes after them.
    """
    keyed = with_keys(entries)
    escape = dialect == Dialect.BIBTEX if escape_latex is None else escape_latex
    if dialect == Dialect.BIBTEX:
        keyed = _in_bibtex_order(keyed)
    written = (print_entry(source_of(entry, dialect, escape, capitals), layout) for entry in keyed)
    text = layout.newline.join(written)
    return preamble_for(text, dialect, layout.newline) + text


def with_keys(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, those without a key given one of their own."""
    entries = list(entries)
    keyless = [entry for entry in entries if not entry.key]
    if not keyless:
        return entries
    made = iter(make_keys(keyless, DEFAULT_PATTERN, {entry.key for entry in entries if entry.key}))
    return [entry if entry.key else Entry(entry.entrytype, entry.fields, next(made)) for entry in entries]


def source_of(entry: Entry, dialect: Dialect, escape: bool, capitals: bool = False) -> model.Entry:
    """The entry as bibtexparser models it: names of the dialect, values in TeX, with how each is to be delimited."""
    if capitals:
        titles = {name: protect_capitals(value) for name, value in entry.fields.items() if name in TITLES}
        entry = Entry(entry.entrytype, {**entry.fields, **titles}, entry.key)
    said = to_bibtex(entry) if dialect == Dialect.BIBTEX else entry
    fields = said.fields
    made = [source_field(name, fields[name], dialect, escape) for name in _in_order(tuple(fields))]
    return model.Entry(_BAD_IN_TYPE.sub("", said.entrytype) or "misc", _BAD_IN_KEY.sub("", said.key), made)


@lru_cache(maxsize=2000)
def _in_order(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of an entry's fields in the order of writing; most entries have the same as others before them."""
    return tuple(sorted(names, key=lambda name: ORDER.get(name, _LAST)))


def source_field(name: str, value: str, dialect: Dialect, escape: bool) -> model.Field:
    """One field as bibtexparser models it: the value in TeX, and braces or none (a BibTeX month) around it."""
    if (
        (name == "month" and RAW_MONTH.fullmatch(value)) or (name == "year" and value.isascii() and value.isdigit())
    ) and dialect == Dialect.BIBTEX:
        return model.Field(name, value, enclosing="no-enclosing")
    return model.Field(
        name if name.isalnum() else _BAD_IN_NAME.sub("-", name), tex_value(name, value, escape), enclosing="{"
    )


def tex_value(name: str, value: str, escape: bool) -> str:
    """A field's value in TeX, without delimiters; always with balanced braces."""
    if name in VERBATIM or (name in DATES and DATE_SIGNS.fullmatch(value)):
        return _balanced_address(value) if "{" in value or "}" in value else value
    if name in PARAGRAPHS and "\n" in value:
        return "\n\n".join(to_latex(paragraph, escape) for paragraph in value.split("\n\n"))
    if name in PEOPLE and "," in value:
        value = with_mended_names(value, _with_bearable_commas)
    return to_latex(value, escape, pages=name in PAGES or name in DATES)


def _with_bearable_commas(name: str) -> str:
    """The name so that bibtex and biber do not drop it: no comma at its end, and braces around more than two."""
    if "," not in name or name[:1] == "{" or "=" in name:
        return name
    name = name.rstrip(", ")
    return f"{{{name}}}" if name.count(",") > 2 and not unmatched_braces(name) else name


def _balanced_address(value: str) -> str:
    alone = unmatched_braces(value)
    if not alone:
        return value
    codes = {"{": "%7B", "}": "%7D"}
    return "".join(codes[sign] if place in alone else sign for place, sign in enumerate(value))


def print_entry(source: model.Entry, layout: Layout) -> str:
    """An entry's text, as bibtexparser's model has it, with a line end after it."""
    lines = [f"@{source.entry_type}{{{source.key},"]
    in_braces, indent, equals, align = layout.delimiter == "{", layout.indent, layout.equals, layout.align
    for field in source.fields:
        value = field.value
        if field.enclosing != "no-enclosing":
            value = f"{{{value}}}" if in_braces else f'"{quotes_in_braces(value)}"'
        lines.append(f"{indent}{field.key.ljust(align) if align else field.key}{equals}{value},")
    lines.append("}")
    text = layout.newline.join(lines) + layout.newline
    return text if layout.newline == "\n" else re.sub(r"(?<!\r)\n", layout.newline, text)


def quotes_in_braces(tex: str) -> str:
    """A value that stands in quotation marks must have its own in braces."""
    parts, depth = [], 0
    for character in tex:
        depth += (character == "{") - (character == "}")
        parts.append('{"}' if character == '"' and depth == 0 else character)
    return "".join(parts)


def _in_bibtex_order(entries: Sequence[Entry]) -> list[Entry]:
    """For BibTeX: xdata resolved and gone, and parents after the entries that crossref them."""
    by_key = {entry.key.lower(): entry for entry in entries}
    resolved = [with_xdata(entry, by_key) for entry in entries if entry.entrytype != "xdata"]
    parents = {entry.get("crossref").lower() for entry in resolved} - {""}
    if not parents:
        return resolved
    return [entry for entry in resolved if entry.key.lower() not in parents] + [
        entry for entry in resolved if entry.key.lower() in parents
    ]


def with_xdata(entry: Entry, by_key: Mapping[str, Entry]) -> Entry:
    """The entry with the fields of the xdata entries it names (keys in lower case), and without the field xdata."""
    names = [name.strip().lower() for name in entry.get("xdata").split(",") if name.strip()]
    found = [by_key[name] for name in names if name in by_key and by_key[name].entrytype == "xdata"]
    if not found or len(found) < len(names):
        return entry
    fields = dict(entry.fields)
    del fields["xdata"]
    for lender in found:
        for name, value in lender.fields.items():
            if name != "xdata":
                fields.setdefault(name, value)
    return Entry(entry.entrytype, fields, entry.key)
