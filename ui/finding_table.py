"""The Qt model of the check: one line for each thing that is wrong in an entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.integrity import Finding
from ui.entry_types import form_field

COLUMNS = ("Citation key", "Field", "What is wrong", "Cleanup")
AnyIndex = QModelIndex | QPersistentModelIndex
Found = tuple[int, Finding]


class FindingTable(QAbstractTableModel):
    """Findings, sorted by any column, narrowed to those with some words or with a cleanup."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._all: tuple[Found, ...] = ()
        self._shown: list[Found] = []
        self._words: tuple[str, ...] = ()
        self._is_mendable = False
        self._order: tuple[int, bool] | None = None

    @property
    def shown(self) -> Sequence[Found]:
        """What is shown, in order."""
        return self._shown

    @property
    def all(self) -> Sequence[Found]:
        """Everything that was found."""
        return self._all

    def show_findings(self, found: Sequence[Found]) -> None:
        """Show these, narrowed and sorted as before."""
        self._all = tuple(found)
        self._narrow()

    def narrow(self, words: str, is_mendable: bool) -> None:
        """Show those that have all these words, or only those with a cleanup."""
        self._words, self._is_mendable = tuple(words.lower().split()), is_mendable
        self._narrow()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the entries."""
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._narrow()

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = [found for found in self._all if self._is_wanted(found)]
        if self._order is not None:
            column, is_down = self._order
            self._shown.sort(key=lambda found: cells(found[1])[column].lower(), reverse=is_down)
        self.endResetModel()

    def _is_wanted(self, found: Found) -> bool:
        if self._is_mendable and found[1].cleanup is None:
            return False
        text = " ".join(cells(found[1])).lower() if self._words else ""
        return all(word in text for word in self._words)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many findings are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The columns named above."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if is_heading and 0 <= section < len(COLUMNS) else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; the whole sentence again where the pointer rests."""
        if not index.isValid():
            return None
        finding = self._shown[index.row()][1]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells(finding)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            changes = finding.cleanup.changes if finding.cleanup is not None else {}
            lines = [f"{name}: {value or '(taken out)'}" for name, value in changes.items()]
            return "\n".join([finding.message, *lines])
        return None


def cells(finding: Finding) -> tuple[str, str, str, str]:
    """A finding's cells."""
    label = {"key": "Citation key", "entry": "Entry", "entrytype": "Type"}.get(finding.field)
    cleanup = finding.cleanup.title if finding.cleanup is not None else ""
    return finding.key, label or form_field(finding.field).label, finding.message, cleanup
