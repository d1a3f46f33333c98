"""Which entries of the library are named while one is typed."""

import threading

from app.editing import add_entry, delete_entries
from app.entry import Entry
from app.library import Library, open_library
from app.merging import decide_different, decide_related, told_apart
from app.progress import Progress
from tests.building import added, an_entry
from ui.twins import Twins, find_twins


def test_two_that_were_told_apart_are_not_named_while_one_is_typed_over(library):
    a, b, c = (added(library, key=key) for key in "abc")
    decide_different(library, b, a)
    decide_related(library, c, b, "reprint")
    assert told_apart(library, b) == {a, c}
    assert find_twins(library, an_entry(), without=b) == ()
    assert {twin.id for twin in find_twins(library, an_entry(), without=a)} == {c}
    assert {twin.id for twin in find_twins(library, an_entry())} == {a, b, c}


def test_an_index_built_beside_the_library_knows_what_was_changed_meanwhile(library):
    a, b = added(library, key="a"), added(library, key="b", title="Quite Another Matter", author="Nobody, Nemo")
    build = library.begin_index()
    late = added(library, key="late")
    delete_entries(library, [a])
    library.keep_index(build(Progress()))
    assert {twin.id for twin in find_twins(library, an_entry())} == {late}
    assert library.begin_index() is None
    assert b not in {twin.id for twin in find_twins(library, an_entry())}


def test_an_index_begun_before_another_program_changed_the_library_is_not_kept(library):
    added(library, key="a")
    build = library.begin_index()
    other = open_library(library.location)
    twin = added(other, key="b")
    other.close()
    library.see_others()
    library.keep_index(build(Progress()))
    assert twin in {found.id for found in find_twins(library, an_entry())}


def test_typing_goes_on_and_is_saved_while_the_library_is_got_to_know(filled, settle, monkeypatch, qtbot):
    hold, seen = threading.Event(), []
    begin = Library.begin_index

    def slowly(library):
        build = begin(library)
        return lambda progress: (hold.wait(20), build(progress))[1]

    monkeypatch.setattr(Library, "begin_index", slowly)
    told = []
    filled.background.busy.connect(lambda text, *_: told.append(text))
    typed = Entry("book", {"title": "Supreme Command", "author": "Cohen, Eliot A.", "date": "2002"})
    twins = Twins(filled.background, lambda: (typed, None), filled.window)
    twins.found.connect(seen.append)
    twins.look()
    assert not filled.background.is_idle
    assert told == []
    filled.background.change(lambda library, _: add_entry(library, Entry("book", {"title": "Meanwhile"})), seen.append)
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=10_000)
    hold.set()
    settle(filled)
    assert [twin.text for twin in seen[1]] == ["Cohen 2002, “Supreme Command” (cohen2002)"]
