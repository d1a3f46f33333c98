"""The duplicates window over a library that has some."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.editing import add_entry
from tests.ui.desk import Desk
from tests.ui.duplicates.doubles import ENTRIES
from ui.duplicates.window import DuplicatesWindow


@pytest.fixture
def desk(tmp_path, qtbot):
    """A library with two pairs of duplicates, a headline on two days, and a book by itself."""
    made = Desk(tmp_path, qtbot)

    def fill(library):
        return [add_entry(library, entry)[1] for entry in ENTRIES][-1]

    made.change(fill)
    yield made
    made.close()


@pytest.fixture
def window(desk, closed_after):
    made = DuplicatesWindow(desk.context)
    closed_after(made)
    made.show()
    made.activateWindow()
    made.cases.setFocus()
    desk.settle()
    return made


@pytest.fixture
def press(qtbot, desk):
    def do(window, *keys):
        for key in keys:
            combination = QKeySequence(key)[0]
            qtbot.keyClick(window.focusWidget() or window.cases, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()
            desk.settle()

    return do
