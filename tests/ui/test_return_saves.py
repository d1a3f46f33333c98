import pytest
from PySide6.QtCore import Qt

from tests.ui.test_main_window import choose


@pytest.mark.parametrize("name", ["publisher", "key"])
def test_return_in_a_field_of_one_line_saves_what_was_typed(filled, settle, qtbot, name):
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    editor.go_to(name)
    box = (editor.form._key if name == "key" else editor.form._lines[name]).box
    box.setText("basic")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settle(filled)
    entry = editor.card.entry
    assert (entry.key if name == "key" else entry.get(name)) == "basic"
    assert filled.messages.notices.text == f"Saved {entry.key}"
