"""What was decided about pairs of entries before: listed, and withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from app.entry import Entry
from ui.entry_words import entry_words, relation_words

WHOLE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows

Index = QModelIndex | QPersistentModelIndex
Decided = tuple[int, int, str]

ABOUT = "What you decide about two entries is remembered here. Withdraw it (Del) to be asked again."
HEADINGS = ("One entry", "Decided", "The other entry")


def decision_words(decided: str) -> str:
    """A decision as a reader would say it."""
    return "not the same" if decided in ("different", "not-same") else relation_words(decided)


class DecisionModel(QAbstractTableModel):
    """One row a decision."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decided: tuple[Decided, ...] = ()
        self._entries: Mapping[int, Entry] = {}

    def show_decisions(self, decided: Sequence[Decided], entries: Mapping[int, Entry]) -> None:
        """Show these."""
        self.beginResetModel()
        self._decided, self._entries = tuple(decided), entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as there are."""
        return 0 if parent.isValid() else len(self._decided)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Two entries and what they are to each other."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one, other, decided = self._decided[index.row()]
        return (self._words(one), decision_words(decided), self._words(other))[index.column()]

    def _words(self, entry_id: int) -> str:
        entry = self._entries.get(entry_id)
        if entry is None:
            return "an entry that is gone"
        return f"{entry.key}: {entry_words(entry)}" if entry.key else entry_words(entry)

    def decision(self, row: int) -> Decided | None:
        """The decision in a row."""
        return self._decided[row] if 0 <= row < len(self._decided) else None


class DecisionList(QWidget):
    """The list with its button.

    Signals:
        withdrawn: the decisions to forget, two ids each.
    """

    withdrawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decisions = DecisionModel(self)
        self.table = QTableView()
        self.table.setAccessibleName("Decisions")
        self.table.setModel(self.decisions)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate(
            (QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch)
        ):
            self.table.horizontalHeader().setSectionResizeMode(column, mode)
        self.hint = QLabel(ABOUT)
        self.hint.setProperty("role", "muted")
        self.button = QPushButton("Withdraw")
        self.button.setToolTip("Forget the decision, and be asked again (Del)")
        self.button.clicked.connect(self.withdraw)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(16, 12, 16, 12)
        column_.setSpacing(10)
        column_.addWidget(self.hint)
        column_.addWidget(self.table, 1)
        column_.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.decisions.modelReset.connect(self._enable)
        self._enable()

    def show_decisions(self, decided: Sequence[Decided], entries: Mapping[int, Entry]) -> None:
        """Show these; one stays in the row one was in, so that key after key withdraws them."""
        row = max(self.table.currentIndex().row(), 0)
        self.decisions.show_decisions(decided, entries)
        if decided:
            chosen = self.decisions.index(min(row, len(decided) - 1), 0)
            # Not selectRow: that lets go of the row while Ctrl is held.
            self.table.selectionModel().setCurrentIndex(chosen, WHOLE_ROW)

    def _enable(self) -> None:
        self.button.setEnabled(self.table.selectionModel().hasSelection())

    def withdraw(self) -> None:
        """Forget the decisions selected."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        pairs = [decided[:2] for row in rows if (decided := self.decisions.decision(row)) is not None]
        if pairs:
            self.withdrawn.emit(pairs)
