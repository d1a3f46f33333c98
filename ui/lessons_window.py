"""What Ibidem has learnt from the user's corrections: every lesson listed, and withdrawn with a key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.entry import Entry
from app.lessons import Taught
from app.teaching import LessonCard, lessons, withdraw_lessons
from ui.context import Context
from ui.entry_types import form_field
from ui.list_view import list_view
from ui.review.field_words import type_label

AnyIndex = QModelIndex | QPersistentModelIndex
HEADINGS = ("Words in a note", "You said", "In", "When")


def said(card: LessonCard) -> str:
    """What the user said of the words: "no citation", or what was changed in the work."""
    lesson = card.lesson
    if lesson.taught is Taught.NO_CITATION or lesson.entry is None:
        return "Not a citation"
    if lesson.was is None:
        return f"A citation: {_title(lesson.entry)}"
    changed = [
        _changed(name, lesson.entry.get(name))
        for name in dict.fromkeys((*lesson.entry.fields, *lesson.was.fields))
        if lesson.entry.get(name) != lesson.was.get(name)
    ]
    if lesson.entry.entrytype != lesson.was.entrytype:
        changed.insert(0, f"Type: {type_label(lesson.entry.entrytype)}")
    return "; ".join(changed) or "Begins or ends elsewhere"


def _changed(name: str, value: str) -> str:
    label = form_field(name).label
    return f"{label}: {value}" if value else f"No {label.lower()}"


def _title(entry: Entry) -> str:
    return entry.get("title") or entry.get("journaltitle") or entry.entrytype


class LessonTable(QAbstractTableModel):
    """The lessons, latest first."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.cards: tuple[LessonCard, ...] = ()

    def show_lessons(self, cards: tuple[LessonCard, ...]) -> None:
        """Show these; they come oldest first."""
        self.beginResetModel()
        self.cards = cards[::-1]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lessons there are."""
        return 0 if parent.isValid() else len(self.cards)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The words, what was said of them, where and when."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_heading and 0 <= section < len(HEADINGS) else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell of a lesson; the whole words as its tip."""
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (card.lesson.words, said(card), card.source, card.at[:16].replace("T", " "))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return said(card) if index.column() == 1 else card.lesson.words
        return None


class LessonsWindow(QWidget):
    """Lists the lessons of the library; the selected ones can be forgotten."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWindowTitle("What Ibidem has learnt")
        self.resize(960, 480)
        context.memory.restore(self, "lessons")
        self.table = LessonTable(self)
        self.view = list_view(self.table, "Lessons learnt from your corrections", {1: 300, 2: 130, 3: 130})
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._judge())
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setProperty("role", "muted")
        self.forget_button = QPushButton("Forget")
        self.forget_button.setToolTip("Read such words again as if you had not corrected them (Del)")
        self.forget_button.clicked.connect(self.forget)
        close = QPushButton("Close")
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.forget_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._text)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.view.setFocus()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self, self.forget)
        context.background.changed.connect(lambda _: self._read())
        self._read()

    def forget(self) -> None:
        """Withdraw the selected lessons; what came in by them stays, and undo brings them back."""
        ids = [self.table.cards[index.row()].id for index in self.view.selectionModel().selectedRows()]
        if ids:
            self._context.background.change(lambda library, _: withdraw_lessons(library, ids))

    def _read(self) -> None:
        self._context.background.ask(lambda library, _: lessons(library), self._show, topic="lessons")

    def _show(self, cards: tuple[LessonCard, ...]) -> None:
        row = max(self.view.currentIndex().row(), 0)
        self.table.show_lessons(cards)
        if cards:
            self.view.selectRow(min(row, len(cards) - 1))
        self._text.setText(
            "Corrections you made while reviewing. The next import reads the same words, and the same "
            "names of journals and publishers, as you corrected them."
            if cards
            else "Nothing yet. When you correct a work or a citation in a review and accept it, the next import "
            "reads such words as you corrected them; each such correction is then listed here."
        )
        self._judge()

    def _judge(self) -> None:
        self.forget_button.setEnabled(self.view.selectionModel().hasSelection())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size."""
        self._context.memory.keep(self, "lessons")
        super().closeEvent(event)
