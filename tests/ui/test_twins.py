"""Which entries of the library are named while one is typed."""

from app.merging import decide_different, decide_related, told_apart
from tests.building import added, an_entry
from ui.twins import find_twins


def test_two_that_were_told_apart_are_not_named_while_one_is_typed_over(library):
    a, b, c = (added(library, key=key) for key in "abc")
    decide_different(library, b, a)
    decide_related(library, c, b, "reprint")
    assert told_apart(library, b) == {a, c}
    assert find_twins(library, an_entry(), without=b) == ()
    assert {twin.id for twin in find_twins(library, an_entry(), without=a)} == {c}
    assert {twin.id for twin in find_twins(library, an_entry())} == {a, b, c}
