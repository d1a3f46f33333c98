"""The window of a review: how it opens, closes, fits the screen, and what its menus say."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from app import finding
from app.entry import Entry
from app.importing import Choice, Decision, accept
from tests.building import all_new, an_apparatus
from tests.ui.review.looking import shown
from ui.placing import FRAME_HEIGHT
from ui.review import open_article
from ui.review.state import Place
from ui.review.window import ReviewWindow
from ui.review.work_model import Col
from ui.review.work_table import HEIGHT

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def test_a_review_opens_on_the_first_citation_and_its_work(small):
    assert shown(small) == ((1, 0), "dinerstein1976")
    assert small.works.current_work() == "dinerstein1976"
    assert small.fields.fields.entry.get("title") == "The Making of a Missile Crisis"


def test_closing_with_corrections_asks_and_loses_nothing(opened, press, qtbot):
    window = opened(an_apparatus())
    press(window, "X")
    window.close()
    assert window.isVisible()
    window.asked.reject()
    assert window.session.decision("dinerstein1976") == Decision(Choice.SKIP)
    window.close()
    discard = next(button for button in window.asked.buttons() if button.text() == "Discard them")
    discard.click()
    assert not window.isVisible()


def test_closing_an_untouched_review_asks_nothing(small):
    small.close()
    assert not small.isVisible()


def test_every_action_has_words_and_no_key_does_two_things(small):
    keys = [action.shortcut().toString() for action in small.actions_by_name.values()]
    assert len(keys) == len(set(keys))
    assert all(action.text() for action in small.actions_by_name.values())


def test_the_other_mouse_button_opens_the_citation_menu(small):
    small.notes.customContextMenuRequested.emit(QPoint(5, 5))
    menu = small.findChild(QMenu, "Citation")
    assert menu.isVisible()
    menu.close()


def test_an_article_in_the_library_is_read_at_its_citation(desk, small, qtbot):
    with qtbot.waitSignal(small.accepted, timeout=20_000) as told:
        small.accept_all()
    desk.settle()
    article = told.args[0]
    ulam = desk.ask(lambda library: finding.find_ids(library, "Ulam"))[0]
    (mention,) = desk.ask(lambda library: finding.mentions(library, ulam))
    open_article(desk.context, article, mention.citation_id)
    desk.settle()
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReviewWindow) and w.isVisible())
    qtbot.addWidget(window)
    assert window.notes.place == Place(3, 1)
    assert not window.accept_button.isVisible()
    assert not {"join", "leave_out", "accept_all"} & window.actions_by_name.keys()
    window.actions_by_name["show_entry"].trigger()
    desk.settle()
    assert desk.shown == [ulam]


def test_d_shows_the_articles_own_details_to_be_corrected(small, press):
    press(small, "D")
    fields = small.fields.fields
    assert fields.entry == an_apparatus().article
    row = next(row for row in range(fields.rowCount()) if fields.index(row, 0).data() == "Title")
    fields.setData(fields.index(row, 1), "Sources in the Gutter")
    assert small.session.apparatus.article.get("title") == "Sources in the Gutter"
    assert small.header.title.text() == "Sources in the Gutter"
    assert small.work_title.text() == "The article itself"
    small.session.undo()
    assert small.fields.fields.entry == an_apparatus().article
    small.notes.go_to(3)
    assert small.work_title.text() == "New work"


def test_an_article_whose_page_shows_none_can_be_given_details(opened, press):
    window = opened(an_apparatus(article=None))
    press(window, "D")
    fields = window.fields.fields
    row = next(row for row in range(fields.rowCount()) if fields.index(row, 0).data() == "Title")
    fields.setData(fields.index(row, 1), "Found in a Drawer")
    assert window.session.apparatus.article == Entry("article", {"title": "Found in a Drawer"})


def test_f1_finds_an_action_by_its_words_and_does_it(small, press, qtbot):
    press(small, "F1")
    finder = small.going.finder
    texts = [finder.list.item(row).text() for row in range(finder.list.count())]
    assert "Leave out\nX" in texts
    assert "Undo" not in [text.split("\n")[0] for text in texts]
    qtbot.keyClicks(finder.filter, "leave out")
    qtbot.keyClick(finder.filter, Qt.Key.Key_Return)
    assert small.session.decision("dinerstein1976") == Decision(Choice.SKIP)


def test_the_window_fits_on_the_screen(small):
    assert small.height() + FRAME_HEIGHT <= small.screen().availableGeometry().height()


def test_the_title_has_one_kind_of_dash(small):
    assert small.windowTitle().endswith(" — Import review")
    assert "–" not in small.windowTitle()


@pytest.mark.parametrize(("width", "wanted"), [(1440, 190), (1024, 150)])
def test_titles_have_room_in_a_narrow_window_too(small, qtbot, width, wanted):
    small.resize(width, 700)
    qtbot.waitUntil(lambda: small.width() == width)
    QApplication.processEvents()
    scale = small.works.fontMetrics().height() / HEIGHT
    assert small.works.columnWidth(Col.TITLE) >= round(wanted * scale)


def test_a_column_drawn_by_hand_keeps_its_width(small, qtbot):
    small.works.horizontalHeader().resizeSection(Col.AUTHOR, 211)
    small.resize(1030, 700)
    QApplication.processEvents()
    assert small.works.columnWidth(Col.AUTHOR) == 211


def test_an_article_read_before_is_said_to_be_in_the_library(opened, desk, small):
    assert small.hint.text().startswith("N next doubtful")
    desk.change(lambda library: accept(library, an_apparatus(), all_new(an_apparatus())))
    again = opened(an_apparatus())
    assert again.hint.text().startswith("Your library has this article already")
