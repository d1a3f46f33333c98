"""Entries or a file in, findings out: each entry by itself, then all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.bibtex import BibFile, Block, BlockKind, Dialect, inherited
from app.bibtex.edtf import is_edtf
from app.bibtex.habits import dialect_of
from app.bibtex.keying import is_readable_key, named_keys
from app.bibtex.latex import without_command
from app.bibtex.naming import DATES, VERBATIM
from app.bibtex.source import read_value, split_pieces
from app.entry import Entry
from app.folding import fold
from app.integrity.fields import field_findings, no_date
from app.integrity.finding import Finding
from app.integrity.needs import missing_fields
from app.integrity.scripts import unprinted_scripts


def check_entries(entries: Sequence[Entry], dialect: Dialect = Dialect.BIBLATEX) -> list[Finding]:
    """Everything wrong in these entries, in their order.

    Args:
        entries: as a library has them; crossref and xdata are looked up among them.
        dialect: for which the fields that must be there are asked.
    """
    by_key = {entry.key.lower(): entry for entry in reversed(entries) if entry.key}
    shared = _shared(entries)
    findings: list[Finding] = []
    for index, entry in enumerate(entries):
        findings += check_entry(entry, dialect, by_key, index)
        findings += shared.get(index, ())
    if dialect == Dialect.BIBLATEX:
        scripts = unprinted_scripts(entries)
        findings += [Finding(entries[i].key, field, message, None, i) for i, field, message in scripts]
    return findings


def check_entry(
    entry: Entry, dialect: Dialect = Dialect.BIBLATEX, by_key: Mapping[str, Entry] | None = None, index: int = -1
) -> list[Finding]:
    """Everything wrong in one entry by itself; `by_key` (in lower case) is where crossref and xdata are looked up."""
    found = [(field, message, cleanup) for field, message, cleanup in field_findings(entry)]
    findings = [Finding(entry.key, field, message, cleanup, index) for field, message, cleanup in found]
    if not entry.key:
        findings.append(Finding(entry.key, "key", "The entry has no citation key.", None, index))
    elif not is_readable_key(entry.key, dialect):
        program = "biber cannot read" if is_readable_key(entry.key, Dialect.BIBTEX) else "breaks BibTeX or TeX"
        findings.append(Finding(entry.key, "key", f"The key has a sign in it that {program}.", None, index))
    if dialect == Dialect.BIBTEX:
        findings += [Finding(entry.key, field, message, None, index) for field, message in _beyond_tex(entry)]
    for field, message in missing_fields(inherited(entry, by_key or {}), dialect):
        findings.append(Finding(entry.key, field, message, None, index))
    if by_key is not None:
        findings += [Finding(entry.key, field, message, None, index) for field, message in _broken_links(entry, by_key)]
    return findings


def _beyond_tex(entry: Entry) -> Iterator[tuple[str, str]]:
    """Fields with characters that BibTeX's own engines cannot print."""
    for field, value in entry.fields.items():
        if field not in VERBATIM and (beyond := without_command(value)):
            message = f"TeX has no command for “{beyond[:10]}”; LuaLaTeX and XeLaTeX print it, pdfLaTeX question marks."
            yield field, message


def _broken_links(entry: Entry, by_key: Mapping[str, Entry]) -> Iterator[tuple[str, str]]:
    for field, keys in named_keys(entry).items():
        for key in filter(None, keys):
            if key.lower() not in by_key:
                yield field, f"There is no entry “{key}”."
            elif key == entry.key:
                yield field, "The entry points at itself."


def _shared(entries: Sequence[Entry]) -> dict[int, list[Finding]]:
    """What two entries must not share: keys, and DOIs where the titles agree too."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for same in _groups((entry.key.lower(), index) for index, entry in enumerate(entries)):
        for index in same[1:]:
            first = entries[same[0]].key
            found[index].append(
                Finding(entries[index].key, "key", f"Another entry has the key “{first}”.", None, index)
            )
    for same in _groups((entry.get("doi").lower(), index) for index, entry in enumerate(entries)):
        for index in same[1:]:
            other = entries[same[0]]
            if fold(other.get("title")) == fold(entries[index].get("title")) or not entries[index].get("title"):
                message = f"“{other.key}” has the same DOI."
                found[index].append(Finding(entries[index].key, "doi", message, None, index))
    return found


def _groups(pairs: Iterable[tuple[str, int]]) -> list[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for name, index in pairs:
        if name:
            groups[name].append(index)
    return [group for group in groups.values() if len(group) > 1]


def check_bib(bibfile: BibFile, dialect: Dialect | None = None) -> list[Finding]:
    """Everything wrong in a file: what `check_entries` finds, and before it what only the file's text shows.

    Args:
        bibfile: as it was read.
        dialect: None takes the one its fields are named in.
    """
    placed = list(bibfile.entries())
    if dialect is None:
        dialect = dialect_of(name for block in bibfile.blocks for name, _ in block.fields)
    findings = [
        Finding(problem.key or f"line {problem.line}", "entry", _with_line(problem.message, problem.line))
        for problem in bibfile.problems()
    ]
    if not bibfile.header.encoding.startswith("utf-8"):
        name = bibfile.header.encoding.partition("+")[0]
        findings.append(Finding("line 1", "encoding", f"The file is in {name}; biber takes UTF-8 unless it is told."))
    findings += _undefined_macros(bibfile)
    findings += _dates_read(bibfile, placed)
    findings += check_entries([entry for _, entry in placed], dialect)
    lines = {index: bibfile.blocks[place].line for index, (place, _) in enumerate(placed)}
    return [
        finding
        if finding.key
        else Finding(f"line {lines[finding.index]}", finding.field, finding.message, finding.cleanup)
        for finding in findings
    ]


def _dates_read(bibfile: BibFile, placed: Iterable[tuple[int, Entry]]) -> Iterator[Finding]:
    """Dates that were read though biber does not read them so: "12/1968" is 1968-12 for us."""
    for index, entry in placed:
        for name, raw in bibfile.blocks[index].fields:
            if name.lower() in DATES and raw[0] in '{"':
                text = read_value(name.lower(), raw[1:-1])
                if text != (date := entry.get(name.lower())) and not is_edtf(text) and is_edtf(date):
                    yield Finding(entry.key, name.lower(), no_date(text))


def _with_line(message: str, line: int) -> str:
    """The sentence with the line in it, before its full stop."""
    return message if "(line " in message else f"{message.removesuffix('.')} (line {line})."


def _undefined_macros(bibfile: BibFile) -> Iterator[Finding]:
    defined = bibfile.macros(0)
    for block in bibfile.blocks:
        if block.kind == BlockKind.STRING:
            defined[block.key.lower()] = ""
        elif block.kind == BlockKind.ENTRY:
            for field, name in _macros_in(block):
                if name.lower() not in defined:
                    message = f"“{name}” stands for nothing that the file defines (@string)."
                    yield Finding(block.key or f"line {block.line}", field.lower(), message)


def _macros_in(block: Block) -> Iterator[tuple[str, str]]:
    for field, value in block.fields:
        if value[0] in '{"' and "#" not in value:
            continue
        for piece in split_pieces(value):
            if piece[0] not in '{"' and not piece.isdigit():
                yield field, piece
