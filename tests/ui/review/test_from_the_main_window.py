"""From the main window to the review and back: the whole way of an article, through the window's own doors."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app import finding
from ui.review import ReviewWindow

PAGE = Path(__file__).parents[3] / "resources" / "sample" / "article.html"


@pytest.fixture
def reviewed(place, settle):
    """The review that opens after the main window has read the bundled page."""
    place.window.read_files([PAGE])
    settle(place)
    (window,) = [w for w in place.window.context.windows if isinstance(w, ReviewWindow)]
    return window


def test_the_bundled_page_opens_in_a_review_and_comes_in(reviewed, place, settle, qtbot):
    notes = len(reviewed.session.apparatus.notes)
    works = len(reviewed.session.apparatus.works)
    assert notes >= 30
    with qtbot.waitSignal(reviewed.accepted, timeout=20_000):
        reviewed.accept_all()
    settle(place)
    found = []
    place.background.ask(lambda library, _: (finding.find_ids(library), finding.articles(library)), found.append)
    settle(place)
    ids, articles = found[0]
    assert len(ids) == works + 1
    assert [article.notes for article in articles] == [notes]
    place.background.undo()
    settle(place)
    place.background.ask(lambda library, _: finding.find_ids(library), found.append)
    settle(place)
    assert found[1] == ()


def test_the_main_window_stays_while_corrections_would_be_lost(reviewed, place, settle):
    reviewed.actions_by_name["leave_out"].trigger()
    place.window.close()
    assert place.window.isVisible()
    next(button for button in reviewed.asked.buttons() if button.text() == "Discard them").click()
    QApplication.processEvents()
    assert place.window.close()


def test_reading_the_page_again_doubles_nothing(reviewed, place, settle, qtbot):
    with qtbot.waitSignal(reviewed.accepted, timeout=20_000):
        reviewed.accept_all()
    settle(place)
    place.window.read_files([PAGE])
    settle(place)
    again = next(w for w in place.window.context.windows if isinstance(w, ReviewWindow) and w.isVisible())
    works = len(again.session.apparatus.works)
    assert f"{works} already in your library" in again.header.summary.text()
    again.close()
