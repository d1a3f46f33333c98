"""One note's text in, broken into lines of a width: heights and shapes out, and from a point a place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

LEADING = 1.22


class NoteLayout:
    """The lines of a text at a width. Places are counted in Python's characters, not in Qt's UTF-16 units."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        self.text = text
        self.width = width
        self._units = _units(text)
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._step = QFontMetricsF(font).height() * LEADING
        self.height = self._break_lines()

    def _break_lines(self) -> float:
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, y + (self._step - line.height()) / 2))
            y += self._step
        self._layout.endLayout()
        return max(y, self._step)

    def shapes(self, start: int, end: int) -> list[QRectF]:
        """One rectangle a line that the characters from start to end cover."""
        first, last = self._unit(start), self._unit(end)
        return [shape for line in self._lines() if (shape := self._shape(line, first, last)) is not None]

    def _shape(self, line: QTextLine, first: int, last: int) -> QRectF | None:
        begin, end = line.textStart(), line.textStart() + line.textLength()
        if last <= begin or first >= end:
            return None
        left, right = _x(line, max(first, begin)), _x(line, min(last, end))
        # The space at a line's end is no part of what is marked.
        right = min(right, line.x() + line.naturalTextWidth()) if right > left else right
        return QRectF(min(left, right), self._top(line), abs(right - left), self._step)

    def caret(self, place: int) -> QRectF:
        """The line one stands at before the character `place`."""
        unit = self._unit(place)
        line = self._layout.lineForTextPosition(unit)
        return QRectF(_x(line, unit), self._top(line) + 1, 1.5, self._step - 2) if line.isValid() else QRectF()

    def place_at(self, point: QPointF) -> int:
        """The place between two characters nearest to a point."""
        line = self._line_at(point.y())
        return self._character(line.xToCursor(point.x())) if line is not None else 0

    def character_at(self, point: QPointF) -> int | None:
        """The character under a point, None beside the text."""
        line = self._line_at(point.y())
        if line is None or not 0 <= point.y() <= self.height or not 0 <= point.x() <= line.naturalTextWidth():
            return None
        return self._character(line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter))

    def draw(self, painter: QPainter, origin: QPointF, formats: Sequence[QTextLayout.FormatRange]) -> None:
        """Paint the text; `formats` made by `format_range` colour parts of it."""
        self._layout.draw(painter, origin, list(formats))

    def format_range(self, start: int, end: int) -> QTextLayout.FormatRange:
        """A range of characters to be given a format."""
        made = QTextLayout.FormatRange()
        made.start = self._unit(start)
        made.length = self._unit(end) - made.start
        return made

    def _lines(self) -> Iterator[QTextLine]:
        return (self._layout.lineAt(number) for number in range(self._layout.lineCount()))

    def _line_at(self, y: float) -> QTextLine | None:
        count = self._layout.lineCount()
        return self._layout.lineAt(min(max(int(y // self._step), 0), count - 1)) if count else None

    def _top(self, line: QTextLine) -> float:
        return line.lineNumber() * self._step

    def _unit(self, place: int) -> int:
        return place if self._units is None else self._units[min(place, len(self.text))]

    def _character(self, unit: int) -> int:
        return unit if self._units is None else bisect_left(self._units, unit)


def _x(line: QTextLine, unit: int) -> float:
    """Where a place stands in a line; Qt gives back a pair of the x and the place it took, and types it loosely."""
    found: Any = line.cursorToX(unit)
    return float(found[0])


def _units(text: str) -> list[int] | None:
    """For each character, and the end, its place in UTF-16; None where that is the same."""
    if not text or max(text) <= "\uffff":
        return None
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if character > "\uffff" else 1))
    return units
