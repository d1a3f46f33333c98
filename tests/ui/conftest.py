"""A whole window on a library in a temporary folder, and entries to fill it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.cards import Changes
from app.editing import add_entry
from app.entry import Entry
from app.library import Library
from app.progress import Progress
from ui.application import Workplace

COHEN = Entry(
    "book",
    {
        "author": "Cohen, Eliot A. and {Naval War College}",
        "title": "Supreme Command",
        "location": "New York",
        "publisher": "Free Press",
        "date": "2002",
    },
    "cohen2002",
)
ADLER = Entry(
    "article",
    {"author": "Adler, Emanuel", "title": "The Emergence of Cooperation", "journaltitle": "International Organization"},
    "adler1992",
)
ZUBOK = Entry("book", {"author": "Zubok, Vladislav", "title": "A Failed Empire", "date": "2007"}, "zubok2007")


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[Workplace], None]:
    """Wait until the library thread has answered everything."""

    def wait(place: Workplace) -> None:
        for _ in range(4):
            qtbot.waitUntil(lambda: place.background.is_idle, timeout=30_000)
            QApplication.processEvents()

    return wait


@pytest.fixture
def closed_after(qtbot: QtBot) -> Iterator[Callable[[QWidget], None]]:
    """Close a window after the test, also one that deletes itself when the test closes it."""
    opened: list[QWidget] = []
    yield opened.append
    for window in opened:
        if isValid(window):
            window.close()


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot, settle: Callable[[Workplace], None]) -> Iterator[Workplace]:
    """A window on an empty library."""
    made = Workplace(tmp_path / "config" / "settings.toml")
    qtbot.addWidget(made.window)
    made.window.show()
    made.open(str(tmp_path / "library.ibidem"))
    settle(made)
    yield made
    made.window.close()
    made.background.close()


@pytest.fixture
def filled(place: Workplace, settle: Callable[[Workplace], None]) -> Workplace:
    """A window on a library of three works: Adler 1992, Cohen 2002, Zubok 2007."""

    def fill(library: Library, _: Progress) -> tuple[int, Changes]:
        add_entry(library, COHEN)
        add_entry(library, ADLER)
        return add_entry(library, ZUBOK)

    place.background.change(fill)
    settle(place)
    return place
