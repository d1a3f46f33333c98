"""The command line as the contract has it: what is typed, the exit status, what is said, what is written."""

import io
import json
import sys
from pathlib import Path

import pytest

from app.__main__ import main

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "article.html"

# Odd on purpose: a macro, a concatenation, parentheses, a number without braces, free text, an entry that is broken.
ODD_BIB = b"""Free text before.\r
@STRING{apsr = "American Political Science Review"}\r
@Article(dinerstein1967,\r
   author    = "Dinerstein, Herbert S.",\r
   title     = {Soviet Policy in {Latin America}},\r
   journal   = apsr # { (Washington)},\r
   year      = 1967, month = mar, pages = {80--90}\r
)\r
\r
@book{broken1999, title = {No end\r
\r
@Book{theberge1974, author={Theberge, James D.}, title={The {Soviet} Presence in Latin America \\& Beyond},\r
  publisher = {Crane, Russak}, address = {New York}, year = 1974}\r
"""


def run(capsys, *words):
    status = main([str(word) for word in words])
    said = capsys.readouterr()
    return status, said.out, said.err


def files(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def odd_bib(tmp_path):
    path = tmp_path / "odd.bib"
    path.write_bytes(ODD_BIB)
    return path


def test_notes_writes_the_works_and_the_report(tmp_path, capsys):
    status, out, err = run(capsys, "notes", SAMPLE, "--bib", tmp_path / "w.bib", "--report", tmp_path / "r.json")
    assert (status, err) == (0, "")
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    keys = [work["id"] for work in report["works"]]
    bib = (tmp_path / "w.bib").read_text(encoding="utf-8")
    assert len(keys) == len(set(keys)) >= 20
    assert all(f"{{{key}," in bib for key in keys)
    assert str(len(report["notes"])) in out
    for note in report["notes"]:
        for citation in note["citations"]:
            assert note["text"][citation["start"] : citation["end"]] == citation["text"]
            assert citation["work"] is None or citation["work"] in keys


def test_notes_reads_standard_input(tmp_path, capsys, monkeypatch):
    page = io.TextIOWrapper(io.BytesIO(SAMPLE.read_bytes()))
    monkeypatch.setattr("sys.stdin", page)
    status, _, _ = run(capsys, "notes", "-", "--bib", tmp_path / "w.bib", "--report", tmp_path / "r.json")
    assert status == 0
    assert files(tmp_path) == ["r.json", "w.bib"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "does not exist"),
        (b"", "nothing in"),
        (b"\x00\x01\x02\xff" * 500, "no readable text"),
        (b"An article without any notes at all.\n\nIt goes on for a while.", "notes"),
    ],
    ids=["no file", "empty", "binary", "no notes"],
)
def test_a_page_that_cannot_be_read_is_told_in_one_sentence_and_nothing_is_written(tmp_path, capsys, content, said):
    page = tmp_path / "page.txt"
    if content is not None:
        page.write_bytes(content)
    before = files(tmp_path)
    status, out, err = run(capsys, "notes", page, "--bib", tmp_path / "w.bib", "--report", tmp_path / "r.json")
    assert (status, out) == (1, "")
    assert said in err.lower()
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "words",
    [
        ["notes"],
        ["notes", "page.txt"],
        ["convert", "in.bib"],
        ["import", "x.bib"],
        ["a.ibidem", "b.ibidem"],
        ["--nothing"],
    ],
)
def test_wrong_usage_exits_with_2(capsys, words):
    status, _, err = run(capsys, *words)
    assert status == 2
    assert "usage" in err


def test_a_page_goes_through_the_library_to_a_bib_file(tmp_path, capsys):
    library, bib = tmp_path / "l.ibidem", tmp_path / "out.bib"
    status, out, _ = run(capsys, "import", SAMPLE, "--library", library)
    assert status == 0
    assert "notes" in out
    assert run(capsys, "export", bib, "--library", library, "--dialect", "biblatex")[0] == 0
    first = bib.read_bytes()
    assert run(capsys, "import", SAMPLE, "--library", library)[0] == 0, "the same page again adds nothing"
    assert run(capsys, "export", bib, "--library", library, "--dialect", "biblatex")[0] == 0
    assert bib.read_bytes() == first


def test_an_export_of_some_keys_holds_those_alone(tmp_path, capsys, odd_bib):
    library, bib = tmp_path / "l.ibidem", tmp_path / "out.bib"
    run(capsys, "import", odd_bib, "--library", library)
    status, _, _ = run(capsys, "export", bib, "--library", library, "--keys", "theberge1974", "--dialect", "bibtex")
    assert status == 0
    assert "theberge1974" in bib.read_text()
    assert "dinerstein1967" not in bib.read_text()


def test_an_unknown_key_is_told_and_nothing_written(tmp_path, capsys, odd_bib):
    library, bib = tmp_path / "l.ibidem", tmp_path / "out.bib"
    run(capsys, "import", odd_bib, "--library", library)
    status, _, err = run(capsys, "export", bib, "--library", library, "--keys", "theberge1974,nobody2000")
    assert status == 1
    assert "nobody2000" in err
    assert not bib.exists()


