"""The duplicates window: what it shows first, how it is gone through, and what it says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from app import finding
from app.cards import Changes
from app.editing import add_entry, delete_entries
from app.entry import Entry
from tests.ui.desk import Desk
from tests.ui.duplicates.doubles import SHORTER
from tests.ui.duplicates.seeing import go_to, members
from ui.duplicates.cases import Certainty
from ui.duplicates.field_grid import breakable
from ui.duplicates.window import DuplicatesWindow


def test_certain_cases_come_first_and_the_first_is_shown(window):
    assert window.cases.current_case().certainty is Certainty.CERTAIN
    assert window.summary.text().startswith("2 certain")
    assert members(window) in ({"roldan1994", "roldan1994x"}, {"whitcombe1961", "whitcombe61"})


def test_n_goes_on_and_leaves_everything(window, desk, press):
    first = members(window)
    press(window, "N")
    assert members(window) != first
    press(window, "Shift+N")
    assert members(window) == first
    assert desk.ask(lambda library: library.undo_name()).startswith("Add")


def test_the_grid_keeps_qts_rules(window, qtmodeltester):
    qtmodeltester.check(window.case.grid.grid)


def test_a_change_elsewhere_is_seen(window, desk, qtbot):
    desk.change(lambda library: delete_entries(library, [finding.id_of_key(library, "whitcombe61")]))
    qtbot.waitUntil(lambda: window.summary.text().startswith("1 certain"), timeout=10_000)


def test_each_column_of_a_group_says_what_ties_its_entry(desk, closed_after):
    desk.change(lambda library: add_entry(library, Entry("article", {**SHORTER, "volume": ""}, "third")))
    made = DuplicatesWindow(desk.context)
    closed_after(made)
    made.show()
    desk.settle()
    go_to(made, "roldan1994", "roldan1994x", "third")
    assert made.case.why.text() == "Certainly one work."
    keys = [entry.key for entry in made.case.choice.entries]
    grid = made.case.grid
    grid.setCurrentIndex(grid.grid.index(0, keys.index("third") + 1))
    assert made.case.why.text().startswith(f"Certainly one work. Entry {keys.index('third') + 1} is most like entry ")
    assert "Same volume" not in made.case.chips.accessibleName()
    grid.setCurrentIndex(grid.grid.index(0, keys.index("roldan1994") + 1))
    assert "Same volume" in made.case.chips.accessibleName()


def test_a_change_of_groups_searches_nothing_again(window):
    window._searching.library_changed(Changes("Add a group", groups=True))
    assert not window._searching._again.isActive()


def test_without_duplicates_the_window_says_so(tmp_path, qtbot, closed_after):
    desk = Desk(tmp_path, qtbot)
    made = DuplicatesWindow(desk.context)
    closed_after(made)
    desk.settle()
    assert made.case.nothing.text() == "No duplicates in your library."
    assert not made.buttons["merge"].isEnabled()
    desk.close()


def test_f1_finds_an_action_by_its_words(window, press, qtbot):
    first = members(window)
    press(window, "F1")
    qtbot.keyClicks(window.chooser.filter, "skip")
    qtbot.keyClick(window.chooser.filter, Qt.Key.Key_Return)
    assert members(window) != first


def test_the_duplicates_need_no_cancel_button(window):
    assert not window.cancel_button.isVisible()


@pytest.mark.parametrize(
    ("words", "is_broken"),
    [("A study of pilots", False), ("A study, see https://example.org/a-very-long-address-indeed", True)],
)
def test_only_a_word_that_is_too_long_is_broken(qapp, words, is_broken):
    shown = breakable(words, QFontMetricsF(QFont("sans", 10)), 150)
    assert shown.startswith("A study")
    assert ("\u200b" in shown) == is_broken
    assert shown.replace("\u200b", "") == words
