"""Paints one note: its label and kind in the margin, its text with every citation marked in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.apparatus import Citation, Form, Kind, Note
from ui.review.note_layout import NoteLayout
from ui.review.note_model import NOTE
from ui.review.state import LOOK_AT, Place, kind_word
from ui.theme import Theme

PAD = 9
GAP = 14
LAYOUTS_KEPT = 400

MARKS = {Form.FULL: "mark_full", Form.SHORT: "mark_short", Form.IBID: "mark_ibid"}


@dataclass(slots=True)
class Showing:
    """What the list shows on top of the notes themselves.

    Attributes:
        picked: the citation being looked at.
        work: the id of the work being looked at; its other citations are outlined.
        doubt: how doubtful a note is.
        selected: the note's position and the selected span in it.
        caret: the note's position and the place the selection grows from the keyboard.
    """

    picked: Place | None = None
    work: str | None = None
    doubt: Callable[[Note], float] = lambda _note: 0.0
    selected: tuple[int, int, int] | None = None
    caret: tuple[int, int] | None = None


class NoteDelegate(QStyledItemDelegate):
    """Keeps the broken lines of the notes last painted, and the height of every note at the present width."""

    def __init__(self, theme: Theme, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.showing = Showing()
        self._layouts: dict[int, NoteLayout] = {}
        self._heights: dict[int, int] = {}
        # Until the list has its place in the window; a guess near to it saves breaking every line twice.
        self._width = 480.0
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Take another font for the notes."""
        self._font = font
        self._label_font, self._small_font = QFont(font), QFont(font)
        self._label_font.setWeight(QFont.Weight.DemiBold)
        self._small_font.setPointSizeF(max(font.pointSizeF() - 1.5, 7.0))
        widest = QFontMetricsF(self._small_font).horizontalAdvance("comment")
        self.margin = round(widest + 2 * GAP)
        self.forget()

    def forget(self, position: int | None = None) -> None:
        """Break the lines of one note, or of all, anew when they are next asked for."""
        if position is None:
            self._layouts.clear()
            self._heights.clear()
        else:
            self._layouts.pop(position, None)
            self._heights.pop(position, None)

    def set_width(self, width: int) -> None:
        """Take the width of the whole row."""
        text_width = max(float(width - self.margin - GAP - PAD), 80.0)
        if text_width != self._width:
            self._width = text_width
            self.forget()

    def layout(self, note: Note) -> NoteLayout:
        """The lines of a note at the present width."""
        position = note.note.position
        found = self._layouts.get(position)
        if found is None or found.text != note.note.text:
            if len(self._layouts) >= LAYOUTS_KEPT:
                self._layouts.pop(next(iter(self._layouts)))
            found = self._layouts[position] = NoteLayout(note.note.text, self._font, self._width)
        return found

    def text_origin(self, row: QRectF) -> QPointF:
        """Where the text begins in a row."""
        return QPointF(row.left() + self.margin, row.top() + PAD)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the text needs; an empty note is a thin line."""
        note: Note = index.data(NOTE)
        position = note.note.position
        if position not in self._heights:
            if note.kind is Kind.EMPTY or not note.note.text:
                high = QFontMetricsF(self._small_font).height() + PAD
            else:
                kind_high = QFontMetricsF(self._label_font).height() + QFontMetricsF(self._small_font).height()
                high = max(self.layout(note).height, kind_high) + 2 * PAD
            self._heights[position] = round(high)
        return QSize(0, self._heights[position])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        note: Note = index.data(NOTE)
        row = QRectF(option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, note, is_current)
        if note.kind is Kind.EMPTY or not note.note.text:
            self._paint_empty(painter, row, note)
        else:
            self._paint_margin(painter, row, note)
            self._paint_text(painter, row, note)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, note: Note, is_current: bool) -> None:
        if is_current:
            painter.fillRect(row, self._colour("current_note"))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), self._theme.colour("grid"))
        doubt = self.showing.doubt(note)
        if doubt >= LOOK_AT:
            colour = "bad" if any(citation.work is None for citation in note.citations) else "warn"
            painter.fillRect(QRectF(row.left(), row.top(), 3, row.height() - 1), self._theme.colour(colour))
        elif is_current:
            painter.fillRect(QRectF(row.left(), row.top(), 3, row.height() - 1), self._theme.colour("accent"))

    def _paint_margin(self, painter: QPainter, row: QRectF, note: Note) -> None:
        width = self.margin - GAP
        painter.setFont(self._label_font)
        painter.setPen(self._theme.colour("text" if note.kind is not Kind.COMMENTARY else "muted"))
        high = QFontMetricsF(self._label_font).height() * 1.1
        label = QRectF(row.left(), row.top() + PAD, width, high)
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, note.note.label or "–")
        painter.setFont(self._small_font)
        painter.setPen(self._theme.colour("muted"))
        kind = QRectF(row.left(), label.bottom(), width, high)
        painter.drawText(kind, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, kind_word(note))

    def _paint_empty(self, painter: QPainter, row: QRectF, note: Note) -> None:
        painter.setFont(self._small_font)
        painter.setPen(self._theme.colour("faint"))
        label = QRectF(row.left(), row.top(), self.margin - GAP, row.height())
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note.note.label or "–")
        text = row.adjusted(self.margin, 0, -GAP, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "empty")

    def _paint_text(self, painter: QPainter, row: QRectF, note: Note) -> None:
        layout = self.layout(note)
        origin = self.text_origin(row)
        for number, citation in enumerate(note.citations):
            self._paint_mark(painter, origin, layout, citation, Place(note.note.position, number))
        formats = [self._open_format(layout, citation) for citation in note.citations if citation.work is None]
        formats += self._selected_formats(painter, origin, layout, note)
        painter.setPen(self._theme.colour("muted" if note.kind is Kind.COMMENTARY else "text"))
        layout.draw(painter, origin, formats)
        caret = self.showing.caret
        if caret is not None and caret[0] == note.note.position:
            painter.fillRect(layout.caret(caret[1]).translated(origin), self._theme.colour("accent"))

    def _paint_mark(
        self, painter: QPainter, origin: QPointF, layout: NoteLayout, citation: Citation, place: Place
    ) -> None:
        name = "mark_open" if citation.work is None else MARKS[citation.form]
        painter.setBrush(QBrush(self._theme.colour(name)))
        painter.setPen(Qt.PenStyle.NoPen)
        if place == self.showing.picked:
            painter.setPen(QPen(self._theme.colour("accent"), 1.6))
        elif citation.work is not None and citation.work == self.showing.work:
            painter.setPen(QPen(self._theme.colour("accent"), 1.0, Qt.PenStyle.DotLine))
        for shape in layout.shapes(citation.start, citation.end):
            painter.drawRoundedRect(shape.translated(origin).adjusted(-1.5, 1, 1.5, -1), 3, 3)

    def _open_format(self, layout: NoteLayout, citation: Citation) -> QTextLayout.FormatRange:
        made = layout.format_range(citation.start, citation.end)
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(self._theme.colour("bad"))
        made.format = style
        return made

    def _selected_formats(
        self, painter: QPainter, origin: QPointF, layout: NoteLayout, note: Note
    ) -> list[QTextLayout.FormatRange]:
        selected = self.showing.selected
        if selected is None or selected[0] != note.note.position:
            return []
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self._theme.colour("accent")))
        for shape in layout.shapes(selected[1], selected[2]):
            painter.drawRect(shape.translated(origin))
        made = layout.format_range(selected[1], selected[2])
        style = QTextCharFormat()
        style.setForeground(self._theme.colour("on_accent"))
        made.format = style
        return [made]

    def _colour(self, name: str) -> QColor:
        """The ground of the current note lies between paper and the accent's tint, so that marks stand out on it."""
        if name != "current_note":
            return self._theme.colour(name)
        paper, tint = self._theme.colour("paper"), self._theme.colour("accent_soft")
        return QColor(
            (2 * paper.red() + tint.red()) // 3,
            (2 * paper.green() + tint.green()) // 3,
            (2 * paper.blue() + tint.blue()) // 3,
        )
