"""Where windows go: wholly on the screen, however small that is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

# What the desktop draws around a window: its title and its borders.
FRAME_WIDTH, FRAME_HEIGHT = 16, 48


def fit_to_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or as much of it as the screen has room for."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width() - FRAME_WIDTH), min(height, room.height() - FRAME_HEIGHT))


def place_over(window: QWidget, other: QWidget) -> None:
    """Put the middle of a window over that of another, but never its title or left edge beyond the screen's."""
    room = other.screen().availableGeometry()
    where = other.frameGeometry().center() - window.rect().center()
    right, bottom = room.right() - window.width() - FRAME_WIDTH, room.bottom() - window.height() - FRAME_HEIGHT
    window.move(max(room.left(), min(where.x(), right)), max(room.top(), min(where.y(), bottom)))
