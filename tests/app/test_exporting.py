from pathlib import Path

import pytest

from app import editing, finding
from app.entry import Entry
from app.errors import UserError
from app.exporting import Dialect, ExportOptions, Format, bib_text, export_bib, format_of, left_out
from app.importing import import_entries
from app.library import open_library
from app.merging import merge_entries
from tests.app.test_importing_entries import BIB, BROKEN
from tests.building import added

AS_IT_CAME = ExportOptions(None)


def _imported(library, folder: Path, content: bytes, name: str = "in.bib") -> tuple[int, ...]:
    path = folder / name
    path.write_bytes(content)
    return import_entries(library, path).added


def _exported(library, folder: Path, ids=None) -> bytes:
    export_bib(library, folder / "out.bib", ids, AS_IT_CAME)
    return (folder / "out.bib").read_bytes()


FILES = [
    ("as people write it", (BIB + BROKEN).encode()),
    ("no line end at the end", BIB.rstrip().encode()),
    ("DOS line ends", BIB.replace("\n", "\r\n").encode()),
    ("Latin-1", "@book{a, author={Müller, Jürgen}, title={Über später größere}}\n".encode("latin-1")),
    ("a byte order mark", b"\xef\xbb\xbf" + BIB.encode()),
    ("equal keys", b"@book{a, title={One}}\n@book{A, title={Two}}\n@misc{, title={Three}}\n"),
    ("twice the same", b"@book{a, title={One Long Title}, year=1999}\n@book{b, title={One Long Title}, year=1999}\n"),
    ("only a comment", b"% nothing here yet\n"),
    ("ids", b"@book{a, ids = {b, c}, title={One}}\n@book{b, title={Two}}\n"),
]


@pytest.mark.parametrize(("what", "content"), FILES, ids=[row[0] for row in FILES])
def test_an_untouched_file_goes_back_byte_for_byte(tmp_path, what, content):
    library = open_library(":memory:")
    _imported(library, tmp_path, content)
    assert _exported(library, tmp_path) == content
    library.close()


def test_an_edited_entry_changes_only_its_own_text(library, tmp_path):
    ulam = _imported(library, tmp_path, (BIB + BROKEN).encode())[0]
    card = finding.card(library, ulam)
    editing.change_entry(library, ulam, card.entry.with_fields(edition="2"))
    out = _exported(library, tmp_path).decode()
    before, after = (BIB + BROKEN).split("\n  year      = 1974\n}")
    assert out.startswith(before.rsplit("@Book", 1)[0])
    assert out.endswith(after)
    assert "publisher = praeger" in out
    assert "edition" in out
    library.undo()
    assert _exported(library, tmp_path).decode() == BIB + BROKEN


def test_an_entry_edited_back_stands_as_it_stood(library, tmp_path):
    ulam = _imported(library, tmp_path, BIB.encode())[0]
    card = finding.card(library, ulam)
    editing.change_entry(library, ulam, card.entry.with_fields(edition="2"))
    editing.change_entry(library, ulam, card.entry)
    assert _exported(library, tmp_path).decode() == BIB


def test_a_deleted_entry_goes_and_a_new_one_comes_last(library, tmp_path):
    ulam, _ = _imported(library, tmp_path, BIB.encode())
    editing.delete_entries(library, [ulam])
    added(library, key="late", title="A Late One")
    out = _exported(library, tmp_path).decode()
    assert "Ulam74" not in out
    assert out.startswith("% kept as it is")
    assert out.index("castro") < out.index("late")


def test_a_selection_keeps_the_strings_it_may_need(library, tmp_path):
    ulam, _ = _imported(library, tmp_path, BIB.encode())
    out = _exported(library, tmp_path, [ulam]).decode()
    assert "@string{praeger" in out
    assert "@Book{Ulam74" in out
    assert "castro" not in out


