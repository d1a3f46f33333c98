"""A table model and its name in; a plain list of rows to read and choose from, with columns of given widths, out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from ui.row_view import RowView


def list_view(table: QAbstractTableModel, name: str, widths: Mapping[int, int]) -> RowView:
    """A view that selects rows; the first column takes what the others leave.

    Args:
        table: its model.
        name: what a screen reader calls it.
        widths: of the other columns, in pixels, by their number.
    """
    view = RowView()
    view.setAccessibleName(name)
    view.setModel(table)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setTabKeyNavigation(False)
    # Rows are one line high: what is too long ends in dots and stands whole in the tip.
    view.setWordWrap(False)
    view.verticalHeader().hide()
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for section, width in widths.items():
        header.resizeSection(section, width)
    return view
