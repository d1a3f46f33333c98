r"""Entries in, formatted BibTeX or biblatex out: text that bibtex and biber compile and that reads back the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bibtexparser import model

from app.bibtex.around import Around, defined_in
from app.bibtex.danger import is_harmless, may_stand_as_it_is
from app.bibtex.dates import RAW_MONTH
from app.bibtex.defining import is_known, preamble_for
from app.bibtex.dialects import Dialect, to_bibtex
from app.bibtex.edtf import with_dates_said
from app.bibtex.inheriting import settled_for_bibtex
from app.bibtex.keying import with_keys
from app.bibtex.latex import each_paragraph, to_latex, unmatched_braces
from app.bibtex.naming import DATE_SIGNS, DATES, ORDER, PAGES, PARAGRAPHS, PARTS_OF_DATES, PEOPLE, TITLES, VERBATIM
from app.bibtex.protecting import protect_capitals
from app.bibtex.tex_signs import BARE_SIGN, CONTROL, VERBATIM_COMMANDS, WORD_COMMAND
from app.entry import Entry
from app.people import with_mended_names

_BAD_IN_NAME = re.compile(r"[\s{}()\",=#%'@\\]+")
_BACKSLASH = "{\\textbackslash}"
_BAD_IN_TYPE = re.compile(r"[^A-Za-z0-9_-]+")
_UNKNOWN_TO_BIBER = re.compile("[ĦħĸĿŀŉŦŧſƠơƯư]|[^\x00-\u017f\u0218-\u021b\u1e00-\u1eff–—‘’“”\u00a0]")
# biber writes a half of these as an initial, makes braces of the commands for braces, and half a new line of one.
_NO_PART_OF_A_NAME = re.compile(r"\{\\text(?:backslash|asciicircum|asciitilde|brace(?:left|right))\}|\\\\")
_PARAGRAPH = re.compile(r"\s*\\par(?![A-Za-z])\s*")
# What biblatex makes names of commands of.
_LABELS = frozenset({"entrysubtype", "langid", "hyphenation", "eprinttype"})
# biber makes a pattern of it, and ends at a lone bracket; at a command without a word.
_BAD_IN_PRESORT = re.compile(r"[^\w -]+")
# Each of their items is an argument that may not have paragraphs (biblatex manual 2.2.1).
_LISTS = frozenset({"location", "publisher", "institution", "organization", "origlocation", "origpublisher", "school"})
_LANGUAGES = frozenset({"language", "origlanguage"})
_AND = re.compile(r"\s*&\s*")
_BAD_IN_LABEL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\\{}%#&~^$]+")
# In an argument a bare "%" ends the line even within \url; BibTeX's styles print these as sentences of their own.
_SENTENCES = frozenset({"howpublished", "note", "annote", "url"})
_ADDRESS_COMMAND = re.compile(r"\\(?:url|href|path|nolinkurl)\{[^{}]*\}")
_VERBATIM_COMMAND = re.compile(rf"\\(?:{'|'.join(sorted(VERBATIM_COMMANDS))})(?![A-Za-z])")
_LINK_COMMAND = re.compile(r"\\href\{[^{}]*\}")
_NO_TYPES = frozenset({"", "comment", "string", "preamble"})
_LAST = len(ORDER)
# All others are running text.
_TIMES = DATES | PARTS_OF_DATES
_WITH_RULES = frozenset({"presort"}).union(VERBATIM, _LABELS, _LANGUAGES, _TIMES, PARAGRAPHS, PEOPLE, PAGES)
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_BARE = "no-enclosing"
# Journals, years and publishers come again and again, titles do not.
_SHORT, _MANY = 60, 20_000


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
    around: Around | None = None,
) -> str:
    r"""The entries as the text of a .bib file, one blank line between them, in the order given.

    Args:
        entries: those without a key get one; what BibTeX cannot say is put as `app.bibtex.dialects` describes.
        dialect: whose names and types to use.
        escape_latex: write accents and symbols as commands; None does so for BibTeX only.
        capitals: protect capitals in titles that a style would lose (`app.bibtex.protecting`).
        layout: indent and line ends.
        around: what the file is to say besides.

    For BibTeX, xdata is put into the entries that ask for it, with what its crossref would not lend; parents come last.
    """
    keyed = with_keys(entries, dialect)
    escape = dialect == Dialect.BIBTEX if escape_latex is None else escape_latex
    if dialect == Dialect.BIBTEX:
        keyed = settled_for_bibtex(keyed)
    lines = _Lines(dialect, escape, layout)
    written = (_text_of(_as_said(entry, dialect, capitals), lines, layout) for entry in keyed)
    if around is None:
        text = layout.newline.join(written)
        return preamble_for(text, dialect, layout.newline) + text
    return _with_around([*zip((entry.key for entry in keyed), written, strict=True)], around, dialect, layout.newline)


def _with_around(written: Sequence[tuple[str, str]], around: Around, dialect: Dialect, newline: str) -> str:
    """The texts of entries, by their keys, among what stands around them."""
    before = dict(around.before)
    parts = [part for key, text in written for part in (before.pop(key, ""), text) if part]
    # What stood before an entry that goes (@xdata) stays all the same.
    parts = [part.rstrip(newline) + newline for part in (*parts, *before.values(), around.end) if part]
    known = defined_in(around.text) | around.known
    definitions = preamble_for("".join(text for _, text in written), dialect, newline, known)
    start = around.start.rstrip(newline) + newline * 2 if around.start else ""
    return start + definitions + newline.join(parts)


def source_of(entry: Entry, dialect: Dialect, escape: bool, capitals: bool = False) -> model.Entry:
    """The entry as bibtexparser models it: names of the dialect, values in TeX, with how each is to be delimited."""
    said = _as_said(entry, dialect, capitals)
    made = [
        model.Field(*_tex_field(name, said.fields[name], dialect, escape)) for name in _in_order(tuple(said.fields))
    ]
    return model.Entry(_type_of(said.entrytype), said.key, made)


def _as_said(entry: Entry, dialect: Dialect, capitals: bool) -> Entry:
    """The entry in the dialect's names, its capitals protected where that is asked for."""
    if capitals:
        titles = {name: protect_capitals(value) for name, value in entry.fields.items() if name in TITLES}
        entry = Entry(entry.entrytype, {**entry.fields, **titles}, entry.key)
    if dialect == Dialect.BIBTEX:
        return to_bibtex(entry)
    said = with_dates_said(entry.fields)
    return entry if said is entry.fields else Entry(entry.entrytype, said, entry.key)