def test_a_merged_entry_is_written_once_with_the_other_key(library, tmp_path):
    text = "@book{a, title={One Long Title}, year=1999}\n\n@book{b, title={One long title}, year=1999}\n"
    first, second = _imported(library, tmp_path, text.encode())
    merge_entries(library, first, [second], finding.card(library, first).entry)
    out = _exported(library, tmp_path).decode()
    assert out.count("@book") == 1
    assert "ids" in out
    assert "b" in out.split("ids", 1)[1]
    library.undo()
    assert _exported(library, tmp_path).decode() == text


def test_a_new_key_is_written_and_the_former_stays_findable(library, tmp_path):
    (first,) = _imported(library, tmp_path, b"@book{a, title={One}}\n")
    editing.change_entry(library, first, Entry("book", {"title": "One"}, "better"))
    out = _exported(library, tmp_path).decode()
    assert out.startswith("@book{better,")
    assert "ids" in out


def test_two_files_come_back_as_one_text_without_doubling_entries(library, tmp_path):
    _imported(library, tmp_path, BIB.encode(), "one.bib")
    more = "@misc{more, title={Something Else Entirely}}\n@book{castro, title={A Quite Different Work of His}}\n"
    _imported(
        library, tmp_path, (BIB.split("\n\n")[1].replace("praeger", "{Praeger}") + "\n" + more).encode(), "two.bib"
    )
    out = _exported(library, tmp_path).decode()
    assert out.startswith(BIB)
    assert out.count("@Book{Ulam74") == 1
    assert more.splitlines()[0] in out
    assert "@book{castro-a," in out


def test_a_library_without_files_is_written_anew(library, tmp_path):
    added(library, key="late", title="A Late One")
    assert "@book{late," in bib_text(library, None, AS_IT_CAME)


@pytest.mark.parametrize("dialect", list(Dialect))
def test_aliases_go_out_as_ids(library, dialect):
    entry = added(library, key="old")
    editing.change_entry(library, entry, Entry("book", {"title": "T"}, "new"))
    text = bib_text(library, [entry], ExportOptions(dialect))
    assert text.startswith("@book{new,")
    assert "ids = {old}" in text


def test_keys_freeze_when_they_leave(library, tmp_path):
    out, kept = added(library, key="out17"), added(library, key="kept17", title="Kept")
    assert export_bib(library, tmp_path / "out.bib", [out], ExportOptions()) == 1
    assert (finding.card(library, out).key_is_frozen, finding.card(library, kept).key_is_frozen) == (True, False)
    editing.make_keys_again(library, [out, kept])
    assert finding.card(library, out).entry.key == "out17"
    assert finding.card(library, kept).entry.key != "kept17"
    library.undo()
    assert finding.card(library, out).key_is_frozen, "what is out stays out"


def test_a_preview_freezes_nothing(library):
    entry = added(library)
    bib_text(library, None, ExportOptions())
    assert not finding.card(library, entry).key_is_frozen


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stands(library, tmp_path):
    entry = added(library)
    with pytest.raises(UserError):
        export_bib(library, tmp_path / "no such folder" / "out.bib", None, ExportOptions())
    (tmp_path / "a folder").mkdir()
    with pytest.raises(UserError):
        export_bib(library, tmp_path / "a folder", None, ExportOptions())
    assert not finding.card(library, entry).key_is_frozen


def test_the_library_itself_is_never_written_over(library, tmp_path):
    added(library, "one", title="One")
    with pytest.raises(UserError, match="open library itself"):
        export_bib(library, Path(library.location), None, AS_IT_CAME)
    assert len(finding.find_ids(library)) == 1


