"""Where the notes cite the work, and the evidence: one citation in two lines, its words and why it leads here."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.review.mention_model import MENTION, RELATION_WORDS, Index, MentionLine, MentionModel
from ui.review.note_delegate import MARKS
from ui.review.state import Place
from ui.review.work_table import paint_ground
from ui.theme import Theme

PAD = 6


class MentionList(QListView):
    """A list of citations.

    Signals:
        picked: the ui.review.state.Place of the citation gone to.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mentions")
        self.setAccessibleName("Where the notes cite it")
        self.mentions = MentionModel(self)
        self.setModel(self.mentions)
        self.setItemDelegate(MentionDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._went)
        theme.changed.connect(self.viewport().update)

    def go_to(self, place: Place | None) -> None:
        """Bring a citation forward without telling anyone."""
        row = self.mentions.row_of(place)
        if row is not None and row != self.currentIndex().row():
            self.blockSignals(True)
            self.setCurrentIndex(self.mentions.index(row))
            self.blockSignals(False)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Going to a citation with the keyboard tells of it."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._went(current)

    def _went(self, index: Index) -> None:
        line: MentionLine | None = index.data(MENTION)
        if line is not None:
            self.picked.emit(line.place)


class MentionDelegate(QStyledItemDelegate):
    """Paints one citation."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = parent.font()
        self._small = QFont(self._font)
        self._small.setPointSizeF(max(self._font.pointSizeF() - 1, 7.0))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        high = QFontMetricsF(self._font).height() + QFontMetricsF(self._small).height()
        return QSize(0, round(high) + 2 * PAD + 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The note's number, the words in the colour of their form, how sure; below them the reason."""
        line: MentionLine = index.data(MENTION)
        paint_ground(painter, option, self._theme)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect).adjusted(PAD + 2, PAD, -PAD - 2, -PAD)
        high = QFontMetricsF(self._font).height()
        first = QRectF(row.left(), row.top(), row.width(), high)
        right = self._paint_sure(painter, first, line)
        self._paint_words(painter, QRectF(first.left(), first.top(), right - first.left() - 10, high), line)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("muted"))
        below = QRectF(row.left(), row.top() + high + 3, row.width(), row.height() - high - 3)
        reason = QFontMetricsF(self._small).elidedText(line.reason, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, reason)
        painter.restore()

    def _paint_sure(self, painter: QPainter, row: QRectF, line: MentionLine) -> float:
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("warn" if line.is_doubtful else "muted"))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.sure)
        return row.right() - QFontMetricsF(self._small).horizontalAdvance(line.sure)

    def _paint_words(self, painter: QPainter, row: QRectF, line: MentionLine) -> None:
        metrics = QFontMetricsF(self._font)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("muted"))
        lead = " ".join(part for part in (f"Note {line.label}", RELATION_WORDS[line.relation]) if part)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, lead)
        left = row.left() + max(metrics.horizontalAdvance(lead), metrics.horizontalAdvance("Note 000")) + 10
        words = metrics.elidedText(line.words, Qt.TextElideMode.ElideMiddle, row.right() - left - 4)
        shape = QRectF(left, row.top(), metrics.horizontalAdvance(words) + 6, row.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(MARKS[line.form]))
        painter.drawRoundedRect(shape, 3, 3)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, words)
