"""Windows stand wholly on the screen."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.placing import FRAME_HEIGHT, FRAME_WIDTH, fit_to_screen, place_over


@pytest.fixture
def windows(qtbot):
    made = QWidget(), QWidget()
    for window in made:
        qtbot.addWidget(window)
    return made


def test_a_window_is_no_larger_than_the_screen(windows):
    window, _ = windows
    room = window.screen().availableGeometry()
    fit_to_screen(window, 300, 10_000)
    assert (window.width(), window.height()) == (300, room.height() - FRAME_HEIGHT)
    fit_to_screen(window, 10_000, 200)
    assert (window.width(), window.height()) == (room.width() - FRAME_WIDTH, 200)


@pytest.mark.parametrize("corner", [(0, 0), (5000, 5000), (-5000, -5000)])
def test_a_window_over_a_small_one_keeps_its_title_on_the_screen(windows, corner):
    window, small = windows
    small.setGeometry(*corner, 100, 100)
    fit_to_screen(window, 10_000, 10_000)
    place_over(window, small)
    room = small.screen().availableGeometry()
    assert (window.x(), window.y()) == (room.left(), room.top())


def test_a_window_stands_in_the_middle_of_the_other(windows):
    window, large = windows
    large.setGeometry(0, 0, 600, 600)
    window.resize(100, 200)
    place_over(window, large)
    assert (window.x(), window.y()) == (250, 200)
