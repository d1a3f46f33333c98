"""The words of a line of a tree in, the line out, as high as every other one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

AIR = 8


def tree_line(tree: QTreeWidget, *texts: str) -> QTreeWidgetItem:
    """A line that belongs to nothing yet.

    Its height is said outright: Qt measures some lines before it knows the style and some after, and they come out
    uneven, with boxes to tick that are cut off.
    """
    line = QTreeWidgetItem(list(texts))
    line.setSizeHint(0, QSize(0, tree.fontMetrics().height() + AIR))
    return line
