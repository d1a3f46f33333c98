from app.editing import add_entry
from app.entry import Entry
from app.finding import entries
from app.mending import check_library, mend_entries

ET_AL = Entry("book", {"author": "Cohen, Eliot A. et al.", "title": "Supreme Command", "date": "2002"}, "cohen2002")
BARE = Entry("article", {"title": "Nothing else"}, "bare")


def test_a_finding_names_the_entry_it_is_about(library):
    first, _ = add_entry(library, ET_AL)
    second, _ = add_entry(library, BARE)
    found = check_library(library)
    assert {entry_id for entry_id, _ in found} == {first, second}
    assert ("author", True) in {(f.field, f.cleanup is not None) for i, f in found if i == first}


def test_all_cleanups_are_one_step_that_can_be_undone(library):
    add_entry(library, ET_AL)
    add_entry(library, BARE)
    before = entries(library)
    changes = mend_entries(library, check_library(library))
    assert changes.name == "Clean up 1 entry"
    assert dict(entries(library))[1].get("author") == "Cohen, Eliot A. and others"
    library.undo()
    assert entries(library) == before


def test_findings_that_take_a_person_change_nothing(library):
    add_entry(library, BARE)
    assert mend_entries(library, check_library(library)).name == ""
