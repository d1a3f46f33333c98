from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from app.cards import Column
from app.finding import card, find_ids, groups
from app.settings import Look, Settings
from tests.ui.conftest import ADLER, COHEN, ZUBOK
from ui.actions import ACTS, MENUS
from ui.application import Workplace
from ui.sidebar_tree import Chosen, Place


def keys_shown(place):
    table = place.window.table
    column = list(Column).index(Column.KEY)
    for row in range(table.rowCount()):
        table.index(row, column).data()
    return [table.row_cached(i).key if table.row_cached(i) else "?" for i in table.ids]


def asked(place, settle, work):
    found = []
    place.background.ask(lambda library, _: work(library), found.append)
    settle(place)
    return found[0]


def act(place, name):
    place.window.actions_by_name[name].trigger()


def choose(place, settle, key):
    settle(place)
    keys_shown(place)
    settle(place)
    place.window.entries.select_ids([i for i in place.window.table.ids if place.window.table.row_cached(i).key == key])
    settle(place)


def test_an_empty_library_says_where_to_begin(place):
    assert place.window.pane.pages.currentWidget() is place.window.empty
    assert place.window.windowTitle() == "library — Ibidem"


def test_the_table_shows_the_entries_by_author(filled, settle):
    keys_shown(filled)
    settle(filled)
    assert keys_shown(filled) == ["adler1992", "cohen2002", "zubok2007"]
    assert filled.window.filter_box.count.text() == "3 entries"


def test_the_filter_finds_as_one_types_and_escape_shows_all_again(filled, settle, qtbot):
    window = filled.window
    act(filled, "find")
    qtbot.keyClicks(window.filter_box.line, "supr comm")
    qtbot.wait(200)
    settle(filled)
    assert len(window.table.ids) == 1
    assert window.filter_box.count.text() == "1 of 3 entries"
    qtbot.keyClick(window.filter_box.line, Qt.Key.Key_Escape)
    settle(filled)
    assert len(window.table.ids) == 3


def test_nothing_found_is_said_and_is_not_the_empty_state(filled, settle, qtbot):
    qtbot.keyClicks(filled.window.filter_box.line, "xyzzy")
    filled.window.filter_box.ask_now()
    settle(filled)
    assert filled.window.pane.pages.currentWidget() is filled.window.pane._nothing_found


def test_deleting_is_one_step_that_can_be_undone(filled, settle):
    choose(filled, settle, "cohen2002")
    act(filled, "delete")
    settle(filled)
    assert len(filled.window.table.ids) == 2
    assert filled.messages.notices.text == "Deleted 1 entry"
    assert filled.window.actions_by_name["undo"].text().startswith("&Undo Delete")
    act(filled, "undo")
    settle(filled)
    assert len(filled.window.table.ids) == 3
    assert filled.window.actions_by_name["redo"].isEnabled()
    act(filled, "redo")
    settle(filled)
    assert len(filled.window.table.ids) == 2


def test_the_editor_shows_the_chosen_entry_and_saves_a_field_that_is_left(filled, settle, qtbot):
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    assert editor.form.entry() == COHEN
    editor.form._lines["publisher"].set_value("The Free Press")
    editor.form.left.emit()
    settle(filled)
    entry_id = editor.card.id
    assert asked(filled, settle, lambda library: card(library, entry_id)).entry.get("publisher") == "The Free Press"
    assert filled.messages.notices.text == "Saved cohen2002"
    act(filled, "undo")
    settle(filled)
    assert editor.form.entry() == COHEN


def test_choosing_another_entry_saves_what_was_typed(filled, settle):
    choose(filled, settle, "cohen2002")
    entry_id = filled.window.editor.card.id
    filled.window.editor.form._lines["location"].set_value("Boston")
    choose(filled, settle, "zubok2007")
    assert filled.window.editor.form.entry() == ZUBOK
    assert asked(filled, settle, lambda library: card(library, entry_id)).entry.get("location") == "Boston"


def test_a_key_that_is_taken_is_refused_and_what_was_typed_stays(filled, settle):
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    editor.form._key.set_value("zubok2007")
    editor.save()
    settle(filled)
    assert "belongs to another entry" in editor._hint._text.text()
    assert editor.form.entry().key == "zubok2007"
    assert editor.form.is_edited


