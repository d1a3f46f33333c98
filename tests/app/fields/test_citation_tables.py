"""Every citation of the tables beside this file: its words in, type, fields and locator out. All works are invented.

A table is plain text: the citation as it stands in a note, "¦" where it ends, and below it, indented, the entry type,
the fields, and "@" with the page pointed at. A new case is a new paragraph.
"""

from pathlib import Path

import pytest

from app.fields import parse_citation

TABLES = sorted((Path(__file__).parent / "tables").glob("*.txt"))


def cases():
    for table in TABLES:
        for paragraph in table.read_text(encoding="utf-8").strip().split("\n\n"):
            text, *lines = paragraph.split("\n")
            yield pytest.param(text, [line.strip() for line in lines], id=f"{table.stem}: {text[:50]}")


@pytest.mark.parametrize(("text", "lines"), list(cases()))
def test_a_citation_says_what_its_table_says(text, lines):
    words, _, behind = text.partition("¦")
    kind, *wanted = lines
    parsed = parse_citation(words + behind)
    assert parsed is not None, "no citation was seen"
    locators = [line[2:] for line in wanted if line.startswith("@ ")]
    assert dict(line.split(" = ", 1) for line in wanted if not line.startswith("@ ")) == {
        name: value for name, value in parsed.entry.fields.items() if name != "entrysubtype"
    }
    assert parsed.entry.entrytype == kind
    assert parsed.locator == (locators[0] if locators else None)
    assert (words + behind)[: parsed.end] == words


def test_every_kind_of_citation_has_cases():
    assert len(list(cases())) >= 150
    assert {table.stem for table in TABLES} >= {"law", "german", "french", "italian", "newspapers"}
