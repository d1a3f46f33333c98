"""A quick chooser: lines to choose one of, narrowed as one types; the choice goes to a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.folding import fold

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Option:
    """One line: its words, a second line in small, and what it stands for."""

    words: str
    detail: str
    value: Any


class Chooser(QDialog):
    """Opens over the window. Return or a double click chooses, Escape leaves everything as it is.

    Args:
        search: asks for more lines that fit what is typed, and hands them to a function (for the library's entries).
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        options: Sequence[Option],
        chosen: Callable[[Any], None],
        search: Callable[[str, Callable[[Sequence[Option]], None]], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._options = tuple(options)
        self._chosen = chosen
        self._search = search
        # Qt would make plain strings of kinds, so the lines are kept here, row by row.
        self._shown: list[Option] = []
        heading = QLabel(title)
        heading.setObjectName("heading")
        self.filter = QLineEdit(placeholderText="Type to narrow the list", clearButtonEnabled=True)
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list = QListWidget()
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _item: self.accept())
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        for widget in (heading, self.filter, self.list):
            column.addWidget(widget)
        self.resize(620, 420)
        self._narrow("")

    def accept(self) -> None:
        """Choose the line gone to."""
        if self.list.currentRow() < 0:
            return
        option = self._shown[self.list.currentRow()]
        super().accept()
        self._chosen(option.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move through the list while one types, Return chooses."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        words = fold(text).split()
        self._show([o for o in self._options if all(word in fold(f"{o.words} {o.detail}") for word in words)])
        if self._search is not None and len(text.strip()) > 1:
            self._search(text, self._got_more)

    def _got_more(self, found: Sequence[Option]) -> None:
        shown = [option.value for option in self._shown]
        for option in found:
            if option.value not in shown:
                self._add(option)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def _show(self, options: Sequence[Option]) -> None:
        self.list.clear()
        self._shown.clear()
        for option in options[:SHOWN]:
            self._add(option)
        if options:
            self.list.setCurrentRow(0)

    def _add(self, option: Option) -> None:
        item = QListWidgetItem(f"{option.words}\n{option.detail}" if option.detail else option.words)
        item.setToolTip(item.text())
        item.setSizeHint(QSize(0, self.fontMetrics().height() * (2 if option.detail else 1) + 12))
        self.list.addItem(item)
        self._shown.append(option)
