"""A text box in, and Ctrl+Z in it goes on to the window where the box itself has nothing to take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def share_undo(box: QLineEdit | QPlainTextEdit) -> None:
    """Let the library's undo and redo have their keys while nothing was typed in a box, which would swallow them."""
    box.installEventFilter(_Sharing(box))


class _Sharing(QObject):
    def __init__(self, box: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(box)
        self._box = box

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Refuse the claim that a box makes on every key it knows, before the window's shortcuts are asked."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        document = self._box.document() if isinstance(self._box, QPlainTextEdit) else self._box
        is_idle = (event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()) or (
            event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
        )
        if is_idle:
            event.ignore()
        return is_idle
