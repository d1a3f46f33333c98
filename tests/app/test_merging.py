import pytest

from app import editing, finding
from app.duplicates import propose_merge
from app.entry import Entry
from app.errors import Cancelled, UserError
from app.importing import accept, propose_apparatus
from app.library import open_library
from app.merging import (
    decide_all_different,
    decide_all_related,
    decide_different,
    decide_related,
    decisions,
    find_library_duplicates,
    merge_certain,
    merge_entries,
    past_merges,
    unmerge_entry,
    withdraw_decision,
    withdraw_decisions,
)
from app.progress import Progress
from tests.building import added, all_new, an_apparatus, an_entry, contents
from tests.test_library_machine import said


@pytest.fixture
def cited(library):
    """Two look-alikes, the second cited twice by an article, with a file, a group, a keyword and a decision."""
    kept = added(library, key="kept", title="The Making of a Missile Crisis", publisher="Johns Hopkins", keywords="war")
    accept(library, an_apparatus(), all_new(an_apparatus()))
    other = finding.id_of_key(library, "dinerstein1976")
    third = finding.id_of_key(library, "castro1962")
    group, _ = editing.add_group(library, "Cuba")
    editing.put_in_group(library, group, [other])
    editing.set_keywords(library, [other], ["crisis"])
    decide_different(library, other, third)
    return library, kept, other, third, group


def test_a_merge_loses_nothing(cited, tmp_path):
    library, kept, other, third, group = cited
    editing.attach_files(library, other, [tmp_path / "scan.pdf"])
    merged = propose_merge([finding.card(library, i).entry for i in (kept, other)]).entry
    changes = merge_entries(library, kept, [other], merged)
    assert changes.name == "Merge 2 entries"
    card = finding.card(library, kept)
    assert (card.entry.key, card.aliases) == ("kept", ("dinerstein1976",))
    assert (card.keywords, card.groups, card.files) == (("war", "crisis"), (group,), ("scan.pdf",))
    assert [m.locator for m in finding.mentions(library, kept)] == [None, "56"]
    assert finding.card(library, other) is None
    assert finding.id_of_key(library, "dinerstein1976") == kept
    assert decisions(library) == ((kept, third, "different"),)
    assert [(past.keys, past.titles) for past in past_merges(library, kept)] == [
        (("dinerstein1976",), ("The Making of a Missile Crisis",))
    ]


def test_entries_that_name_a_merged_one_follow_it(library):
    kept, other = added(library, key="kept"), added(library, key="other")
    part = added(library, key="part", entrytype="incollection", crossref="other")
    merge_entries(library, kept, [other], an_entry("kept"))
    assert finding.card(library, part).entry.get("crossref") == "kept"
    unmerge_entry(library, kept)
    assert finding.card(library, part).entry.get("crossref") == "other"


def test_a_merge_is_undone_and_done_again(cited):
    library, kept, other, *_ = cited
    before = contents(library)
    merge_entries(library, kept, [other], finding.card(library, kept).entry)
    after = contents(library)
    library.undo()
    assert contents(library) == before
    library.redo()
    assert contents(library) == after


def test_keywords_are_united_whatever_the_merged_entry_says(cited):
    library, kept, other, *_ = cited
    merge_entries(library, kept, [other], Entry("book", {"title": "Crisis"}))
    assert set(finding.card(library, kept).keywords) == {"war", "crisis"}


def test_the_merged_entry_may_go_by_the_other_key(cited):
    library, kept, other, *_ = cited
    merge_entries(library, kept, [other], an_entry("dinerstein1976"))
    card = finding.card(library, kept)
    assert (card.entry.key, card.aliases) == ("dinerstein1976", ("kept",))


def test_a_key_of_a_third_entry_is_refused(cited):
    library, kept, other, *_ = cited
    before = contents(library)
    with pytest.raises(UserError, match="belongs to another"):
        merge_entries(library, kept, [other], an_entry("castro1962"))
    with pytest.raises(UserError, match="no longer"):
        merge_entries(library, kept, [4711], an_entry("kept"))
    assert contents(library) == before


def _without_merge_traces(library):
    """What the user can see of the library, whatever rows it stands in."""
    cards = {i: finding.card(library, i) for i in finding.find_ids(library)}
    return {
        i: (c.entry, set(c.aliases), set(c.keywords), c.groups, c.files, len(finding.mentions(library, i)))
        for i, c in cards.items()
    }, set(decisions(library))


def test_a_merge_is_taken_apart_again(cited):
    library, kept, other, *_ = cited
    before = _without_merge_traces(library)
    merge_entries(library, kept, [other], an_entry("dinerstein1976", title="Merged"))
    changes = unmerge_entry(library, kept)
    assert _without_merge_traces(library) == before
    assert {kept, other} <= changes.entries
    assert past_merges(library, kept) == ()
    library.undo()
    assert finding.card(library, other) is None
    library.redo()
    assert _without_merge_traces(library) == before


