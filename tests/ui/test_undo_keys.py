import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import COHEN
from tests.ui.test_main_window import choose

CTRL = Qt.KeyboardModifier.ControlModifier


def in_the_box(editor, name):
    line = editor.form._lines[name]
    line.focus()
    return line.box


@pytest.mark.parametrize(("typed_in", "gone_to"), [("publisher", "location"), ("publisher", "title")])
def test_undo_in_a_field_where_nothing_was_typed_takes_back_what_was_saved(filled, settle, qtbot, typed_in, gone_to):
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    filled.window.activateWindow()
    qtbot.waitUntil(filled.window.isActiveWindow)
    qtbot.keyClicks(in_the_box(editor, typed_in), "Basic Books")
    box = in_the_box(editor, gone_to)
    settle(filled)
    assert editor.card.entry.get(typed_in) == "Basic Books"
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    settle(filled)
    assert editor.card.entry == COHEN
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle(filled)
    assert editor.card.entry.get(typed_in) == "Basic Books"


def test_undo_in_a_field_that_was_typed_in_takes_back_the_typing_only(filled, settle, qtbot):
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    box = in_the_box(editor, "publisher")
    qtbot.keyClicks(box, "Basic")
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    settle(filled)
    assert editor.form.entry() == COHEN
    assert filled.window.actions_by_name["undo"].text().startswith("&Undo Add")
