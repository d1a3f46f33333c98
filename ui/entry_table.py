"""The Qt model of the library table: ids in order and a cache of the rows that were painted; it knows no store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from app.cards import Column, EntryRow
from app.people import without_braces
from ui.entry_types import type_label

ENTRIES_MIME = "application/x-ibidem-entries"
PAGE = 64
CACHED = 4096

HEADINGS: dict[Column, str] = {
    Column.AUTHOR: "Author",
    Column.TITLE: "Title",
    Column.YEAR: "Year",
    Column.CONTAINER: "In",
    Column.TYPE: "Type",
    Column.KEY: "Citation key",
    Column.CITED: "Cited",
    Column.ADDED: "Added",
    Column.CHANGED: "Changed",
    Column.PUBLISHER: "Publisher",
    Column.DOI: "DOI",
    Column.KEYWORDS: "Keywords",
}
TIPS: dict[Column, str] = {
    Column.CONTAINER: "The journal, newspaper or book it appeared in",
    Column.CITED: "How many citations in notes lead to it",
}
COLUMNS: tuple[Column, ...] = tuple(HEADINGS)
_RIGHT = {Column.YEAR, Column.CITED}

AnyIndex = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int], Callable[[tuple[EntryRow, ...]], None]], None]


class EntryTable(QAbstractTableModel):
    """One line for each entry found. Rows are fetched a page at a time, when they are painted.

    Attributes:
        file_icon: stands before the title of an entry that has a file.

    Args:
        fetch: asks for the rows of some ids and hands them to a function, at once or later.
    """

    def __init__(self, fetch: Fetch, parent: Any = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: tuple[int, ...] = ()
        self._rows: dict[int, EntryRow] = {}
        self._stale: set[int] = set()
        self._asked: set[int] = set()
        self._places: dict[int, int] | None = None
        self.file_icon = QIcon()

    @property
    def ids(self) -> tuple[int, ...]:
        """The entries shown, in order."""
        return self._ids

    def show_ids(self, ids: tuple[int, ...]) -> bool:
        """Show these entries in this order; False where they are the same as before, so that nothing was reset."""
        if ids == self._ids:
            return False
        self.beginResetModel()
        self._ids = ids
        self._places = None
        self._asked.clear()
        self.endResetModel()
        return True

    def forget(self, ids: frozenset[int] | None = None) -> None:
        """Fetch the rows of these entries (None: of all) again when they are next painted."""
        self._stale |= self._rows.keys() if ids is None else ids & self._rows.keys()
        self._asked.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))

    def id_at(self, row: int) -> int:
        """The entry in a row."""
        return self._ids[row]

    def row_of(self, entry_id: int) -> int | None:
        """The row of an entry, None where it is not shown."""
        if self._places is None:
            self._places = {known: row for row, known in enumerate(self._ids)}
        return self._places.get(entry_id)

    def row_cached(self, entry_id: int) -> EntryRow | None:
        """What is known of an entry without asking."""
        return self._rows.get(entry_id)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many entries are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are, hidden ones too."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows; an empty cell until its row is there."""
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft) | _MIDDLE)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.TITLE:
            known = self._rows.get(self._ids[index.row()])
            return self.file_icon if known is not None and known.files else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._row(index.row())
        if row is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        return shown(row, column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A column's heading in the user's words."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return TIPS.get(column, f"Click to sort by {HEADINGS[column].lower()}; right-click to choose columns")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft) | _MIDDLE)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Rows can be selected and dragged onto a group or into another program."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """What is dragged: the entries for Ibidem itself, their citation keys for everyone else."""
        return [ENTRIES_MIME, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The entries of the dragged rows."""
        ids = [self._ids[row] for row in sorted({index.row() for index in indexes})]
        return entries_mime(ids, [self._rows[i].key for i in ids if i in self._rows])

    def _row(self, place: int) -> EntryRow | None:
        entry_id = self._ids[place]
        if (entry_id not in self._rows or entry_id in self._stale) and entry_id not in self._asked:
            first = place // PAGE * PAGE
            wanted = [i for i in self._ids[first : first + PAGE] if i not in self._asked]
            self._asked.update(wanted)
            self._fetch(wanted, self._take)
        return self._rows.get(entry_id)

    def _take(self, rows: tuple[EntryRow, ...]) -> None:
        if len(self._rows) > CACHED:
            self._rows.clear()
            self._stale.clear()
            self._asked.clear()
        for row in rows:
            self._rows[row.id] = row
            self._stale.discard(row.id)
            self._asked.discard(row.id)
        places = [place for row in rows if (place := self.row_of(row.id)) is not None]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), len(COLUMNS) - 1))


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def shown(row: EntryRow, column: Column) -> str:
    """What stands in a cell: dates without their time of day, no 0 for what is cited nowhere, no protecting braces."""
    if column is Column.TYPE:
        return type_label(row.entrytype)
    value = getattr(row, column.value)
    if column is Column.CITED:
        return str(value) if value else ""
    return value[:10] if column in (Column.ADDED, Column.CHANGED) else without_braces(str(value))


def entries_mime(ids: Sequence[int], keys: Sequence[str]) -> QMimeData:
    """Entries as something to drag: their ids, and their citation keys as text."""
    dragged = QMimeData()
    dragged.setData(ENTRIES_MIME, ",".join(map(str, ids)).encode())
    dragged.setText(",".join(keys))
    return dragged


def entries_in(dragged: QMimeData) -> tuple[int, ...]:
    """The entries in something dragged, none where it is something else."""
    written = bytes(dragged.data(ENTRIES_MIME).data()).decode()
    return tuple(int(number) for number in written.split(",") if number)