def test_an_entry_that_named_the_other_one_does_not_name_itself(library):
    kept = added(library, key="kept", related="other, further", xref="further")
    other = added(library, key="other", crossref="KEPT", xref="kept")
    added(library, key="further", title="Another Crisis")
    before = _without_merge_traces(library)
    merge_entries(library, kept, [other], propose_merge([finding.card(library, i).entry for i in (kept, other)]).entry)
    entry = finding.card(library, kept).entry
    assert [entry.get(name) for name in ("related", "crossref", "xref")] == ["further", "", "further"]
    unmerge_entry(library, kept)
    assert _without_merge_traces(library) == before


def test_later_edits_stay_with_the_kept_entry(cited):
    library, kept, other, *_ = cited
    merge_entries(library, kept, [other], an_entry("kept", title="Merged", publisher="Merged"))
    editing.change_entry(library, kept, an_entry("kept", title="Edited since", publisher="Merged"))
    unmerge_entry(library, kept)
    entry = finding.card(library, kept).entry
    assert (entry.get("title"), entry.get("publisher")) == ("Edited since", "Johns Hopkins")
    assert finding.card(library, other).entry.get("title") == "The Making of a Missile Crisis"


def test_merges_within_merges_are_taken_apart_one_by_one(library):
    a, b, c = (added(library, key=key, title=f"Title {key}") for key in "abc")
    before = _without_merge_traces(library)
    merge_entries(library, b, [c], an_entry("b"))
    between = _without_merge_traces(library)
    merge_entries(library, a, [b], an_entry("a"))
    assert finding.id_of_key(library, "c") == a
    unmerge_entry(library, a)
    assert _without_merge_traces(library) == between
    unmerge_entry(library, b)
    assert _without_merge_traces(library) == before
    with pytest.raises(UserError, match="No other entry"):
        unmerge_entry(library, a)


def test_a_group_deleted_since_does_not_stand_in_the_way(cited):
    library, kept, other, _, group = cited
    editing.put_in_group(library, group, [kept])
    merge_entries(library, kept, [other], an_entry("kept"))
    editing.delete_group(library, group)
    unmerge_entry(library, kept)
    assert finding.card(library, other).groups == ()


def test_certain_duplicates_are_merged_as_one_step(library):
    for n in range(3):
        title = (
            "The Making of a Missile Crisis",
            "Expansion and Coexistence in Soviet Policy",
            "A Trade of Its Own in Moscow",
        )[n]
        for spelling in (title, f"{{{title}}}"):
            added(library, title=spelling, date=f"197{n}", publisher="Johns Hopkins University Press")
    before = contents(library)
    findings = find_library_duplicates(library)
    assert len(findings.certain) == 3
    changes = merge_certain(library, findings)
    assert changes.name == "Merge 3 certain duplicates"
    assert len(finding.find_ids(library)) == 3
    assert find_library_duplicates(library).certain == ()
    library.undo()
    assert contents(library) == before


def test_of_volume_and_chapter_merged_in_one_step_the_chapter_names_the_volume_that_stayed(library):
    of_volume = {"entrytype": "collection", "title": "The Making of a Missile Crisis", "isbn": "0801817889"}
    of_chapter = {"entrytype": "incollection", "title": "Expansion and Coexistence in Soviet Policy", "pages": "3--29"}
    kept = added(library, key="chapter", booktitle="The Making of a Missile Crisis", **of_chapter)
    twin = {"booktitle": "The Making of a Missile Crisis", "crossref": "twin"}
    added(library, key="chaptertwin", **of_chapter, **twin)
    volume = added(library, key="volume", **of_volume)
    added(library, key="twin", **of_volume)
    before = contents(library)
    findings = find_library_duplicates(library)
    assert len(findings.certain) == 2
    merge_certain(library, findings)
    assert finding.find_ids(library) == (kept, volume)
    assert finding.card(library, kept).entry.get("crossref") == "volume"
    for entry_id in (kept, volume):
        unmerge_entry(library, entry_id)
    assert len(finding.find_ids(library)) == 4
    for _ in range(3):
        library.undo()
    assert contents(library) == before


def test_of_certain_duplicates_the_one_cited_most_keeps_its_key(library):
    added(library, key="first", title="The Making of a Missile Crisis")
    accept(library, an_apparatus(), all_new(an_apparatus()))
    merge_certain(library, find_library_duplicates(library))
    kept = finding.id_of_key(library, "first")
    assert finding.card(library, kept).entry.key == "dinerstein1976"
    assert len(finding.mentions(library, kept)) == 2