def test_import_names_the_broken_entry_by_line_and_brings_in_the_others(tmp_path, capsys, odd_bib):
    status, out, _ = run(capsys, "import", odd_bib, "--library", tmp_path / "l.ibidem")
    assert status == 0
    assert "2 entries came in" in out
    assert "line 10" in out


@pytest.mark.parametrize("words", [["check"], ["convert", "out.bib"], ["duplicates", "--pairs", "out.tsv"]])
def test_a_bib_file_that_is_no_text_is_refused(tmp_path, capsys, words):
    noise = tmp_path / "noise.bib"
    noise.write_bytes(bytes(range(256)) * 160)
    command, *rest = [tmp_path / word if word.startswith("out") else word for word in words]
    status, out, err = run(capsys, command, noise, *rest)
    assert (status, out) == (1, "")
    assert err.startswith("noise.bib holds no readable text.")
    assert files(tmp_path) == ["noise.bib"]


@pytest.mark.parametrize("name", ["out.ris", "out.json", "out.xml", "out.mods"])
def test_the_ending_of_an_export_is_its_format_and_comes_in_again(tmp_path, capsys, odd_bib, name):
    library, again = tmp_path / "l.ibidem", tmp_path / "again.ibidem"
    assert run(capsys, "import", odd_bib, "--library", library)[0] == 0
    assert run(capsys, "export", tmp_path / name, "--library", library)[0] == 0
    assert not (tmp_path / name).read_bytes().lstrip().startswith(b"@")
    status, _, err = run(capsys, "import", tmp_path / name, "--library", again)
    assert (status, err) == (0, "")


def test_convert_without_a_dialect_changes_not_a_byte(tmp_path, capsys, odd_bib):
    status, _, _ = run(capsys, "convert", odd_bib, tmp_path / "out.bib")
    assert status == 0
    assert (tmp_path / "out.bib").read_bytes() == ODD_BIB


@pytest.mark.parametrize(
    ("dialect", "there", "gone"),
    [
        ("biblatex", ["journaltitle", "date", "1967-03", "American Political Science Review (Washington)"], ["month"]),
        ("bibtex", ["journal", "year", "month", "address"], ["journaltitle", "location"]),
    ],
)
def test_convert_to_a_dialect_uses_its_field_names(tmp_path, capsys, odd_bib, dialect, there, gone):
    assert run(capsys, "convert", odd_bib, tmp_path / "out.bib", "--dialect", dialect)[0] == 0
    text = (tmp_path / "out.bib").read_text(encoding="utf-8")
    assert [word for word in there if word not in text] == []
    assert [word for word in gone if word in text] == []


def test_duplicates_lists_pairs_of_citation_keys(tmp_path, capsys):
    bib = tmp_path / "two.bib"
    article = "author={Dinerstein, Herbert S.}, title={Soviet Policy in Latin America}, volume={61}, pages={80--90}"
    bib.write_text(
        f"@article{{a, {article}, journal={{The American Political Science Review}}, year=1967}}\n"
        f"@article{{b, {article}, journal={{American Political Science Review}}, year=1967}}\n"
        "@book{c, author={Theberge, James}, title={The Soviet Presence in Latin America}, year=1974}\n"
    )
    status, _, _ = run(capsys, "duplicates", bib, "--pairs", tmp_path / "p.tsv", "--review", tmp_path / "m.tsv")
    assert status == 0
    assert (tmp_path / "p.tsv").read_text() == "a\tb\n"
    assert (tmp_path / "m.tsv").read_text() == ""


def test_check_prints_a_finding_a_line(tmp_path, capsys):
    bib = tmp_path / "doubtful.bib"
    bib.write_text("@article{lopez1983, author={Lopez, J. Andres}, title={Relaciones}, year=1983, isbn={123}}\n")
    status, out, _ = run(capsys, "check", bib)
    assert status == 0
    assert any(line.startswith("lopez1983: ") and "journal" in line for line in out.splitlines())
    assert any(line.startswith("lopez1983: isbn: ") for line in out.splitlines())


@pytest.mark.parametrize(
    "words", [["import", "{odd}", "--library", "{bad}"], ["export", "{out}", "--library", "{bad}"]]
)
def test_a_library_that_is_no_database_is_left_alone(tmp_path, capsys, odd_bib, words):
    bad = tmp_path / "letter.ibidem"
    bad.write_text("Dear colleague, this is a letter." * 100)
    before = bad.read_bytes()
    places = {"odd": odd_bib, "bad": bad, "out": tmp_path / "out.bib"}
    status, _, err = run(capsys, *(word.format(**places) for word in words))
    assert status == 1
    assert err.count("\n") == 1
    assert bad.read_bytes() == before
    assert not places["out"].exists()


