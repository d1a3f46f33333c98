"""The duplicates window as it is used: keys pressed in a real window, over a real library."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence
from PySide6.QtWidgets import QApplication, QMessageBox

from app import finding, merging
from app.cards import Changes
from app.editing import add_entry, change_entry, delete_entries
from app.entry import Entry
from app.importing import Choice, Decision, accept, import_entries
from tests.building import an_apparatus
from tests.ui.desk import Desk
from ui.duplicates.cases import Certainty
from ui.duplicates.field_grid import breakable
from ui.duplicates.field_grid_model import CELL
from ui.duplicates.window import DuplicatesWindow

ARTICLE = {
    "author": "Roldán, Lea María",
    "title": "Footnotes in Exile: Historians on the Move",
    "journaltitle": "Iberian Historical Review",
    "volume": "12",
    "number": "3",
    "pages": "201--233",
    "date": "1994-03",
}
SHORTER = {**ARTICLE, "author": "Roldan, L.", "title": "Footnotes in exile: historians on the move", "date": "1994"}
BOOK = {"author": "Whitcombe, Ada", "title": "Annals of the Northern Ports", "publisher": "Heron", "date": "1961"}
WIRE = {"title": "Minister Opens New Harbour", "journaltitle": "NORTHWIRE", "entrysubtype": "newspaper"}
ENTRIES = (
    Entry("article", ARTICLE, "roldan1994"),
    Entry("article", SHORTER, "roldan1994x"),
    Entry("book", BOOK, "whitcombe1961"),
    Entry("book", {**BOOK, "location": "Hull"}, "whitcombe61"),
    Entry("article", {**WIRE, "date": "2004-10-12"}, "wire12"),
    Entry("article", {**WIRE, "date": "2004-10-19"}, "wire19"),
    Entry("book", {"author": "Nobody, Nemo", "title": "Quite Another Matter", "date": "1999"}, "nobody1999"),
)


@pytest.fixture
def desk(tmp_path, qtbot):
    """A library with two pairs of duplicates, a headline on two days, and a book by itself."""
    made = Desk(tmp_path, qtbot)

    def fill(library):
        return [add_entry(library, entry)[1] for entry in ENTRIES][-1]

    made.change(fill)
    yield made
    made.close()


@pytest.fixture
def window(desk, closed_after):
    made = DuplicatesWindow(desk.context)
    closed_after(made)
    made.show()
    made.activateWindow()
    made.cases.setFocus()
    desk.settle()
    return made


@pytest.fixture
def press(qtbot, desk):
    def do(window, *keys):
        for key in keys:
            combination = QKeySequence(key)[0]
            qtbot.keyClick(window.focusWidget() or window.cases, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()
            desk.settle()

    return do


def keys_of(desk: Desk) -> set[str]:
    return {entry.key for _, entry in desk.ask(finding.entries)}


def members(window) -> set[str]:
    case = window.cases.current_case()
    return {entry.key for entry in window.case.choice.entries} if case else set()


def go_to(window, *keys):
    """Stand on the case of these entries."""
    for row in range(window.cases.cases.rowCount()):
        if window.cases.cases.case(row) is not None:
            window.cases.go_to_row(row)
            if members(window) == set(keys):
                return
    raise AssertionError(f"no case of {keys}")


def test_certain_cases_come_first_and_the_first_is_shown(window):
    assert window.cases.current_case().certainty is Certainty.CERTAIN
    assert window.summary.text().startswith("2 certain")
    assert members(window) in ({"roldan1994", "roldan1994x"}, {"whitcombe1961", "whitcombe61"})


def test_m_merges_and_goes_on(window, desk, press):
    go_to(window, "roldan1994", "roldan1994x")
    press(window, "M")
    assert keys_of(desk) == {entry.key for entry in ENTRIES} - {"roldan1994x"}
    assert members(window) != {"roldan1994", "roldan1994x"}
    assert window.summary.text().startswith("1 certain")
    merged = dict(desk.ask(finding.entries))[desk.ask(lambda library: finding.id_of_key(library, "roldan1994x"))]
    assert merged.get("author") == "Roldán, Lea María"
    assert merged.get("date") == "1994-03"


def test_undo_brings_the_case_back(window, desk, press, qtbot):
    press(window, "M")
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: window.summary.text().startswith("2 certain"), timeout=10_000)
    assert keys_of(desk) == {entry.key for entry in ENTRIES}


def test_d_is_remembered_and_can_be_withdrawn(window, desk, press, qtbot):
    go_to(window, "wire12", "wire19")
    press(window, "D")
    assert [said for _, _, said in desk.ask(merging.decisions)] == ["different"]
    assert window.tabs.tabText(1) == "Decisions (1)"
    press(window, "F5")
    with pytest.raises(AssertionError):
        go_to(window, "wire12", "wire19")
    press(window, "Ctrl+D")
    window.decisions.button.click()
    desk.settle()
    assert desk.ask(merging.decisions) == ()
    qtbot.waitUntil(lambda: window.tabs.tabText(1) == "Decisions", timeout=10_000)
    desk.settle()
    go_to(window, "wire12", "wire19")


def test_a_key_does_nothing_to_a_case_behind_the_decisions(window, desk, press):
    press(window, "Ctrl+D", "M", "D", "N", "Ctrl+Shift+M")
    assert keys_of(desk) == {entry.key for entry in ENTRIES}
    assert desk.ask(merging.decisions) == ()
    press(window, "Ctrl+D", "M")
    assert len(keys_of(desk)) == len(ENTRIES) - 1


def test_decisions_are_withdrawn_with_a_key_one_after_the_other(window, desk, press, qtbot):
    go_to(window, "wire12", "wire19")
    press(window, "D")
    go_to(window, "whitcombe1961", "whitcombe61")
    press(window, "D", "Ctrl+D")
    assert window.decisions.table.hasFocus()
    press(window, "Del")
    qtbot.waitUntil(lambda: window.tabs.tabText(1) == "Decisions (1)", timeout=10_000)
    press(window, "Del")
    assert desk.ask(merging.decisions) == ()


def test_a_decision_begins_with_the_key_that_tells_look_alikes_apart(window, press):
    go_to(window, "wire12", "wire19")
    press(window, "D")
    shown = [window.decisions.decisions.index(0, column).data() for column in (0, 2)]
    assert [words.split(":")[0] for words in shown] == ["wire12", "wire19"]


def test_the_words_of_the_second_tab_are_never_cut(window, desk, press):
    go_to(window, "wire12", "wire19")
    press(window, "D")
    words = window.tabs.fontMetrics().horizontalAdvance(window.tabs.tabText(1))
    assert window.tabs.tabRect(1).width() >= words
    assert window.tabs.tabRect(1).right() <= window.tabs.width()


def test_r_asks_how_they_are_related(window, desk, press, qtbot):
    go_to(window, "whitcombe1961", "whitcombe61")
    press(window, "R")
    qtbot.keyClicks(window.chooser.filter, "reprint")
    qtbot.keyClick(window.chooser.filter, Qt.Key.Key_Return)
    desk.settle()
    assert [said for _, _, said in desk.ask(merging.decisions)] == ["reprint"]
    assert "whitcombe61" in keys_of(desk)


def test_n_goes_on_and_leaves_everything(window, desk, press):
    first = members(window)
    press(window, "N")
    assert members(window) != first
    press(window, "Shift+N")
    assert members(window) == first
    assert desk.ask(lambda library: library.undo_name()).startswith("Add")


def test_all_certain_are_merged_as_one_step(window, desk, press, qtbot):
    press(window, "Ctrl+Shift+M")
    assert len(keys_of(desk)) == len(ENTRIES) - 2
    qtbot.waitUntil(lambda: window.summary.text().startswith("0 certain"), timeout=10_000)
    go_to(window, "wire12", "wire19")
    assert not window.merge_all_button.isEnabled()
    desk.change(lambda library: library.undo())
    assert len(keys_of(desk)) == len(ENTRIES)


@pytest.mark.parametrize(("keys", "date"), [([], "1994-03"), (["2"], "1994"), (["Right", "Right", "Space"], "1994")])
def test_a_value_is_chosen_with_a_key(window, press, keys, date):
    go_to(window, "roldan1994", "roldan1994x")
    grid = window.case.grid
    row = next(row for row in range(grid.grid.rowCount()) if grid.grid.name(row) == "date")
    grid.setFocus()
    grid.setCurrentIndex(grid.grid.index(row, 0))
    press(window, *keys)
    assert window.case.choice.entry().get("date") == date


def test_a_click_chooses_a_value_and_a_tick_shows_it(window, qtbot):
    go_to(window, "roldan1994", "roldan1994x")
    grid = window.case.grid
    row = next(row for row in range(grid.grid.rowCount()) if grid.grid.name(row) == "author")
    other = grid.grid.index(row, 2)
    assert not other.data(CELL).is_chosen
    spot = grid.visualRect(other).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert grid.grid.index(row, 2).data(CELL).is_chosen
    assert window.case.choice.entry().get("author") == other.data()


def test_a_merged_value_can_be_typed(window):
    grid = window.case.grid.grid
    row = next(row for row in range(grid.rowCount()) if grid.name(row) == "title")
    assert grid.setData(grid.index(row, 3), "Typed by Hand")
    assert window.case.choice.entry().get("title") == "Typed by Hand"


def test_the_grid_keeps_qts_rules(window, qtmodeltester):
    qtmodeltester.check(window.case.grid.grid)


def test_the_entry_that_notes_cite_is_kept(desk, qtbot, window, press):
    def cite(library):
        other = finding.id_of_key(library, "roldan1994x")
        decisions = {work.id: Decision(Choice.SKIP) for work in an_apparatus().works}
        decisions["dinerstein1976"] = Decision(Choice.SAME, other)
        return accept(library, an_apparatus(), decisions)

    desk.change(cite)
    press(window, "F5")
    go_to(window, "roldan1994", "roldan1994x")
    assert window.case.choice.entry().key == "roldan1994x"
    press(window, "M")
    kept = desk.ask(lambda library: finding.id_of_key(library, "roldan1994"))
    assert len(desk.ask(lambda library: finding.mentions(library, kept))) == 2


def test_chosen_entries_are_merged_and_the_window_closes(desk, press, closed_after):
    ids = [desk.ask(lambda library, key=key: finding.id_of_key(library, key)) for key in ("nobody1999", "wire12")]
    made = DuplicatesWindow(desk.context, ids)
    closed_after(made)
    made.show()
    desk.settle()
    assert made.case.why.text() == "Chosen by you to become one entry."
    assert not made.cases.isVisible()
    made.merge()
    desk.settle()
    assert len(keys_of(desk)) == len(ENTRIES) - 1
    assert not made.isVisible()


def test_a_member_can_be_left_out_of_three(desk, press, closed_after):
    desk.change(lambda library: add_entry(library, Entry("article", ARTICLE, "third")))
    made = DuplicatesWindow(desk.context)
    closed_after(made)
    made.show()
    desk.settle()
    go_to(made, "roldan1994", "roldan1994x", "third")
    grid = made.case.grid
    grid.setCurrentIndex(grid.grid.index(0, 2))
    gone = grid.grid.index(0, 2).data()
    made.leave_member_out()
    assert members(made) == {"roldan1994", "roldan1994x", "third"} - {gone}
    grid.setCurrentIndex(grid.grid.index(0, 1))
    made.leave_member_out()
    assert "two entries at least" in made.hint.text()
    made.all_members()
    assert members(made) == {"roldan1994", "roldan1994x", "third"}


def test_a_change_elsewhere_is_seen(window, desk, qtbot):
    desk.change(lambda library: delete_entries(library, [finding.id_of_key(library, "whitcombe61")]))
    qtbot.waitUntil(lambda: window.summary.text().startswith("1 certain"), timeout=10_000)


@pytest.mark.parametrize("keys", ["M", "Ctrl+Shift+M"])
def test_what_was_edited_after_it_was_shown_is_shown_anew_before_it_is_merged(window, desk, press, qtbot, keys):
    go_to(window, "whitcombe1961", "whitcombe61")

    def correct(library):
        entry_id = finding.id_of_key(library, "whitcombe61")
        return change_entry(library, entry_id, finding.card(library, entry_id).entry.with_fields(location="Kiel"))

    desk.change(correct)
    press(window, keys)
    assert len(keys_of(desk)) == len(ENTRIES)
    assert "changed" in desk.told[-1]
    assert window.case.choice.entry().get("location") == "Kiel"
    window.findChild(QMessageBox).reject()
    window.activateWindow()
    desk.settle()
    press(window, keys)
    assert "whitcombe61" not in keys_of(desk)
    kept = desk.ask(lambda library: finding.card(library, finding.id_of_key(library, "whitcombe1961")))
    assert kept.entry.get("location") == "Kiel"


def test_each_column_of_a_group_says_what_ties_its_entry(desk, closed_after):
    desk.change(lambda library: add_entry(library, Entry("article", {**SHORTER, "volume": ""}, "third")))
    made = DuplicatesWindow(desk.context)
    closed_after(made)
    made.show()
    desk.settle()
    go_to(made, "roldan1994", "roldan1994x", "third")
    assert made.case.why.text() == "Certainly one work."
    keys = [entry.key for entry in made.case.choice.entries]
    grid = made.case.grid
    grid.setCurrentIndex(grid.grid.index(0, keys.index("third") + 1))
    assert made.case.why.text().startswith(f"Certainly one work. Entry {keys.index('third') + 1} is most like entry ")
    assert "Same volume" not in made.case.chips.accessibleName()
    grid.setCurrentIndex(grid.grid.index(0, keys.index("roldan1994") + 1))
    assert "Same volume" in made.case.chips.accessibleName()


def test_a_change_of_groups_searches_nothing_again(window):
    window._library_changed(Changes("Add a group", groups=True))
    assert not window._again.isActive()


def test_without_duplicates_the_window_says_so(tmp_path, qtbot, closed_after):
    desk = Desk(tmp_path, qtbot)
    made = DuplicatesWindow(desk.context)
    closed_after(made)
    desk.settle()
    assert made.case.nothing.text() == "No duplicates in your library."
    assert not made.buttons["merge"].isEnabled()
    desk.close()


def test_a_merge_is_followed_in_the_cases_that_are_left(desk, press, closed_after):
    """Three look-alikes: two merged by hand, the third compared with what became of them."""
    desk.change(lambda library: add_entry(library, Entry("article", {**WIRE, "date": "2004-10-26"}, "wire26")))
    made = DuplicatesWindow(desk.context)
    closed_after(made)
    made.show()
    desk.settle()
    go_to(made, "wire12", "wire19")
    made.merge()
    desk.settle()
    go_to(made, "wire12", "wire26")
    made.merge()
    desk.settle()
    assert {"wire19", "wire26"}.isdisjoint(keys_of(desk))


def test_f1_finds_an_action_by_its_words(window, press, qtbot):
    first = members(window)
    press(window, "F1")
    qtbot.keyClicks(window.chooser.filter, "skip")
    qtbot.keyClick(window.chooser.filter, Qt.Key.Key_Return)
    assert members(window) != first


@pytest.mark.parametrize("way", ["Escape", "Cancel"])
def test_merging_chosen_entries_can_be_left(desk, qtbot, press, way, closed_after):
    ids = desk.ask(finding.find_ids)[:2]
    window = DuplicatesWindow(desk.context, ids)
    closed_after(window)
    window.show()
    window.activateWindow()
    desk.settle()
    assert not window.cancel_button.hasFocus()
    assert "skip" not in window.hint.text()
    if way == "Escape":
        press(window, "Escape")
    else:
        qtbot.mouseClick(window.cancel_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert len(keys_of(desk)) == len(ENTRIES)


def test_the_duplicates_need_no_cancel_button(window):
    assert not window.cancel_button.isVisible()


@pytest.mark.parametrize("key", ["D", "R"])
def test_what_is_decided_on_three_entries_is_one_step(desk, qtbot, press, key, closed_after):
    ids = desk.ask(finding.find_ids)[:3]
    window = DuplicatesWindow(desk.context, ids)
    closed_after(window)
    window.show()
    window.activateWindow()
    desk.settle()
    press(window, key)
    if key == "R":
        qtbot.keyClick(window.chooser.filter, Qt.Key.Key_Return)
        desk.settle()
    assert len(desk.ask(merging.decisions)) == 3
    desk.change(lambda library: library.undo())
    assert desk.ask(merging.decisions) == ()


def test_the_typed_value_is_proposed_before_the_one_that_came_from_a_file(desk, tmp_path, closed_after):
    path = tmp_path / "some.bib"
    book = (
        "@book{{{}, author = {{Ito, Ken}}, title = {{Locks and their queues}}, date = {{1994}}, location = {{Oslo}}}}\n"
    )
    path.write_text(book.format("came") + book.format("cometoo"))
    desk.change(lambda library: import_entries(library, path).changes)

    def correct(library):
        entry_id = finding.id_of_key(library, "cometoo")
        return change_entry(library, entry_id, finding.card(library, entry_id).entry.with_fields(location="Os"))

    desk.change(correct)
    window = DuplicatesWindow(desk.context)
    closed_after(window)
    desk.settle()
    go_to(window, "came", "cometoo")
    assert window.case.choice.entry().get("location") == "Os"


@pytest.mark.parametrize(
    ("words", "is_broken"),
    [("A study of pilots", False), ("A study, see https://example.org/a-very-long-address-indeed", True)],
)
def test_only_a_word_that_is_too_long_is_broken(qapp, words, is_broken):
    shown = breakable(words, QFontMetricsF(QFont("sans", 10)), 150)
    assert shown.startswith("A study")
    assert ("\u200b" in shown) == is_broken
    assert shown.replace("\u200b", "") == words
