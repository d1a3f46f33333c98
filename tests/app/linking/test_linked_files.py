"""A linked .bib is written when its content changes, left alone when it was changed outside, and merged by choice."""

import pytest

from app import finding
from app.__main__ import main
from app.bibtex import Dialect
from app.editing import add_entry, add_group, change_entry, delete_entries, put_in_group, take_from_group
from app.entry import Entry
from app.errors import UserError
from app.linking import (
    LinkedFile,
    LinkState,
    What,
    add_link,
    check_links,
    compare_link,
    linked_files,
    merge_link,
    remove_link,
    update_links,
)
from app.reconciling import Side
from tests.building import contents

COHEN = Entry("book", {"author": "Cohen, Eliot A.", "title": "Supreme Command", "date": "2002"}, "cohen2002")
ADLER = Entry("article", {"author": "Adler, Emanuel", "title": "Cooperation", "date": "1992"}, "adler1992")


@pytest.fixture
def filled(library):
    add_entry(library, COHEN)
    add_entry(library, ADLER)
    return library


@pytest.fixture
def bib(tmp_path):
    return tmp_path / "paper.bib"


def linked(library, bib, what=What.ALL, of=""):
    """Link a file and write it."""
    link = add_link(library, bib, LinkedFile(0, "", what, of))
    assert state(library) is LinkState.WRITTEN
    return link.id


def state(library):
    return update_links(library)[-1].state


def edit(bib, old, new):
    text = bib.read_text(encoding="utf-8")
    assert old in text
    bib.write_text(text.replace(old, new), encoding="utf-8")


def merge(library, link_id, **sides):
    compared = compare_link(library, link_id)
    choices = {(d.key, d.name): Side(sides[d.name.replace(" ", "_")]) for d in compared.comparison.conflicts}
    return merge_link(library, compared, choices)


def entry(library, key):
    found = finding.id_of_key(library, key)
    return finding.card(library, found).entry if found else None


def test_a_linked_file_is_written_in_the_order_of_the_keys_and_only_when_it_changes(filled, bib):
    linked(filled, bib)
    text = bib.read_text(encoding="utf-8")
    assert text.index("adler1992") < text.index("cohen2002")
    before = bib.stat().st_mtime_ns, bib.stat().st_ino
    assert state(filled) is LinkState.CURRENT
    assert (bib.stat().st_mtime_ns, bib.stat().st_ino) == before
    change_entry(filled, 1, COHEN.with_fields(date="2003"))
    assert [report.state for report in check_links(filled)] == [LinkState.STALE]
    assert state(filled) is LinkState.WRITTEN
    assert "2003" in bib.read_text(encoding="utf-8")
    assert finding.card(filled, 1).key_is_frozen


def test_a_link_is_remembered_by_the_library_and_lies_beside_it(filled, bib, tmp_path):
    linked(filled, bib)
    (link,) = linked_files(filled)
    assert (link.path, link.what, link.entries) == ("paper.bib", What.ALL, 2)
    with pytest.raises(UserError, match="linked already"):
        add_link(filled, bib, LinkedFile(0, ""))
    with pytest.raises(UserError, match=r"no \.bib"):
        add_link(filled, tmp_path / "library.ibidem", LinkedFile(0, ""))
    remove_link(filled, link.id)
    assert linked_files(filled) == ()
    assert bib.exists()


def test_a_file_changed_outside_is_left_alone_and_merged(filled, bib):
    link = linked(filled, bib)
    edit(bib, "{Supreme Command}", "{Supreme Commands}")
    outside = bib.read_bytes()
    change_entry(filled, 2, ADLER.with_fields(date="1993"))
    assert state(filled) is LinkState.CHANGED_OUTSIDE
    assert bib.read_bytes() == outside
    done = merge(filled, link)
    assert done.changes.name == "Merge 1 entry from paper.bib"
    assert entry(filled, "cohen2002").get("title") == "Supreme Commands"
    assert "1993" in bib.read_text(encoding="utf-8")
    assert state(filled) is LinkState.CURRENT
    filled.undo()
    assert entry(filled, "cohen2002").get("title") == "Supreme Command"


@pytest.mark.parametrize(("side", "year"), [("file", "2004"), ("library", "2003")])
def test_what_both_changed_is_chosen(filled, bib, side, year):
    link = linked(filled, bib)
    edit(bib, "{2002}", "{2004}")
    change_entry(filled, 1, COHEN.with_fields(date="2003"))
    with pytest.raises(ValueError, match="date is not decided"):
        merge_link(filled, compare_link(filled, link), {})
    merge(filled, link, date=side)
    assert entry(filled, "cohen2002").get("date") == year
    assert f"{{{year}}}" in bib.read_text(encoding="utf-8")


