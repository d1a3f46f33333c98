"""Which fields a person typed, and that they are what a merge proposes."""

from __future__ import annotations

from app import editing, finding
from app.apparatus import Work
from app.duplicates import propose_merge
from app.importing import accept, import_entries
from app.mending import check_library, mend_entries
from app.merging import (
    find_library_duplicates,
    merge_certain,
    merge_entries,
    typed_fields,
    unmerge_entry,
)
from tests.building import all_new, an_apparatus, an_entry

BIB = """@book{%s,
  title = {The Making of a Missile Crisis}, author = {Dinerstein, Herbert}, date = {1976}, location = {Boston},
  note = {n},
}
"""


def imported(library, tmp_path, *keys):
    """The ids of copies of one work that came in one file."""
    path = tmp_path / "some.bib"
    path.write_text("".join(BIB % key for key in keys))
    import_entries(library, path)
    return [finding.id_of_key(library, key) for key in keys]


def test_what_is_typed_is_known_and_what_is_imported_is_not(library, tmp_path):
    typed, _ = editing.add_entry(library, an_entry("typed", title="Another Book", shelfmark="Q 17"))
    (came,) = imported(library, tmp_path, "came")
    assert typed_fields(library, [typed, came]) == {typed: frozenset({"author", "title", "date", "shelfmark"})}
    entry = finding.card(library, came).entry
    editing.change_entry(library, came, entry.with_fields(date="1977", pages="5"))
    assert typed_fields(library, [came]) == {came: frozenset({"date", "pages"})}


def test_a_correction_that_is_undone_is_none(library, tmp_path):
    (came,) = imported(library, tmp_path, "came")
    editing.change_entry(library, came, finding.card(library, came).entry.with_fields(date="1977"))
    library.undo()
    assert typed_fields(library, [came]) == {}
    library.redo()
    assert typed_fields(library, [came]) == {came: frozenset({"date"})}


def test_what_is_corrected_while_importing_counts_as_typed(library):
    read = an_apparatus()
    first, *others = read.works
    corrected = an_apparatus(works=(Work(first.id, first.entry.with_fields(date="1975")), *others))
    accept(library, corrected, all_new(corrected), read)
    dinerstein = finding.id_of_key(library, "dinerstein1976")
    assert typed_fields(library, finding.find_ids(library)) == {dinerstein: frozenset({"date"})}


def test_the_typed_value_is_proposed_before_what_most_members_say(library, tmp_path):
    ids = imported(library, tmp_path, "a", "b", "c")
    editing.change_entry(library, ids[1], finding.card(library, ids[1]).entry.with_fields(location="Baltimore"))
    findings = find_library_duplicates(library)
    assert [set(group.members) for group in findings.certain] == [set(ids)]
    merge_certain(library, findings)
    (kept,) = finding.find_ids(library)
    assert finding.card(library, kept).entry.get("location") == "Baltimore"
    assert typed_fields(library, [kept]) == {kept: frozenset({"location"})}, "and stays typed for the next merge"


def test_a_value_typed_while_merging_is_typed(library, tmp_path):
    a, b = imported(library, tmp_path, "a", "b")
    entries = [finding.card(library, i).entry for i in (a, b)]
    merged = propose_merge(entries).entry.with_fields(date="1978", note="n; more")
    merge_entries(library, a, [b], merged)
    assert typed_fields(library, [a]) == {a: frozenset({"date"})}


def test_taking_a_merge_apart_gives_each_its_own_typed_fields_back(library, tmp_path):
    a, b = imported(library, tmp_path, "a", "b")
    for entry_id, field, value in ((a, "title", "A Missile Crisis in the Making"), (b, "date", "1977")):
        editing.change_entry(library, entry_id, finding.card(library, entry_id).entry.with_fields(**{field: value}))
    before = typed_fields(library, [a, b])
    assert before == {a: frozenset({"title"}), b: frozenset({"date"})}
    merge_entries(library, a, [b], an_entry("a", title="Something Else", date="1977"))
    unmerge_entry(library, a)
    assert typed_fields(library, [a, b]) == before


def test_a_rule_that_overwrites_a_typed_value_makes_it_nobodys(library, tmp_path):
    typed, _ = editing.add_entry(library, an_entry("typed", pages="5-9"))
    assert "pages" in typed_fields(library, [typed])[typed]
    mend_entries(library, check_library(library))
    assert finding.card(library, typed).entry.get("pages") == "5--9"
    assert "pages" not in typed_fields(library, [typed])[typed]
    assert "title" in typed_fields(library, [typed])[typed]
