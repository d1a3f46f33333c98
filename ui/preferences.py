"""The settings while the program runs: the present value, changes written at once, and a signal to those who care."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.settings import Settings, read_settings, write_settings
from ui.messages import Messages


class Preferences(QObject):
    """Holds the settings; the only one who writes them.

    Signals:
        changed: the new app.settings.Settings.
    """

    changed = Signal(object)

    def __init__(self, path: Path, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._messages = messages
        self.now, said = read_settings(path)
        if said:
            messages.notice(said)

    def set(self, settings: Settings) -> None:
        """Take new settings, write them, tell the windows."""
        if settings == self.now:
            return
        self.now = settings
        try:
            write_settings(settings, self._path)
        except UserError as error:
            self._messages.notice(f"{error.message} {error.advice}")
        self.changed.emit(settings)

    def choose(self, **chosen: Any) -> None:
        """Change some settings by name: `choose(look=Look.DARK)`."""
        self.set(replace(self.now, **chosen))
