"""What a user does across several windows."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu

from app.apparatus import Apparatus, Citation, Form, Kind, Note, NoteText, Work
from app.editing import add_group, set_keywords
from app.finding import find_ids, groups
from app.importing import Choice, Decision, accept
from tests.ui.conftest import ADLER, COHEN, ZUBOK
from tests.ui.test_main_window import choose
from ui.chooser import Chooser
from ui.group_menu import group_options
from ui.mention_list import MENTION_ROLE, mention_html
from ui.people_table import FAMILY
from ui.review import ReviewWindow
from ui.sidebar_tree import Chosen, Place

TEXT = "See Cohen, Supreme Command, 85."
ARTICLE = Apparatus(
    ADLER,
    (Work("w1", COHEN),),
    (
        Note(
            NoteText(1, "1", TEXT),
            Kind.CITATION,
            (Citation(4, len(TEXT) - 1, Form.SHORT, work="w1", locator="85", confidence=0.9, reason="Same title."),),
        ),
    ),
    "page.html",
)


def test_the_notes_that_cite_an_entry_are_shown_and_lead_to_their_article(place, settle, qtmodeltester):
    place.background.change(lambda library, _: accept(library, ARTICLE, {"w1": Decision(Choice.NEW)}))
    settle(place)
    window = place.window
    row = next(n for n in range(len(window.table.ids)) if window.table.index(n, 0).data().startswith("Cohen"))
    window.entries.select_ids([window.table.ids[row]])
    settle(place)
    notes = window.editor.notes
    qtmodeltester.check(notes.table)
    assert window.editor.tabs.tabText(1) == "Notes (1)"
    mention = notes.table.index(0).data(MENTION_ROLE)
    assert mention.locator == "85"
    window.editor.tabs.setCurrentIndex(1)
    window.activateWindow()
    notes.view.setCurrentIndex(notes.table.index(0))
    notes.view.setFocus()
    window.actions_by_name["copy_cite"].trigger()
    assert QGuiApplication.clipboard().text() == "\\autocite[85]{cohen2002}"
    notes.view.activated.emit(notes.table.index(0))
    settle(place)
    assert any(isinstance(opened, ReviewWindow) for opened in window.context.windows)
    assert window.context.close_windows()


def test_a_mention_is_marked_in_place_and_a_long_note_is_cut_around_it(place):
    from app.apparatus import Relation
    from app.cards import Mention

    text = "Words before. " * 60 + "Cohen <2002>, 85" + " and words after." * 60
    start = text.index("Cohen")
    end = start + len("Cohen <2002>, 85")
    place_in = (1, 1, "An Article", 7, "7a", text, start, end)
    html = mention_html(Mention(*place_in, Form.FULL, Relation.SEE, "85", 1.0, ""), "#fff", "#000", "#111")
    assert '<span style="background-color:#fff">Cohen &lt;2002&gt;, 85</span>' in html
    assert "Note 7a" in html
    assert "cited in full · see · at 85" in html
    assert len(html) < 1200


def test_an_action_is_found_by_its_words_and_done(filled, settle, qtbot):
    filled.window.entries.selectAll()
    filled.window.actions_by_name["find_action"].trigger()
    chooser = next(child for child in filled.window.children() if isinstance(child, Chooser))
    qtbot.keyClicks(chooser.filter, "copy key")
    assert chooser.list.count() == 1
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    settle(filled)
    assert QGuiApplication.clipboard().text() == "adler1992,cohen2002,zubok2007"


def test_entries_are_put_in_a_group_that_is_chosen(filled, settle):
    filled.background.change(lambda library, _: add_group(library, "War"))
    filled.background.change(lambda library, _: add_group(library, "Causes", 1))
    settle(filled)
    filled.window.entries.selectAll()
    filled.window.actions_by_name["put_in_group"].trigger()
    settle(filled)
    chooser = next(child for child in filled.window.children() if isinstance(child, Chooser))
    chooser.filter.setText("causes")
    chooser.accept()
    settle(filled)
    found = []
    filled.background.ask(lambda library, _: groups(library), found.append)
    settle(filled)
    assert [option.words for option in group_options(found[0])] == ["War", "War › Causes"]
    assert [group.entries for group in found[0] if group.name == "Causes"] == [3]


def test_a_group_is_put_in_another_one_that_is_chosen_and_taken_out_again(filled, settle):
    for name in ("War", "Causes", "Peace"):
        filled.background.change(lambda library, _, name=name: add_group(library, name))
    filled.background.change(lambda library, _: add_group(library, "Treaties", 3))
    settle(filled)
    window = filled.window
    window.sidebar.choose(Chosen(Place.GROUP, 3))

    def chosen_from(words):
        window.actions_by_name["move_group"].trigger()
        settle(filled)
        chooser = next(child for child in window.children() if isinstance(child, Chooser))
        offered = [chooser.list.item(row).text() for row in range(chooser.list.count())]
        chooser.filter.setText(words)
        chooser.accept()
        settle(filled)
        settle(filled)
        return offered

    offered = chosen_from("war")
    assert len(offered) == 3  # outermost, War, Causes: not itself, nor what is inside it
    assert window.tree.chosen_at(window.tree.index_of(Chosen(Place.GROUP, 3)).parent()).name == "War"
    chosen_from("outermost")
    assert window.tree.chosen_at(window.tree.index_of(Chosen(Place.GROUP, 3)).parent()).place is Place.HEADING


@pytest.mark.parametrize("has_group", [False, True])
def test_entries_are_put_in_a_group_that_is_new(filled, settle, has_group):
    if has_group:
        filled.background.change(lambda library, _: add_group(library, "War"))
        settle(filled)
    filled.window.entries.selectAll()
    filled.window.actions_by_name["put_in_group"].trigger()
    settle(filled)
    if has_group:
        chooser = next(child for child in filled.window.children() if isinstance(child, Chooser))
        chooser.filter.setText("new group")
        chooser.accept()
    asked = filled.window.group_menu.asked
    asked.setTextValue("  Peace ")
    asked.accept()
    settle(filled)
    found = []
    filled.background.ask(lambda library, _: groups(library), found.append)
    settle(filled)
    assert [group.entries for group in found[0] if group.name == "Peace"] == [3]


def test_names_of_the_library_complete_what_is_typed(filled, settle, qtbot):
    window = filled.window
    editor = window.editor.form.people
    editor.add()
    line = editor.view.findChild(QLineEdit)
    qtbot.keyClicks(line, "zub")
    settle(filled)
    assert line.completer().model().data(line.completer().model().index(0, 0)) == "Zubok, Vladislav"
    line.setText("Zubok, Vladislav")
    editor.view.commitData(line)
    assert editor.table.index(editor.table.rowCount() - 1, FAMILY).data() == "Zubok"


def test_values_of_the_library_complete_what_is_typed_in_a_field(filled, settle, qtbot):
    window = filled.window
    window.show_entry(window.table.ids[1])
    settle(filled)
    window.activateWindow()
    window.editor.form.focus("publisher")
    line = window.editor.form.focusWidget()
    qtbot.waitUntil(line.hasFocus)
    line.clear()
    qtbot.keyClicks(line, "fre")
    settle(filled)
    popup = line.completer().popup()
    assert popup.isVisible()
    assert popup.model().index(0, 0).data() == "Free Press"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "Free Press"


def test_a_file_copied_in_a_file_manager_is_pasted(place, settle, tmp_path):
    path = tmp_path / "copied.bib"
    path.write_text("@book{weber1922, title = {Wirtschaft und Gesellschaft}, date = {1922}}")
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(copied)
    place.window.actions_by_name["paste"].trigger()
    settle(place)
    assert len(place.window.table.ids) == 1
    QGuiApplication.clipboard().clear()


def test_another_library_takes_the_place_of_the_first_and_is_among_the_recent(filled, settle, tmp_path):
    first = filled.location
    filled.window.file_menu.open_at(str(tmp_path / "other.ibidem"))
    settle(filled)
    assert filled.window.table.ids == ()
    assert filled.window.windowTitle().startswith("other")
    menu = QMenu()
    filled.window.file_menu.fill_recent(menu)
    assert [action.toolTip() for action in menu.actions()] == [first]
    menu.actions()[0].trigger()
    settle(filled)
    assert len(filled.window.table.ids) == 3


def test_what_was_done_before_a_restart_can_be_undone_after_it(filled, settle, tmp_path, qtbot):
    from ui.application import Workplace

    filled.window.close()
    again = Workplace(tmp_path / "config" / "settings.toml")
    qtbot.addWidget(again.window)
    again.window.show()
    again.open(str(tmp_path / "library.ibidem"))
    settle(again)
    assert "Failed Empire" in again.window.actions_by_name["undo"].text()
    again.window.actions_by_name["undo"].trigger()
    settle(again)
    assert len(again.window.table.ids) == 2
    again.window.close()


def test_closing_saves_what_is_being_typed(filled, settle, tmp_path):
    from app.finding import entries
    from app.library import open_library

    filled.window.entries.select_ids(filled.window.table.ids[2:])
    settle(filled)
    assert filled.window.editor.form.entry() == ZUBOK
    filled.window.editor.form._lines["publisher"].set_value("UNC Press")
    filled.window.close()
    library = open_library(tmp_path / "library.ibidem")
    assert len(find_ids(library)) == 3
    assert "UNC Press" in [entry.get("publisher") for _, entry in entries(library)]
    library.close()


def test_closing_on_unfinished_work_asks_first_and_stopping_leaves_the_library_as_it_was(place, settle, qtbot):
    import threading

    from PySide6.QtWidgets import QMessageBox

    begun = threading.Event()

    def work(library, progress):
        for done in range(4000):
            begun.set()
            progress.step("Working", done, 4000)
            threading.Event().wait(0.005)

    place.background.change(work)
    qtbot.waitUntil(lambda: begun.is_set() and not place.window._busy.isHidden(), timeout=10_000)
    place.window.close()
    assert place.window.isVisible()
    box = place.window.findChild(QMessageBox)
    stop = next(button for button in box.buttons() if button.text() == "Stop and close")
    stop.click()
    qtbot.waitUntil(place.window.isHidden, timeout=10_000)


def test_an_articles_notes_are_copied_as_latex_footnotes(place, settle):
    place.background.change(lambda library, _: accept(library, ARTICLE, {"w1": Decision(Choice.NEW)}))
    settle(place)
    place.window.actions_by_name["copy_footnotes"].trigger()
    assert "Choose an article" in place.messages.notices.text
    place.window.sidebar.choose(Chosen(Place.ARTICLE, 1))
    settle(place)
    place.window.actions_by_name["copy_footnotes"].trigger()
    settle(place)
    assert "[85]{cohen2002}" in QGuiApplication.clipboard().text()
    assert "footnote" in QGuiApplication.clipboard().text()


def test_an_entrys_own_history_is_told(filled, settle):
    filled.window.entries.select_ids(filled.window.table.ids[:1])
    settle(filled)
    assert "Add “The Emergence of Cooperation”" in filled.window.editor.belongings._facts.text()


def test_the_history_of_an_entry_can_be_read_whole_in_a_small_window(filled, settle):
    window = filled.window
    choose(filled, settle, "cohen2002")
    window.resize(1024, 500)
    window.editor.tabs.setCurrentWidget(window.editor.belongings)
    for number in range(14):
        filled.background.change(lambda library, _, n=number: set_keywords(library, find_ids(library), [f"word {n}"]))
    settle(filled)
    told = window.editor.belongings.told
    assert told.verticalScrollBar().maximum() > 0
    assert told.widget().height() >= told.widget().heightForWidth(told.viewport().width())
