from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.finding import entries
from tests.ui.test_main_window import asked, choose
from ui import entry_menu
from ui.duplicates import DuplicatesWindow


def test_of_several_entries_none_is_edited(filled, settle, qtbot):
    window = filled.window
    choose(filled, settle, "adler1992")
    window.entries.selectAll()
    settle(filled)
    assert window.editor.several.said.text() == "3 entries selected"
    assert window.editor.several.isVisible()
    assert window.editor.card is None
    assert not window.actions_by_name["attach"].isEnabled()
    qtbot.keyClick(window.entries, Qt.Key.Key_Return)
    assert not window.editor.form.isVisible()


def test_one_more_entry_with_shift_shows_several_and_one_again_shows_its_fields(filled, settle, qtbot):
    window = filled.window
    choose(filled, settle, "adler1992")
    qtbot.keyClick(window.entries, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle(filled)
    assert window.editor.several.said.text() == "2 entries selected"
    assert window.editor.several.isVisible()
    qtbot.keyClick(window.entries, Qt.Key.Key_Down)
    settle(filled)
    assert window.editor.form.isVisible()
    assert window.editor.card.entry.key == "zubok2007"


def test_what_was_typed_into_one_is_saved_when_more_are_selected(filled, settle):
    window = filled.window
    choose(filled, settle, "cohen2002")
    window.editor.form._lines["location"].set_value("Boston")
    window.entries.selectAll()
    settle(filled)
    assert [e.get("location") for _, e in asked(filled, settle, entries) if e.key == "cohen2002"] == ["Boston"]


def test_a_button_acts_on_all_that_are_selected(filled, settle):
    window = filled.window
    window.entries.selectAll()
    settle(filled)
    buttons = {
        button.defaultAction().objectName(): button
        for button in window.editor.findChildren(QToolButton)
        if button.defaultAction() is not None
    }
    assert set(buttons) >= {"keywords", "put_in_group", "export_selected", "merge", "delete"}
    buttons["delete"].click()
    settle(filled)
    assert window.table.ids == ()


def test_more_entries_than_can_stand_side_by_side_are_not_merged_but_that_is_said(filled, settle, monkeypatch):
    monkeypatch.setattr(entry_menu, "MERGED_AT_ONCE", 2)
    window, told = filled.window, []
    filled.messages.told.connect(told.append)
    window.entries.selectAll()
    settle(filled)
    window.actions_by_name["merge"].trigger()
    settle(filled)
    assert window.context.window_of(DuplicatesWindow) is None
    assert told[0].startswith("Too many entries to merge: 3 entries are selected.")
