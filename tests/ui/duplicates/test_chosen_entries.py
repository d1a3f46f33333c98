"""Merging the entries that were chosen in the library: which take part, and how the window is left."""

import pytest
from PySide6.QtCore import Qt

from app import finding
from app.editing import add_entry
from app.entry import Entry
from tests.ui.duplicates.doubles import ARTICLE, ENTRIES
from tests.ui.duplicates.seeing import go_to, keys_of, members
from ui.duplicates.window import DuplicatesWindow


def test_chosen_entries_are_merged_and_the_window_closes(desk, press, closed_after):
    ids = [desk.ask(lambda library, key=key: finding.id_of_key(library, key)) for key in ("nobody1999", "wire12")]
    made = DuplicatesWindow(desk.context, ids)
    closed_after(made)
    made.show()
    desk.settle()
    assert made.case.why.text() == "Chosen by you to become one entry."
    assert not made.cases.isVisible()
    made.merge()
    desk.settle()
    assert len(keys_of(desk)) == len(ENTRIES) - 1
    assert not made.isVisible()


def test_a_member_can_be_left_out_of_three(desk, press, closed_after):
    desk.change(lambda library: add_entry(library, Entry("article", ARTICLE, "third")))
    made = DuplicatesWindow(desk.context)
    closed_after(made)
    made.show()
    desk.settle()
    go_to(made, "roldan1994", "roldan1994x", "third")
    grid = made.case.grid
    grid.setCurrentIndex(grid.grid.index(0, 2))
    gone = grid.grid.index(0, 2).data()
    made.leave_member_out()
    assert members(made) == {"roldan1994", "roldan1994x", "third"} - {gone}
    grid.setCurrentIndex(grid.grid.index(0, 1))
    made.leave_member_out()
    assert "two entries at least" in made.hint.text()
    made.all_members()
    assert members(made) == {"roldan1994", "roldan1994x", "third"}


@pytest.mark.parametrize("way", ["Escape", "Cancel"])
def test_merging_chosen_entries_can_be_left(desk, qtbot, press, way, closed_after):
    ids = desk.ask(finding.find_ids)[:2]
    window = DuplicatesWindow(desk.context, ids)
    closed_after(window)
    window.show()
    window.activateWindow()
    desk.settle()
    assert not window.cancel_button.hasFocus()
    assert "skip" not in window.hint.text()
    if way == "Escape":
        press(window, "Escape")
    else:
        qtbot.mouseClick(window.cancel_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert len(keys_of(desk)) == len(ENTRIES)
