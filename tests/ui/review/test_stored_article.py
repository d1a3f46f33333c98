"""An article that the library has: where its citations lead is corrected in its own window, and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app import finding
from app.apparatus import Apparatus
from app.editing import delete_article
from app.importing import accept
from tests.building import all_new, an_apparatus
from ui.review import open_article
from ui.review.state import Place
from ui.review.window import ReviewWindow


@pytest.fixture
def article(desk):
    """The id of an article of five notes in the library, the last of them an Ibid. that leads nowhere."""
    ids = []
    desk.background.change(lambda library, _: accept(library, an_apparatus(), all_new(an_apparatus())), ids.append)
    desk.settle()
    return ids[0][0]


@pytest.fixture
def window(desk, article):
    open_article(desk.context, article)
    desk.settle()
    found = next(iter(desk.context.windows))
    assert isinstance(found, ReviewWindow)
    found.activateWindow()
    yield found
    desk.context.close_windows()


@pytest.fixture
def press(qtbot, desk):
    def do(window, *keys):
        for key in keys:
            combination = QKeySequence(key)[0]
            qtbot.keyClick(window.focusWidget() or window.notes, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()
            desk.settle()

    return do


def choose(window, typed, qtbot, desk):
    chooser = window.on_citations.chooser
    qtbot.keyClicks(chooser.filter, typed)
    desk.settle()
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    desk.settle()


def links(apparatus: Apparatus) -> list[str | None]:
    return [citation.work for note in apparatus.notes for citation in note.citations]


AS_READ = ["dinerstein1976", "dinerstein1976", "castro1962", "ulam1974", None]


def test_l_links_an_open_citation_to_a_work_of_the_article(window, press, qtbot, desk, article):
    press(window, "End", "L")
    choose(window, "ulam", qtbot, desk)
    stored = desk.ask(lambda library: finding.apparatus(library, article))
    assert links(stored) == links(window.session.apparatus) == [*AS_READ[:4], "ulam1974"]
    assert (window.notes.place, window.work_id) == (Place(5, 0), "ulam1974")
    assert stored.notes[4].citations[0].reason == "Set by hand."


def test_l_links_a_citation_to_any_entry_of_the_library(window, press, qtbot, desk, sample):
    author = sample.works[0].entry.get("author").split(",")[0]
    press(window, "Tab", "Tab", "L")
    choose(window, author.lower(), qtbot, desk)
    linked = window.work_id
    assert linked not in (None, "castro1962")
    assert links(window.session.apparatus) == [*AS_READ[:2], linked, *AS_READ[3:]]
    assert author in window.fields.fields.entry.get("author")


def test_u_unlinks_and_ctrl_z_takes_it_back(window, press, desk):
    press(window, "Down", "U")
    assert links(window.session.apparatus) == ["dinerstein1976", None, *AS_READ[2:]]
    press(window, "Ctrl+Z")
    assert links(window.session.apparatus) == AS_READ
    press(window, "Ctrl+Y")
    assert links(window.session.apparatus)[1] is None
    assert window.notes.place == Place(2, 0)


def test_the_window_follows_the_library_and_goes_with_its_article(window, desk, article):
    desk.change(lambda library: delete_article(library, article))
    assert window not in desk.context.windows
    assert not desk.told or "defect" not in " ".join(desk.told)


def test_the_foot_tells_the_keys_that_do_something_here(window):
    assert "L link to another entry" in window.hint.text()
    assert "J join" not in window.hint.text()
