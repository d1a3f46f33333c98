"""What the panel on the right says of the works beside an entry."""

from app import finding
from app.duplicates import propose_merge
from app.merging import decide_different, decide_related, merge_entries, unmerge_entry, withdraw_decision
from tests.building import added
from ui.entry_parts import parts_of


def test_an_entry_says_what_it_is_related_to_and_what_was_merged_into_it(library):
    first, second = added(library, key="first"), added(library, key="second", date="1979")
    other, stranger = added(library, key="other"), added(library, key="stranger", title="Another Crisis")
    decide_related(library, second, first, "edition")
    decide_different(library, first, stranger)
    merged = propose_merge([finding.card(library, i).entry for i in (first, other)]).entry
    merge_entries(library, first, [other], merged)
    related, taken = parts_of(library, first).beside
    assert related == "Another edition: Dinerstein, The Making of a Missile Crisis, 1979 (second)"
    assert taken.startswith("Merged into it on ")
    assert taken.endswith(": The Making of a Missile Crisis (other)")
    assert parts_of(library, second).beside[0].endswith("1976 (first)")
    assert parts_of(library, stranger).beside == ()
    unmerge_entry(library, first)
    withdraw_decision(library, first, second)
    assert parts_of(library, first).beside == ()


def test_of_very_many_entries_that_became_one_only_some_are_named(library):
    kept, *others = (added(library, key=f"k{number}", title="A Title " * 30) for number in range(9))
    merge_entries(library, kept, others, finding.card(library, kept).entry)
    (taken,) = parts_of(library, kept).beside
    assert taken.endswith("(k5); and 3 more")
    assert "… (k1); " in taken
    assert len(taken) < 600
