"""The head of a review: which article it is, the counts, what the colours mean, the filter and the order."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app.apparatus import Apparatus
from app.people import read_people
from ui.elided_label import ElidedLabel
from ui.entry_words import container_words, title_words, year_words
from ui.theme import Theme

KEY = (("mark_full", "in full"), ("mark_short", "short title"), ("mark_ibid", "Ibid."), ("mark_open", "unresolved"))


class Header(QWidget):
    """Two rows above the panes.

    Signals:
        filtered: the text in the filter box.
        order_chosen: True for the order by doubt.
    """

    filtered = Signal(str)
    order_chosen = Signal(bool)

    def __init__(self, theme: Theme, is_correcting: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(role="title")
        self.byline = ElidedLabel(role="muted")
        self.summary = QLabel()
        self.summary.setProperty("role", "heading")
        self.summary.setAccessibleName("Summary")
        self.filter = QLineEdit(placeholderText="Filter notes and works", clearButtonEnabled=True)
        self.filter.setAccessibleName("Filter")
        self.filter.setMinimumWidth(220)
        self.filter.setMaximumWidth(320)
        self.filter.textChanged.connect(self.filtered)
        self.by_page, self.by_doubt = _switch("By page"), _switch("By doubt")
        self.by_page.setChecked(True)
        order = QButtonGroup(self)
        order.addButton(self.by_page)
        order.addButton(self.by_doubt)
        self.by_doubt.toggled.connect(self.order_chosen)
        self.by_page.setVisible(is_correcting)
        self.by_doubt.setVisible(is_correcting)
        self.details = QToolButton()
        self.details.setIcon(theme.icon("edit"))
        self.details.setAutoRaise(True)
        self.details.setAccessibleName("The article's own details")
        self.details.setToolTip("The article's own details (D)")
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(3)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.title)
        first.addWidget(self.details)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(self.byline)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.filter)
        row.addSpacing(6)
        row.addWidget(self.by_page)
        row.addWidget(self.by_doubt)
        row.addSpacing(14)
        row.addWidget(self.summary)
        row.addStretch(1)
        row.addWidget(ColourKey(theme))
        column.addLayout(row)

    def show_article(self, apparatus: Apparatus) -> None:
        """Name the article, or the place its notes came from."""
        entry = apparatus.article
        source = PurePath(apparatus.source).name or "pasted text"
        if entry is None:
            self.title.setText("Notes without an article")
            self.byline.setText(source)
            return
        people = " and ".join(
            "others" if person.is_others else person.first_last for person in read_people(entry.get("author"))
        )
        self.title.setText(title_words(entry) or "Article without a title")
        parts = (people, container_words(entry), year_words(entry), source)
        self.byline.setText("   ·   ".join(part for part in parts if part))

    def show_counts(self, summary: str, to_look_at: int) -> None:
        """Tell the counts, and how many notes want looking at."""
        self.summary.setText(summary)
        self.by_doubt.setText(f"By doubt ({to_look_at} to look at)" if to_look_at else "By doubt")


class ColourKey(QWidget):
    """What the colours of the marks mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Colours: " + ", ".join(words for _, words in KEY))
        metrics = QFontMetricsF(self.font())
        self._widths = [metrics.horizontalAdvance(words) + 14 for _, words in KEY]
        self.setFixedSize(round(sum(self._widths)) + 6 * len(KEY), round(metrics.height()) + 6)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each mark with its words on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for (name, words), width in zip(KEY, self._widths, strict=True):
            shape = QRectF(left, 1, width, self.height() - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(name))
            painter.drawRoundedRect(shape, 4, 4)
            painter.setPen(self._theme.colour("text"))
            painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, words)
            left += width + 6


def _switch(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    return button
