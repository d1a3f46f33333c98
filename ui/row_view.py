"""A table in which one goes through rows, not cells: Home and End lead to the first and the last of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView


class RowView(QTableView):
    """A view of rows."""

    def moveCursor(self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first row by Home and to the last one by End; Qt would go to a row's first and last cell."""
        model, ends = self.model(), (QTableView.CursorAction.MoveHome, QTableView.CursorAction.MoveEnd)
        if action not in ends or not model.rowCount():
            return super().moveCursor(action, modifiers)
        row = 0 if action is QTableView.CursorAction.MoveHome else model.rowCount() - 1
        return model.index(row, max(0, self.currentIndex().column()))