def test_a_command_never_writes_over_what_it_reads(tmp_path, capsys, odd_bib):
    library = tmp_path / "l.ibidem"
    run(capsys, "import", odd_bib, "--library", library)
    page = tmp_path / "page.html"
    page.write_bytes(SAMPLE.read_bytes())
    before = {path: path.read_bytes() for path in (library, page)}
    for words in (
        ["export", library, "--library", library],
        ["notes", page, "--bib", page, "--report", tmp_path / "r.json"],
        ["notes", page, "--bib", tmp_path / "one", "--report", tmp_path / "one"],
    ):
        status, _, err = run(capsys, *words)
        assert (status, err.count("\n")) == (1, 1)
    assert {path: path.read_bytes() for path in before} == before
    assert not (tmp_path / "one").exists()


def test_one_unreadable_file_does_not_keep_the_others_out(tmp_path, capsys, odd_bib):
    noise = tmp_path / "noise.txt"
    noise.write_bytes(b"\x00\x01\x02\xff" * 500)
    status, out, err = run(capsys, "import", noise, odd_bib, "--library", tmp_path / "l.ibidem")
    assert status == 1
    assert "2 entries came in" in out
    assert err.startswith("noise.txt: ")


def test_no_library_is_left_where_nothing_came_in(tmp_path, capsys):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run(capsys, "import", empty, "--library", tmp_path / "l.ibidem")[0] == 1
    assert files(tmp_path) == ["empty.txt"]


@pytest.mark.parametrize(
    "address", ["mysql://nobody@nowhere/lib", "foo://", "://", "http://example.org/x", "postgresql://a:b@host:port/lib"]
)
def test_an_address_that_is_no_databases_is_told(capsys, odd_bib, address):
    status, _, err = run(capsys, "import", odd_bib, "--library", address)
    assert (status, err.count("\n")) == (1, 1)
    assert "neither a file nor a database" in err
    assert ":b@" not in err


def test_a_database_whose_driver_is_not_installed_is_told(capsys, odd_bib, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    status, _, err = run(capsys, "import", odd_bib, "--library", "postgresql://nobody@nowhere/lib")
    assert (status, err.count("\n")) == (1, 1)
    assert "ibidem[postgresql]" in err


def test_an_output_that_is_no_file_is_written_into(tmp_path, capsys):
    null = Path("/dev/null")
    if not null.is_char_device():
        pytest.skip("there is no /dev/null here")
    status, _, _ = run(capsys, "notes", SAMPLE, "--bib", null, "--report", null)
    assert status == 0
    assert null.is_char_device()


def test_a_library_without_a_name_is_refused(capsys, odd_bib):
    status, _, err = run(capsys, "import", odd_bib, "--library", "")
    assert (status, err.count("\n")) == (1, 1)


NO_FILE = {"too long": "x" * 300 + ".bib", "a circle": "circle.bib"}


@pytest.mark.parametrize("place", NO_FILE)
@pytest.mark.parametrize(
    "words",
    [
        "notes {it} --bib out.bib --report out.json",
        "import {it} --library out.ibidem",
        "import {bib} --library {it}",
        "export out.bib --library {it}",
        "export out.bib --library {library} --cited-in {it}",
        "convert {it} out.bib",
        "check {it}",
        "duplicates {it} --pairs out.tsv",
    ],
)
def test_what_cannot_be_a_file_is_told(tmp_path, monkeypatch, capsys, odd_bib, words, place):
    monkeypatch.chdir(tmp_path)
    Path("circle.bib").symlink_to("circle.bib")
    run(capsys, "import", odd_bib, "--library", "known.ibidem")
    before = files(tmp_path)
    filled = [word.format(it=NO_FILE[place], bib=odd_bib, library="known.ibidem") for word in words.split()]
    status, _, err = run(capsys, *filled)
    assert (status, err.count("\n")) == (1, 1)
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "words",
    [
        "notes {sample} --bib {it} --report out.json",
        "export {it} --library known.ibidem",
        "convert {bib} {it}",
        "duplicates {bib} --pairs {it}",
    ],
)
def test_a_name_that_is_too_long_is_not_written_to(tmp_path, monkeypatch, capsys, odd_bib, words):
    monkeypatch.chdir(tmp_path)
    run(capsys, "import", odd_bib, "--library", "known.ibidem")
    filled = [word.format(it="x" * 300 + ".bib", bib=odd_bib, sample=SAMPLE) for word in words.split()]
    status, _, err = run(capsys, *filled)
    assert status == 1
    assert "too long for a file's name" in err
    assert not Path("out.json").exists()


NESTED = "[" * 100_000


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("deep.json", NESTED, "import deep.json --library out.ibidem"),
        ("deep.jsonl", NESTED, "duplicates deep.jsonl --pairs out.tsv"),
        (
            "deep.html",
            f"<html><head><script type='application/ld+json'>{NESTED}</script></head><body><p>Ice.</p></body></html>",
            "notes deep.html --bib out.bib --report out.json",
        ),
    ],
)
def test_lists_nested_without_end_are_told(tmp_path, monkeypatch, capsys, name, text, words):
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text, encoding="utf-8")
    status, _, err = run(capsys, *words.split())
    assert (status, err.count("\n")) == (1, 1)
    assert files(tmp_path) == [name]
