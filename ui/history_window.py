"""The history of the library: its steps, latest first, and the way back to any of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.cards import Changes, Step
from app.library import Library
from app.progress import Progress
from ui.busy_bar import BusyBar
from ui.context import Context
from ui.list_view import list_view
from ui.theme import Theme

SHOWN = 500
AnyIndex = QModelIndex | QPersistentModelIndex


class StepTable(QAbstractTableModel):
    """The steps; those that were taken back are drawn faint."""

    def __init__(self, theme: Theme, parent: Any = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[Step, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is shown, latest first."""
        return self._steps

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._steps = steps
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many steps there are."""
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """What was done, when, and whether it stands."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return ("Change", "When", "")[section] if is_heading and 0 <= section < 3 else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell of a step."""
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            when = step.at[:16].replace("T", " ")
            return (step.name, when, "taken back" if step.undone else "")[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return step.name
        if role == Qt.ItemDataRole.ForegroundRole and step.undone:
            return self._theme.colour("faint")
        return None


class HistoryWindow(QWidget):
    """Shows the steps and goes back, or forward again, to the one chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWindowTitle("History")
        self.resize(620, 520)
        context.memory.restore(self, "history")
        self.table = StepTable(context.theme, self)
        self.view = list_view(self.table, "Changes of the library", {1: 140, 2: 90})
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.doubleClicked.connect(lambda _: self.go_there())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._judge())
        self._said = QLabel("Every change of this library. Choose one to make the library what it was just after it.")
        self._said.setWordWrap(True)
        self._said.setProperty("role", "muted")
        self._go = QPushButton("Go back to here")
        self._go.setDefault(True)
        self._go.clicked.connect(self.go_there)
        close = QPushButton("Close")
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(BusyBar(context.background), 1)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._said)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        context.background.changed.connect(lambda _: self._read())
        self._read()

    def go_there(self) -> None:
        """Undo or redo until the chosen step is the last one that stands."""
        row = self.view.currentIndex().row()
        if row < 0:
            return
        back, forward = way_to(self.table.steps, row)
        if back or forward:
            name = self.table.steps[row].name
            self._context.background.change(
                lambda library, progress: _walk(library, back, forward, progress),
                lambda _: self._context.messages.notice(f"The library is as it was after “{name}”"),
                said="",
            )

    def _read(self) -> None:
        self._context.background.ask(lambda library, _: library.steps(SHOWN), self._show, topic="history")

    def _show(self, steps: tuple[Step, ...]) -> None:
        row = self.view.currentIndex().row()
        self.table.show_steps(steps)
        if steps:
            self.view.selectRow(min(max(row, 0), len(steps) - 1))
        self._judge()

    def _judge(self) -> None:
        row = self.view.currentIndex().row()
        steps = self.table.steps
        back, forward = way_to(steps, row) if 0 <= row < len(steps) else (0, 0)
        self._go.setEnabled(bool(back or forward))
        self._go.setText(
            f"Do {forward} again to here" if forward else f"Go back to here ({back})" if back else "Here now"
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size."""
        self._context.memory.keep(self, "history")
        super().closeEvent(event)


def way_to(steps: tuple[Step, ...], row: int) -> tuple[int, int]:
    """How many steps to take back, or to do again, so that the step in a row is the last that stands.

    Args:
        steps: latest first, as the library gives them.
        row: the step chosen.
    """
    if steps[row].undone:
        return 0, sum(1 for step in steps[row:] if step.undone)
    return sum(1 for step in steps[:row] if not step.undone), 0


def _walk(library: Library, back: int, forward: int, progress: Progress) -> Changes:
    """Go the way, one step after the other; stopped half-way, it stays at the step it has reached."""
    for done in range(back):
        progress.step("Taking changes back", done, back)
        library.undo()
    for done in range(forward):
        progress.step("Doing changes again", done, forward)
        library.redo()
    return Changes(name=library.undo_name() or "Beginning", entries=None, articles=True, groups=True, decisions=True)
