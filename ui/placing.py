"""Where windows go: wholly on the screen, however small that is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

# What the desktop draws around a window: its title and its borders.
FRAME_WIDTH, FRAME_HEIGHT = 16, 48


def fit_to_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or as much of it as the screen has room for."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width() - FRAME_WIDTH), min(height, room.height() - FRAME_HEIGHT))