def test_another_programs_file_has_what_the_collection_lends(library, tmp_path):
    content = (
        b"@inbook{part, author={Brown, Ann}, title={Part}, crossref={whole}}\n"
        b"@book{whole, author={Day, Dora}, title={Whole}, date={1967}}\n"
    )
    part, _ = _imported(library, tmp_path, content)
    export_bib(library, tmp_path / "out.ris", [part], ExportOptions(format=format_of(tmp_path / "out.ris")))
    written = (tmp_path / "out.ris").read_text()
    assert written.count("TY  - ") == 1
    assert "Whole" in written
    assert "1967" in written


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.RIS", Format.RIS), ("a.json", Format.CSL_JSON), ("a.xml", Format.ENDNOTE_XML), ("a.mods", Format.MODS),
     ("a.bib", None), ("ris", None)],
)  # fmt: skip
def test_the_ending_of_a_file_tells_its_format(name, form):
    assert format_of(Path(name)) is form


AROUND = r"""% Encoding: Cp1252
@preamble{"\newcommand{\noopsort}[1]{} \newcommand{\mine}[1]{#1}"}
@string{jw = "Journal"}
% the first part
@article{b, title={A \mine{B}}, journal=jw, year=1990}
@comment{to myself}
free words
@misc{c, title={C}, year=1991}
@comment{jabref-meta: databaseType:bibtex;}
"""


def test_a_file_written_anew_keeps_its_preamble_and_its_comments_in_their_places(library, tmp_path):
    _imported(library, tmp_path, AROUND.encode())
    assert bib_text(library, None, ExportOptions(Dialect.BIBLATEX)) == (
        "% Encoding: UTF-8\n"
        '@preamble{"\\newcommand{\\noopsort}[1]{} \\newcommand{\\mine}[1]{#1}"}\n'
        "% the first part\n\n"
        "@article{b,\n  title = {A \\mine{B}},\n  journaltitle = {Journal},\n  date = {1990},\n}\n\n"
        "@comment{to myself}\nfree words\n\n"
        "@misc{c,\n  title = {C},\n  date = {1991},\n}\n\n"
        "@comment{jabref-meta: databaseType:biblatex;}\n"
    )


def test_some_entries_take_along_only_the_definitions_that_they_need(library, tmp_path):
    first, second = _imported(library, tmp_path, AROUND.encode())
    assert bib_text(library, [first], ExportOptions()).startswith('@preamble{"\\newcommand{\\noopsort}')
    assert bib_text(library, [second], ExportOptions()).startswith("@misc{c,")
    assert bib_text(library, [first], ExportOptions(), beside=AROUND).startswith("@article{b,")


def test_definitions_of_several_files_come_first_and_their_comments_stay_away(library, tmp_path):
    _imported(library, tmp_path, AROUND.encode())
    _imported(library, tmp_path, b"% more\n@preamble{{\\def\\your{y}}}\n@book{d, title={D}, year=1992}", "more.bib")
    written = bib_text(library, None, ExportOptions())
    assert written.startswith(
        '@preamble{"\\newcommand{\\noopsort}[1]{} \\newcommand{\\mine}[1]{#1}"}\n@preamble{{\\def\\your{y}}}\n\n@'
    )
    assert "comment" not in written


@pytest.mark.parametrize("tex", ["\\input{/etc/hosts}", "\\immediate\\write18{ls}", "\\catcode64=11", "^^5cinput x"])
def test_a_preamble_that_does_more_than_define_is_left_out_and_told(library, tmp_path, tex):
    _imported(library, tmp_path, f'@preamble{{"\\def\\a{{{tex}}}"}}\n@book{{d, title={{\\a}}, year=1992}}'.encode())
    assert "preamble" not in bib_text(library, None, ExportOptions())
    assert left_out(library, Dialect.BIBLATEX) == [
        "line 1: The @preamble does more than define commands, and is left out."
    ]


def test_xdata_that_bibtex_does_not_have_is_told_of(library, tmp_path):
    _imported(library, tmp_path, b"@xdata{p, publisher={P}}\n@book{d, title={D}, xdata={p}}")
    assert left_out(library, Dialect.BIBLATEX) == []
    assert left_out(library, Dialect.BIBTEX) == [
        "BibTeX has no @xdata: what they say stands in the entries that name them."
    ]