def test_a_stopped_merge_of_many_merges_nothing(library):
    for title in ("The Making of a Missile Crisis", "Expansion and Coexistence in Soviet Policy"):
        for _ in range(2):
            added(library, title=title)
    findings = find_library_duplicates(library)
    before = contents(library)
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        merge_certain(library, findings, Progress(stop_requested=lambda: next(asked)))
    assert contents(library) == before


def test_findings_that_have_been_overtaken_merge_what_is_left(library):
    first, second = added(library), added(library)
    findings = find_library_duplicates(library)
    editing.delete_entries(library, [second])
    assert merge_certain(library, findings).name == ""
    assert finding.find_ids(library) == (first,)


def test_decisions_are_remembered_listed_and_withdrawn(library):
    a, b = added(library, key="a"), added(library, key="b")
    assert len(find_library_duplicates(library).certain) == 1
    decide_different(library, b, a)
    assert decisions(library) == ((a, b, "different"),)
    assert find_library_duplicates(library).certain == ()
    editing.change_entry(library, a, an_entry("a", publisher="Johns Hopkins"))
    assert find_library_duplicates(library).certain == (), "also after an edit"
    decide_related(library, a, b, "reprint")
    assert decisions(library) == ((a, b, "reprint"),)
    withdraw_decision(library, b, a)
    assert decisions(library) == ()
    assert len(find_library_duplicates(library).certain) == 1
    library.undo()
    assert decisions(library) == ((a, b, "reprint"),)


def test_only_what_has_changed_is_compared_again_and_nothing_is_missed(library):
    titles = ["The Making of a Missile Crisis", "Expansion and Coexistence in Soviet Policy", "A Trade in Moscow"]
    ids = [added(library, title=title, date=date) for title in titles for date in ("1974", "1974", "1999")]
    find_library_duplicates(library)
    acts = [
        lambda: editing.change_entry(library, ids[0], an_entry(title="Something Else About Havana", date="1980")),
        lambda: added(library, title=titles[0], date="1974"),
        lambda: editing.delete_entries(library, [ids[4]]),
        lambda: decide_different(library, ids[6], ids[7]),
        lambda: withdraw_decision(library, ids[6], ids[7]),
        lambda: merge_entries(library, ids[6], [ids[7]], an_entry(title=titles[2], date="1974")),
        library.undo,
        library.undo,
        lambda: merge_certain(library, find_library_duplicates(library)),
        library.undo,
    ]
    for act in acts:
        act()
        found = find_library_duplicates(library)
        library.last_search.forget()
        assert said(found) == said(find_library_duplicates(library))
        assert library.last_search.changed == set()


def test_what_another_program_did_is_noticed(library):
    added(library, title="The Making of a Missile Crisis")
    assert find_library_duplicates(library).certain == ()
    other = open_library(library.location)
    twin = added(other, title="The Making of a Missile Crisis")
    assert len(find_library_duplicates(library).certain) == 1
    other.undo()
    assert find_library_duplicates(library).certain == ()
    other.redo()
    proposed = propose_apparatus(library, an_apparatus()).works[0]
    assert twin in {candidate.id for candidate in proposed.candidates}
    other.close()


def test_a_decision_needs_two_entries_that_are_there(library):
    a = added(library)
    for b in (a, 4711):
        with pytest.raises(UserError):
            decide_different(library, a, b)


def test_a_decision_goes_with_its_entry_and_comes_back_with_it(library):
    a, b = added(library, key="a"), added(library, key="b")
    decide_different(library, a, b)
    editing.delete_entries(library, [b])
    assert decisions(library) == ()
    library.undo()
    assert decisions(library) == ((a, b, "different"),)


def test_what_is_decided_on_several_entries_is_one_step_or_none(library):
    ids = [added(library, title=title) for title in ("One", "Two", "Three")]
    decide_all_different(library, ids)
    assert [said for _, _, said in decisions(library)] == ["different"] * 3
    assert library.undo_name() == "Mark 3 entries as different works"
    library.undo()
    assert decisions(library) == ()
    decide_all_related(library, ids, "edition")
    assert [said for _, _, said in decisions(library)] == ["edition"] * 3
    library.undo()
    with pytest.raises(UserError, match="no longer in the library"):
        decide_all_different(library, [*ids, 4711])
    assert decisions(library) == ()


def test_a_large_group_is_decided_on_and_withdrawn_as_one_step(library):
    ids = [added(library, key=f"k{number}") for number in range(40)]
    decide_related(library, ids[1], ids[0], "edition")
    decide_all_different(library, ids)
    said = decisions(library)
    assert len(said) == 40 * 39 // 2
    assert {word for _, _, word in said} == {"different"}
    withdraw_decisions(library, [(other, one) for one, other, _ in said[:-1]])
    assert decisions(library) == said[-1:]
    library.undo()
    assert decisions(library) == said
    library.undo()
    assert decisions(library) == ((ids[0], ids[1], "edition"),)
