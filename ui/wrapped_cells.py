"""Cells whose words run over several lines: an option and an index in, a size with room for every line out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

# On each side of a cell's words, as resources/styles/window.qss has it.
PADDING = 6


class WrappedCells(QStyledItemDelegate):
    """Breaks the words for measuring where they are broken for painting.

    Qt measures over the whole width of a column and paints between the paddings of the style sheet, so that a last line
    that is only just too long would be cut off.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of the words between the paddings."""
        within = QStyleOptionViewItem(option)
        within.rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        return super().sizeHint(within, index)
