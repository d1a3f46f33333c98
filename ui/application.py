"""Starts the window: settings, library, theme and main window are put together here and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog

from app.errors import UserError
from app.library import default_location
from app.settings import Settings, settings_path
from ui.background import Background
from ui.context import Context
from ui.file_menu import LIBRARY_FILTER
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.messages import Messages
from ui.preferences import Preferences
from ui.theme import Theme


class Workplace:
    """Everything one window consists of.

    Args:
        config: the settings file; window sizes are kept beside it.
    """

    def __init__(self, config: Path) -> None:
        self.messages = Messages()
        self.preferences = Preferences(config, self.messages)
        self.theme = Theme(self.preferences.now.look)
        self.theme.apply()
        self.background = Background(self.messages)
        self.location = ""
        self.background.opened.connect(self._opened)
        context = Context(
            background=self.background,
            messages=self.messages,
            preferences=self.preferences,
            memory=Memory(config.with_name("windows.toml")),
            theme=self.theme,
            window=None,
            show_entry=lambda _: None,
            location=lambda: self.location,
        )
        self.window = MainWindow(context)
        self.messages.setParent(self.window)
        self.messages.set_window(self.window)
        self.preferences.changed.connect(self._settings_changed)

    def open(self, location: str) -> None:
        """Open a library; one that cannot be opened is said, and another can be chosen."""
        self.window.editor.save(is_leaving=True)
        self.background.open(location, failed=lambda error: self._not_opened(error))

    def _opened(self, location: str) -> None:
        self.location = location

    def _settings_changed(self, settings: Settings) -> None:
        if settings.look is not self.theme.look:
            self.theme.apply(settings.look)

    def _not_opened(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            self.messages.defect(error, self.window)
            return
        ways = (
            ("Open another…", lambda: self._choose(QFileDialog.getOpenFileName, "Open library", error)),
            ("New library…", lambda: self._choose(QFileDialog.getSaveFileName, "New library", error)),
            ("Quit", self._quit),
        )
        self.messages.error(error, self.window, ways)

    def _choose(self, ask: Callable[..., tuple[str, str]], title: str, error: UserError) -> None:
        path, _ = ask(self.window, title, "", LIBRARY_FILTER)
        if path:
            self.open(path if Path(path).suffix else f"{path}.ibidem")
        else:
            self._not_opened(error)

    def _quit(self) -> None:
        self.window.close()


def run(location: str | None) -> int:
    """Open the window on a library (None: the one opened last, or the user's own) and stay until it is closed.

    Returns:
        the exit status: 0.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    QApplication.setApplicationName("ibidem")
    QApplication.setApplicationDisplayName("Ibidem")
    QApplication.setDesktopFileName("ibidem")
    place = Workplace(settings_path())
    QApplication.setWindowIcon(QIcon(place.theme.picture("ibidem", 64)))
    sys.excepthook = lambda _, error, __: place.messages.defect(error)
    place.window.show()
    place.open(location or _last(place.preferences.now) or str(default_location()))
    status = application.exec()
    place.background.close()
    return status


def _last(settings: Settings) -> str:
    """The library opened last, where it still is there."""
    last = settings.recent[0] if settings.recent else ""
    return last if last and ("://" in last or Path(last).is_file()) else ""
