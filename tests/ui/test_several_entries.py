from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.finding import entries
from tests.ui.test_main_window import asked, choose


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
