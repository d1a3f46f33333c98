"""The proposed works: a table in which each work's fate is a pill to click on, and doubt a dot."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.importing import Choice
from ui.review.session import Session
from ui.review.state import LOOK_AT
from ui.review.work_model import CHOICE_WORDS, DOUBT, FILL_IN, Col, Index, WorkModel
from ui.theme import Theme

PILLS = {
    CHOICE_WORDS[Choice.NEW]: ("good_soft", "good"),
    CHOICE_WORDS[Choice.SAME]: ("accent_soft", "accent"),
    FILL_IN: ("accent_soft", "accent"),
    CHOICE_WORDS[Choice.SKIP]: ("button_down", "muted"),
}
# In pixels at a font of this height; a larger font has wider columns.
HEIGHT = 14
WIDTHS = {
    Col.DOUBT: 20,
    Col.CHOICE: 96,
    Col.AUTHOR: 100,
    Col.YEAR: 90,
    Col.CONTAINER: 112,
    Col.CITED: 58,
    Col.MATCH: 116,
}
# In a narrow window these give way, one after the other and down to this width, so that titles can be told apart.
NARROWEST = {Col.CONTAINER: 52, Col.MATCH: 84, Col.AUTHOR: 72, Col.YEAR: 52}
TITLE_WANTS = 190


class WorkTable(QTableView):
    """A table of works.

    Signals:
        work_picked: the id of the work gone to.
        choice_asked: where to open the menu of choices for the works selected.
    """

    work_picked = QtSignal(str)
    choice_asked = QtSignal(QPoint)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("works")
        self.setAccessibleName("Works")
        self._is_drawn = self._is_sharing = False
        self.works = WorkModel(session, self)
        self.setModel(self.works)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.setItemDelegate(WorkCell(theme, self))
        self.setItemDelegateForColumn(Col.CHOICE, ChoicePill(theme, self))
        self.setItemDelegateForColumn(Col.DOUBT, DoubtDot(theme, self))
        self._lay_out_header()
        theme.changed.connect(self.viewport().update)

    def _lay_out_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(20)
        self._share_out()
        header.sectionResized.connect(self._was_resized)
        header.setSectionResizeMode(Col.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Col.DOUBT, QHeaderView.ResizeMode.Fixed)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    def show_matches(self, are_any: bool) -> None:
        """Leave room for the entries of the library that works may be only where there are any."""
        self.setColumnHidden(Col.MATCH, not are_any)
        self._share_out()

    def _share_out(self) -> None:
        """Give the columns their widths, as long as nobody has drawn them wider or narrower by hand."""
        if self._is_drawn:
            return
        scale = self.fontMetrics().height() / HEIGHT
        widths = {column: round(width * scale) for column, width in WIDTHS.items() if not self.isColumnHidden(column)}
        lacking = round(TITLE_WANTS * scale) - (self.viewport().width() - sum(widths.values()))
        for column, narrowest in NARROWEST.items():
            if column in widths and lacking > 0:
                given = min(lacking, widths[column] - round(narrowest * scale))
                widths[column] -= given
                lacking -= given
        self._is_sharing = True
        for column, width in widths.items():
            self.horizontalHeader().resizeSection(column, width)
        self._is_sharing = False

    def _was_resized(self, column: int, _before: int, _now: int) -> None:
        if not self._is_sharing and column != Col.TITLE:
            self._is_drawn = True

    def selected_works(self) -> tuple[str, ...]:
        """The ids of the works selected, in the order shown."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(work_id for row in rows if (work_id := self.works.work_id(row)) is not None)

    def current_work(self) -> str | None:
        """The id of the work gone to."""
        return self.works.work_id(self.currentIndex().row())

    def go_to(self, work_id: str | None) -> None:
        """Bring a work forward without telling anyone; None selects nothing."""
        row = self.works.row_of(work_id)
        if row is None:
            self.clearSelection()
            return
        if work_id in self.selected_works() and work_id == self.current_work():
            return
        self.blockSignals(True)
        index = self.works.index(row, Col.TITLE)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.blockSignals(False)
        self.scrollTo(index)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out among the columns."""
        super().resizeEvent(event)
        self._share_out()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Going to a work tells of it."""
        super().currentChanged(current, previous)
        work_id = self.works.work_id(current.row())
        if work_id is not None and current.row() != previous.row():
            self.work_picked.emit(work_id)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar opens the menu of choices."""
        if event.key() == Qt.Key.Key_Space and self.current_work() is not None:
            self._ask_choice(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the pill opens the menu of choices."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Col.CHOICE and event.button() is Qt.MouseButton.LeftButton:
            self._ask_choice(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """So does the menu key, and the other mouse button."""
        if self.indexAt(event.pos()).isValid():
            self.choice_asked.emit(event.globalPos())

    def _ask_choice(self, index: QModelIndex) -> None:
        cell = self.visualRect(self.works.index(index.row(), Col.CHOICE))
        self.choice_asked.emit(self.viewport().mapToGlobal(cell.bottomLeft()))


class ChoicePill(QStyledItemDelegate):
    """Paints "new work", "same as" or "leave out" as a pill."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as the table does, and the pill on it."""
        paint_ground(painter, option, self._theme)
        words = index.data()
        ground, ink = PILLS.get(words, ("button", "text"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        shape = QRectF(option.rect).adjusted(3, 3.5, -5, -3.5)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


class DoubtDot(QStyledItemDelegate):
    """Paints a dot where a work is doubtful."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as the table does, and the dot on it."""
        paint_ground(painter, option, self._theme)
        doubt = index.data(DOUBT) or 0.0
        if doubt < LOOK_AT:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("bad" if doubt > 0.7 else "warn"))
        painter.drawEllipse(QRectF(option.rect).center(), 4, 4)
        painter.restore()


class WorkCell(QStyledItemDelegate):
    """Paints a text, on the soft ground of the selection so that it can be read as well as before."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell."""
        paint_ground(painter, option, self._theme)
        words, shape = index.data() or "", option.rect.adjusted(7, 0, -7, 0)
        is_out = index.sibling(index.row(), Col.CHOICE).data() == CHOICE_WORDS[Choice.SKIP]
        painter.save()
        painter.setPen(self._theme.colour("faint" if is_out else "text"))
        aligned = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
        fits = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, shape.width())
        painter.drawText(shape, int(aligned), fits)
        painter.restore()


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the ground of a row: the selection's soft colour, or the paper's."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, theme.colour("accent_soft"))
