"""A quick chooser: lines to choose one of, narrowed as one types; the choice goes to a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.folding import fold
from ui.elided_label import ElidedLabel

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Option:
    """One line: its words, a second line in small, and what it stands for."""

    words: str
    detail: str
    value: Any


class Chooser(QDialog):
    """Opens over the window. Return or a double click chooses, Escape leaves everything as it is.

    Args:
        search: asks for more lines that fit what is typed, and hands them to a function (for the library's entries);
            asked with "" at once where there is nothing else to choose.
        act: what the button says that chooses.
        nothing: what is said where there is nothing to choose before anything is typed.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        options: Sequence[Option],
        chosen: Callable[[Any], None],
        search: Callable[[str, Callable[[Sequence[Option]], None]], None] | None = None,
        act: str = "Choose",
        nothing: str = "There is nothing to choose from.",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._options = tuple(options)
        self._over = parent
        self._chosen = chosen
        self._search = search
        # Qt would make plain strings of kinds, so the lines are kept here, row by row.
        self._shown: list[Option] = []
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        hint = "Type to narrow the list" if search is None else "Type to search the library"
        self.filter = QLineEdit(placeholderText=hint, clearButtonEnabled=True)
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list = QListWidget()
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(OptionDelegate(self.list))
        self.list.itemActivated.connect(lambda _item: self.accept())
        self._nothing_words = nothing
        self.nothing = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.nothing.setProperty("role", "muted")
        QVBoxLayout(self.list).addWidget(self.nothing)
        self.list.currentRowChanged.connect(self._enable)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        for widget in (heading, self.filter, self.list):
            column.addWidget(widget)
        column.addLayout(self._foot(act))
        self.resize(620, 460)
        self._narrow("")

    def _foot(self, act: str) -> QHBoxLayout:
        hint = ElidedLabel("Up and Down go through the list", "muted")
        self.choose_button, self.cancel_button = QPushButton(act), QPushButton("Cancel")
        self.choose_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.choose_button.setToolTip(f"{act} (Return)")
        self.cancel_button.setToolTip("Leave everything as it is (Escape)")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(hint, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.choose_button)
        return row

    def _enable(self) -> None:
        """A button only where there is something to choose, and a word where there is not."""
        self.choose_button.setEnabled(self.list.currentRow() >= 0)
        self.nothing.setText("Nothing fits what is typed." if self.filter.text().strip() else self._nothing_words)
        self.nothing.setVisible(self.list.count() == 0)

    def accept(self) -> None:
        """Choose the line gone to."""
        # Return in the list reaches the list and then the button.
        if self.list.currentRow() < 0 or self.result() == QDialog.DialogCode.Accepted:
            return
        option = self._shown[self.list.currentRow()]
        super().accept()
        self._chosen(option.value)

    def done(self, result: int) -> None:
        """Give the keys back to the window under it, which not every desktop does by itself."""
        super().done(result)
        self._over.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        """Where nothing is proposed, begin with what the search has."""
        super().showEvent(event)
        if self._search is not None and not self._options and not self.list.count():
            self._search(self.filter.text(), self._got_more)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move through the list while one types, Return chooses."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        words = fold(text).split()
        self._show([o for o in self._options if all(word in fold(f"{o.words} {o.detail}") for word in words)])
        if self._search is not None and (len(text.strip()) > 1 or (self.isVisible() and not self._options)):
            self._search(text, self._got_more)

    def _got_more(self, found: Sequence[Option]) -> None:
        shown = [option.value for option in self._shown]
        for option in found:
            if option.value not in shown:
                self._add(option)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self._enable()

    def _show(self, options: Sequence[Option]) -> None:
        self.list.clear()
        self._shown.clear()
        for option in options[:SHOWN]:
            self._add(option)
        if options:
            self.list.setCurrentRow(0)
        self._enable()

    def _add(self, option: Option) -> None:
        item = QListWidgetItem(f"{option.words}\n{option.detail}" if option.detail else option.words)
        item.setToolTip(item.text())
        self.list.addItem(item)
        self._shown.append(option)


class OptionDelegate(QStyledItemDelegate):
    """Paints the words of an option, and its detail below them in small."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font, self._small = QFont(parent.font()), QFont(parent.font())
        self._small.setPointSizeF(max(self._small.pointSizeF() - 1, 7.0))

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line, or two."""
        high = QFontMetrics(self._font).height()
        if "\n" in index.data():
            high += QFontMetrics(self._small).height() + 2
        return QSize(0, high + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint an option on the ground that the style gives it."""
        widget = option.widget
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        words, _, detail = index.data().partition("\n")
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        ink = palette.color(palette.ColorRole.HighlightedText if is_current else palette.ColorRole.Text)
        shape = option.rect.adjusted(8, 6, -8, -6)
        painter.save()
        painter.setFont(self._font)
        painter.setPen(ink)
        fits = QFontMetrics(self._font).elidedText(words, Qt.TextElideMode.ElideRight, shape.width())
        painter.drawText(shape, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), fits)
        ink.setAlphaF(0.65)
        painter.setPen(ink)
        painter.setFont(self._small)
        fits = QFontMetrics(self._small).elidedText(detail, Qt.TextElideMode.ElideRight, shape.width())
        painter.drawText(shape, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), fits)
        painter.restore()
