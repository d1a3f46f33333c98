"""The people of an entry as rows to type in: who, in which part, in which order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.entry import Entry
from app.people import Person
from ui.completing import Complete, offer_completion
from ui.list_choice import ListChoice
from ui.people_table import (
    BODY_ROLE,
    FAMILY,
    GIVEN,
    PREFIX,
    ROLE,
    ROLES,
    SUFFIX,
    PeopleTable,
    contributors_in,
    fields_of,
)
from ui.theme import Theme

ROWS_SHOWN = 7
AnyIndex = QModelIndex | QPersistentModelIndex


class _RoleChoice(QStyledItemDelegate):
    """Lets one choose the part a person had from a list."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: AnyIndex) -> QWidget:
        """A list of the parts."""
        box = ListChoice(parent)
        for role, label in ROLES.items():
            box.addItem(label, role)
        box.activated.connect(lambda: self._chosen(box))
        return box

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Begin with the present part."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Take the chosen part."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


class _NameLine(QStyledItemDelegate):
    """Offers, while a family name is typed, the people that the library has."""

    def __init__(self, complete: Complete, parent: QWidget) -> None:
        super().__init__(parent)
        self._complete = complete

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: AnyIndex) -> QWidget:
        """A line with a list of names under it."""
        line = QLineEdit(parent)
        offer_completion(line, self._complete)
        return line


class _PeopleView(QTableView):
    """Alt+Up and Alt+Down move a person, Insert adds one, Delete takes one out; Tab leaves after the last name."""

    moved = Signal(int)
    wanted = Signal()
    unwanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys above; everything else is the table's."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Insert:
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def _is_at_end(self, is_forward: bool) -> bool:
        """Whether Tab (or Shift+Tab) has no further cell to go to; Qt would begin again at the other end."""
        shown = [n for n in range(self.model().columnCount()) if not self.isColumnHidden(n)]
        here, rows = self.currentIndex(), self.model().rowCount()
        if not here.isValid():
            return True
        row, column = (rows - 1, shown[-1]) if is_forward else (0, shown[0])
        # An organisation's name reaches over all the columns of a name.
        reach = here.column() + self.columnSpan(here.row(), here.column()) - 1 if is_forward else here.column()
        return here.row() == row and (reach >= column if is_forward else reach <= column)

    def focusNextPrevChild(self, is_forward: bool) -> bool:
        """Tab goes from cell to cell, and beyond the last one to the next field."""
        self.setTabKeyNavigation(not self._is_at_end(is_forward))
        try:
            return super().focusNextPrevChild(is_forward)
        finally:
            self.setTabKeyNavigation(True)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The same while a name is typed."""
        ways = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: True,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: False,
        }
        if hint in ways and self._is_at_end(ways[hint]):
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.focusNextPrevChild(ways[hint])
            return
        super().closeEditor(editor, hint)


class PeopleEditor(QWidget):
    """Shows and edits the name fields of an entry.

    Args:
        complete: hands the names that begin with some letters to a function, for completing what is typed.

    Signals:
        edited: the user changed something.
    """

    edited = Signal()

    def __init__(self, theme: Theme, complete: Complete | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.table = PeopleTable(self)
        self.table.edited.connect(self.edited)
        self.view = _PeopleView()
        self.view.setAccessibleName("People")
        self.view.setModel(self.table)
        self.view.setItemDelegateForColumn(ROLE, _RoleChoice(self.view))
        if complete is not None:
            self.view.setItemDelegateForColumn(FAMILY, _NameLine(complete, self.view))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.view.setShowGrid(False)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (FAMILY, GIVEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in ((ROLE, 82), (PREFIX, 74), (SUFFIX, 62)):
            header.resizeSection(column, width)
        self.view.moved.connect(self.move_current)
        self.view.wanted.connect(self.add)
        self.view.unwanted.connect(self.take_out)
        self.table.modelReset.connect(self._fit)
        self.table.rowsInserted.connect(self._fit)
        self.table.rowsRemoved.connect(self._fit)
        self.table.rowsMoved.connect(self._span)
        self.table.dataChanged.connect(lambda *_: self._span())
        self._buttons: list[tuple[QToolButton, str]] = []
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2)
        stack.addWidget(self.view)
        stack.addLayout(self._row_of_buttons())
        self._fit()
        theme.changed.connect(self._redraw)

    def _row_of_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self._add_button(row, "add", "Add a person (Insert)", self.add, "Add person")
        self._add_button(row, "delete", "Take the person out (Delete)", self.take_out)
        self._add_button(row, "up", "Earlier in the list (Alt+Up)", lambda: self.move_current(-1))
        self._add_button(row, "down", "Later in the list (Alt+Down)", lambda: self.move_current(1))
        self._add_button(row, "body", "An organisation, not a person: its name is never divided", self._turn_body)
        row.addStretch(1)
        self._more = QToolButton()
        self._more.setText("More parts")
        self._more.setToolTip("Show the particle (van der) and the suffix (Jr.)")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._fit)
        row.addWidget(self._more)
        return row

    def _add_button(self, row: QHBoxLayout, icon: str, tip: str, act: Any, text: str = "") -> None:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        if text:
            button.setText(text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda: act())
        row.addWidget(button)
        self._buttons.append((button, icon))

    @property
    def last_control(self) -> QWidget:
        """Where Tab leaves the people."""
        return self._more

    def show_entry(self, entry: Entry) -> None:
        """Show the people of an entry."""
        self.table.show_people(contributors_in(entry.fields))

    def fields(self) -> dict[str, str]:
        """The name fields as they stand now, "" for one that names nobody."""
        return fields_of(self.table.contributors)

    def add(self) -> None:
        """Add a person after the present one and begin to type the family name."""
        row = self.view.currentIndex().row()
        role = self.table.index(row, ROLE).data(Qt.ItemDataRole.EditRole) if row >= 0 else "author"
        place = self.table.add(role, Person(), row if row >= 0 else None)
        index = self.table.index(place, FAMILY)
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    def take_out(self) -> None:
        """Take the present person out."""
        if (row := self.view.currentIndex().row()) >= 0:
            self.table.take_out(row)

    def move_current(self, by: int) -> None:
        """Move the present person up or down."""
        index = self.view.currentIndex()
        if index.isValid():
            self.view.setCurrentIndex(self.table.index(self.table.move(index.row(), by), index.column()))

    def _turn_body(self) -> None:
        if (row := self.view.currentIndex().row()) >= 0:
            self.table.turn_body(row)

    def _fit(self) -> None:
        """As high as its people, up to a few."""
        rows = min(max(self.table.rowCount(), 1), ROWS_SHOWN)
        header = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(header + rows * self.view.verticalHeader().defaultSectionSize() + 4)
        for column in (PREFIX, SUFFIX):
            has_any = any(self.table.index(row, column).data() for row in range(self.table.rowCount()))
            self.view.setColumnHidden(column, not has_any and not self._more.isChecked())
        self._span()

    def _span(self) -> None:
        """Give an organisation's name the room of all the parts of a name."""
        self.view.clearSpans()
        for row in range(self.table.rowCount()):
            if self.table.index(row, FAMILY).data(BODY_ROLE):
                self.view.setSpan(row, FAMILY, 1, SUFFIX - FAMILY + 1)

    def _redraw(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(self._theme.icon(icon))
