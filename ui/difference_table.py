"""The differences between a linked file and the library as a table; each row's choice is made in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.reconciling import CITATION_KEY, ENTRY_TYPE, WHOLE, Comparison, Difference, Side, is_open, side_of
from ui.entry_types import form_field
from ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
COLUMNS = ("Entry", "Field", "Written last", "The file now", "The library now")
NAMES = {WHOLE: "The whole entry", ENTRY_TYPE: "Type", CITATION_KEY: "Citation key"}
SIDES = {3: Side.FILE, 4: Side.LIBRARY}


class DifferenceTable(QAbstractTableModel):
    """A row for every difference; the value that counts is marked, and a row that is open is coloured."""

    def __init__(self, theme: Theme, parent: Any = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.comparison = Comparison((), {}, {})
        self.choices: dict[tuple[str, str], Side] = {}

    def show_comparison(self, comparison: Comparison) -> None:
        """Show this; nothing is chosen yet."""
        self.beginResetModel()
        self.comparison, self.choices = comparison, {}
        self.endResetModel()

    @property
    def is_open(self) -> bool:
        """Whether something is still to be decided."""
        return is_open(self.comparison, self.choices)

    def first_open(self) -> int:
        """The first row that is still to be decided, or else the first."""
        rows = enumerate(self.comparison.differences)
        return next((row for row, difference in rows if side_of(difference, self.choices) is None), 0)

    def choose(self, row: int, side: Side) -> None:
        """Let the file's or the library's word count in a row."""
        difference = self.comparison.differences[row]
        self.choices[difference.key, difference.name] = side
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def choose_all(self, side: Side) -> None:
        """The same in every row."""
        for row in range(len(self.comparison.differences)):
            self.choose(row, side)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many differences there are."""
        return 0 if parent.isValid() else len(self.comparison.differences)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The entry, the field, and three values."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if is_heading else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A value, marked where it is the one that counts."""
        if not index.isValid():
            return None
        difference, column = self.comparison.differences[index.row()], index.column()
        side = side_of(difference, self.choices)
        is_taken = side is not None and SIDES.get(column) is side
        if role == Qt.ItemDataRole.DisplayRole:
            text = self._text(difference, index.row(), column)
            return f"✓ {text}" if is_taken else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(difference, index.row(), column)
        if role == Qt.ItemDataRole.BackgroundRole and column in SIDES:
            if side is None:
                return self._theme.colour("warn_soft")
            return self._theme.colour("accent_soft") if is_taken else None
        if role == Qt.ItemDataRole.ForegroundRole and (column == 2 or (column in SIDES and not is_taken and side)):
            return self._theme.colour("muted")
        if role == Qt.ItemDataRole.FontRole and column == 0:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _text(self, difference: Difference, row: int, column: int) -> str:
        if column == 0:
            before = self.comparison.differences[row - 1].key if row else ""
            return "" if before == difference.key else difference.key
        if column == 1:
            return NAMES.get(difference.name) or form_field(difference.name).label
        value = (difference.written, difference.file, difference.library)[column - 2]
        if difference.name == WHOLE:
            return value or ("—" if column == 2 else "deleted" if difference.written else "does not have it")
        return value or "—"