def test_an_entry_and_a_comment_added_outside_are_kept(filled, bib):
    link = linked(filled, bib)
    text = bib.read_text(encoding="utf-8")
    top, new = "% my own\n@string{ip = {Press}}\n", "\n@book{new1, title = {New}, publisher = ip}\n"
    bib.write_text(f"{top}{text}{new}@book{{new2, title = {{Bro\n", encoding="utf-8")
    merge(filled, link)
    assert entry(filled, "new1").get("publisher") == "Press"
    text = bib.read_text(encoding="utf-8")
    assert text.startswith("% my own\n@string{ip = {Press}}\n")
    assert text.rstrip().endswith("@book{new2, title = {Bro")
    assert state(filled) is LinkState.CURRENT


def test_an_entry_deleted_outside_is_deleted_and_can_be_had_back(filled, bib):
    link = linked(filled, bib)
    text = bib.read_text(encoding="utf-8")
    bib.write_text(text[text.index("@book") :], encoding="utf-8")
    merge(filled, link)
    assert entry(filled, "adler1992") is None
    filled.undo()
    assert state(filled) is LinkState.WRITTEN
    assert bib.read_text(encoding="utf-8") == text


def test_a_key_changed_outside_is_the_same_entry_under_another_key(filled, bib):
    link = linked(filled, bib)
    edit(bib, "{cohen2002,", "{cohen,")
    merge(filled, link)
    assert finding.id_of_key(filled, "cohen") == finding.id_of_key(filled, "cohen2002") == 1


def test_a_file_that_was_there_before_is_compared_first(filled, bib):
    bib.write_text("@book{cohen2002, title = {Other}}\n@book{mine, title = {Mine}}\n", encoding="utf-8")
    link = add_link(filled, bib, LinkedFile(0, "")).id
    assert state(filled) is LinkState.CHANGED_OUTSIDE
    merge(filled, link, title="library", author="library", date="library")
    assert entry(filled, "cohen2002") == COHEN
    assert entry(filled, "mine").get("title") == "Mine"


def test_a_linked_group_gives_and_takes(filled, bib):
    group, _ = add_group(filled, "Cuba")
    put_in_group(filled, group, [1])
    link = linked(filled, bib, What.GROUP, str(group))
    assert "adler1992" not in bib.read_text(encoding="utf-8")
    with bib.open("a", encoding="utf-8") as file:
        file.write(
            "@article{adler1992, author={Adler, Emanuel}, title={Cooperation}, date={1992}}\n@book{x, title={X}}\n"
        )
    merge(filled, link)
    assert len(finding.find_ids(filled, group=group)) == 3
    take_from_group(filled, group, [2])
    assert state(filled) is LinkState.WRITTEN
    bib.write_text("", encoding="utf-8")
    merge(filled, link)
    assert finding.find_ids(filled, group=group) == ()
    assert len(finding.find_ids(filled)) == 3


def test_an_entry_taken_out_of_the_group_and_changed_in_the_file_comes_back_once(filled, bib):
    group, _ = add_group(filled, "Cuba")
    put_in_group(filled, group, [1])
    link = linked(filled, bib, What.GROUP, str(group))
    take_from_group(filled, group, [1])
    edit(bib, "{2002}", "{2004}")
    merge(filled, link, whole_entry="file")
    assert len(finding.find_ids(filled)) == 2
    assert finding.find_ids(filled, group=group) == (1,)
    assert entry(filled, "cohen2002").get("date") == "2004"


def test_a_paper_gets_what_it_cites_with_parents_and_hears_what_is_missing(filled, bib, tmp_path):
    add_entry(filled, Entry("inbook", {"title": "A Part", "crossref": "cohen2002"}, "part"))
    (tmp_path / "paper.aux").write_text("\\citation{part,gone}\n", encoding="utf-8")
    linked(filled, bib, What.CITED, str(tmp_path / "paper.aux"))
    text = bib.read_text(encoding="utf-8")
    assert "cohen2002" in text
    assert "adler1992" not in text
    (report,) = update_links(filled)
    assert report.link.missing == ("gone",)


def test_a_work_whose_parent_is_not_in_the_library_is_written_all_the_same(filled, bib, tmp_path):
    add_entry(filled, Entry("inbook", {"title": "A Part", "crossref": "nobody1901,cohen2002"}, "part"))
    (tmp_path / "paper.aux").write_text("\\citation{part}\n", encoding="utf-8")
    linked(filled, bib, What.CITED, str(tmp_path / "paper.aux"))
    text = bib.read_text(encoding="utf-8")
    assert "{part," in text
    assert "{cohen2002," in text


def test_what_cannot_be_written_is_told_and_the_others_are_written(filled, bib, tmp_path):
    add_link(filled, tmp_path / "no" / "folder.bib", LinkedFile(0, ""))
    add_link(filled, bib, LinkedFile(0, ""))
    first, second = update_links(filled)
    assert first.state is LinkState.REFUSED
    assert "does not exist" in first.message
    assert second.state is LinkState.WRITTEN


def test_a_file_changed_again_while_it_is_compared_is_not_merged(filled, bib):
    link = linked(filled, bib)
    edit(bib, "{2002}", "{2004}")
    compared = compare_link(filled, link)
    edit(bib, "{2004}", "{2005}")
    before = contents(filled)
    with pytest.raises(UserError, match="once more"):
        merge_link(filled, compared, {})
    assert contents(filled) == before


