"""Duplicates in the library: found, compared side by side, merged or decided."""

from __future__ import annotations

from collections.abc import Sequence

from ui.context import Context
from ui.duplicates.window import DuplicatesWindow

__all__ = ["DuplicatesWindow", "open_duplicates", "open_merge"]


def open_duplicates(context: Context) -> DuplicatesWindow:
    """Open the window on all duplicates of the library."""
    return _opened(context, DuplicatesWindow(context))


def open_merge(context: Context, ids: Sequence[int]) -> DuplicatesWindow:
    """Open the window on some entries that the user wants merged."""
    return _opened(context, DuplicatesWindow(context, ids))


def _opened(context: Context, window: DuplicatesWindow) -> DuplicatesWindow:
    context.show_window(window)
    return window