def test_the_source_is_read_back(filled, settle):
    choose(filled, settle, "adler1992")
    editor = filled.window.editor
    assert "journaltitle" in editor.source.box.toPlainText()
    text = editor.source.box.toPlainText().replace("The Emergence of Cooperation", "National Security")
    editor.source.box.setPlainText(text)
    editor.source.save()
    settle(filled)
    assert editor.form.entry() == ADLER.with_fields(title="National Security")


@pytest.mark.parametrize("text", ["", "no entry here", "@book{a, title = {A}}\n@book{b, title = {B}}"])
def test_a_source_that_is_not_one_entry_is_refused_with_a_reason(filled, settle, text):
    choose(filled, settle, "adler1992")
    editor = filled.window.editor
    editor.source.box.setPlainText(text)
    editor.source.save()
    assert not editor.source._said.isHidden()
    assert editor.form.entry() == ADLER


def test_keywords_are_given_and_taken(filled, settle):
    choose(filled, settle, "adler1992")
    editor = filled.window.editor
    editor.belongings.keywords.setText("theory, war; theory")
    editor.belongings._keywords_done()
    settle(filled)
    assert set(editor.card.keywords) == {"theory", "war"}
    editor.belongings.keywords.setText("war")
    editor.belongings._keywords_done()
    settle(filled)
    assert editor.card.keywords == ("war",)


def test_files_are_attached_by_path_and_let_go(filled, settle, tmp_path):
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF")
    choose(filled, settle, "adler1992")
    editor = filled.window.editor
    editor.attach([scan])
    settle(filled)
    assert editor.belongings.files.count() == 1
    editor.belongings.files.setCurrentRow(0)
    editor.belongings._let_go()
    settle(filled)
    assert editor.belongings.files.count() == 0
    assert scan.exists()


def test_the_citation_and_the_key_are_copied(filled, settle):
    filled.window.entries.selectAll()
    act(filled, "copy_cite")
    settle(filled)
    assert QGuiApplication.clipboard().text() == "\\autocite{adler1992,cohen2002,zubok2007}"
    choose(filled, settle, "zubok2007")
    act(filled, "copy_key")
    settle(filled)
    assert QGuiApplication.clipboard().text() == "zubok2007"


def test_what_was_cut_can_be_pasted_again(filled, settle):
    choose(filled, settle, "zubok2007")
    act(filled, "cut")
    settle(filled)
    assert len(filled.window.table.ids) == 2
    act(filled, "paste")
    settle(filled)
    assert len(filled.window.table.ids) == 3
    assert "Failed Empire" in QGuiApplication.clipboard().text()


def test_entries_dropped_on_a_group_are_in_it(filled, settle):
    from app.editing import add_group

    filled.background.change(lambda library, _: add_group(library, "Causes"))
    settle(filled)
    group = asked(filled, settle, groups)[0]
    ids = filled.window.table.ids[:2]
    filled.window.tree.dropped.emit(group.id, ids)
    settle(filled)
    filled.window.sidebar.choose(Chosen(Place.GROUP, group.id))
    settle(filled)
    assert set(filled.window.table.ids) == set(ids)
    filled.window.entries.selectAll()
    act(filled, "take_from_group")
    settle(filled)
    assert filled.window.table.ids == ()


def test_showing_an_entry_takes_away_the_filter_that_hides_it(filled, settle, qtbot):
    window = filled.window
    zubok = window.table.ids[2]
    qtbot.keyClicks(window.filter_box.line, "cohen")
    window.filter_box.ask_now()
    settle(filled)
    window.show_entry(zubok)
    settle(filled)
    assert window.filter_box.query == ""
    assert window.entries.current_id() == zubok


def test_a_bib_file_dropped_on_the_window_comes_in(place, settle, tmp_path):
    path = tmp_path / "new.bib"
    path.write_text("@book{weber1922, author = {Weber, Max}, title = {Wirtschaft und Gesellschaft}, date = {1922}}\n")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place.window.dropEvent(QDropEvent(QPoint(9, 9), copy, dropped, left, none))
    settle(place)
    assert len(place.window.table.ids) == 1
    assert place.window.pane.pages.currentWidget() is place.window.entries


def test_every_action_has_a_handler_or_a_menu_of_its_own(place):
    for name, action in place.window.actions_by_name.items():
        assert action.receivers("2triggered(bool)") or action.menu() is not None or action.isCheckable(), name


def test_no_two_actions_share_their_keys():
    keys = [key for act in ACTS for key in act.keys.split()]
    assert len(keys) == len(set(keys))
    assert {act.menu for act in ACTS} == set(MENUS)


