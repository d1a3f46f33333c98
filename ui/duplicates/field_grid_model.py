"""Qt model of a merge: one row a field, one column a member, and the merged entry in the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.duplicates.merge_choice import KEY, TYPE, Line, MergeChoice
from ui.entry_types import form_field, type_label

CELL = Qt.ItemDataRole.UserRole
WORDS = {KEY: "Citation key", TYPE: "Type"}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What the delegate needs to know of a cell.

    Attributes:
        is_disagreement: the members say different things in this row.
        is_chosen: the merged entry has this cell's value.
        is_name, is_merged: the first and the last column.
    """

    is_disagreement: bool
    is_chosen: bool
    is_name: bool
    is_merged: bool


class FieldGridModel(QAbstractTableModel):
    """The comparison of a case.

    Signals:
        typed: a field's name and the value typed for the merged entry.
    """

    typed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._members = 0
        self._headings: tuple[str, ...] = ()

    def show_choice(self, choice: MergeChoice | None, headings: tuple[str, ...] = ()) -> None:
        """Show a merge; another choice for the same case changes rows in place."""
        lines = choice.lines() if choice is not None else ()
        members = len(choice.members) if choice is not None else 0
        same = members == self._members and [line.name for line in lines] == [line.name for line in self._lines]
        if same and headings == self._headings and lines:
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, members + 1))
            return
        self.beginResetModel()
        self._lines, self._members, self._headings = lines, members, headings
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Key, type and the fields."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A name, the members, the merged entry."""
        return 0 if parent.isValid() or not self._members else self._members + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Which entry a column is."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return ""
        return "Merged" if section == self._members + 1 else self._headings[section - 1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Values, and what the delegate needs to know."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == CELL:
            return self._cell(line, column)
        if role == Qt.ItemDataRole.EditRole and column == self._members + 1:
            return line.chosen
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            by_hand = "\n(typed by hand)" if column - 1 in line.typed else ""
            return self._text(line, column) + by_hand
        return None

    def _cell(self, line: Line, column: int) -> Cell:
        is_member = 0 < column <= self._members
        chosen = is_member and bool(line.values[column - 1]) and line.values[column - 1] == line.chosen
        return Cell(line.is_disagreement, chosen, column == 0, column == self._members + 1)

    def _text(self, line: Line, column: int) -> str:
        if column == 0:
            return WORDS.get(line.name) or form_field(line.name).label
        text = line.chosen if column == self._members + 1 else line.values[column - 1]
        return type_label(text) if line.name == TYPE else text

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The merged value can be typed; the key is one of the members'."""
        flags = super().flags(index)
        if index.isValid() and index.column() == self._members + 1 and self._lines[index.row()].name not in (KEY, TYPE):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of a value typed."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or index.column() != self._members + 1:
            return False
        line = self._lines[index.row()]
        text = " ".join(str(value).split())
        if text == line.chosen:
            return False
        self.typed.emit(line.name, text)
        return True

    def name(self, row: int) -> str:
        """The field in a row."""
        return self._lines[row].name if 0 <= row < len(self._lines) else ""

    def member(self, column: int) -> int | None:
        """The member a column stands for, by its number from 0."""
        return column - 1 if 0 < column <= self._members else None
