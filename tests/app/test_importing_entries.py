"""Files of entries coming into a library: what is added, known, broken, stopped, and what comes along."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import finding
from app.entry import Entry
from app.errors import Cancelled, UserError
from app.exporting import ExportOptions, bib_text
from app.importing import (
    BrokenEntry,
    import_entries,
    is_page,
    save_broken,
)
from app.library.named_files import paths_in
from app.progress import Progress
from tests.building import added, contents

BIB = """% kept as it is
@string{praeger = {Praeger}}

@Book{Ulam74,
  author    = {Ulam, Adam B.},
  title     = {Expansion and {Coexistence}},
  publisher = praeger,
  year      = 1974
}

@article{castro,
  author = "Castro, Fidel", title = "Speech on the Blockade", journal = {Granma}, year = {1962},
  ids = {castro1, castroB}}
"""
BROKEN = """
@book{broken, title = {never closed

@book{good, title = {A Good One}, author = {Weiss, Clara}, year = 1999}
"""


def _file(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_bib_file_comes_in_as_one_step(library, tmp_path):
    report = import_entries(library, _file(tmp_path, "refs.bib", BIB))
    assert report.changes.name == "Import 2 entries from refs.bib"
    assert (len(report.added), report.known, report.broken) == (2, (), ())
    ulam = finding.card(library, report.added[0])
    assert ulam.entry == Entry(
        "book",
        {"author": "Ulam, Adam B.", "title": "Expansion and {Coexistence}", "publisher": "Praeger", "date": "1974"},
        "Ulam74",
    )  # fmt: skip
    assert ulam.source_text.startswith("@Book{Ulam74,")
    assert finding.card(library, report.added[1]).aliases == ("castro1", "castroB")
    library.undo()
    assert all(not rows for rows in contents(library).values())


def test_good_entries_come_in_and_broken_ones_are_listed_with_their_lines(library, tmp_path):
    report = import_entries(library, _file(tmp_path, "refs.bib", BIB + BROKEN))
    assert len(report.added) == 3
    (broken,) = report.broken
    assert (BIB + BROKEN).splitlines()[broken.line - 1].startswith("@book{broken")
    assert broken.why.endswith(".")
    save_broken(report.broken, tmp_path / "aside.bib")
    assert (tmp_path / "aside.bib").read_text().startswith("@book{broken, title = {never closed")


def test_works_that_are_there_are_not_doubled_and_their_keys_become_aliases(library, tmp_path):
    standing = added(library, key="hsd", title="The Making of a Missile Crisis", publisher="Johns Hopkins")
    text = (
        "@book{Dinerstein:1976, author={Dinerstein, Herbert S.}, title={The Making of a Missile Crisis}, year=1976}\n"
    )
    report = import_entries(library, _file(tmp_path, "refs.bib", text))
    assert (report.added, report.known) == ((), (standing,))
    assert finding.id_of_key(library, "Dinerstein:1976") == standing
    assert finding.card(library, standing).entry.key == "hsd"


def test_the_same_file_again_brings_nothing(library, tmp_path):
    path = _file(tmp_path, "refs.bib", BIB)
    import_entries(library, path)
    before = contents(library)
    report = import_entries(library, path)
    assert (report.added, len(report.known)) == ((), 2)
    assert contents(library) == before
    assert report.changes.name == ""


def test_an_equal_key_in_the_file_gets_a_letter(library, tmp_path):
    text = "@book{same, title={One thing}}\n@book{SAME, title={Quite another}}\n@book{, title={No key at all}}\n"
    report = import_entries(library, _file(tmp_path, "refs.bib", text))
    keys = [finding.card(library, i).entry.key for i in report.added]
    assert keys[0] == "same"
    assert len({key.casefold() for key in keys}) == 3
    assert all(keys)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_accents_are_read_in_every_encoding(library, tmp_path, encoding):
    text = "@book{a, author = {Müller, Jürgen}, title = {Über die Grenze: Französische Quellen für später}}\n"
    report = import_entries(library, _file(tmp_path, "refs.bib", text, encoding))
    assert finding.card(library, report.added[0]).entry.get("author") == "Müller, Jürgen"


NO_ENTRIES = [("missing.bib", None), ("empty.bib", b""), ("blank.bib", b"\n \n"), ("picture.bib", b"\x89PNG\0\0" * 50)]


@pytest.mark.parametrize(("name", "content"), NO_ENTRIES, ids=[row[0] for row in NO_ENTRIES])
def test_a_file_without_entries_is_told_and_changes_nothing(library, tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as told:
        import_entries(library, path)
    assert str(told.value).endswith(".")
    assert all(not rows for rows in contents(library).values())


def test_a_stopped_import_leaves_nothing_behind(library, tmp_path):
    path = _file(tmp_path, "refs.bib", BIB)
    for patience in range(6):
        steps = iter(range(patience))
        try:
            import_entries(library, path, Progress(stop_requested=lambda steps=steps: next(steps, None) is None))
        except Cancelled:
            assert all(not rows for rows in contents(library).values())
        else:
            break
    else:
        pytest.fail("the import never ended")


def test_ris_and_csl_json_come_in(library, tmp_path):
    ris = "TY  - JOUR\nAU  - Weiss, Clara\nTI  - On Notes\nJO  - Margins\nVL  - 3\nSP  - 5\nEP  - 9\n"
    ris += "PY  - 1999/04//\nER  - \n"
    (first,) = import_entries(library, _file(tmp_path, "a.ris", ris)).added
    assert finding.card(library, first).entry == Entry(
        "article",
        {"author": "Weiss, Clara", "title": "On Notes", "journaltitle": "Margins", "volume": "3", "pages": "5--9",
         "date": "1999-04"},
        finding.card(library, first).entry.key,
    )  # fmt: skip
    csl = """[{"type": "chapter", "title": "In the Middle", "container-title": "Whole", "page": "3-9",
               "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
               "issued": {"date-parts": [[2001, 5, 2]]}}]"""
    (second,) = import_entries(library, _file(tmp_path, "b.json", csl)).added
    entry = finding.card(library, second).entry
    assert (entry.entrytype, entry.get("booktitle"), entry.get("author")) == (
        "incollection",
        "Whole",
        "van der Berg, Jan",
    )
    assert (entry.get("date"), entry.get("pages")) == ("2001-05-02", "3--9")


def test_entries_of_a_file_follow_the_keys_that_the_library_gave(library, tmp_path):
    added(library, key="taken", title="Somebody Else's")
    known = added(library, key="hsd", title="The Making of a Missile Crisis", publisher="Johns Hopkins")
    text = """@collection{taken, title={The Whole Collection}, year=1999}
@collection{making, author={Dinerstein, Herbert S.}, title={The Making of a Missile Crisis}, date=1976}
@incollection{one, title={One Part of It}, crossref={taken}}
@incollection{two, title={Another Part of It}, crossref={Making}}
"""
    text = text.replace("@collection{making", "@book{making")
    path = _file(tmp_path, "refs.bib", text)
    report = import_entries(library, path)
    assert report.known == (known,)
    whole, one, two = (finding.card(library, i).entry for i in report.added)
    assert one.get("crossref") == whole.key != "taken"
    assert two.get("crossref") == "hsd"
    assert bib_text(library, [*report.added, known], ExportOptions(None)) == text, "the file itself stays as it is"


NAMED_FILES = [
    ("scan.pdf", ["scan.pdf"]),
    (":scans/a.pdf:PDF", ["scans/a.pdf"]),
    ("Full text:scans/a.pdf:application/pdf;:b.pdf:PDF", ["scans/a.pdf", "b.pdf"]),
    (r":C\:/scans/a.pdf:PDF", ["C:/scans/a.pdf"]),
    (r"a\;b.pdf", ["a;b.pdf"]),
    ("", []),
]


@pytest.mark.parametrize(("value", "paths"), NAMED_FILES)
def test_the_paths_in_a_file_field_are_read(value, paths):
    assert paths_in(value) == paths


def test_files_and_groups_of_a_bib_file_come_along(library, tmp_path):
    text = """@book{a, title={One Thing}, file={:scans/a.pdf:PDF}, groups={Causes}}
@book{b, title={Quite Another}}
@comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:War\\;0\\;1\\;\\;\\;\\;;
2 StaticGroup:Causes\\;0\\;1\\;\\;\\;\\;;
}
"""
    path = _file(tmp_path, "refs.bib", text)
    first, _ = import_entries(library, path).added
    assert finding.card(library, first).files == ("scans/a.pdf",)
    assert [(g.name, g.entries) for g in finding.groups(library)] == [("War", 0), ("Causes", 1)]
    assert [finding.groups(library)[1].id] == list(finding.card(library, first).groups)
    assert import_entries(library, path).changes.name == "", "the same again brings nothing"


@pytest.mark.parametrize(
    ("name", "page"),
    [("a.txt", True), ("a.HTML", True), ("a.docx", True), ("a.bib", False), ("A.BIB", False), ("a.ris", False)],
)
def test_pages_are_told_from_files_of_entries(name, page):
    assert is_page(Path(name)) is page


def test_a_broken_entry_is_a_value():
    assert replace(BrokenEntry(1, "why", "text"), line=2).line == 2


def test_a_file_without_entries_is_not_said_to_have_known_works(library, tmp_path):
    path = tmp_path / "names.bib"
    path.write_text('@string{ihr = "Iberian Historical Review"}\n')
    report = import_entries(library, path)
    assert (report.added, report.known) == ((), ())
    assert library.undo_name() == "Import names.bib, which has no entries"
