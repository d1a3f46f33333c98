"""The index that answers while somebody imports or types."""

from __future__ import annotations

from app.entry import Entry
from app.matching import MatchIndex, Outcome

PILOTS = Entry(
    "article",
    {
        "author": "Lund, Eva",
        "title": "Pilots and their wages in the north",
        "journaltitle": "Dock",
        "date": "1990",
        "volume": "3",
        "pages": "1--20",
    },
)
TOLLS = Entry("book", {"author": "Okonkwo, Ifeoma", "title": "Harbours of the inland sea", "date": "1978"})


def test_the_same_work_comes_first_and_its_reasons_are_told() -> None:
    index = MatchIndex(
        [(1, TOLLS), (2, PILOTS), (3, PILOTS.with_fields(title="Pilots and their wages in the north: a reply"))]
    )
    found = index.candidates(PILOTS.with_fields(pages="1"))
    assert [candidate.id for candidate in found] == [2, 3]
    assert found[0].comparison.outcome is Outcome.SAME
    assert "same title" in found[0].comparison.sentence()


def test_a_half_typed_entry_is_warned_of() -> None:
    index = MatchIndex([(1, TOLLS), (2, PILOTS)])
    typed = Entry("misc", {"title": "Harbours of the Inland Sea", "author": "Okonkwo"})
    assert [candidate.id for candidate in index.candidates(typed)] == [1]
    assert index.candidates(Entry("misc", {"title": "Har"})) == []


def test_an_entry_being_changed_does_not_match_itself() -> None:
    index = MatchIndex([(1, TOLLS)])
    assert index.candidates(TOLLS, without=1) == []


def test_the_index_follows_every_change() -> None:
    index = MatchIndex([(1, TOLLS)])
    index.add(2, PILOTS)
    assert len(index) == 2
    assert 2 in index
    index.change(2, TOLLS)
    assert [candidate.id for candidate in index.candidates(TOLLS)] == [1, 2]
    assert index.candidates(PILOTS) == []
    index.remove(1)
    index.remove(1)
    assert [candidate.id for candidate in index.candidates(TOLLS)] == [2]
    assert 1 not in index


def test_keys_may_be_texts() -> None:
    index = MatchIndex[str]([("okonkwo1978", TOLLS)])
    assert [candidate.id for candidate in index.candidates(TOLLS)] == ["okonkwo1978"]
