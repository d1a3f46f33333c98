"""The view of the library table: sorting by header, choice of columns, selection kept as ranges, keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.cards import Column
from ui.column_room import FIRST_SHOWN, WIDTHS, share_out
from ui.entry_table import COLUMNS, HEADINGS, EntryTable
from ui.row_view import RowView

KEPT_SELECTED = 2000


class EntryList(RowView):
    """Shows an EntryTable.

    Attributes:
        is_arranged: the user has drawn, moved or chosen columns; they stay so whatever the width.

    Signals:
        order_chosen: a column and whether it runs downwards.
        current_changed: the entry the cursor is on, None for none.
        selection_changed: how many entries are selected.
        opened: an entry was double-clicked, or Enter was pressed on it.
        typed: letters typed while the table has the cursor.
        escaped: Escape was pressed.
    """

    order_chosen = Signal(object, bool)
    current_changed = Signal(object)
    selection_changed = Signal(int)
    opened = Signal(int)
    typed = Signal(str)
    escaped = Signal()

    def __init__(self, table: EntryTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.is_arranged = self._is_sharing = False
        self.setModel(table)
        self.setAccessibleName("Entries of the library")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._lay_out_headers()
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._table.id_at(index.row())))

    def _lay_out_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        # One height for all rows: asking each of 100,000 for its own would take seconds.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setAccessibleName("Columns")
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setStretchLastSection(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicator(COLUMNS.index(Column.AUTHOR), Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        # A header asks each row whether its column is selected, seconds at 100,000; a selection of its own is empty.
        header.setSelectionModel(QItemSelectionModel(self._table, header))
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.sortIndicatorChanged.connect(self._order_changed)
        for place, column in enumerate(COLUMNS):
            header.resizeSection(place, WIDTHS.get(column, 120))
            header.setSectionHidden(place, column not in FIRST_SHOWN)
        header.sectionResized.connect(self._was_resized)
        header.sectionMoved.connect(self._was_moved)

    def _share_out(self) -> None:
        """Give the columns the room there is, and hide those that find none, as long as nobody has chosen otherwise."""
        if self.is_arranged:
            return
        header = self.horizontalHeader()
        shares = share_out(self.viewport().width(), self.fontMetrics().height())
        self._is_sharing = True
        for place, column in enumerate(COLUMNS):
            header.setSectionHidden(place, column not in shares)
            if column in shares:
                header.resizeSection(place, shares[column])
        self._is_sharing = False

    def _was_resized(self, place: int, before: int, now: int) -> None:
        # The last column is Qt's own to stretch, and one that comes or goes tells of it some time later.
        is_by_hand = before and now and place != self._last_column()
        if is_by_hand and not self._is_sharing:
            self.is_arranged = True

    def _was_moved(self) -> None:
        self.is_arranged = True

    def _show_column(self, place: int, is_shown: bool) -> None:
        self.is_arranged = True
        self.horizontalHeader().setSectionHidden(place, not is_shown)

    def _fit_to_window(self) -> None:
        self.is_arranged = False
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns follow the width."""
        super().resizeEvent(event)
        self._share_out()

    @property
    def order(self) -> tuple[Column, bool]:
        """The column sorted by, and whether it runs downwards."""
        header = self.horizontalHeader()
        place = header.sortIndicatorSection()
        column = COLUMNS[place] if 0 <= place < len(COLUMNS) else Column.AUTHOR
        return column, header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder

    def current_id(self) -> int | None:
        """The entry the cursor is on."""
        index = self.currentIndex()
        return self._table.id_at(index.row()) if index.isValid() and index.row() < self._table.rowCount() else None

    def selected_ids(self) -> tuple[int, ...]:
        """The selected entries in the table's order."""
        ids = self._table.ids
        return tuple(entry_id for top, bottom in self._ranges() for entry_id in ids[top : bottom + 1])

    def count_selected(self) -> int:
        """How many entries are selected."""
        return sum(bottom - top + 1 for top, bottom in self._ranges())

    def _ranges(self) -> list[tuple[int, int]]:
        """The selected rows as ranges that do not overlap, in order."""
        selection = self.selectionModel().selection()
        found: list[tuple[int, int]] = []
        last = -1
        for top, bottom in sorted((selection.at(n).top(), selection.at(n).bottom()) for n in range(selection.size())):
            if bottom > last:
                found.append((max(top, last + 1), bottom))
                last = bottom
        return found

    def select_ids(self, ids: Sequence[int], current: int | None = None) -> None:
        """Select these entries where they are shown, with the cursor on `current` or the first of them."""
        rows = sorted(row for i in ids if (row := self._table.row_of(i)) is not None)
        selection = QItemSelection()
        last = len(COLUMNS) - 1
        for row in rows:
            selection.select(self._table.index(row, 0), self._table.index(row, last))
        place = self._table.row_of(current) if current is not None else None
        place = place if place is not None else (rows[0] if rows else None)
        model = self.selectionModel()
        if place is not None:
            index = self._table.index(place, self._first_column())
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_ids(self, ids: tuple[int, ...]) -> None:
        """Show these entries; what was selected stays selected where it is still there."""
        selected, current = self.selected_ids(), self.current_id()
        place = self.currentIndex().row()
        if not self._table.show_ids(ids):
            return
        kept = [i for i in selected[:KEPT_SELECTED] if self._table.row_of(i) is not None]
        if kept:
            self.select_ids(kept, current)
        elif ids:
            self.select_ids([ids[min(max(place, 0), len(ids) - 1)]])
        else:
            self.current_changed.emit(None)
        self.selection_changed.emit(self.count_selected())

    def selectAll(self) -> None:
        """Select every entry as one range; Qt's own way takes most of a second at 100,000."""
        if not self._table.rowCount():
            return
        whole = QItemSelection(self._table.index(0, 0), self._table.index(self._table.rowCount() - 1, len(COLUMNS) - 1))
        self.selectionModel().select(whole, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the entry, as a double click does; Escape is told."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (current := self.current_id()) is not None:
            self.opened.emit(current)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Tell what is typed: Qt's own search would fetch every row of the library."""
        if search.strip():
            self.typed.emit(search)

    def column_actions(self, parent: QWidget) -> list[QAction]:
        """A checkable action for each column and one for what fits, for the header's menu and the View menu."""
        actions = []
        header = self.horizontalHeader()
        for place, column in enumerate(COLUMNS):
            action = QAction(HEADINGS[column], parent, checkable=True)
            action.setChecked(not header.isSectionHidden(place))
            action.setEnabled(column is not Column.TITLE)
            action.toggled.connect(lambda is_shown, p=place: self._show_column(p, is_shown))
            actions.append(action)
        line, fit = QAction(parent), QAction("&Fit to the window", parent)
        line.setSeparator(True)
        fit.setToolTip("Show as many of the usual columns as there is room for")
        fit.setEnabled(self.is_arranged)
        fit.triggered.connect(self._fit_to_window)
        return [*actions, line, fit]

    def _offer_columns(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.column_actions(menu))
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    def _first_column(self) -> int:
        return next(iter(self._columns_shown()), 0)

    def _last_column(self) -> int:
        return next(reversed(self._columns_shown()), 0)

    def _columns_shown(self) -> list[int]:
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return [place for place in places if not header.isSectionHidden(place)]

    def _order_changed(self, place: int, order: Qt.SortOrder) -> None:
        if 0 <= place < len(COLUMNS):
            self.order_chosen.emit(COLUMNS[place], order is Qt.SortOrder.DescendingOrder)

    def _current_changed(self, current: QModelIndex) -> None:
        self.current_changed.emit(self._table.id_at(current.row()) if current.isValid() else None)

    def _selection_changed(self) -> None:
        self.selection_changed.emit(self.count_selected())
