"""What the reader's corrections do to an apparatus, singly and in any order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app import correcting
from app.apparatus import Apparatus, Kind, NoteText, Relation
from app.correcting import (
    add_citation,
    change_locator,
    change_relation,
    change_span,
    change_work,
    drop_work,
    join_works,
    link,
    remove_citation,
    split_off,
)
from app.entry import Entry
from app.works import read_apparatus

TEXTS = (
    "J. Doe, The Long Road (London: Faber, 1990), 4.",
    "Ibid., 5; A. Roe, ‘The Cut’, Past 3, no. 1 (1991): 7.",
    "Brandt, op. cit., 8.",
    "It is not known whether he ever came back from Leeds.",
    "",
    "Doe, Long Road, 9. He was wrong about nearly all of it.",
)


def _read() -> Apparatus:
    return read_apparatus(None, [NoteText(k, str(k), text) for k, text in enumerate(TEXTS, 1)])


def _links(apparatus: Apparatus) -> list[list[str | None]]:
    return [[citation.work for citation in note.citations] for note in apparatus.notes]


def test_the_article_reads_as_expected_before_it_is_corrected() -> None:
    assert _links(_read()) == [["doe1990"], ["doe1990", "roe1991"], [None], [], [], ["doe1990"]]


def test_an_open_citation_is_linked_by_hand() -> None:
    corrected = link(_read(), 3, 0, "roe1991")
    assert _links(corrected)[2] == ["roe1991"]
    assert corrected.notes[2].citations[0].confidence == 1.0


def test_nothing_is_linked_to_a_work_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        link(_read(), 3, 0, "nobody")


def test_a_work_goes_with_its_last_citation() -> None:
    corrected = remove_citation(_read(), 2, 1)
    assert [work.id for work in corrected.works] == ["doe1990"]


def test_a_note_without_its_citation_is_commentary() -> None:
    assert remove_citation(_read(), 1, 0).notes[0].kind is Kind.COMMENTARY


def test_words_marked_by_hand_are_read_into_a_new_work_or_a_known_one() -> None:
    emptied = remove_citation(_read(), 1, 0)
    text = TEXTS[0]
    again = add_citation(emptied, 1, 0, len(text) - 1)
    assert _links(again)[0] == ["doe1990"]
    new = add_citation(_read(), 4, 0, 12)
    assert len(new.works) == 3
    assert new.notes[3].kind is not Kind.COMMENTARY


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 4), (0, 10_000), (2, 9)])
def test_a_span_that_is_empty_outside_or_taken_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="words"):
        add_citation(_read(), 1, start, end)


def test_span_relation_and_locator_are_changed() -> None:
    corrected = change_span(_read(), 3, 0, 0, 5)
    corrected = change_relation(corrected, 3, 0, Relation.SEE)
    corrected = change_locator(corrected, 3, 0, "12")
    (citation,) = corrected.notes[2].citations
    assert (citation.start, citation.end, citation.relation, citation.locator) == (0, 5, Relation.SEE, "12")
    assert change_locator(corrected, 3, 0, "").notes[2].citations[0].locator is None


def test_a_work_keeps_its_id_when_its_fields_change() -> None:
    corrected = change_work(_read(), "doe1990", Entry("book", {"title": "The Longest Road"}))
    assert corrected.works[0].entry == Entry("book", {"title": "The Longest Road"}, "doe1990")


def test_joined_works_share_fields_and_citations() -> None:
    corrected = join_works(_read(), "doe1990", "roe1991")
    assert _links(corrected)[1] == ["doe1990", "doe1990"]
    assert corrected.works[0].entry.get("title") == "The Long Road"
    assert corrected.works[0].entry.get("journaltitle") == "Past"


def test_a_citation_split_off_has_a_work_of_its_own() -> None:
    corrected = split_off(_read(), 6, 0)
    assert len(corrected.works) == 3
    assert _links(corrected)[5] != ["doe1990"]


def test_a_work_dropped_takes_its_citations_along() -> None:
    corrected = drop_work(_read(), "doe1990")
    assert [work.id for work in corrected.works] == ["roe1991"]
    assert _links(corrected) == [[], ["roe1991"], [None], [], [], []]
    assert corrected.notes[0].kind is Kind.COMMENTARY


class Corrections(RuleBasedStateMachine):
    """Any corrections in any order leave a sound apparatus, and the one before as it was."""

    def __init__(self) -> None:
        super().__init__()
        self.apparatus = _read()

    def _try(self, correct: Callable[[Apparatus], Apparatus]) -> None:
        before, links = self.apparatus, _links(self.apparatus)
        try:
            self.apparatus = correct(before)
        except (KeyError, LookupError, ValueError):
            self.apparatus = before
        assert _links(before) == links

    def _id(self, number: int) -> str:
        works = self.apparatus.works
        return works[number % len(works)].id if works else "none"

    @rule(position=st.integers(1, 6), index=st.integers(0, 2), number=st.integers(0, 3))
    def link(self, position: int, index: int, number: int) -> None:
        self._try(lambda a: link(a, position, index, self._id(number) if number else None))

    @rule(position=st.integers(1, 6), index=st.integers(0, 2))
    def remove(self, position: int, index: int) -> None:
        self._try(lambda a: remove_citation(a, position, index))

    @rule(position=st.integers(1, 6), start=st.integers(0, 50), length=st.integers(0, 50))
    def add(self, position: int, start: int, length: int) -> None:
        self._try(lambda a: add_citation(a, position, start, start + length))

    @rule(position=st.integers(1, 6), index=st.integers(0, 2), start=st.integers(0, 50), length=st.integers(0, 50))
    def move(self, position: int, index: int, start: int, length: int) -> None:
        self._try(lambda a: change_span(a, position, index, start, start + length))

    @rule(first=st.integers(0, 4), second=st.integers(0, 4))
    def join(self, first: int, second: int) -> None:
        self._try(lambda a: join_works(a, self._id(first), self._id(second)))

    @rule(position=st.integers(1, 6), index=st.integers(0, 2))
    def split(self, position: int, index: int) -> None:
        self._try(lambda a: split_off(a, position, index))

    @rule(number=st.integers(0, 4))
    def drop(self, number: int) -> None:
        self._try(lambda a: drop_work(a, self._id(number)))

    @invariant()
    def no_link_dangles_and_no_work_is_uncited(self) -> None:
        ids = [work.id for work in self.apparatus.works]
        cited = dict.fromkeys(c.work for n in self.apparatus.notes for c in n.citations if c.work is not None)
        assert ids == list(cited)
        assert all(work.entry.key == work.id for work in self.apparatus.works)

    @invariant()
    def every_note_is_there_with_its_citations_in_order(self) -> None:
        assert tuple(note.note.text for note in self.apparatus.notes) == TEXTS
        for note in self.apparatus.notes:
            end = 0
            for citation in note.citations:
                assert end <= citation.start < citation.end <= len(note.note.text)
                end = citation.end
            assert (note.kind is Kind.EMPTY) == (not note.note.text)
            assert (note.kind is Kind.COMMENTARY) == (bool(note.note.text) and not note.citations)


TestCorrections = Corrections.TestCase
TestCorrections.settings = settings(max_examples=30, stateful_step_count=12, deadline=None)


def test_the_language_of_the_notes_is_guessed_once_for_all_corrections():
    texts = [NoteText(k, str(k), f"{text} (guessed once)") for k, text in enumerate(TEXTS, 1)]
    apparatus = read_apparatus(None, texts)
    before = correcting._language_of.cache_info().misses
    for locator in ("9", "10", "11"):
        apparatus = change_locator(link(apparatus, 1, 0, None), 1, 0, locator)
    assert correcting._language_of.cache_info().misses == before + 1
