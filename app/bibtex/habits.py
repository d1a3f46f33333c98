"""A file's blocks in, the habits of whoever writes it out: what a changed or new entry has to look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.bibtex.dialects import Dialect
from app.bibtex.numbered import COMMAND
from app.bibtex.scanning import Block, BlockKind
from app.bibtex.spans import EntrySpans, entry_spans

_T = TypeVar("_T")
_SAMPLE = 100
_BIBTEX_NAMES = frozenset({"journal", "year", "month", "address", "school", "annote", "archiveprefix", "primaryclass"})
_BIBLATEX_NAMES = frozenset({"journaltitle", "date", "location", "institution", "annotation", "eprinttype", "langid"})
_ACCENT = re.compile(r"""\\["'`^~=.][{A-Za-z\\]|\\[cvuHkr][ {]""")
_MAYBE_INDENT = re.compile(r",?[ \t]*(?:\r\n|\n|\r)([ \t]*)$")


@dataclass(frozen=True, slots=True)
class Habits:
    r"""How a file is written.

    Attributes:
        dialect: the names most of its fields have.
        escape: accents stand as commands.
        has_numbered: the file defines the command for characters that have no other (`app.bibtex.numbered`).
        delimiter: what values stand in, "{" or '"'.
        indent, newline: the beginning of a field's line and the end of lines.
        equals: what stands between name and value; its first part is filled up to `column`.
        column: where the equals sign stands behind the line's indent, 0 where it follows the name.
        ends_with_comma: the last field has a comma too.
        name_case, type_case: "lower", "upper" or "capital".
        between: what stands between two entries.
    """

    dialect: Dialect = Dialect.BIBLATEX
    escape: bool = False
    has_numbered: bool = False
    delimiter: str = "{"
    indent: str = "  "
    newline: str = "\n"
    equals: str = " = "
    column: int = 0
    ends_with_comma: bool = True
    name_case: str = "lower"
    type_case: str = "lower"
    between: str = "\n\n"


def read_habits(blocks: Sequence[Block], newline: str, is_ascii: bool) -> Habits:
    """The habits that most entries of a file show; the default ones for a file without entries."""
    entries = [block for block in blocks if block.kind == BlockKind.ENTRY and block.fields][:_SAMPLE]
    names = [name for block in entries for name, _ in block.fields]
    spans = [(block.text, entry_spans(block.text)) for block in entries]
    indents = Counter(indent for text, found in spans for indent in _indents(text, found))
    equals, column = _equals(spans)
    return Habits(
        dialect=dialect_of(names),
        escape=is_ascii and any(_ACCENT.search(block.text) for block in entries),
        has_numbered=any(COMMAND in block.text for block in blocks if block.kind == BlockKind.PREAMBLE),
        delimiter=_most((value[0] for block in entries for _, value in block.fields if value[0] in '{"'), "{"),
        indent=_most(indents.elements(), "  "),
        newline=newline,
        equals=equals,
        column=column,
        ends_with_comma=_most((_has_last_comma(text, found) for text, found in spans), True),
        name_case=case_of(names),
        type_case=case_of([block.entrytype for block in entries]),
        between=_between(blocks, newline),
    )


def dialect_of(names: Iterable[str]) -> Dialect:
    """The dialect that fields' names are of; biblatex where they do not tell."""
    lower = [name.lower() for name in names]
    bibtex = sum(name in _BIBTEX_NAMES for name in lower)
    return Dialect.BIBTEX if bibtex > sum(name in _BIBLATEX_NAMES for name in lower) else Dialect.BIBLATEX


def case_of(words: Iterable[str]) -> str:
    """How most of the words are written: "lower", "upper" or "capital"."""
    return _most(
        (
            "upper" if word.isupper() and len(word) > 1 else "capital" if word[:1].isupper() else "lower"
            for word in words
        ),
        "lower",
    )


def in_case(word: str, case: str) -> str:
    """The word written as `case_of` says."""
    return word.upper() if case == "upper" else word[:1].upper() + word[1:] if case == "capital" else word


def _most(things: Iterable[_T], otherwise: _T) -> _T:
    counted = Counter(things).most_common(1)
    return counted[0][0] if counted else otherwise


def _indents(text: str, spans: EntrySpans) -> list[str]:
    before = [spans.key[1], *(field.value[1] for field in spans.fields)]
    gaps = (text[start : field.name[0]] for start, field in zip(before, spans.fields, strict=False))
    return [match.group(1) for gap in gaps if (match := _MAYBE_INDENT.search(gap))]


def _equals(spans: Sequence[tuple[str, EntrySpans]]) -> tuple[str, int]:
    """What stands between name and value, and the column of the equals sign where all are in one."""
    gaps: list[str] = []
    columns: list[int] = []
    for text, found in spans:
        for field in found.fields:
            gap = text[field.name[1] : field.value[0]]
            if "%" not in gap and gap.count("=") == 1:
                gaps.append(gap)
                columns.append(field.name[1] - field.name[0] + gap.index("="))
    common = _most(gaps, " = ")
    column = _most(columns, 0)
    is_aligned = len(set(gaps)) > 2 and columns.count(column) * 10 >= len(columns) * 7
    if not is_aligned:
        return common, 0
    return "=" + _most((gap.partition("=")[2] for gap in gaps), " "), column


def _has_last_comma(text: str, spans: EntrySpans) -> bool:
    return "," in text[spans.fields[-1].value[1] :]


def _between(blocks: Sequence[Block], newline: str) -> str:
    gaps = Counter(
        middle.text
        for before, middle, after in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if before.kind == after.kind == BlockKind.ENTRY and middle.kind == BlockKind.TEXT and not middle.text.strip()
    )
    return _most(gaps.elements(), newline * 2)
