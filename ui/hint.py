"""A sentence in, and shown over the form of an entry, with a way to the entry that it speaks of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton


class Hint(QFrame):
    """Stands over the form.

    Signals:
        followed: the id of the entry that shall be shown.
    """

    followed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "hint")
        self.is_refusal = False
        self._id: int | None = None
        self._text = QLabel(wordWrap=True)
        self._follow = QToolButton()
        self._follow.setText("Show it")
        self._follow.clicked.connect(lambda: self.followed.emit(self._id))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 4, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._follow)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now, "" for nothing."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, entry_id: int | None = None, is_refusal: bool = False) -> None:
        """Say something, with a way to an entry where one is named; `is_refusal`: that something was not saved."""
        self.is_refusal = is_refusal
        self._text.setText(text)
        self._id = entry_id
        self._follow.setVisible(entry_id is not None)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self.is_refusal = False
        self.hide()
