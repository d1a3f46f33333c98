"""Correcting an article's citations with keys: links, ends, relations and pages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from app.apparatus import Relation
from tests.building import a_note, an_apparatus
from tests.ui.review.looking import shown

NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("keys", "links"),
    [
        (["U"], [None, "dinerstein1976", "castro1962", "ulam1974", None]),
        (["U", "Ctrl+Z"], ["dinerstein1976", "dinerstein1976", "castro1962", "ulam1974", None]),
        (["Delete"], ["dinerstein1976", "castro1962", "ulam1974", None]),
        (["Ctrl+Delete"], ["castro1962", "ulam1974", None]),
        (["Ctrl+Delete", "Ctrl+Z"], ["dinerstein1976", "dinerstein1976", "castro1962", "ulam1974", None]),
    ],
)
def test_keys_correct_citations(small, press, keys, links):
    press(small, *keys)
    notes = small.session.apparatus.notes
    assert [citation.work for note in notes for citation in note.citations] == links


def test_l_links_a_citation_to_the_work_that_is_typed_for(small, press, qtbot):
    press(small, "N", "L")
    chooser = small.on_citations.chooser
    qtbot.keyClicks(chooser.filter, "ulam")
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    assert shown(small) == ((5, 0), "ulam1974")
    assert small.header.summary.text() == "5 notes, 3 works"


def test_l_makes_a_new_work_of_the_citations_words(small, press, qtbot):
    press(small, "L")
    chooser = small.on_citations.chooser
    qtbot.keyClicks(chooser.filter, "a new work")
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    assert len(small.session.apparatus.works) == 4
    assert small.work_id not in ("dinerstein1976", None)


def test_escape_in_the_chooser_changes_nothing(small, press, qtbot):
    press(small, "L")
    qtbot.keyClick(small.on_citations.chooser, Qt.Key.Key_Escape)
    assert small.session.history.is_untouched()


def test_text_selected_with_the_keyboard_becomes_a_citation(small, press):
    press(small, "Down", "Down", "Ctrl+Right", *["Shift+Ctrl+Right"] * 3)
    position, start, end = small.notes.selection()
    note = small.session.apparatus.notes[2]
    assert (position, note.note.text[start:end].strip(" ;.")) == (3, "Speech; see Ulam")


def test_c_makes_a_citation_of_selected_text(opened, press):
    text = "Kept for the record. Ulam, Expansion and Coexistence (1974), 5."
    window = opened(an_apparatus(notes=(*an_apparatus().notes, a_note(6, text))))
    window.go_to(6)
    window.notes._select((6, text.index("Ulam"), len(text) - 1))
    press(window, "C")
    (citation,) = window.session.apparatus.notes[5].citations
    assert text[citation.start : citation.end].startswith("Ulam, Expansion")
    assert citation.work is not None
    assert window.notes.selection() is None


def test_c_over_a_citation_moves_its_ends(small, press):
    small.go_to(3, 1)
    small.notes._select((3, 16, 24))
    press(small, "C")
    castro, ulam = small.session.apparatus.notes[2].citations
    assert (ulam.start, ulam.end, ulam.work) == (16, 24, "ulam1974")
    assert castro == an_apparatus().notes[2].citations[0]


def test_c_over_two_citations_is_refused_with_a_sentence(small, press):
    small.notes._select((3, 0, 24))
    press(small, "C")
    assert small.session.history.is_untouched()
    assert small.hint.text() == "Some of these words belong to another citation"


def test_enter_accepts_and_goes_on_to_what_is_doubtful(opened, press):
    notes = list(an_apparatus().notes)
    doubtful = replace(notes[1].citations[0], confidence=0.4)
    notes[1] = replace(notes[1], citations=(doubtful,))
    window = opened(an_apparatus(notes=tuple(notes)))
    press(window, "Return")
    assert shown(window)[0] == (2, 0)
    press(window, "Return")
    assert shown(window)[0] == (5, 0)
    assert window.session.note_doubt(window.session.apparatus.notes[1]) == 0
    press(window, "Return")
    assert "leads to no work yet" in window.hint.text()


def test_a_citation_accepted_stays_so_when_its_ends_are_moved(opened, press):
    notes = list(an_apparatus().notes)
    castro, ulam = notes[2].citations
    notes[2] = replace(notes[2], citations=(castro, replace(ulam, confidence=0.4)))
    window = opened(an_apparatus(notes=tuple(notes)))
    window.go_to(3, 1)
    press(window, "Return")
    window.go_to(3, 1)
    window.notes._select((3, 16, 24))
    press(window, "C")
    note = window.session.apparatus.notes[2]
    assert (note.citations[1].start, note.citations[1].end) == (16, 24)
    assert window.session.note_doubt(note) == 0


def test_that_nothing_is_doubtful_is_not_said_when_something_is_again(opened, press):
    notes = list(an_apparatus().notes)
    notes[1] = replace(notes[1], citations=(replace(notes[1].citations[0], confidence=0.4),))
    window = opened(an_apparatus(notes=tuple(notes[:4])))
    window.go_to(2)
    press(window, "Return")
    assert window.hint.text().startswith("Nothing more is doubtful")
    press(window, "Ctrl+Z")
    assert window.hint.text().startswith("N next doubtful")


def test_a_drag_selects_text(small, qtbot):
    note = small.session.apparatus.notes[0]
    row = small.notes.visualRect(small.notes.notes.index(0)).toRectF()
    layout, origin = small.notes.delegate.layout(note), small.notes.delegate.text_origin(row)
    view = small.notes.viewport()
    start, end = (layout.caret(place).center() + origin for place in (8, 21))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, NONE, start.toPoint())
    qtbot.mouseMove(view, QPoint(round(end.x()), round(end.y())))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, end.toPoint())
    position, first, last = small.notes.selection() or (0, 0, 0)
    assert (position, note.note.text[first:last]) in ((1, "S. Dinerstein"), (0, ""))


def test_r_says_what_the_note_does_with_the_work(small, press, qtbot):
    press(small, "R")
    chooser = small.on_citations.chooser
    qtbot.keyClicks(chooser.filter, "see also")
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    assert small.session.apparatus.notes[0].citations[0].relation is Relation.SEE_ALSO


def test_p_sets_the_page_a_citation_points_at(small, press):
    press(small, "Down", "P")
    assert small.on_citations.asked.textValue() == "56"
    small.on_citations.asked.setTextValue("57")
    small.on_citations.asked.accept()
    assert small.session.apparatus.notes[1].citations[0].locator == "57"
