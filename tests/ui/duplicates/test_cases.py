from dataclasses import replace

import pytest

from app.duplicates import DuplicateFindings, DuplicateGroup, DuplicatePair
from app.entry import Entry
from app.matching import Agreement, Comparison, Outcome, Reason, Relation
from ui.duplicates.case_model import CASE, COUNT, REASON, CaseModel
from ui.duplicates.cases import Case, Certainty, case_reasons, case_title, case_verdict, cases_of, merged_into, without
from ui.duplicates.decision_list import DecisionModel, decision_words

SAME = Comparison(
    Outcome.SAME,
    0.9,
    (
        Reason("pages", Agreement.EQUAL, "same first page", 3.0),
        Reason("title", Agreement.NEAR, "title differs in one word", 1.0),
        Reason("doi", Agreement.MISSING, "no DOI", 0.0),
        Reason("date", Agreement.DIFFERENT, "years 9 apart", -2.0),
    ),
)
EDITION = Comparison(Outcome.RELATED, 0.5, SAME.reasons, Relation.EDITION)
FINDINGS = DuplicateFindings(
    certain=(DuplicateGroup((1, 2, 3), (DuplicatePair(1, 2, SAME), DuplicatePair(2, 3, SAME))),),
    review=(DuplicatePair(4, 5, SAME),),
    related=(DuplicatePair(6, 7, EDITION),),
)
ENTRIES = {number: Entry("book", {"title": f"Book {number}", "date": "1990"}, f"k{number}") for number in range(1, 8)}


def test_cases_come_by_certainty():
    assert [(case.certainty, case.members) for case in cases_of(FINDINGS)] == [
        (Certainty.CERTAIN, (1, 2, 3)),
        (Certainty.REVIEW, (4, 5)),
        (Certainty.RELATED, (6, 7)),
    ]


def test_of_certain_groups_the_one_with_the_weakest_tie_comes_last():
    weak = replace(SAME, score=0.6)
    groups = (
        DuplicateGroup((1, 2, 3), (DuplicatePair(1, 2, SAME), DuplicatePair(2, 3, weak))),
        DuplicateGroup((4, 5, 6), (DuplicatePair(4, 5, SAME), DuplicatePair(4, 6, SAME), DuplicatePair(5, 6, weak))),
    )
    assert [case.members for case in cases_of(DuplicateFindings(certain=groups))] == [(4, 5, 6), (1, 2, 3)]


def test_reasons_are_told_strongest_first_without_what_is_missing():
    why = case_reasons(cases_of(FINDINGS)[0])
    assert [(reason.words, reason.speaks) for reason in why] == [
        ("Same first page", "for"),
        ("Title differs in one word", "nearly"),
        ("Years 9 apart", "against"),
    ]


def test_the_verdict_names_the_relation():
    assert case_verdict(cases_of(FINDINGS)[2]) == "Not the same, but related: another edition."


def test_a_case_is_named_by_an_entry_that_is_still_there():
    case = cases_of(FINDINGS)[0]
    assert case_title(case, {2: ENTRIES[2]}) == "Book 2, 1990"
    assert case_title(case, {}) == "Entries that are gone"


@pytest.mark.parametrize(("decided", "left"), [({4, 5}, 2), ({1, 2, 3}, 2), ({1, 2}, 3), ({1, 4}, 3), (set(), 3)])
def test_a_case_is_done_when_all_its_entries_are_decided(decided, left):
    assert len(without(cases_of(FINDINGS), decided)) == left


@pytest.mark.parametrize(
    ("kept", "merged", "left"),
    [
        (1, (1, 2, 3), [(4, 5), (6, 7)]),
        (1, (1, 3), [(1, 2), (4, 5), (6, 7)]),
        (1, (1, 4), [(1, 2, 3), (1, 5), (6, 7)]),
        (4, (1, 4), [(4, 2, 3), (4, 5), (6, 7)]),
        (4, (4, 5, 6, 7), [(1, 2, 3)]),
    ],
)
def test_after_a_merge_cases_speak_of_the_entry_kept(kept, merged, left):
    assert [case.members for case in merged_into(cases_of(FINDINGS), kept, merged)] == left


@pytest.fixture
def model(qtmodeltester, qapp):
    model = CaseModel()
    model.show_cases(cases_of(FINDINGS), ENTRIES)
    qtmodeltester.check(model)
    return model


def test_each_part_has_a_heading_with_its_count(model):
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows == [
        "Certainly the same (1)",
        "Book 1, 1990",
        "To look at (1)",
        "Book 4, 1990",
        "Related versions (1)",
        "Book 6, 1990",
    ]
    assert model.case(0) is None
    assert model.index(1).data(COUNT) == 3
    assert model.index(5).data(REASON).startswith("Another edition: same first page")


def test_a_case_is_found_again_after_the_list_has_changed(model):
    case = model.index(3).data(CASE)
    model.show_cases(cases_of(FINDINGS)[1:], ENTRIES)
    assert model.case(model.row_of(case)) == case
    assert model.row_of(Case(Certainty.REVIEW, (8, 9), ())) is None


def test_the_decisions_model_keeps_qts_rules(qtmodeltester, qapp):
    model = DecisionModel()
    model.show_decisions(((1, 2, "different"), (3, 99, "edition")), ENTRIES)
    qtmodeltester.check(model)
    texts = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert texts == [
        ["k1: Book 1, 1990", "not the same", "k2: Book 2, 1990"],
        ["k3: Book 3, 1990", "another edition", "an entry that is gone"],
    ]


def test_an_unknown_decision_is_said_as_it_is():
    assert decision_words("cousins") == "cousins"
