"""The members of a case side by side, field by field; a click or a key chooses whose value the merged entry gets."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.duplicates.field_grid_model import CELL, Cell, FieldGridModel
from ui.theme import Theme

PAD = 7
LINES_SHOWN = 5
NARROWEST = 124
SIDE_BY_SIDE = 4
# How many columns say how high a row is.
MEASURED = 12
NO_SPACE = "\u200b"
WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class FieldGrid(QTableView):
    """A table of fields.

    Signals:
        value_chosen: a field's name and the number of the member whose value it gets.
    """

    value_chosen = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fieldGrid")
        self.setAccessibleName("The entries field by field")
        self.grid = FieldGridModel(self)
        self.setModel(self.grid)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setResizeContentsPrecision(MEASURED)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + 2 * PAD)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.grid.modelReset.connect(self._divide)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    def _divide(self) -> None:
        header, last = self.horizontalHeader(), self.grid.columnCount() - 1
        # One column at a time, each would be measured again for each: half a minute for a group of 150.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if last > 0:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        if last > 0 and header.logicalIndex(1) != 1:
            header.moveSection(1, header.logicalIndex(1))
        if last - 1 > SIDE_BY_SIDE:
            # Behind so many it would be out of sight.
            header.moveSection(last, 1)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Return chooses the value one stands on; a digit that of the member with this number."""
        index = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if self.grid.member(index.column()) is not None:
                self._choose(index)
            elif self.grid.flags(index) & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            return
        number = event.text()
        if number.isdecimal() and index.isValid() and self.grid.member(int(number)) is not None:
            self._choose(self.grid.index(index.row(), int(number)))
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        member = self.grid.member(index.column())
        if member is not None:
            self.value_chosen.emit(self.grid.name(index.row()), member)


class CellDelegate(QStyledItemDelegate):
    """Rows that disagree are tinted, the value chosen has a tick and full ink, the others are muted."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent

    def _text_width(self, column: int, is_member: bool) -> float:
        return max(self._view.columnWidth(column) - 2 * PAD - (18 if is_member else 0), 30.0)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the wrapped text, up to a few lines."""
        metrics = QFontMetricsF(self._view.font())
        cell: Cell = index.data(CELL)
        if cell.is_name:
            return QSize(
                round(metrics.horizontalAdvance(index.data())) + 2 * PAD + 6, round(metrics.height()) + 2 * PAD
            )
        width = self._text_width(index.column(), not cell.is_merged)
        words = breakable(index.data() or " ", metrics, width)
        wrapped = metrics.boundingRect(QRectF(0, 0, width, 10_000), WRAPPED, words)
        high = min(wrapped.height(), metrics.lineSpacing() * LINES_SHOWN)
        return QSize(60, round(high) + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        cell: Cell = index.data(CELL)
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.is_disagreement:
            painter.fillRect(row, self._theme.colour("warn_soft"))
        elif cell.is_merged:
            painter.fillRect(row, self._theme.colour("stripe"))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), self._theme.colour("grid"))
        state = option.state
        if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRoundedRect(row.adjusted(1.5, 1.5, -1.5, -2), 4, 4)
        self._paint_words(painter, row, cell, index)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, row: QRectF, cell: Cell, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        words = index.data() or ""
        shape = row.adjusted(PAD, PAD, -PAD, -PAD)
        painter.setFont(self._font(cell))
        if cell.is_name:
            painter.setPen(self._theme.colour("warn" if cell.is_disagreement else "muted"))
            painter.drawText(shape, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)
            return
        if not cell.is_merged:
            self._paint_tick(painter, shape, cell)
            shape.setLeft(shape.left() + 18)
        ink = "text" if cell.is_chosen or cell.is_merged else "muted" if words else "faint"
        painter.setPen(self._theme.colour(ink))
        painter.drawText(shape, WRAPPED, breakable(words, QFontMetricsF(painter.font()), shape.width()) or "–")

    def _paint_tick(self, painter: QPainter, shape: QRectF, cell: Cell) -> None:
        if not cell.is_chosen:
            return
        middle = shape.top() + QFontMetricsF(self._view.font()).height() / 2
        painter.setPen(QPen(self._theme.colour("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        left = shape.left()
        painter.drawPolyline(
            [QPointF(left + 1, middle), QPointF(left + 4.5, middle + 3.5), QPointF(left + 10.5, middle - 4)]
        )

    def _font(self, cell: Cell) -> QFont:
        font = QFont(self._view.font())
        if cell.is_merged:
            font.setWeight(QFont.Weight.DemiBold)
        return font


def breakable(words: str, metrics: QFontMetricsF, width: float) -> str:
    """The words, with places to break within each that is too long for the column by itself (a key, an address)."""
    return " ".join(
        NO_SPACE.join(word) if metrics.horizontalAdvance(word) > width else word for word in words.split(" ")
    )