def test_a_library_changed_while_it_is_compared_is_not_merged(filled, bib):
    link = linked(filled, bib)
    edit(bib, "{2002}", "{2004}")
    compared = compare_link(filled, link)
    delete_entries(filled, [1])
    with pytest.raises(UserError, match="once more"):
        merge_link(filled, compared, {})


def test_a_key_that_no_file_can_have_still_leads_to_its_entry(library, bib):
    add_entry(library, Entry("book", {"title": "Odd", "date": "1990"}, "an odd, key"))
    link = linked(library, bib)
    edit(bib, "{1990}", "{1991}")
    merge(library, link)
    assert entry(library, "an odd, key").get("date") == "1991"


@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_year_changed_outside_is_the_librarys_date(filled, bib, dialect):
    link = add_link(filled, bib, LinkedFile(0, "", dialect=dialect)).id
    assert state(filled) is LinkState.WRITTEN
    edit(bib, *{"biblatex": ("{2002}", "{2004}"), "bibtex": (" 2002,", " 2004,")}[dialect.value])
    merge(filled, link)
    assert entry(filled, "cohen2002").get("date") == "2004"
    assert state(filled) is LinkState.CURRENT


def test_who_names_a_key_changed_outside_follows_it(filled, bib):
    add_entry(filled, Entry("inbook", {"title": "A Part", "date": "2001", "crossref": "cohen2002"}, "part"))
    link = linked(filled, bib)
    edit(bib, "{cohen2002,", "{cohen,")
    edit(bib, "{2001}", "{2000}")
    merge(filled, link)
    assert entry(filled, "part").fields["crossref"] == "cohen"
    assert entry(filled, "part").get("date") == "2000"


def test_a_deleted_entry_leaves_the_file_at_the_next_writing(filled, bib):
    linked(filled, bib)
    delete_entries(filled, [1])
    assert state(filled) is LinkState.WRITTEN
    assert "cohen2002" not in bib.read_text(encoding="utf-8")


def test_export_writes_what_a_paper_cites(filled, tmp_path, bib, capsys):
    filled.close()
    (tmp_path / "paper.tex").write_text("\\autocite[4]{adler1992}\\cite{gone}", encoding="utf-8")
    words = ["export", str(bib), "--library", filled.location, "--cited-in", str(tmp_path / "paper.tex")]
    assert main(words) == 0
    assert capsys.readouterr().err == "Not in the library: gone\n"
    assert "cohen2002" not in bib.read_text(encoding="utf-8")
    assert main([*words[:-1], str(tmp_path / "none.aux")]) == 1


def test_export_writes_nothing_where_a_paper_cites_nothing(filled, tmp_path, bib, capsys):
    filled.close()
    bib.write_text("% as it was", encoding="utf-8")
    (tmp_path / "paper.aux").write_text("\\relax\n", encoding="utf-8")
    words = ["export", str(bib), "--library", filled.location, "--cited-in", str(tmp_path / "paper.aux")]
    assert main(words) == 1
    assert "cites nothing" in capsys.readouterr().err
    assert bib.read_text(encoding="utf-8") == "% as it was"


@pytest.mark.parametrize("added", ["@book{cohen2002, title={Another}}", "@book{Cohen2002, title={Another}}"])
def test_a_second_entry_with_the_same_key_put_into_the_file_takes_nothing_from_the_first(filled, bib, added):
    link = linked(filled, bib)
    bib.write_text(f"{bib.read_text(encoding='utf-8')}\n{added}\n", encoding="utf-8")
    merge(filled, link)
    assert entry(filled, "cohen2002") == COHEN
    assert sorted(work.get("title") for _, work in finding.entries(filled)) == [
        "Another", "Cooperation", "Supreme Command",
    ]  # fmt: skip
    assert state(filled) is LinkState.CURRENT


def test_entries_without_keys_put_into_the_file_all_come_in(filled, bib):
    link = linked(filled, bib)
    more = "@book{, author={Brown, Ann}, title={One}}\n@book{, author={Brown, Ann}, title={Two}}\n"
    bib.write_text(f"{bib.read_text(encoding='utf-8')}\n{more}", encoding="utf-8")
    merge(filled, link)
    assert {"One", "Two"} <= {work.get("title") for _, work in finding.entries(filled)}


def test_a_paper_gets_the_related_works_of_what_it_cites(filled, bib, tmp_path):
    add_entry(filled, Entry("book", {"title": "Again", "related": "cohen2002", "xref": "adler1992"}, "again"))
    paper = tmp_path / "paper.tex"
    paper.write_text("\\cite{again}", encoding="utf-8")
    linked(filled, bib, What.CITED, str(paper))
    assert [line for line in bib.read_text(encoding="utf-8").splitlines() if line.startswith("@")] == [
        "@article{adler1992,", "@book{again,", "@book{cohen2002,",
    ]  # fmt: skip
