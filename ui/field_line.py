"""One field of the form: a line or a few lines to type in, and what is wrong with the value."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.completing import Complete, offer_completion
from ui.entry_types import FormField
from ui.undo_keys import share_undo

LINES_SHOWN = 8


class _LongText(QPlainTextEdit):
    """Grows with its text up to a few lines; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes no new line in a field: BibTeX knows none."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        lines = int(min(max(self.document().size().height(), 1), LINES_SHOWN))
        margins = self.contentsMargins()
        extra = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin()) + 2
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + extra)


class FieldLine(QWidget):
    """A field's value, typed in one line or several.

    Args:
        complete: what a line offers while one types in it, as `offer_completion` takes it.

    Signals:
        edited: the user typed.
        finished: Return was pressed in a field of one line.
    """

    edited = Signal()
    finished = Signal()

    def __init__(
        self, spec: FormField, label: str, complete: Complete | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = spec.name
        self.label = label
        self.is_needed = spec.is_needed
        self._box: QLineEdit | _LongText = _LongText() if spec.is_long else QLineEdit()
        self._box.setAccessibleName(label)
        self._box.setPlaceholderText(spec.hint)
        share_undo(self._box)
        self._given = self._given_text = ""
        self._complaint = QLabel(wordWrap=True)
        self._complaint.setProperty("role", "warn")
        self._complaint.hide()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(1)
        stack.addWidget(self._box)
        stack.addWidget(self._complaint)
        self._box.textChanged.connect(lambda *_: self.edited.emit())
        if isinstance(self._box, QLineEdit):
            self._box.returnPressed.connect(self.finished)
            if complete is not None:
                offer_completion(self._box, complete)

    @property
    def box(self) -> QWidget:
        """Where one types."""
        return self._box

    @property
    def value(self) -> str:
        """What stands there: the value given as it was where nobody has typed, else without white space around it."""
        text = self._text()
        return self._given if text == self._given_text else text.strip()

    def _text(self) -> str:
        return self._box.toPlainText() if isinstance(self._box, QPlainTextEdit) else self._box.text()

    @property
    def complaint(self) -> str:
        """What is said to be wrong with it."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    def set_value(self, value: str) -> None:
        """Put a value there; the cursor stays where the value is the same."""
        if value != self.value:
            if isinstance(self._box, QPlainTextEdit):
                self._box.setPlainText(value)
            else:
                self._box.setText(value)
                self._box.setCursorPosition(0)
        self._given, self._given_text = value, self._text()

    def complain(self, complaint: str) -> None:
        """Say what is wrong under the field, "" for nothing."""
        self._complaint.setText(complaint)
        self._complaint.setVisible(bool(complaint))
        state = "warn" if complaint else ""
        if self._box.property("state") != state:
            self._box.setProperty("state", state)
            self._box.style().unpolish(self._box)
            self._box.style().polish(self._box)

    def focus(self) -> None:
        """Go into the field with its text selected."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.selectAll()
