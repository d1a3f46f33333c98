"""Qt model of the cases: one row a case, with a row of its own for the heading of each part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.entry import Entry
from ui.duplicates.cases import HEADINGS, Case, Certainty, case_reason, case_title

CASE = Qt.ItemDataRole.UserRole
REASON = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class CaseModel(QAbstractListModel):
    """Rows are cases, or the certainty that heads those after it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Case | Certainty, ...] = ()
        self._entries: Mapping[int, Entry] = {}

    def show_cases(self, cases: Sequence[Case], entries: Mapping[int, Entry]) -> None:
        """Show these cases; `entries` has their members."""
        rows: list[Case | Certainty] = []
        for case in cases:
            if not rows or (isinstance(rows[-1], Case) and rows[-1].certainty is not case.certainty):
                rows.append(case.certainty)
            rows.append(case)
        self.beginResetModel()
        self._rows, self._entries = tuple(rows), entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Cases and headings."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be gone to."""
        if index.isValid() and isinstance(self._rows[index.row()], Certainty):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The case, its title, its reason, how many entries it has."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == CASE:
            return row if isinstance(row, Case) else None
        if isinstance(row, Certainty):
            count = sum(isinstance(other, Case) and other.certainty is row for other in self._rows)
            return f"{HEADINGS[row]} ({count:,})" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return case_title(row, self._entries)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{case_title(row, self._entries)}\n{case_reason(row)}"
        if role == REASON:
            return case_reason(row)
        return len(row.members) if role == COUNT else None

    def case(self, row: int) -> Case | None:
        """The case in a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Case) else None

    def row_of(self, case: Case | None) -> int | None:
        """The row of a case, None where it is not shown (any more)."""
        return next((row for row, other in enumerate(self._rows) if other == case and case is not None), None)
