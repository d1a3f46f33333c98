"""A question in, the words that somebody types as its answer out, while the window goes on working."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget


def ask_words(
    parent: QWidget | None, title: str, question: str, then: Callable[[str], None], words: str = ""
) -> QInputDialog:
    """Open a dialog of one line in which `words` stand; what is typed goes to `then`, without white space around it.

    Nothing goes there when it is cancelled.
    """
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(words)
    dialog.textValueSelected.connect(lambda typed: then(typed.strip()))
    dialog.open()
    return dialog
