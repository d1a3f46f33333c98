"""Duplicates in the library: found, compared side by side, merged or decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.context import Context
from ui.duplicates.window import DuplicatesWindow

__all__ = ["DuplicatesWindow", "open_duplicates", "open_merge"]


def open_duplicates(context: Context) -> DuplicatesWindow:
    """Open the window on all duplicates of the library."""
    return _opened(DuplicatesWindow(context))


def open_merge(context: Context, ids: Sequence[int]) -> DuplicatesWindow:
    """Open the window on some entries that the user wants merged."""
    return _opened(DuplicatesWindow(context, ids))


def _opened(window: DuplicatesWindow) -> DuplicatesWindow:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    return window
