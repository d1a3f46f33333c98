"""The panes of a review and where they stand: head, notes, works, the fields and the evidence of one work, foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from ui.busy_bar import BusyBar
from ui.context import Context
from ui.elided_label import ElidedLabel
from ui.review.field_table import FieldTable
from ui.review.header import Header
from ui.review.mention_list import MentionList
from ui.review.note_list import NoteList
from ui.review.session import Session
from ui.review.work_model import Col
from ui.review.work_table import WorkTable

KEYS = "   ·   ".join(
    ("N next doubtful", "Enter accept", "S same as", "X leave out", "L link", "J join", "C make a citation")
)


class Panes(QWidget):
    """Everything one sees in the window; it does nothing by itself."""

    def __init__(self, context: Context, session: Session, stored: bool) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self.header = Header(theme, not stored)
        self.notes = NoteList(theme)
        self.works = WorkTable(session, theme)
        self.fields = FieldTable(theme)
        self.mentions = MentionList(theme)
        self.work_title, self.evidence_title = _heading(), _heading()
        self.match, self.hint = QLabel(), ElidedLabel("", "muted")
        self.accept_button, self.close_button = QPushButton("Accept"), QPushButton("Close" if stored else "Cancel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._divided(), 1)
        column.addWidget(self._foot())
        if stored:
            self._make_readable_only()

    def _divided(self) -> QSplitter:
        self.match.setProperty("role", "muted")
        self.match.setWordWrap(True)
        self.match.setTextFormat(Qt.TextFormat.PlainText)
        self.match.setContentsMargins(12, 0, 12, 8)
        below = _splitter(Qt.Orientation.Horizontal)
        below.addWidget(_pane(self.work_title, self.match, self.fields))
        below.addWidget(_pane(self.evidence_title, self.mentions))
        right = _splitter(Qt.Orientation.Vertical)
        right.addWidget(self.works)
        right.addWidget(below)
        across = _splitter(Qt.Orientation.Horizontal)
        across.addWidget(self.notes)
        across.addWidget(right)
        for splitter, sizes in ((below, (380, 420)), (right, (470, 330)), (across, (600, 840))):
            splitter.setSizes(sizes)
        across.setStretchFactor(0, 2)
        across.setStretchFactor(1, 3)
        self._splitters = {"review.across": across, "review.right": right, "review.below": below}
        for name, splitter in self._splitters.items():
            self._context.memory.restore(splitter, name)
        return across

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.hint, 1)
        row.addWidget(BusyBar(self._context.background))
        row.addWidget(self.close_button)
        row.addWidget(self.accept_button)
        self.accept_button.setDefault(True)
        self.accept_button.setToolTip("Bring the works and the notes into your library (Ctrl+Return)")
        return foot

    def _make_readable_only(self) -> None:
        self.accept_button.hide()
        self.fields.fields.is_editable = False
        for column in (Col.CHOICE, Col.MATCH, Col.DOUBT):
            self.works.setColumnHidden(column, True)

    def keep_divisions(self) -> None:
        """Remember how the window was divided."""
        for name, splitter in self._splitters.items():
            self._context.memory.keep(splitter, name)


def _splitter(orientation: Qt.Orientation) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter


def _heading() -> QLabel:
    label = QLabel()
    label.setProperty("role", "heading")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(40)
    return label


def _pane(heading: QLabel, *views: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    heading.setContentsMargins(12, 8, 12, 7)
    column.addWidget(heading)
    for view in views:
        column.addWidget(view, 0 if isinstance(view, QLabel) else 1)
    return pane
