"""What belongs to an entry beside its fields: keywords, groups, files, former keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.cards import EntryCard, Step
from ui.theme import Theme
from ui.undo_keys import share_undo


class _Files(QListWidget):
    unwanted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say what the place is for while it is empty."""
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, "Drop files here")
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete lets go of a file."""
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
            return
        super().keyPressEvent(event)


class Belongings(QWidget):
    """Shows an EntryCard's belongings; files can be dropped on it.

    Signals:
        keywords_typed: all keywords as they shall be.
        files_dropped: paths to attach.
        attach_wanted: the user wants to choose files.
        file_opened, file_unwanted: the path of an attached file.
    """

    keywords_typed = Signal(object)
    files_dropped = Signal(object)
    attach_wanted = Signal()
    file_opened = Signal(str)
    file_unwanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keywords: tuple[str, ...] = ()
        self.setAcceptDrops(True)
        self.keywords = QLineEdit()
        self.keywords.setAccessibleName("Keywords")
        self.keywords.setPlaceholderText("Words divided by commas")
        share_undo(self.keywords)
        self.keywords.editingFinished.connect(self._keywords_done)
        self.files = _Files()
        self.files.setAccessibleName("Files")
        self.files.setMinimumHeight(70)
        self.files.setMaximumHeight(120)
        self.files.itemActivated.connect(lambda item: self.file_opened.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.files.unwanted.connect(self._let_go)
        self._facts = QLabel(wordWrap=True)
        self._facts.setProperty("role", "muted")
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told = _scrolled(self._facts)
        attach = QPushButton("Attach file…")
        attach.clicked.connect(self.attach_wanted)
        self._open = QPushButton("Open")
        self._open.clicked.connect(lambda: self._with_file(self.file_opened.emit))
        self._take = QPushButton("Let go")
        self._take.setToolTip("Take the file from this entry; the file itself stays where it is")
        self._take.clicked.connect(self._let_go)
        row = QHBoxLayout()
        row.addWidget(attach)
        row.addStretch(1)
        row.addWidget(self._open)
        row.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(7)
        column.addWidget(_heading("Keywords"))
        column.addWidget(self.keywords)
        column.addSpacing(8)
        column.addWidget(_heading("Files"))
        column.addWidget(self.files)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.told, 1)
        self.files.currentItemChanged.connect(self._chosen)
        self._chosen()

    def show_card(
        self, card: EntryCard, groups: Mapping[int, str], steps: Sequence[Step] = (), beside: Sequence[str] = ()
    ) -> None:
        """Show an entry's belongings.

        `groups` are the names of all groups, `steps` what was done to the entry, `beside` lines on works beside it.
        """
        self._keywords = card.keywords
        if not self.keywords.hasFocus():
            self.keywords.setText(", ".join(card.keywords))
        self.files.clear()
        for path in card.files:
            item = QListWidgetItem(self._theme.icon("attach"), Path(path).name, self.files)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(path)
        facts = [
            ("Groups", ", ".join(groups[i] for i in card.groups if i in groups)),
            ("Former citation keys", ", ".join(card.aliases)),
            ("Added", card.added[:16].replace("T", " ")),
            ("Changed", card.changed[:16].replace("T", " ")),
        ]
        lines = [*beside, *(f"{name}: {value}" for name, value in facts if value)]
        if card.key_is_frozen:
            lines.append("The citation key was exported and stays as it is.")
        if steps:
            lines += ["", "History"]
            lines += [f"{step.at[:16].replace('T', ' ')}  {step.name}{' (undone)' * step.undone}" for step in steps]
        self._facts.setText("\n".join(lines))
        self._chosen()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files dropped."""
        self.files_dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _keywords_done(self) -> None:
        typed = split_keywords(self.keywords.text())
        if typed != self._keywords:
            self._keywords = typed
            self.keywords_typed.emit(typed)

    def _with_file(self, act: Callable[[str], None]) -> None:
        item = self.files.currentItem()
        if item is not None:
            act(item.data(Qt.ItemDataRole.UserRole))

    def _let_go(self) -> None:
        self._with_file(self.file_unwanted.emit)

    def _chosen(self) -> None:
        has_file = self.files.currentItem() is not None
        self._open.setEnabled(has_file)
        self._take.setEnabled(has_file)


def split_keywords(text: str) -> tuple[str, ...]:
    """The keywords in what was typed, divided by commas or semicolons, each once."""
    return tuple(dict.fromkeys(word for part in text.replace(";", ",").split(",") if (word := part.strip())))


def keyword_changes(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], list[str]]:
    """Which keywords to give and which to take."""
    return [word for word in after if word not in before], [word for word in before if word not in after]


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def _scrolled(facts: QLabel) -> QScrollArea:
    """What was done to an entry may be longer than a small window is high."""
    area = QScrollArea(widgetResizable=True)
    area.setAccessibleName("What the library knows of the entry")
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(facts)
    return area
