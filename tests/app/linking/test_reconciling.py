"""Three states of a file: what only one side changed is merged, what both changed is asked, nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.entry import Entry
from app.reconciling import CITATION_KEY, ENTRY_TYPE, WHOLE, Changed, Side, compare, is_open, merged, side_of


def book(key="cohen2002", **fields):
    return Entry("book", {"title": "Supreme Command", "date": "2002", **fields}, key)


def state(*entries):
    return {entry.key: entry for entry in entries}


BOOK = book()
NONE = None


@pytest.mark.parametrize(
    ("written", "file", "library", "expected"),
    [
        (BOOK, BOOK, BOOK, []),
        (BOOK, book(date="2003"), book(date="2003"), []),
        (BOOK, book(date="2003"), BOOK, [("date", "file")]),
        (BOOK, BOOK, book(date="2003"), [("date", "library")]),
        (BOOK, book(date="2003"), book(date="2004"), [("date", "both")]),
        (BOOK, book(date="2003"), book(title="Command"), [("title", "library"), ("date", "file")]),
        (BOOK, book(date=""), BOOK, [("date", "file")]),
        (BOOK, book(date=""), book(date="2003"), [("date", "both")]),
        (BOOK, book(note="new"), BOOK, [("note", "file")]),
        (BOOK, Entry("collection", BOOK.fields, BOOK.key), BOOK, [(ENTRY_TYPE, "file")]),
        (BOOK, book("Cohen2002"), BOOK, [(CITATION_KEY, "file")]),
        (BOOK, book("cohen2002a"), BOOK, [(CITATION_KEY, "file")]),
        (NONE, BOOK, NONE, [(WHOLE, "file")]),
        (NONE, NONE, BOOK, [(WHOLE, "library")]),
        (NONE, BOOK, BOOK, []),
        (NONE, BOOK, book(date="2003"), [("date", "both")]),
        (BOOK, NONE, BOOK, [(WHOLE, "file")]),
        (BOOK, BOOK, NONE, [(WHOLE, "library")]),
        (BOOK, NONE, NONE, []),
        (BOOK, book(date="2003"), NONE, [(WHOLE, "both")]),
        (BOOK, NONE, book(date="2003"), [(WHOLE, "both")]),
    ],
)
def test_who_has_changed_what(written, file, library, expected):
    states = [state(*([] if entry is None else [entry])) for entry in (written, file, library)]
    found = compare(*states).differences
    assert [(difference.name, difference.changed.value) for difference in found] == expected


def test_an_entry_under_a_new_key_with_another_change_is_the_same_entry():
    comparison = compare(
        state(BOOK, book("x", title="X")), state(book("cohen", note="n"), book("x", title="X")), state(BOOK)
    )
    assert [(d.key, d.name) for d in comparison.differences if d.key == "cohen2002"] == [
        ("cohen2002", "citation key"),
        ("cohen2002", "note"),
    ]
    other = Entry("article", {"title": "Command", "date": "1999"}, "other")
    assert [d.name for d in compare(state(BOOK), state(other), state(BOOK)).differences] == [WHOLE, WHOLE]


def test_an_open_conflict_is_asked_and_never_merged_by_itself():
    comparison = compare(state(BOOK), state(book(date="2003")), state(book(date="2004")))
    assert is_open(comparison, {})
    with pytest.raises(ValueError, match="date is not decided"):
        merged(comparison, {})
    chosen = {("cohen2002", "date"): Side.FILE}
    assert not is_open(comparison, chosen)
    assert merged(comparison, chosen) == {"cohen2002": book(date="2003")}
    assert merged(comparison, {("cohen2002", "date"): Side.LIBRARY}) == {}


def test_a_change_of_the_file_can_be_refused():
    comparison = compare(state(BOOK), state(), state(BOOK))
    assert merged(comparison, {}) == {"cohen2002": None}
    assert merged(comparison, {("cohen2002", WHOLE): Side.LIBRARY}) == {}


def test_an_entry_added_to_the_file_comes_whole():
    comparison = compare({}, state(BOOK), {})
    assert merged(comparison, {}) == {"cohen2002": BOOK}


VALUES = st.sampled_from(["", "a", "b", "c"])
FIELDS = ("title", "date", "note")
ENTRIES = st.builds(
    lambda kind, values: Entry(kind, dict(zip(FIELDS, values, strict=True))),
    st.sampled_from(["book", "article"]),
    st.tuples(VALUES, VALUES, VALUES),
)
STATES = st.dictionaries(st.sampled_from(["k1", "k2", "k3", "k4"]), ENTRIES, max_size=4).map(
    lambda found: {key: Entry(entry.entrytype, entry.fields, key) for key, entry in found.items()}
)
SIDES = st.randoms(use_true_random=False)


def decided(comparison, random):
    return {(d.key, d.name): random.choice(list(Side)) for d in comparison.conflicts}


def applied(library, changes):
    """The library after the merge, by the keys that its entries have then."""
    after = {**library}
    for key, entry in changes.items():
        after.pop(key, None)
        if entry is not None:
            after[entry.key] = entry
    return after


@given(STATES)
def test_nothing_differs_where_nothing_changed(entries):
    assert compare(entries, entries, entries).differences == ()


@given(STATES, STATES, STATES, SIDES)
def test_every_value_comes_from_where_it_should(written, file, library, random):
    comparison = compare(written, file, library)
    choices = decided(comparison, random)
    after = applied(library, merged(comparison, choices))
    for difference in comparison.differences:
        if difference.name in (WHOLE, CITATION_KEY):
            continue
        expected = difference.file if side_of(difference, choices) is Side.FILE else difference.library
        entry = next(e for e in after.values() if difference.key in (e.key, next(iter(_former(comparison, e)), "")))
        assert (entry.entrytype if difference.name == ENTRY_TYPE else entry.get(difference.name)) == expected


def _former(comparison, entry):
    return [d.key for d in comparison.differences if d.name == CITATION_KEY and d.file == entry.key]


@given(STATES, STATES, STATES, SIDES)
def test_no_field_is_lost_but_by_choice_or_by_a_deletion(written, file, library, random):
    comparison = compare(written, file, library)
    choices = decided(comparison, random)
    after = applied(library, merged(comparison, choices))
    refused = {(d.key, d.name) for d in comparison.differences if side_of(d, choices) is Side.LIBRARY}
    for key, entry in file.items():
        was = written.get(key)
        for name, value in entry.fields.items():
            is_news = was is None or was.get(name) != value
            if is_news and not {(key, name), (key, WHOLE)} & refused and library.get(key) is not None:
                assert after[key].get(name) == value
    for key, entry in library.items():
        was = written.get(key)
        if key not in {d.key for d in comparison.differences if side_of(d, choices) is Side.FILE}:
            assert after[key] == entry
        for name, value in entry.fields.items():
            taken = {d.name for d in comparison.differences if d.key == key and side_of(d, choices) is Side.FILE}
            if (was is None or was.get(name) != value) and not taken & {name, WHOLE, CITATION_KEY}:
                assert after[key].get(name) == value


@given(STATES, STATES, STATES, SIDES)
def test_no_change_is_made_twice(written, file, library, random):
    """Merged and written, the file has what the library has; merged but not yet written, the file has nothing new."""
    comparison = compare(written, file, library)
    after = applied(library, merged(comparison, decided(comparison, random)))
    assert compare(after, after, after).differences == ()
    again = compare(file, file, after)
    assert merged(again, {}) == {}
    assert all(difference.changed is Changed.LIBRARY for difference in again.differences)
