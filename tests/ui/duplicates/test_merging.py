"""Merging with keys: which values are kept, which entry, what stays to be decided."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from app import finding
from app.editing import add_entry, change_entry
from app.entry import Entry
from app.importing import Choice, Decision, accept, import_entries
from tests.building import an_apparatus
from tests.ui.duplicates.doubles import ENTRIES, WIRE
from tests.ui.duplicates.seeing import go_to, keys_of, members
from ui.duplicates.field_grid_model import CELL
from ui.duplicates.window import DuplicatesWindow


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
