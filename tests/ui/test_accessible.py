"""Everything one can type in, choose from or press has a name that a screen reader can say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.actions import ACTS, Keys
from ui.check_window import CheckWindow
from ui.help_menu import AboutDialog, KeysDialog
from ui.history_window import HistoryWindow
from ui.new_entry import NewEntryDialog
from ui.settings_dialog import SettingsDialog

KINDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractButton)


def nameless(window: QWidget) -> list[str]:
    """What can be used in a window and has neither a name, nor a text, nor a label of its own."""
    found = []
    for kind in KINDS:
        for widget in window.findChildren(kind):
            is_inside = isinstance(widget.parent(), QComboBox | QLineEdit | QAbstractItemView)
            own = widget.objectName().startswith("qt_") or is_inside or widget.window() is not window
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not own and widget.isEnabled() and not (widget.accessibleName() or text or widget.toolTip()):
                found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_the_main_window_has_names(filled, settle):
    filled.window.entries.select_ids(filled.window.table.ids[:1])
    settle(filled)
    assert nameless(filled.window) == []


@pytest.mark.parametrize("kind", [CheckWindow, HistoryWindow, NewEntryDialog, SettingsDialog, AboutDialog])
def test_the_other_windows_have_names(filled, settle, kind, closed_after):
    window = kind(filled.window.context)
    closed_after(window)
    settle(filled)
    assert nameless(window) == []


def test_the_list_of_keys_has_names(closed_after):
    dialog = KeysDialog(None)
    closed_after(dialog)
    assert nameless(dialog) == []


def test_every_action_says_what_it_does():
    assert [act.name for act in ACTS if not act.tip] == []


def test_letters_of_a_menu_are_used_once():
    for menu in {act.menu for act in ACTS}:
        letters = [act.text[act.text.index("&") + 1].lower() for act in ACTS if act.menu == menu and "&" in act.text]
        assert sorted(letters) == sorted(set(letters)), menu


def test_tab_goes_from_the_filter_to_the_table_and_on_to_the_entry(filled, settle, qtbot):
    window = filled.window
    window.entries.select_ids(window.table.ids[:1])
    settle(filled)
    window.filter_box.focus()
    seen = []
    for _ in range(14):
        seen.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.entries in seen
    assert window.editor.isAncestorOf(seen[-1])


def test_text_boxes_keep_the_keys_of_text():
    clash = {"Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Del"}
    for act in ACTS:
        if clash & set(act.keys.split()):
            assert act.where is Keys.TABLE, act.name
