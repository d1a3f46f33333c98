"""The list of cases: who and what in one line, why in the next; a heading over each part."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.duplicates.case_model import CASE, COUNT, REASON, CaseModel, Index
from ui.duplicates.cases import Case
from ui.theme import Theme

PAD = 7


class CaseList(QListView):
    """A list of cases.

    Signals:
        picked: the ui.duplicates.cases.Case gone to, or None.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cases")
        self.setAccessibleName("Possible duplicates")
        self.cases = CaseModel(self)
        self.setModel(self.cases)
        self.setItemDelegate(CaseDelegate(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self.viewport().update)

    def current_case(self) -> Case | None:
        """The case gone to."""
        return self.cases.case(self.currentIndex().row())

    def go_to_row(self, row: int) -> bool:
        """Go to the case in a row, or the next one after it, or the last; False where there is none."""
        count = self.cases.rowCount()
        rows = [*range(max(row, 0), count), *reversed(range(min(row, count)))]
        found = next((n for n in rows if self.cases.case(n) is not None), None)
        if found is None:
            self.picked.emit(None)
            return False
        index = self.cases.index(found)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(self.cases.index(0) if found == 1 else index)
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Going to a case tells of it."""
        super().currentChanged(current, previous)
        if (case := self.cases.case(current.row())) is not None:
            self.picked.emit(case)


class CaseDelegate(QStyledItemDelegate):
    """Paints a case or a heading."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = parent.font()
        self._small, self._bold = QFont(self._font), QFont(self._font)
        self._small.setPointSizeF(max(self._font.pointSizeF() - 1, 7.0))
        self._bold.setWeight(QFont.Weight.DemiBold)
        first, second = QFontMetricsF(self._font).height(), QFontMetricsF(self._small).height()
        # The list asks for the height of each of some thousand rows whenever one of them goes.
        self._heading_size = QSize(0, round(first) + 2 * PAD + 2)
        self._case_size = QSize(0, round(first + second) + 2 * PAD + 3)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines for a case, one for a heading."""
        return self._heading_size if index.data(CASE) is None else self._case_size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        row = QRectF(option.rect)
        painter.save()
        if index.data(CASE) is None:
            self._paint_heading(painter, row, index.data())
        else:
            is_current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_case(painter, row, index, is_current)
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: QRectF, words: str) -> None:
        painter.fillRect(row, self._theme.colour("window"))
        painter.setFont(self._bold)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(
            row.adjusted(PAD + 5, 0, -PAD, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
        )

    def _paint_case(
        self, painter: QPainter, row: QRectF, index: QModelIndex | QPersistentModelIndex, is_current: bool
    ) -> None:
        if is_current:
            painter.fillRect(row, self._theme.colour("accent_soft"))
            painter.fillRect(QRectF(row.left(), row.top(), 3, row.height()), self._theme.colour("accent"))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), self._theme.colour("grid"))
        metrics, small = QFontMetricsF(self._font), QFontMetricsF(self._small)
        text = row.adjusted(PAD + 5, PAD, -PAD - 4, -PAD)
        first = QRectF(text.left(), text.top(), text.width(), metrics.height())
        if index.data(COUNT) > 2:
            count = f"{index.data(COUNT)} entries"
            painter.setFont(self._small)
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
            first.setRight(first.right() - small.horizontalAdvance(count) - 8)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("text"))
        title = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("muted"))
        below = text.adjusted(0, metrics.height() + 3, 0, 0)
        reason = small.elidedText(index.data(REASON), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, reason)