def test_actions_on_entries_wait_for_a_selection(place, filled, settle):
    filled.window.entries.clearSelection()
    assert not filled.window.actions_by_name["delete"].isEnabled()
    choose(filled, settle, "zubok2007")
    assert filled.window.actions_by_name["delete"].isEnabled()
    assert not filled.window.actions_by_name["merge"].isEnabled()
    filled.window.entries.selectAll()
    assert filled.window.actions_by_name["merge"].isEnabled()


def test_the_look_is_changed_at_once_and_remembered(place, settle):
    place.preferences.choose(look=Look.DARK)
    assert place.theme.is_dark
    assert QApplication.palette().window().color().lightness() < 80
    place.preferences.choose(look=Look.LIGHT)
    assert QApplication.palette().window().color().lightness() > 200


def test_sizes_columns_and_the_last_library_are_remembered(filled, settle, tmp_path, qtbot):
    window = filled.window
    window.resize(780, 600)
    window.splitter.setSizes([150, 300, 330])
    sizes = window.splitter.sizes()
    window.entries.horizontalHeader().resizeSection(0, 321)
    window.close()
    again = Workplace(tmp_path / "config" / "settings.toml")
    qtbot.addWidget(again.window)
    again.window.show()
    assert again.window.entries.horizontalHeader().sectionSize(0) == 321
    assert again.window.splitter.sizes() == sizes
    assert Path(again.preferences.now.recent[0]).name == "library.ibidem"
    again.open(again.preferences.now.recent[0])
    settle(again)
    assert len(again.window.table.ids) == 3
    again.window.close()


def test_a_library_that_cannot_be_opened_is_told_and_the_present_one_stays(filled, settle, tmp_path):
    told = []
    filled.messages.told.connect(told.append)
    (tmp_path / "letter.ibidem").write_text("Dear Sir, this is no library. " * 300)
    filled.open(str(tmp_path / "letter.ibidem"))
    settle(filled)
    assert len(told) == 1
    assert asked(filled, settle, find_ids) == filled.window.table.ids
    assert isinstance(filled.preferences.now, Settings)


def test_when_the_first_library_cannot_be_opened_there_are_ways_on(tmp_path, qtbot, settle):
    (tmp_path / "letter.ibidem").write_text("Dear Sir, this is no library.")
    place = Workplace(tmp_path / "config" / "settings.toml")
    qtbot.addWidget(place.window)
    place.window.show()
    place.open(str(tmp_path / "letter.ibidem"))
    settle(place)
    box = place.window.findChild(QMessageBox)
    assert {button.text() for button in box.buttons()} == {"Open another…", "New library…", "Quit"}
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(place.window.isHidden)


def test_typing_in_the_table_filters_it_and_escape_shows_all_again(filled, settle, qtbot):
    window = filled.window
    window.entries.select_ids(window.table.ids[:1])
    qtbot.keyClicks(window.entries, "z")
    assert window.filter_box.line.text() == "z"
    window.filter_box.ask_now()
    settle(filled)
    assert len(window.table.ids) == 1
    qtbot.keyClick(window.entries, Qt.Key.Key_Escape)
    settle(filled)
    assert len(window.table.ids) == 3


def test_home_and_end_go_to_the_first_and_the_last_entry(filled, qtbot):
    entries = filled.window.entries
    ids = filled.window.table.ids
    for key, at in ((Qt.Key.Key_End, -1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(entries, key)
        assert entries.selected_ids() == (ids[at],)
    qtbot.keyClick(entries, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert entries.selected_ids() == ids


def test_the_hint_of_a_button_does_not_stand_over_a_notice(filled):
    bar = filled.window.statusBar()
    bar.showMessage("Take back the last change of the library")
    filled.messages.notice("Undone: Edit")
    assert bar.currentMessage() == ""
    assert filled.messages.notices.isVisible()


def test_tab_goes_once_through_every_part_of_the_window_and_comes_back(filled, settle, qtbot):
    window = filled.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    choose(filled, settle, "cohen2002")
    window.entries.setFocus()
    seen = []
    for _ in range(80):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is window.entries:
            break
        seen.append(here)
    assert here is window.entries
    assert "sidebar" in [widget.objectName() for widget in seen]
    assert window.filter_box.line in seen
    boxes = [line.box for line in window.editor.form._lines.values()]
    first = seen.index(boxes[0])
    assert seen[first : first + len(boxes)] == boxes
    assert seen[first + len(boxes)].accessibleName() == "Add a field"
