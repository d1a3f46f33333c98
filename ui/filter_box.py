"""The filter box: what is typed is asked for a moment later, Escape empties it, and the count stands beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from ui.theme import Theme

WAIT_MS = 120


class _FilterLine(QLineEdit):
    left_downwards = Signal()
    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the line; Down and Enter go on to the table."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left_downwards.emit()
            self.emptied.emit()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
            return
        super().keyPressEvent(event)


class FilterBox(QWidget):
    """A line to type in and a count.

    Signals:
        query_changed: what to look for, "" for everything.
        left: the user wants to go on to the table.
    """

    query_changed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _FilterLine()
        self.line.setPlaceholderText("Filter: any words, or author:cohen year:1967")
        self.line.setAccessibleName("Filter")
        self.line.setToolTip("Shows the entries that have every word, in any field. Escape shows all again.")
        self.line.setClearButtonEnabled(True)
        self._glass = self.line.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setAccessibleName("Entries shown")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.ask_now)
        self.line.textChanged.connect(self._typed)
        self.line.left_downwards.connect(self._leave)
        self._theme = theme
        theme.changed.connect(lambda: self._glass.setIcon(theme.icon("search")))

    @property
    def query(self) -> str:
        """What the box says."""
        return self.line.text().strip()

    def ask_now(self) -> None:
        """Ask without waiting longer."""
        self._timer.stop()
        self.query_changed.emit(self.query)

    def focus(self) -> None:
        """Go into the box with everything in it selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def begin(self, text: str) -> None:
        """Go into the box and go on with what was typed elsewhere."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setText(text)

    def show_count(self, found: int, total: int) -> None:
        """Say how many entries are shown, of how many."""
        entries = "entry" if total == 1 else "entries"
        self.count.setText(f"{found:,} of {total:,} {entries}" if found != total else f"{total:,} {entries}")

    def _typed(self, text: str) -> None:
        if text:
            self._timer.start()
        else:
            self.ask_now()

    def _leave(self) -> None:
        self.ask_now()
        self.left.emit()
