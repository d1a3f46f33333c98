from dataclasses import replace
from pathlib import Path

import pytest

from app import editing, finding
from app.apparatus import Work
from app.entry import Entry
from app.errors import Cancelled, UserError
from app.exporting import ExportOptions, bib_text
from app.importing import (
    BrokenEntry,
    Choice,
    Decision,
    accept,
    import_entries,
    is_page,
    propose,
    propose_apparatus,
    propose_text,
    save_broken,
)
from app.library.named_files import paths_in
from app.progress import Progress
from tests.building import a_note, added, all_new, an_apparatus, an_entry, contents

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


# Articles.


def test_an_article_comes_in_as_one_step(library):
    apparatus = an_apparatus()
    _, changes = accept(library, apparatus, all_new(apparatus))
    assert changes.name == "Import 3 works from Weiss 2011"
    assert len(finding.find_ids(library)) == 4, "three works and the article itself"
    library.undo()
    assert all(not rows for rows in contents(library).values())


def test_a_stored_apparatus_reads_as_it_was_accepted(library):
    apparatus = an_apparatus()
    article, _ = accept(library, apparatus, all_new(apparatus))
    stored = finding.apparatus(library, article)
    assert stored.notes == apparatus.notes
    assert [work.entry.fields for work in stored.works] == [work.entry.fields for work in apparatus.works]
    assert stored.article.fields == apparatus.article.fields
    assert stored.source == apparatus.source


def test_each_work_is_new_the_same_or_left_out_as_the_user_says(library):
    standing = added(library, key="hsd", title="The Making of a Missile Crisis")
    decisions = {
        "dinerstein1976": Decision(Choice.SAME, standing),
        "castro1962": Decision(Choice.SKIP),
        "ulam1974": Decision(Choice.NEW),
    }
    article, changes = accept(library, an_apparatus(), decisions)
    assert changes.name == "Import 2 works from Weiss 2011"
    assert [m.note_position for m in finding.mentions(library, standing)] == [1, 2]
    notes = finding.apparatus(library, article).notes
    assert [c.work for c in notes[2].citations] == [None, "ulam1974"]
    assert "left out" in notes[2].citations[0].reason
    assert notes[4].citations[0].reason == "Two works stand before it."


def test_an_entry_is_enriched_only_when_the_user_says_so(library):
    standing = added(library, title="The Making of a Missile Crisis", date="")
    work = Work("w", an_entry(publisher="Johns Hopkins", title="Another spelling"))
    apparatus = an_apparatus(works=(work,), notes=())
    accept(library, apparatus, {"w": Decision(Choice.SAME, standing)})
    assert finding.card(library, standing).entry.get("publisher") == ""
    accept(library, apparatus, {"w": Decision(Choice.SAME, standing, enrich=True)})
    entry = finding.card(library, standing).entry
    assert (entry.get("publisher"), entry.get("date")) == ("Johns Hopkins", "1976")
    assert entry.get("title") == "The Making of a Missile Crisis", "what it has stays"


def test_an_entry_takes_only_the_fields_that_were_chosen(library):
    standing = added(library, title="The Making of a Missile Crisis", date="")
    apparatus = an_apparatus(works=(Work("w", an_entry(publisher="Johns Hopkins")),), notes=())
    accept(library, apparatus, {"w": Decision(Choice.SAME, standing, enrich=True, fields=("publisher",))})
    entry = finding.card(library, standing).entry
    assert (entry.get("publisher"), entry.get("date")) == ("Johns Hopkins", "")


def test_the_same_article_again_is_not_doubled(library):
    apparatus = an_apparatus()
    article, _ = accept(library, apparatus, all_new(apparatus))
    proposal = propose_apparatus(library, apparatus)
    assert proposal.known_article == article
    assert [work.choice for work in proposal.works] == [Choice.SAME] * 3
    again, changes = accept(library, apparatus, {w.work_id: Decision(w.choice, w.same_as) for w in proposal.works})
    assert (again, changes.name) == (article, "Read the notes of Weiss 2011 again")
    assert len(finding.articles(library)) == 1
    assert len(finding.find_ids(library)) == 4
    assert finding.apparatus(library, article).notes == finding.apparatus(library, again).notes
    assert finding.articles(library)[0].notes == 5


