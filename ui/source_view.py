"""An entry as BibTeX: read, copied, or edited and read back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.bib_highlighter import BibHighlighter
from ui.theme import Theme
from ui.undo_keys import share_undo


class SourceView(QWidget):
    """The text of an entry, and a way to save it after typing.

    Signals:
        edited: it was typed in.
        wanted: the text as typed, to be read and saved.
    """

    edited = Signal()
    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.box = QPlainTextEdit()
        self.box.setAccessibleName("BibTeX source")
        self.box.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.box.setTabChangesFocus(True)
        share_undo(self.box)
        self._highlighter = BibHighlighter(self.box.document(), theme)
        self._said = QLabel(wordWrap=True)
        self._said.setProperty("role", "bad")
        self._said.hide()
        self._save = QPushButton("Save source")
        self._save.setToolTip("Read the text and change the entry by it (Ctrl+S)")
        self._revert = QPushButton("Revert")
        copy = QPushButton("Copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.box.toPlainText()))
        self._save.clicked.connect(self.save)
        self._revert.clicked.connect(self.revert)
        self.box.textChanged.connect(self._typed)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(self._revert)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self.box, 1)
        column.addWidget(self._said)
        column.addLayout(row)
        self._typed()

    @property
    def is_edited(self) -> bool:
        """Whether something else stands there than was shown."""
        return self.box.toPlainText() != self._shown

    def show_source(self, text: str) -> None:
        """Show an entry's text."""
        self._shown = text
        self.box.setPlainText(text)
        self.complain("")

    @property
    def text(self) -> str:
        """What stands there."""
        return self.box.toPlainText()

    def offer(self, text: str) -> None:
        """Put in text that was typed before, as an edit of the text shown, which Revert brings back."""
        self.box.setPlainText(text)

    def complain(self, what: str) -> None:
        """Say what is wrong with the text, "" for nothing."""
        self._said.setText(what)
        self._said.setVisible(bool(what))

    def save(self) -> None:
        """Hand the text out to be read."""
        if self.is_edited:
            self.wanted.emit(self.box.toPlainText())

    def revert(self) -> None:
        """Show again what was there."""
        self.box.setPlainText(self._shown)
        self.box.moveCursor(self.box.textCursor().MoveOperation.Start)
        self.complain("")
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self._save.setEnabled(self.is_edited)
        self._revert.setEnabled(self.is_edited)
        self.edited.emit()
