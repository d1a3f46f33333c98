"""All actions of a window with their keys, found by their words, and done."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.chooser import Chooser, Option


def open_action_finder(window: QWidget, actions: Iterable[QAction]) -> Chooser:
    """Let the user find an action by its words or see its key, and do it."""
    options = [Option(action_words(action), action_keys(action), action) for action in actions if action.isEnabled()]
    chooser = Chooser(window, "Find an action", options, lambda action: action.trigger())
    chooser.open()
    return chooser


def action_words(action: QAction) -> str:
    """An action's words without the sign for its letter and the dots."""
    return action.text().replace("&", "").rstrip("…")


def action_keys(action: QAction) -> str:
    """An action's key as this desktop writes it, "" for none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
