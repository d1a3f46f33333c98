"""The reasons for and against, strongest first, each a small sign in the colour of what it speaks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.duplicates.cases import Why
from ui.theme import Theme

COLOURS = {"for": ("good_soft", "good"), "nearly": ("warn_soft", "warn"), "against": ("bad_soft", "bad")}
GAP = 6


class ReasonChips(QWidget):
    """Flows its signs over as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reasons: tuple[Why, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_reasons(self, reasons: Sequence[Why]) -> None:
        """Show these."""
        self._reasons = tuple(reasons)
        self.setAccessibleName("Reasons: " + "; ".join(reason.words for reason in reasons))
        self.setVisible(bool(reasons))
        self.updateGeometry()
        self.update()

    def _chip_height(self) -> float:
        return QFontMetricsF(self.font()).height() + 8

    def _shapes(self, width: float) -> list[QRectF]:
        metrics, high = QFontMetricsF(self.font()), self._chip_height()
        shapes, x, y = [], 0.0, 0.0
        for reason in self._reasons:
            wide = min(metrics.horizontalAdvance(reason.words) + 18, max(width, 40.0))
            if x and x + wide > width:
                x, y = 0.0, y + high + GAP
            shapes.append(QRectF(x, y, wide, high))
            x += wide + GAP
        return shapes

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        shapes = self._shapes(width)
        return round(shapes[-1].bottom()) if shapes else 0

    def sizeHint(self) -> QSize:
        """One line, where there is room."""
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the signs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        for reason, shape in zip(self._reasons, self._shapes(self.width()), strict=True):
            ground, ink = COLOURS[reason.speaks]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(ground))
            painter.drawRoundedRect(shape, 5, 5)
            painter.setPen(self._theme.colour(ink))
            words = metrics.elidedText(reason.words, Qt.TextElideMode.ElideRight, shape.width() - 16)
            painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, words)
