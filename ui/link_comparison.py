"""The window that compares a linked file changed outside with the library, three ways, and merges by choice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.counting import counted
from app.linking import LinkComparison, LinkReport, MergedLink, compare_link, merge_link
from app.reconciling import Side
from ui.busy_bar import BusyBar
from ui.context import Context
from ui.difference_table import SIDES, DifferenceTable
from ui.wrapped_cells import WrappedCells


def open_comparison(context: Context, report: LinkReport, then: Callable[[], None]) -> None:
    """Open the comparison of a linked file; `then` is called when it was merged."""
    context.show_window(ComparisonWindow(context, report, then))


class ComparisonWindow(QWidget):
    """Shows every difference; a click on a value, or F and L, choose whose word counts."""

    def __init__(self, context: Context, report: LinkReport, then: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._report, self._then = context, report, then
        self._compared: LinkComparison | None = None
        self.setWindowTitle(f"{report.path.name}: the file and the library")
        self.resize(1000, 520)
        context.memory.restore(self, "link_comparison")
        self.summary = QLabel("Comparing …")
        self.summary.setProperty("role", "title")
        self.table = DifferenceTable(context.theme, self)
        self.view = QTableView()
        self.from_file = QPushButton("Take all of the file")
        self.from_library = QPushButton("Keep all of the library")
        self.merge = QPushButton("Merge")
        self.from_file.clicked.connect(lambda: self.table.choose_all(Side.FILE))
        self.from_library.clicked.connect(lambda: self.table.choose_all(Side.LIBRARY))
        self.merge.clicked.connect(self._merge)
        self._lay_out()
        self.table.dataChanged.connect(lambda *_: self._judge())
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        for key, side in ((Qt.Key.Key_F, Side.FILE), (Qt.Key.Key_L, Side.LIBRARY)):
            QShortcut(QKeySequence(key), self, lambda side=side: self._choose_current(side))
        context.background.changed.connect(lambda _: self._compare())
        self._compare()

    def _lay_out(self) -> None:
        view = self.view
        view.setAccessibleName("Differences")
        view.setModel(self.table)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setTabKeyNavigation(False)
        view.setWordWrap(True)
        view.setItemDelegate(WrappedCells(view))
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in ((0, 150), (1, 110)):
            header.resizeSection(section, width)
        for section in (2, 3, 4):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        view.clicked.connect(self._clicked)
        hint = QLabel("Click on the value that counts, or press F for the file's and L for the library's.")
        hint.setProperty("role", "muted")
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.close)
        foot = QHBoxLayout()
        for button in (self.from_file, self.from_library):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(BusyBar(self._context.background))
        foot.addWidget(cancel)
        foot.addWidget(self.merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        for part in (self.summary, hint):
            column.addWidget(part)
        column.addWidget(view, 1)
        column.addLayout(foot)

    def _compare(self) -> None:
        link_id = self._report.link.id
        self._context.background.ask(lambda library, _: compare_link(library, link_id), self._show, topic="compare")

    def _show(self, compared: LinkComparison) -> None:
        chosen = dict(self.table.choices)
        self._compared = compared
        self.table.show_comparison(compared.comparison)
        for row, difference in enumerate(compared.comparison.differences):
            if side := chosen.get((difference.key, difference.name)):
                self.table.choose(row, side)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.table.index(self.table.first_open(), 0))
            self.view.setFocus()
        self._judge()

    def _judge(self) -> None:
        comparison = self.table.comparison
        conflicts = len(comparison.conflicts)
        said = counted(len(comparison.differences), "difference", "differences")
        asked = f", {conflicts} of them changed on both sides" if conflicts else ""
        self.summary.setText(f"{said}{asked}" if comparison.differences else "The entries are the same on both sides")
        self.merge.setEnabled(self._compared is not None and not self.table.is_open)
        self.merge.setToolTip("Choose for the coloured rows first" if self.table.is_open else "")
        for button in (self.from_file, self.from_library):
            button.setEnabled(bool(comparison.differences))

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() in SIDES:
            self.table.choose(index.row(), SIDES[index.column()])

    def _choose_current(self, side: Side) -> None:
        if self.view.currentIndex().isValid():
            self.table.choose(self.view.currentIndex().row(), side)

    def _merge(self) -> None:
        compared, choices = self._compared, dict(self.table.choices)
        if compared is not None and not self.table.is_open:
            self._context.background.change(
                lambda library, _: merge_link(library, compared, choices), self._merged, owner=self
            )

    def _merged(self, done: MergedLink) -> None:
        self._context.messages.notice(f"Merged and wrote {done.report.path.name}")
        self._then()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        self._context.memory.keep(self, "link_comparison")
        super().closeEvent(event)
