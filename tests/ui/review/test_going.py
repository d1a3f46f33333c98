"""Going through a review: keys, the pointer, the filter and the order, and what is then looked at."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.apparatus import Form
from tests.building import a_citation
from tests.ui.review.looking import shown
from ui.review.state import Place
from ui.review.work_model import Col

NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("keys", "now"),
    [
        (["Down"], ((2, 0), "dinerstein1976")),
        (["Tab", "Tab"], ((3, 0), "castro1962")),
        (["Tab", "Tab", "Tab"], ((3, 1), "ulam1974")),
        (["Tab", "Tab", "Tab", "Backtab"], ((3, 0), "castro1962")),
        (["Down", "Down", "Down"], (None, None)),
        (["N"], ((5, 0), None)),
        (["N", "N"], ((5, 0), None)),
        (["End"], ((5, 0), None)),
    ],
)
def test_keys_go_through_the_notes(small, press, keys, now):
    press(small, *keys)
    assert shown(small) == now


def test_the_order_by_doubt_puts_the_open_ibid_first(small, press):
    assert small.header.by_doubt.text() == "By doubt (1 to look at)"
    press(small, "O")
    assert small.notes.notes.notes[0].note.position == 5
    press(small, "O")
    assert [note.note.position for note in small.notes.notes.notes] == [1, 2, 3, 4, 5]


def test_the_filter_narrows_notes_and_works(small, qtbot):
    qtbot.keyClicks(small.header.filter, "ulam")
    assert [note.note.position for note in small.notes.notes.notes] == [3]
    assert small.works.works.rowCount() == 1


def test_letters_in_the_filter_are_no_commands(small, qtbot):
    small.header.filter.setFocus()
    qtbot.keyClicks(small.header.filter, "xuldcj")
    assert small.session.history.is_untouched()
    assert small.header.filter.text() == "xuldcj"


def test_picking_a_work_goes_to_its_first_citation(small, qtbot):
    row = small.works.works.row_of("ulam1974")
    small.works.setCurrentIndex(small.works.works.index(row, Col.TITLE))
    assert shown(small) == ((3, 1), "ulam1974")


def test_a_click_on_a_citation_picks_it(small, qtbot):
    small.notes.go_to(1)
    note = small.session.apparatus.notes[2]
    row = small.notes.visualRect(small.notes.notes.index(2))
    layout = small.notes.delegate.layout(note)
    spot = layout.shapes(20, 24)[0].center() + small.notes.delegate.text_origin(row.toRectF())
    qtbot.mouseClick(small.notes.viewport(), Qt.MouseButton.LeftButton, NONE, spot.toPoint())
    assert shown(small) == ((3, 1), "ulam1974")


def test_hovering_tells_where_and_why(small):
    note = small.session.apparatus.notes[4]
    assert small.session.reason(note, note.citations[0]) == "Leads to no work yet\nTwo works stand before it."
    note = replace(note, citations=(a_citation("ulam1974", 0, 5, form=Form.IBID, confidence=0.8, reason="one work"),))
    assert small.session.reason(note, note.citations[0]) == (
        "Ulam, Expansion and Coexistence, 1974\nOne work.\n80% sure"
    )


def test_a_correction_keeps_the_readers_place(small, press):
    press(small, "Tab", "Tab", "Tab", "U")
    assert small.notes.place == Place(3, 1)
    assert small.work_id is None


def test_removing_the_last_citation_of_a_note_goes_to_the_one_before(small, press):
    press(small, "Tab", "Tab", "Tab", "Delete")
    assert shown(small) == ((3, 0), "castro1962")


def test_undoing_a_removal_looks_at_the_citation_again(small, press):
    press(small, "Down", "Delete")
    assert small.notes.place is None
    press(small, "Ctrl+Z")
    assert shown(small) == ((2, 0), "dinerstein1976")
    assert small.work_title.text() == "New work"


def test_the_order_by_doubt_goes_to_the_most_doubtful(small, press):
    press(small, "Tab", "Tab", "O")
    assert shown(small) == ((5, 0), None)
    assert small.notes.currentIndex().row() == 0
    press(small, "O")
    assert shown(small)[0] == (5, 0)


@pytest.mark.parametrize(
    ("typed", "notes", "works"),
    [("making", [1], 1), ("aking", [], 0), ("herbert dinerst", [1], 1), ("MÄKING", [1], 1), ("…", [1, 2, 3, 4, 5], 3)],
)
def test_the_filter_finds_the_beginnings_of_words(small, qtbot, typed, notes, works):
    small.header.filter.setText(typed)
    assert [note.note.position for note in small.notes.notes.notes] == notes
    assert small.works.works.rowCount() == works
