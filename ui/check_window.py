"""The check of the library: what is missing or wrong, the way to the field, and cleanups by a click."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.bibtex import Dialect
from app.counting import counted
from app.library import Library
from app.mending import check_library, mend_entries
from app.progress import Progress
from ui.busy_bar import BusyBar
from ui.context import Context
from ui.finding_table import FindingTable, Found


class CheckWindow(QWidget):
    """Shows the findings and mends what is certain; it looks again after every change of the library.

    Signals:
        entry_wanted: an entry's id and the field to go to.
    """

    entry_wanted = Signal(int, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWindowTitle("Check")
        self.resize(1060, 600)
        context.memory.restore(self, "check")
        self.summary = QLabel("Checking …")
        self.summary.setProperty("role", "title")
        self.table = FindingTable(self)
        self.view = QTableView()
        self._lay_out_view()
        self.words = QLineEdit()
        self.words.setPlaceholderText("Filter")
        self.words.setAccessibleName("Filter findings")
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(260)
        self.mendable = QCheckBox("Only what can be cleaned up")
        self.mend_selected = QPushButton("Clean up selected")
        self.mend_all = QPushButton("Clean up all shown")
        self.words.textChanged.connect(self._narrow)
        self.mendable.toggled.connect(self._narrow)
        self.mend_selected.clicked.connect(lambda: self._mend(self._selected()))
        self.mend_all.clicked.connect(lambda: self._mend(list(self.table.shown)))
        self._lay_out()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence.StandardKey.Find, self, self.words.setFocus)
        context.background.changed.connect(lambda _: self._check())
        self._check()

    def _lay_out_view(self) -> None:
        self.view.setAccessibleName("Findings")
        self.view.setModel(self.table)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setShowGrid(False)
        self.view.setAlternatingRowColors(True)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 140), (1, 110), (3, 280)):
            header.resizeSection(column, width)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)
        self.view.activated.connect(lambda index: self._go(index.row()))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._judge())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.words)
        top.addWidget(self.mendable)
        top.addStretch(1)
        close = QPushButton("Close")
        close.clicked.connect(self.close)
        self.hint = QLabel(HOW_TO_GO)
        self.hint.setProperty("role", "muted")
        foot = QHBoxLayout()
        foot.addWidget(self.hint)
        foot.addStretch(1)
        foot.addWidget(BusyBar(self._context.background))
        for button in (close, self.mend_selected, self.mend_all):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.summary)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _check(self) -> None:
        dialect = Dialect(self._context.preferences.now.dialect or "biblatex")

        def check(library: Library, progress: Progress) -> tuple[Found, ...]:
            return check_library(library, dialect, progress)

        self._context.background.ask(check, self._show, topic="check")

    def _show(self, found: tuple[Found, ...]) -> None:
        row = self.view.currentIndex().row()
        self.table.show_findings(found)
        amount = len({entry_id for entry_id, _ in found})
        said = f"{counted(len(found), 'finding', 'findings')} in {counted(amount, 'entry', 'entries')}"
        self.summary.setText(said if found else "Nothing is missing or wrong")
        self._go_to_row(row)

    def _narrow(self) -> None:
        self.table.narrow(self.words.text(), self.mendable.isChecked())
        self._go_to_row(0)

    def _go_to_row(self, row: int) -> None:
        """Stand in a row, or in the last one; where none is shown, say why."""
        if self.table.shown:
            self.view.setCurrentIndex(self.table.index(min(max(row, 0), len(self.table.shown) - 1), 0))
        is_hidden = bool(self.table.all) and not self.table.shown
        self.hint.setText(ALL_HIDDEN if is_hidden else HOW_TO_GO if self.table.shown else "")
        self._judge()

    def _selected(self) -> list[Found]:
        rows = self.view.selectionModel().selectedRows()
        return [self.table.shown[index.row()] for index in rows]

    def _judge(self) -> None:
        self.mend_selected.setEnabled(any(f.cleanup for _, f in self._selected()))
        mendable = sum(1 for _, finding in self.table.shown if finding.cleanup)
        self.mend_all.setEnabled(mendable > 0)
        self.mend_all.setText(f"Clean up all shown ({mendable:,})" if mendable else "Clean up all shown")

    def _mend(self, found: list[Found]) -> None:
        if any(finding.cleanup for _, finding in found):
            self._context.background.change(lambda library, _: mend_entries(library, found))

    def _go(self, row: int) -> None:
        entry_id, finding = self.table.shown[row]
        self.view.selectionModel().select(
            self.table.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS
        )
        field = "" if finding.field in ("entry", "entrytype") else finding.field
        self.entry_wanted.emit(entry_id, field)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size."""
        self._context.memory.keep(self, "check")
        super().closeEvent(event)


HOW_TO_GO = "Enter or a double click goes to the field."
ALL_HIDDEN = "None of the findings is shown: none of them fits what is chosen above."
_ROWS = QItemSelectionModel.SelectionFlag.Rows