@lru_cache(maxsize=200)
def _type_of(entrytype: str) -> str:
    """The type as it can stand after the "@"."""
    written = _BAD_IN_TYPE.sub("", entrytype)
    return "misc" if written in _NO_TYPES else written


@lru_cache(maxsize=2000)
def _in_order(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of an entry's fields in the order of writing; most entries have the same as others before them."""
    return tuple(sorted(names, key=lambda name: ORDER.get(name, _LAST)))


def _tex_field(name: str, value: str, dialect: Dialect, escape: bool) -> tuple[str, str, int | None, str]:
    """What bibtexparser's model keeps of a field: name, the value in TeX, no line, and braces or none around it."""
    if dialect == Dialect.BIBTEX and (
        (name == "year" and value.isascii() and value.isdigit()) or (name == "month" and RAW_MONTH.fullmatch(value))
    ):
        return name, value, None, _BARE
    written = name if name.isalnum() else _BAD_IN_NAME.sub("-", name)
    return written, tex_value(name, value, dialect, escape), None, "{"


def tex_value(name: str, value: str, dialect: Dialect, escape: bool) -> str:
    """A field's value in TeX, without delimiters; always with balanced braces."""
    if name in _WITH_RULES:
        return _tex_by_rule(name, value, dialect, escape)
    tex = to_latex(value, escape)
    return _for_an_argument(name, tex, dialect) if "\\" in tex else tex


def _tex_by_rule(name: str, value: str, dialect: Dialect, escape: bool) -> str:
    if not value.isprintable() and name in VERBATIM:
        value = CONTROL.sub("", value)
    if name in VERBATIM and ("\\" in value or "^" in value) and not _is_safe(name, value, dialect):
        return to_latex(value, escape)
    if name == "presort":
        return _BAD_IN_PRESORT.sub("", value)
    if name in _LABELS or (name in _LANGUAGES and dialect == Dialect.BIBLATEX):
        return _BAD_IN_LABEL.sub("", _AND.sub(" and ", value) if name in _LANGUAGES else value)
    if name in VERBATIM or (name in DATES and DATE_SIGNS.fullmatch(value)):
        return _balanced_address(value) if "{" in value or "}" in value else value
    if name in PARAGRAPHS and "\n" in value:
        return each_paragraph(value, lambda paragraph: to_latex(paragraph, escape))
    if name in _TIMES and dialect == Dialect.BIBLATEX:
        return _for_an_argument(name, _tex_of_time(value, escape, name in DATES), dialect)
    if name in PEOPLE:
        if "," in value:
            value = with_mended_names(value, _with_bearable_commas)
        # Of a name with a command that biber does not know it writes initials with half a brace.
        escape = escape and (dialect == Dialect.BIBTEX or not _UNKNOWN_TO_BIBER.search(value))
    tex = to_latex(value, escape, pages=name in PAGES or name in DATES)
    return _for_an_argument(name, tex, dialect) if "\\" in tex else tex


def _tex_of_time(value: str, escape: bool, pages: bool) -> str:
    """What stands where biblatex expects a year, a month or a date in numbers."""
    # biber takes any digits for a year, and TeX counts up to it without end.
    value = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), value)
    value = _VERBATIM_COMMAND.sub("", value)
    tex = to_latex(value, escape, pages)
    # To see whether a year begins with a zero, biblatex expands its first letter, which has no end in pdflatex either.
    return tex if value[:1].isascii() and value[:1] not in "\\{" else "{}" + tex