def test_another_part_of_an_article_does_not_take_the_place_of_the_first(library):
    first, _ = accept(library, an_apparatus(), all_new(an_apparatus()))
    later = an_apparatus(works=(), notes=(a_note(6, "A remark on the archives of the Foreign Ministry in Havana."),))
    assert propose_apparatus(library, later).known_article is None
    second, _ = accept(library, later, {})
    assert second != first
    assert [card.notes for card in finding.articles(library)] == [1, 5]
    assert len({card.entry_id for card in finding.articles(library)}) == 1, "both are of one article"


def test_notes_corrected_since_are_known_again(library):
    apparatus = an_apparatus()
    article, _ = accept(library, apparatus, all_new(apparatus))
    corrected = (a_note(1, "Herbert S. Dinerstein, The Making of a Missile Crisis (1976)."), *apparatus.notes[1:3])
    again, _ = accept(library, an_apparatus(notes=corrected), all_new(apparatus))
    assert again == article
    assert finding.articles(library)[0].notes == 3
    library.undo()
    assert finding.apparatus(library, article).notes == apparatus.notes


def test_a_work_that_the_library_has_is_proposed_as_the_same(library):
    standing = added(
        library, title="The Making of a Missile Crisis", date="1976", publisher="Johns Hopkins University Press"
    )
    (first, second, _) = propose_apparatus(library, an_apparatus()).works
    assert (first.choice, first.same_as) == (Choice.SAME, standing)
    assert first.candidates[0].comparison.sentence()
    assert (second.choice, second.same_as, second.candidates) == (Choice.NEW, None, ())


def test_a_work_of_few_words_is_known_again_when_it_says_the_very_same(library):
    scant = Work("w", Entry("misc", {"title": "Notes"}))
    first = propose_apparatus(library, an_apparatus(works=(scant,), notes=())).works[0]
    assert first.choice is Choice.NEW
    entry_id, _ = editing.add_entry(library, scant.entry)
    again = propose_apparatus(library, an_apparatus(works=(scant,), notes=())).works[0]
    assert (again.choice, again.same_as) == (Choice.SAME, entry_id)


def test_proposing_writes_nothing(library):
    before = contents(library)
    propose_apparatus(library, an_apparatus())
    assert contents(library) == before
    assert library.undo_name() == ""


def test_matches_follow_what_becomes_of_the_library(library):
    entry = an_entry(title="The Making of a Missile Crisis")
    standing = added(library, title="The Making of a Missile Crisis")
    assert [c.id for c in library.look_alikes(entry)] == [standing]
    editing.change_entry(library, standing, Entry("book", {"title": "Kremlinology", "author": "Weiss, Clara"}))
    assert library.look_alikes(entry) == []
    library.undo()
    assert [c.id for c in library.look_alikes(entry)] == [standing]
    editing.delete_entries(library, [standing])
    assert library.look_alikes(entry) == []


def test_works_get_keys_by_the_pattern_of_the_library(library):
    library.set_setting("key_pattern", "[auth:upper]")
    accept(library, an_apparatus(), all_new(an_apparatus()))
    assert {finding.card(library, i).entry.key for i in finding.find_ids(library)} == {
        "DINERSTEIN", "CASTRO", "ULAM", "WEISS",
    }  # fmt: skip


def test_pasted_text_with_notes_is_proposed(library):
    text = "Notes\n1. Herbert S. Dinerstein, The Making of a Missile Crisis (Baltimore, 1976), 12.\n2. Ibid., 56.\n"
    proposal = propose_text(library, text)
    assert [note.note.label for note in proposal.apparatus.notes] == ["1", "2"]
    assert len(proposal.works) == 1


NO_PAGES = [
    ("missing.txt", None),
    ("empty.txt", b""),
    ("blank.txt", b" \n\n"),
    ("picture.txt", bytes(range(256)) * 20),
    ("prose.txt", b"This page has words but no notes at all.\n" * 5),
]


@pytest.mark.parametrize(("name", "content"), NO_PAGES, ids=[row[0] for row in NO_PAGES])
def test_a_page_that_cannot_be_read_is_told_and_changes_nothing(library, tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = contents(library)
    with pytest.raises(UserError) as told:
        propose(library, path)
    assert told.value.message.endswith(".")
    assert told.value.advice.endswith(".")
    assert contents(library) == before


# Files of entries.


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
