"""A review over a real library that has two works of the bundled sample article already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.apparatus import Apparatus
from app.editing import add_entry
from app.importing import propose_apparatus
from tests.building import an_apparatus
from tests.ui.desk import Desk
from tests.ui.gold import apparatus_of_gold
from ui.review.window import ReviewWindow

SAMPLE = Path(__file__).parents[3] / "resources" / "sample" / "gold.json"


@pytest.fixture(scope="session")
def sample() -> Apparatus:
    return apparatus_of_gold(SAMPLE)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, sample: Apparatus) -> Iterator[Desk]:
    """A library with the first two works of the sample."""
    made = Desk(tmp_path, qtbot)
    for work in sample.works[:2]:
        made.change(lambda library, entry=work.entry: add_entry(library, entry))
    yield made
    made.close()


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> Callable[[Apparatus], ReviewWindow]:
    """Opens a review of an apparatus, as the main window does after reading a page."""

    def open_(apparatus: Apparatus) -> ReviewWindow:
        proposal = desk.ask(lambda library: propose_apparatus(library, apparatus))
        window = ReviewWindow(desk.context, proposal)
        qtbot.addWidget(window, before_close_func=discard)
        window.show()
        window.activateWindow()
        desk.settle()
        return window

    return open_


def discard(window: ReviewWindow) -> None:
    """Let a window close without a question."""
    window._may_close = True


@pytest.fixture
def review(opened: Callable[[Apparatus], ReviewWindow], sample: Apparatus) -> ReviewWindow:
    """A review of the sample."""
    return opened(sample)


@pytest.fixture
def small(opened: Callable[[Apparatus], ReviewWindow]) -> ReviewWindow:
    """A review of five notes: two citations of Dinerstein, Castro and Ulam in one note, an Ibid. that stays open."""
    return opened(an_apparatus())


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Presses keys as Qt writes them, "Ctrl+Z", in the pane that has the focus (the notes at first)."""

    def do(window: ReviewWindow, *keys: str) -> None:
        for key in keys:
            pane = window.focusWidget() or window.notes
            combination = QKeySequence(key)[0]
            qtbot.keyClick(pane, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    return do
