"""Qt model of one work's fields, edited in place: an entry in, a changed entry out by a signal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.entry import Entry
from ui.review.field_words import field_label, fields_to_show, type_label

TYPE_ROW = 0
RAW = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class FieldModel(QAbstractTableModel):
    """Two columns: what a field is called, and its value; the first row is the type.

    Signals:
        edited: the entry as it would be, and the words for the field changed. The model itself does not change: it is
            shown the entry again when the review has taken it.
    """

    edited = Signal(Entry, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entry: Entry | None = None
        self.is_editable = True
        self._names: tuple[str, ...] = ()
        self._added: tuple[str, ...] = ()
        self._of = ""

    def show_entry(self, entry: Entry | None, of: str = "") -> None:
        """Show an entry; the rows stay where they are when only values have changed, and one can go on typing.

        Args:
            entry: what is known of a work, None for no work.
            of: the work's id; fields added to be filled in are shown as long as it is the same work.
        """
        added = self._added if of == self._of else ()
        names = tuple(dict.fromkeys((*fields_to_show(entry), *added))) if entry is not None else ()
        if (entry, names, of) == (self.entry, self._names, self._of):
            return
        if names and names == self._names and of == self._of:
            self.entry = entry
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 1))
            return
        self.beginResetModel()
        self.entry, self._names, self._added, self._of = entry, names, added, of
        self.endResetModel()

    def add_field(self, name: str) -> QModelIndex:
        """Show a field that the entry has not yet, so that it can be filled in; where to edit it."""
        if name not in self._names:
            row = self.rowCount()
            self.beginInsertRows(QModelIndex(), row, row)
            self._names, self._added = (*self._names, name), (*self._added, name)
            self.endInsertRows()
        return self.index(self._names.index(name) + 1, 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The type and the fields."""
        return 0 if parent.isValid() or self.entry is None else len(self._names) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A name and a value."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the reader to see, the stored value to edit."""
        if not index.isValid() or self.entry is None:
            return None
        if role == RAW:
            return self._raw(index.row())
        if role == Qt.ItemDataRole.EditRole and index.column() == 1:
            return self._raw(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1:
            return self._raw(index.row()) or None
        return None

    def _words(self, row: int, column: int) -> str:
        assert self.entry is not None
        if column == 0:
            return "Type" if row == TYPE_ROW else field_label(self._names[row - 1])
        return type_label(self.entry.entrytype) if row == TYPE_ROW else self._raw(row)

    def _raw(self, row: int) -> str:
        assert self.entry is not None
        return self.entry.entrytype if row == TYPE_ROW else self.entry.get(self._names[row - 1])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Values are edited, names are not."""
        flags = super().flags(index)
        if index.isValid() and index.column() == 1 and self.is_editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of the entry with the value changed."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or self.entry is None or index.column() != 1:
            return False
        text = " ".join(str(value).split())
        if text == self._raw(index.row()):
            return False
        if index.row() == TYPE_ROW:
            if not text:
                return False
            self.edited.emit(replace(self.entry, entrytype=text), "type")
        else:
            name = self._names[index.row() - 1]
            self.edited.emit(self.entry.with_fields(**{name: text}), field_label(name).lower())
        return True
