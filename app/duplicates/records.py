"""Records: a JSONL file of references in, entries by their ids out; and pairs of ids back into a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from io import StringIO
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from app.duplicates.findings import DuplicateGroup, DuplicatePair
from app.entry import Entry
from app.errors import UserError
from app.files import read_file
from app.saving import replace_file

_NO_FIELDS = frozenset({"id", "entrytype", "ENTRYTYPE", "ID"})
# Of 10,000 copies of one entry there are 50 million pairs; nobody reads them, and the chain of them says the same.
_EVERY_PAIR_UP_TO = 300


def read_records(path: Path) -> list[tuple[str, Entry]]:
    """The entries of a JSONL file: one record a line with id, entrytype, author, title, journal, year and so on.

    Empty lines are passed over; a record without an id is known by the number of its line.

    Raises:
        UserError: the file cannot be read, or a line in it is not a record.
    """
    try:
        lines = StringIO(read_file(path).decode("utf-8-sig"), newline=None)
        return [_record(line, number, path) for number, line in enumerate(lines, 1) if line.strip()]
    except UnicodeDecodeError as error:
        raise UserError(
            "File not in UTF-8", f"“{path.name}” is not written in UTF-8.", "Save it in UTF-8 and try again."
        ) from error


def _record(line: str, number: int, path: Path) -> tuple[str, Entry]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise UserError(
            "Not a list of records",
            f"Line {number} of “{path.name}” is not a record.",
            "Give a .bib file, or a file with one JSON record a line.",
        )
    return str(record.get("id", number)), _entry(record)


def _entry(record: Mapping[str, Any]) -> Entry:
    fields = {
        name: _text(value) for name, value in record.items() if name not in _NO_FIELDS and value not in (None, "")
    }
    return Entry(
        str(record.get("entrytype") or record.get("ENTRYTYPE") or "misc").lower(), fields, str(record.get("id", ""))
    )


def _text(value: object) -> str:
    return " and ".join(str(part) for part in value) if isinstance(value, list) else str(value)


def write_pairs(path: Path, found: Iterable[DuplicateGroup[str] | DuplicatePair[str] | tuple[str, str]]) -> None:
    """Write pairs of ids, a tab between, one a line. The file is there whole or not at all.

    Of a group every pair is written, of one of more than 300 entries the pairs of each and the next.
    """
    # An id that stands twice in a file names no pair.
    lines = [f"{first}\t{second}\n" for one in found for first, second in _pairs(one) if first != second]
    replace_file(path, "".join(lines).encode())


def _pairs(found: DuplicateGroup[str] | DuplicatePair[str] | tuple[str, str]) -> Iterable[tuple[str, str]]:
    if isinstance(found, DuplicateGroup):
        is_huge = len(found.members) > _EVERY_PAIR_UP_TO
        return pairwise(found.members) if is_huge else combinations(found.members, 2)
    return [(found.first, found.second) if isinstance(found, DuplicatePair) else found]
