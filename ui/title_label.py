"""A title of any length in, a few lines of it out, the rest cut, with the whole of it as the tip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

LINES = 3


class TitleLabel(QLabel):
    """A label that wraps over three lines at most; `role` is that of the style sheet: "title", "heading"."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """Show a title."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more or less of it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self._cut(self.contentsRect().width())
        self.setToolTip(self._whole if shown != self._whole else "")
        if shown != self.text():
            super().setText(shown)

    def _cut(self, width: int) -> str:
        layout = QTextLayout(self._whole, self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        if len(starts) <= LINES:
            return self._whole
        last = self._whole[starts[LINES - 1] :]
        metrics = QFontMetricsF(self.font())
        return self._whole[: starts[LINES - 1]] + metrics.elidedText(last, Qt.TextElideMode.ElideRight, width - 2)
