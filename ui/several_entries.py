"""How many entries are selected in, what can be done to all of them out: stands where one entry's fields stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget


class SeveralEntries(QWidget):
    """Says how many entries are selected, with a button for each thing that can be done to them together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.said.setProperty("role", "heading")
        explained = QLabel("What you do here is done to all of them.", alignment=Qt.AlignmentFlag.AlignCenter)
        explained.setProperty("role", "muted")
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 12, 40, 12)
        column.addStretch(1)
        column.addWidget(self.said)
        column.addWidget(explained)
        column.addSpacing(12)
        column.addLayout(self._buttons)
        column.addStretch(2)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Set what can be done to several entries."""
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addWidget(button)

    def show_number(self, number: int) -> None:
        """Say how many there are."""
        self.said.setText(f"{number:,} entries selected")
