"""What the library has, or may have, of a file of entries in; what is to become of it out, before any is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from app.counting import counted
from app.importing import Decision, FileProposal
from ui.context import Context
from ui.list_view import list_view
from ui.match_table import MatchLine, MatchTable

AIR, INDENT = 8, 24
Decided = Callable[[dict[int, Decision]], None]


class FileMatches(QDialog):
    """One line for each match, under it a line for each field that the library's entry lacks; what is ticked is done.

    Args:
        proposal: the matches of the file.
        lines: those of the table.
        name: the file's.
        decided: told what was decided, by the places of the entries, when the user goes on; else nothing comes in.
    """

    def __init__(
        self, context: Context, proposal: FileProposal, lines: tuple[MatchLine, ...], name: str, decided: Decided
    ) -> None:
        super().__init__(context.window)
        self._decided = decided
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Import {name}")
        self.resize(1000, 560)
        title = QLabel(summary(proposal))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        about = QLabel("Nothing has come in yet. Tick what your entries are to get from the file (Space).")
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        self.table = MatchTable(lines, self)
        self.view = self._view()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go_on = buttons.addButton("Import", QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        self.fill_all = buttons.addButton("Fill in all", QDialogButtonBox.ButtonRole.ActionRole)
        self.fill_all.setToolTip("Tick every field of the works that are there already")
        self.fill_all.setAutoDefault(False)
        self.fill_all.clicked.connect(self.table.tick_all)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for widget in (title, about):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self.view.setFocus()

    def _view(self) -> QTableView:
        view = list_view(self.table, "What the library has of the file", {})
        view.setItemDelegateForColumn(0, _Indented(view))
        view.installEventFilter(_Spacebar(view, self.table))
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        box = view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(max(view.fontMetrics().height(), box) + AIR)
        for section in range(self.table.columnCount()):
            view.horizontalHeader().setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        for row, line in enumerate(self.table.lines):
            if line.heading:
                view.setSpan(row, 0, 1, self.table.columnCount())
        view.selectRow(min(1, self.table.rowCount() - 1))
        return view

    def decisions(self) -> dict[int, Decision]:
        """What is ticked, by the places of the entries in the file."""
        return self.table.decisions()

    def accept(self) -> None:
        """Let the file come in as it was decided."""
        super().accept()
        self._decided(self.decisions())


class _Spacebar(QObject):
    """Space ticks the line one stands on, whatever its column."""

    def __init__(self, view: QTableView, table: MatchTable) -> None:
        super().__init__(view)
        self._view, self._table = view, table

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the space bar."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Space:
            return False
        row = self._view.currentIndex().row()
        if row >= 0 and self._table.can_be_ticked(row):
            self._table.tick(row, not self._table.is_ticked(row))
        return True


class _Indented(QStyledItemDelegate):
    """Draws a field to the right of the entry that it belongs to."""

    def _placed(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QStyleOptionViewItem:
        placed = QStyleOptionViewItem(option)
        table = index.model()
        if isinstance(table, MatchTable) and table.lines[index.row()].field:
            placed.rect = placed.rect.adjusted(INDENT, 0, 0, 0)
        return placed

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        super().paint(painter, self._placed(option, index), index)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click on the box is one where it is drawn."""
        return super().editorEvent(event, model, self._placed(option, index), index)


def summary(proposal: FileProposal) -> str:
    """What the file brings, in one sentence: "12 entries, 3 of them in your library already, 1 perhaps."."""
    known = len(proposal.known)
    doubtful = len(proposal.matches) - known
    parts = [counted(proposal.total, "entry", "entries")]
    if known:
        parts.append(f"{known:,} of them in your library already")
    if doubtful:
        parts.append(f"{doubtful:,} perhaps")
    return ", ".join(parts) + "."
