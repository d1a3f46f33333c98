"""Records and pairs in files: what is read, what is written, and what a file that holds none is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.commands.duplicates import to_look_at
from app.duplicates import (
    DuplicateGroup,
    DuplicatePair,
    find_duplicates,
    read_records,
    write_pairs,
)
from app.entry import Entry
from app.errors import UserError

PILOTS = Entry("article", {"author": "Lund, Eva", "title": "Pilots and their wages in the north", "date": "1990"})


def test_records_are_read_and_pairs_written(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    record = {
        "id": "r1",
        "entrytype": "article",
        "author": "Lund, Eva",
        "title": "Pilots and their wages in the north",
        "journal": "Dock",
        "year": 1990,
        "volume": "3",
        "number": "",
        "pages": "1-20",
        "doi": None,
        "booktitle": "",
    }
    other = record | {"id": "r2", "author": ["Lund, E."], "extra": "kept"}
    path.write_text("\n".join(json.dumps(one) for one in (record, other)) + "\n\n", "utf-8")
    records = read_records(path)
    assert [id_ for id_, _ in records] == ["r1", "r2"]
    assert records[0][1] == Entry(
        "article",
        {
            "author": "Lund, Eva",
            "title": "Pilots and their wages in the north",
            "journal": "Dock",
            "year": "1990",
            "volume": "3",
            "pages": "1-20",
        },
        "r1",
    )
    findings = find_duplicates(records)
    write_pairs(tmp_path / "pairs.tsv", findings.certain)
    assert (tmp_path / "pairs.tsv").read_text("utf-8") == "r1\tr2\n"
    write_pairs(tmp_path / "review.tsv", findings.review)
    assert (tmp_path / "review.tsv").read_text("utf-8") == ""


def test_the_list_to_look_at_has_every_doubtful_pair_behind_the_questions() -> None:
    records = [(str(number), Entry("article", {"author": "Sarpi, Paolo", "title": ""})) for number in range(12)]
    findings = find_duplicates(records)
    assert len(findings.review) == 11
    listed = to_look_at(findings, len(records))
    assert listed[:11] == list(findings.review)
    assert len({pair.ids if isinstance(pair, DuplicatePair) else frozenset(pair) for pair in listed}) == 66
    assert to_look_at(findings, 1000) == [*findings.review, *findings.further[:9]]


def test_a_group_is_written_as_all_its_pairs(tmp_path: Path) -> None:
    findings = find_duplicates([("a", PILOTS), ("b", PILOTS), ("c", PILOTS)])
    write_pairs(tmp_path / "pairs.tsv", findings.certain)
    assert (tmp_path / "pairs.tsv").read_text("utf-8") == "a\tb\na\tc\nb\tc\n"


def test_thousands_of_copies_are_written_as_a_chain_that_still_ties_all_of_them(tmp_path: Path) -> None:
    members = tuple(f"copy{number}" for number in range(5000))
    out = tmp_path / "pairs.tsv"
    write_pairs(out, [DuplicateGroup(members, ())])
    lines = out.read_text().splitlines()
    assert len(lines) == 4999
    assert lines[0] == "copy0\tcopy1"
    assert {name for line in lines for name in line.split("\t")} == set(members)


@pytest.mark.parametrize("content", [b"not a record\n", b"[1, 2]\n", b'{"id": 1}\n{"id"\n', b"\xff\xfe\x00"])
def test_a_file_that_holds_no_records_is_told_in_plain_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"records\.jsonl"):
        read_records(path)
    with pytest.raises(UserError, match=r"missing\.jsonl"):
        read_records(tmp_path / "missing.jsonl")
