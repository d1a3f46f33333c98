"""The window of the linked .bib files: add, remove, write now, and the way to the comparison of one changed outside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
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

from app.cards import ArticleCard, Group
from app.finding import articles, groups
from app.library import Library
from app.linking import LinkedFile, LinkReport, LinkState, What, add_link, remove_link
from app.progress import Progress
from ui.busy_bar import BusyBar
from ui.context import Context
from ui.link_comparison import open_comparison
from ui.link_form import LinkForm
from ui.link_keeper import LinkKeeper, Reports
from ui.link_table import LinkTable, state_sentence

Sets = tuple[tuple[Group, ...], tuple[ArticleCard, ...]]


class LinkedFilesWindow(QWidget):
    """Shows the linked files as the keeper finds them."""

    def __init__(self, context: Context, keeper: LinkKeeper) -> None:
        super().__init__()
        self._context, self._keeper = context, keeper
        self._sets: Sets = ((), ())
        self._added: Path | None = None
        self.setWindowTitle("Linked .bib files")
        self.resize(820, 380)
        context.memory.restore(self, "linked_files")
        self.table = LinkTable(self)
        self.view = QTableView()
        self.said = QLabel(wordWrap=True)
        self.said.setProperty("role", "muted")
        self.add = QPushButton("Add…")
        self.remove = QPushButton("Remove")
        self.write = QPushButton("Update now")
        self.compare = QPushButton("Compare…")
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.write.clicked.connect(keeper.update)
        self.compare.clicked.connect(self._compare)
        self._lay_out()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        keeper.reported.connect(self._read)
        context.background.opened.connect(lambda _: self._read(()))
        keeper.update()
        self._judge()

    def _lay_out(self) -> None:
        view = self.view
        view.setAccessibleName("Linked files")
        view.setModel(self.table)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for section, width in ((0, 180), (2, 140), (3, 210)):
            header.resizeSection(section, width)
        view.selectionModel().selectionChanged.connect(lambda *_: self._judge())
        view.activated.connect(lambda _: self._compare())
        hint = QLabel("A linked file is written whenever its entries change. What you change in it yourself is kept.")
        hint.setProperty("role", "muted")
        close = QPushButton("Close")
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        for button in (self.add, self.remove, self.write, self.compare):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(BusyBar(self._context.background))
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(hint)
        column.addWidget(view, 1)
        column.addWidget(self.said)
        column.addLayout(foot)

    def _read(self, reports: Reports) -> None:
        def sets(library: Library, _: Progress) -> Sets:
            return groups(library), articles(library)

        self._context.background.ask(sets, lambda found: self._show(reports, found), owner=self)

    def _show(self, reports: Reports, sets: Sets) -> None:
        row = max(self.view.currentIndex().row(), 0)
        if self._added is not None:
            added = self._added.absolute()
            row = next((n for n, report in enumerate(reports) if report.path.absolute() == added), row)
            self._added = None
        self._sets = sets
        names = {(What.GROUP, str(group.id)): f"group {group.name}" for group in sets[0]}
        names |= {(What.ARTICLE, str(article.id)): f"cited in “{article.title}”" for article in sets[1]}
        self.table.show_reports(reports, names)
        if reports:
            self.view.selectRow(min(row, len(reports) - 1))
        self._judge()

    def _chosen(self) -> LinkReport | None:
        row = self.view.currentIndex().row()
        return self.table.reports[row] if 0 <= row < len(self.table.reports) else None

    def _judge(self) -> None:
        chosen = self._chosen()
        self.remove.setEnabled(chosen is not None)
        self.write.setEnabled(bool(self.table.reports))
        self.compare.setEnabled(chosen is not None and chosen.state is LinkState.CHANGED_OUTSIDE)
        self.said.setText(f"{chosen.path}: {state_sentence(chosen)}" if chosen else "No file is linked yet.")

    def _add(self) -> None:
        form = LinkForm(self._context, self, *self._sets)
        form.wanted.connect(self.link)
        form.open()

    def link(self, path: Path, link: LinkedFile) -> None:
        """Link a file and write it, or find that it has entries already; how that went is shown."""
        self._added = path
        self._context.background.ask(
            lambda library, _: add_link(library, path, link), lambda _: self._keeper.update(), owner=self
        )

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            link_id = chosen.link.id
            self._context.background.ask(
                lambda library, _: remove_link(library, link_id), lambda _: self._keeper.update(), owner=self
            )

    def _compare(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.state is LinkState.CHANGED_OUTSIDE:
            open_comparison(self._context, chosen, self._keeper.update)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        self._context.memory.keep(self, "linked_files")
        super().closeEvent(event)
