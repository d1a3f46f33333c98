"""The list of cases where there are very many of them."""

import pytest
from PySide6.QtWidgets import QApplication

from app.entry import Entry
from app.settings import Look
from ui.duplicates import case_model
from ui.duplicates.case_list import CaseList
from ui.duplicates.cases import Case, Certainty
from ui.theme import Theme

MANY = 3_000


@pytest.fixture
def cases(qtbot):
    made = CaseList(Theme(Look.LIGHT))
    qtbot.addWidget(made)
    made.resize(380, 700)
    made.show()
    return made


def test_only_cases_in_sight_are_put_into_words(cases, monkeypatch):
    told = []
    words = case_model.case_reason
    monkeypatch.setattr(case_model, "case_reason", lambda case: told.append(case.members) or words(case))
    entries = {number: Entry("book", {"title": f"Book {number}"}, f"k{number}") for number in range(2 * MANY)}
    found = tuple(Case(Certainty.REVIEW, (2 * number, 2 * number + 1), ()) for number in range(MANY))
    cases.cases.show_cases(found, entries)
    cases.go_to_row(MANY)
    QApplication.processEvents()
    assert (2 * MANY - 2, 2 * MANY - 1) in told
    assert len(set(told)) < 100
