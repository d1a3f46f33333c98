"""Attached files and decided relations leave the library in its .bib files, and come back from them."""

import tomllib
from pathlib import Path

import pytest

from app import editing, finding
from app.bibtex import read_bib
from app.exporting import ExportOptions, export_bib
from app.importing import import_entries
from app.library import open_library
from app.library.named_files import paths_in
from app.merging import decide_related, decisions, withdraw_decision
from tests.building import added

GOLDEN = Path(__file__).parent / "exporting_golden"
AS_IT_CAME = ExportOptions(None)


@pytest.fixture
def library(tmp_path):
    opened = open_library(tmp_path / "x.ibidem")
    yield opened
    opened.close()


def by_key(library):
    return {row.key: row.id for row in finding.rows(library, finding.find_ids(library))}


@pytest.mark.parametrize("name", sorted(path.name[:-7] for path in GOLDEN.glob("*.in.bib")))
def test_what_hangs_on_entries_goes_out_and_nothing_else_changes(library, tmp_path, name):
    act = tomllib.loads((GOLDEN / f"{name}.toml").read_text())
    import_entries(library, GOLDEN / f"{name}.in.bib")
    ids = by_key(library)
    for key, paths in act.get("attach", {}).items():
        editing.attach_files(library, ids[key], [tmp_path / path for path in paths])
    for key, paths in act.get("detach", {}).items():
        for path in paths:
            editing.detach_file(library, ids[key], path)
    for one, other, relation in act.get("related", ()):
        decide_related(library, ids[one], ids[other], relation)
    out = tmp_path / "out.bib"
    export_bib(library, out, None, AS_IT_CAME)
    assert out.read_text() == (GOLDEN / f"{name}.out.bib").read_text()
    with_all = {key: (set(finding.card(library, i).files), i) for key, i in ids.items()}
    again = open_library(tmp_path / "again.ibidem")
    import_entries(again, out)
    back = by_key(again)
    assert {key: set(finding.card(again, back[key]).files) for key in ids} == {k: f for k, (f, _) in with_all.items()}
    names = {i: key for key, i in ids.items()}
    names_again = {i: key for key, i in back.items()}
    said = {frozenset((names[a], names[b])) for a, b, _ in decisions(library)}
    assert {frozenset((names_again[a], names_again[b])) for a, b, _ in decisions(again)} == said
    export_bib(again, tmp_path / "third.bib", None, AS_IT_CAME)
    assert (tmp_path / "third.bib").read_text() == out.read_text()
    again.close()


def test_a_relation_that_goes_out_comes_back_as_the_same(library, tmp_path):
    first, second = added(library, title="The Sources", date="1931"), added(library, title="Again", date="1988")
    decide_related(library, first, second, "reprint")
    export_bib(library, tmp_path / "out.bib", None, ExportOptions())
    written = {e.key: e for _, e in read_bib((tmp_path / "out.bib").read_bytes()).entries()}
    rows = {row.id: row.key for row in finding.rows(library, (first, second))}
    assert written[rows[second]].get("related") == rows[first]
    assert written[rows[second]].get("relatedtype") == "reprintof"
    assert "related" not in written[rows[first]].fields
    again = open_library(":memory:")
    import_entries(again, tmp_path / "out.bib")
    assert [relation for *_, relation in decisions(again)] == ["reprint"]
    again.undo()
    assert decisions(again) == ()
    again.close()


def test_a_relation_to_an_entry_that_stays_behind_is_not_written(library, tmp_path):
    first, second = added(library, title="The Sources", date="1931"), added(library, title="Again", date="1988")
    decide_related(library, first, second, "reprint")
    export_bib(library, tmp_path / "out.bib", [second], ExportOptions())
    assert "related" not in (tmp_path / "out.bib").read_text()


def test_a_withdrawn_relation_leaves_the_text_as_it_came(library, tmp_path):
    path = GOLDEN / "related.in.bib"
    import_entries(library, path)
    ids = by_key(library)
    decide_related(library, ids["first"], ids["again"], "reprint")
    withdraw_decision(library, ids["first"], ids["again"])
    export_bib(library, tmp_path / "out.bib", None, AS_IT_CAME)
    assert (tmp_path / "out.bib").read_bytes() == path.read_bytes()


def test_a_file_outside_the_folder_of_the_bib_is_named_in_full(library, tmp_path):
    entry = added(library, title="The Sources")
    editing.attach_files(library, entry, [tmp_path / "scans" / "a.pdf"])
    (tmp_path / "thesis").mkdir()
    for folder, named in (("", "scans/a.pdf"), ("thesis", (tmp_path / "scans" / "a.pdf").as_posix())):
        out = tmp_path / folder / "out.bib"
        export_bib(library, out, None, ExportOptions())
        ((_, written),) = read_bib(out.read_bytes()).entries()
        assert paths_in(written.get("file")) == [named]


def test_a_file_that_a_second_text_names_changes_neither(library, tmp_path):
    entry = "@article{%s, author={Ulam, Adam}, title={A Long and Telling Title}, journal={Granma}, year={1962}%s}\n"
    one, other = tmp_path / "one.bib", tmp_path / "other.bib"
    one.write_text(entry % ("a", ""))
    other.write_text(entry % ("b", ", file = {scan.pdf}"))
    import_entries(library, one)
    assert import_entries(library, other).known
    out = tmp_path / "sub" / "out.bib"
    out.parent.mkdir()
    export_bib(library, out, None, AS_IT_CAME)
    assert out.read_text() == one.read_text() + "\n" + other.read_text()