def _for_an_argument(name: str, tex: str, dialect: Dialect) -> str:
    """A value as the argument that biblatex makes of each field, and BibTeX's styles of titles and names."""
    if dialect == Dialect.BIBLATEX and name in PEOPLE:
        tex = _NO_PART_OF_A_NAME.sub("", tex)
    if dialect == Dialect.BIBLATEX and (name in PEOPLE or name in TITLES or name in _TIMES or name in _LISTS):
        tex = _PARAGRAPH.sub(" ", tex)
    if dialect == Dialect.BIBLATEX and name in _TIMES:
        # biber tells of a date that is none before the @preamble is read.
        may_stand = _may_move if name in DATES else _is_no_note
        tex = WORD_COMMAND.sub(lambda match: match[0] if may_stand(match[1]) else _BACKSLASH + match[1], tex)
    if "%" not in tex and "#" not in tex:
        return tex
    # \href is to do without hyperref, where it is a command like others.
    commands = _LINK_COMMAND if dialect == Dialect.BIBTEX and name in _SENTENCES else _ADDRESS_COMMAND
    return commands.sub(lambda match: BARE_SIGN.sub(r"\\\g<0>", match.group()), tex)


def _may_move(command: str) -> bool:
    """Whether a command prints where biber tells of a field, too."""
    return _is_no_note(command) and is_known(command, Dialect.BIBLATEX)


def _is_no_note(command: str) -> bool:
    """Whether a command prints where it stands: biblatex's own notes and citations do not within a year."""
    return "cite" not in command and "footnote" not in command and command not in VERBATIM_COMMANDS


def _with_bearable_commas(name: str) -> str:
    """The name so that bibtex and biber do not drop it: no comma at its end, and braces around more than two."""
    if "," not in name or name[:1] == "{" or "=" in name:
        return name
    name = name.rstrip(", ")
    return f"{{{name}}}" if name.count(",") > 2 and not unmatched_braces(name) else name


def _is_safe(name: str, value: str, dialect: Dialect) -> bool:
    return may_stand_as_it_is(name, dialect) or is_harmless(value)


def _balanced_address(value: str) -> str:
    alone = unmatched_braces(value)
    if not alone:
        return value
    codes = {"{": "%7B", "}": "%7D"}
    return "".join(codes[sign] if place in alone else sign for place, sign in enumerate(value))


class _Lines(dict[tuple[str, str], str]):
    """The line of a field by its name and value, made when it is first asked for; those of short values are kept."""

    def __init__(self, dialect: Dialect, escape: bool, layout: Layout) -> None:
        super().__init__()
        self._dialect, self._escape, self._layout = dialect, escape, layout

    def __missing__(self, field: tuple[str, str]) -> str:
        name, tex, _, enclosing = _tex_field(*field, self._dialect, self._escape)
        line = _line(name, tex, enclosing, self._layout)
        if len(field[1]) <= _SHORT:
            if len(self) >= _MANY:
                self.clear()
            self[field] = line
        return line


def _text_of(entry: Entry, lines: _Lines, layout: Layout) -> str:
    """The text of an entry that is in the dialect's names."""
    fields = entry.fields
    body = [lines[name, fields[name]] for name in _in_order(tuple(fields))]
    return _put_together(_type_of(entry.entrytype), entry.key, body, layout)


def print_entry(source: model.Entry, layout: Layout) -> str:
    """An entry's text, as bibtexparser's model has it, with a line end after it."""
    body = [_line(field.key, field.value, field.enclosing or "{", layout) for field in source.fields]
    return _put_together(source.entry_type, source.key, body, layout)


def _line(name: str, tex: str, enclosing: str, layout: Layout) -> str:
    if enclosing != _BARE:
        tex = f"{{{tex}}}" if layout.delimiter == "{" else f'"{quotes_in_braces(tex)}"'
    return f"{layout.indent}{name.ljust(layout.align) if layout.align else name}{layout.equals}{tex},"


def _put_together(entrytype: str, key: str, body: Sequence[str], layout: Layout) -> str:
    text = layout.newline.join((f"@{entrytype}{{{key},", *body, "}", ""))
    return text if layout.newline == "\n" else re.sub(r"(?<!\r)\n", layout.newline, text)


def quotes_in_braces(tex: str) -> str:
    """A value that stands in quotation marks must have its own in braces."""
    parts, depth = [], 0
    for character in tex:
        depth += (character == "{") - (character == "}")
        parts.append('{"}' if character == '"' and depth == 0 else character)
    return "".join(parts)
