"""One work's fields, edited in place: the value by typing, the type from a list."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.list_choice import ListChoice
from ui.review.field_model import RAW, TYPE_ROW, FieldModel
from ui.review.field_words import type_labels
from ui.theme import Theme
from ui.wrapped_cells import WrappedCells

AIR = 5


class FieldTable(QTableView):
    """A table of two columns without header."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fields")
        self.setAccessibleName("Fields of the work")
        self.fields = FieldModel(self)
        self.setModel(self.fields)
        self.setItemDelegate(FieldDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + 9)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def edit_field(self, name: str) -> None:
        """Begin to edit a field, shown now if it was not."""
        index = self.fields.add_field(name)
        self.setCurrentIndex(index)
        self.edit(index)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return begins to edit, in whichever column one stands."""
        is_editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid() and not is_editing:
            self.edit(self.fields.index(self.currentIndex().row(), 1))
            return
        super().keyPressEvent(event)


class FieldDelegate(WrappedCells):
    """Names muted, values as they are, a dash where nothing stands; the type is chosen from a list."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Give the texts their colours."""
        super().initStyleOption(option, index)
        option.displayAlignment = (
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            if index.column()
            else Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        )
        palette = option.palette
        if index.column() == 0:
            palette.setColor(palette.ColorRole.Text, self._theme.colour("muted"))
        elif not option.text:
            option.text = "–"
            palette.setColor(palette.ColorRole.Text, self._theme.colour("faint"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave some air above and below the text."""
        option.rect = option.rect.adjusted(0, AIR, 0, -AIR)
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The text and the air."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 6, max(hint.height(), self._view.fontMetrics().height()) + 2 * AIR)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A list of types, or a line to type in."""
        if index.row() != TYPE_ROW:
            editor = super().createEditor(parent, option, index)
            editor.setAutoFillBackground(True)
            return editor
        box = ListChoice(parent)
        for name, words in type_labels().items():
            box.addItem(words, name)
        if box.findData(index.data(RAW)) < 0:
            box.addItem(index.data(RAW), index.data(RAW))
        box.activated.connect(lambda: self._done(box))
        return box

    def _done(self, box: QComboBox) -> None:
        """Close the list first: another type has other fields, and the table makes all its rows anew."""
        chosen = box.currentData()
        self.closeEditor.emit(box)
        model, index = self._view.model(), self._view.currentIndex()
        model.setData(model.index(TYPE_ROW, 1), chosen)
        self._view.setCurrentIndex(model.index(TYPE_ROW, index.column()))
        self._view.setFocus()

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Begin with the present value."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(RAW)))
        else:
            super().setEditorData(editor, index)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Hand the new value over."""
        if isinstance(editor, QComboBox):
            model.setData(model.index(index.row(), index.column()), editor.currentData())
        else:
            super().setModelData(editor, model, index)
