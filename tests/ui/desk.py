"""What a single window needs of the program, without the main window: a library, its thread, and who shows what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.library import Library
from app.settings import Look
from ui.background import Background
from ui.context import Context
from ui.memory import Memory
from ui.messages import Messages
from ui.preferences import Preferences
from ui.theme import Theme

T = TypeVar("T")


class Desk:
    """A context over a library in a temporary folder; `told` is everything the user was shown, `shown` the entries."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.told: list[str] = []
        self.shown: list[int] = []
        messages = Messages()
        # Elsewhere the notices stand in the status bar; by themselves they would be a window and take the keys.
        self._status_bar = QWidget()
        qtbot.addWidget(self._status_bar)
        messages.notices.setParent(self._status_bar)
        messages.told.connect(self.told.append)
        self.background = Background(messages)
        self.context = Context(
            background=self.background,
            messages=messages,
            preferences=Preferences(folder / "settings.toml", messages),
            memory=Memory(folder / "windows.toml"),
            theme=Theme(Look.LIGHT),
            window=None,
            show_entry=self.shown.append,
            location=lambda: str(folder / "library.ibidem"),
        )
        self.background.open(str(folder / "library.ibidem"))
        self.settle()

    def settle(self) -> None:
        """Wait until the library thread has answered everything."""
        for _ in range(3):
            self._qtbot.waitUntil(lambda: self.background.is_idle, timeout=20_000)
            QApplication.processEvents()

    def ask(self, work: Callable[[Library], T]) -> T:
        """The library's answer, waited for."""
        answers: list[T] = []
        self.background.ask(lambda library, _: work(library), answers.append)
        self.settle()
        return answers[0]

    def change(self, work: Callable[[Library], object]) -> None:
        """Change the library, and wait until every window has heard of it."""
        self.background.change(lambda library, _: work(library), said="")
        self.settle()

    def close(self) -> None:
        """Let go of the library."""
        self.background.close()
