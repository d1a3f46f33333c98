"""What is called not the same or related, how it is remembered, and how it is withdrawn."""

import pytest
from PySide6.QtCore import Qt

from app import finding, merging
from tests.ui.duplicates.doubles import ENTRIES
from tests.ui.duplicates.seeing import go_to, keys_of
from ui.duplicates.window import DuplicatesWindow


def test_d_is_remembered_and_can_be_withdrawn(window, desk, press, qtbot):
    go_to(window, "wire12", "wire19")
    press(window, "D")
    assert [said for _, _, said in desk.ask(merging.decisions)] == ["different"]
    assert window.tabs.tabText(1) == "Decisions (1)"
    press(window, "F5")
    with pytest.raises(AssertionError):
        go_to(window, "wire12", "wire19")
    press(window, "Ctrl+D")
    window.decisions.button.click()
    desk.settle()
    assert desk.ask(merging.decisions) == ()
    qtbot.waitUntil(lambda: window.tabs.tabText(1) == "Decisions", timeout=10_000)
    desk.settle()
    go_to(window, "wire12", "wire19")


def test_a_key_does_nothing_to_a_case_behind_the_decisions(window, desk, press):
    press(window, "Ctrl+D", "M", "D", "N", "Ctrl+Shift+M")
    assert keys_of(desk) == {entry.key for entry in ENTRIES}
    assert desk.ask(merging.decisions) == ()
    press(window, "Ctrl+D", "M")
    assert len(keys_of(desk)) == len(ENTRIES) - 1


def test_decisions_are_withdrawn_with_a_key_one_after_the_other(window, desk, press, qtbot):
    go_to(window, "wire12", "wire19")
    press(window, "D")
    go_to(window, "whitcombe1961", "whitcombe61")
    press(window, "D", "Ctrl+D")
    assert window.decisions.table.hasFocus()
    press(window, "Del")
    qtbot.waitUntil(lambda: window.tabs.tabText(1) == "Decisions (1)", timeout=10_000)
    press(window, "Del")
    assert desk.ask(merging.decisions) == ()


def test_a_decision_begins_with_the_key_that_tells_look_alikes_apart(window, press):
    go_to(window, "wire12", "wire19")
    press(window, "D")
    shown = [window.decisions.decisions.index(0, column).data() for column in (0, 2)]
    assert [words.split(":")[0] for words in shown] == ["wire12", "wire19"]


def test_the_words_of_the_second_tab_are_never_cut(window, desk, press):
    go_to(window, "wire12", "wire19")
    press(window, "D")
    words = window.tabs.fontMetrics().horizontalAdvance(window.tabs.tabText(1))
    assert window.tabs.tabRect(1).width() >= words
    assert window.tabs.tabRect(1).right() <= window.tabs.width()


def test_r_asks_how_they_are_related(window, desk, press, qtbot):
    go_to(window, "whitcombe1961", "whitcombe61")
    press(window, "R")
    qtbot.keyClicks(window.chooser.filter, "reprint")
    qtbot.keyClick(window.chooser.filter, Qt.Key.Key_Return)
    desk.settle()
    assert [said for _, _, said in desk.ask(merging.decisions)] == ["reprint"]
    assert "whitcombe61" in keys_of(desk)


@pytest.mark.parametrize("key", ["D", "R"])
def test_what_is_decided_on_three_entries_is_one_step(desk, qtbot, press, key, closed_after):
    ids = desk.ask(finding.find_ids)[:3]
    window = DuplicatesWindow(desk.context, ids)
    closed_after(window)
    window.show()
    window.activateWindow()
    desk.settle()
    press(window, key)
    if key == "R":
        qtbot.keyClick(window.chooser.filter, Qt.Key.Key_Return)
        desk.settle()
    assert len(desk.ask(merging.decisions)) == 3
    desk.change(lambda library: library.undo())
    assert desk.ask(merging.decisions) == ()


def test_decisions_withdrawn_together_are_one_step(window, desk, press, qtbot):
    go_to(window, "wire12", "wire19")
    press(window, "D")
    go_to(window, "whitcombe1961", "whitcombe61")
    press(window, "D", "Ctrl+D", "Ctrl+A", "Del")
    assert desk.ask(merging.decisions) == ()
    assert desk.ask(lambda library: library.undo_name()) == "Withdraw 2 decisions"
    desk.change(lambda library: library.undo())
    assert len(desk.ask(merging.decisions)) == 2
