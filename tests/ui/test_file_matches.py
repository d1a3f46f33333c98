"""What is shown of a file of entries before it comes in, and what becomes of what is ticked."""

from itertools import takewhile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QStyle

from app import finding
from app.entry import Entry
from app.importing import FileMatch, FileProposal
from ui import match_table
from ui.file_matches import INDENT, FileMatches
from ui.import_sheet import ImportSheet
from ui.match_table import lines_of
from ui.reading_in import read_files, read_text

NEW = "@book{new1, author = {Nobody, Nemo}, title = {Quite Another Matter}, year = 1999}\n"
KNOWN = """@book{cohen, author = {Cohen, Eliot A. and {Naval War College}}, title = {Supreme Command},
  publisher = {Free Press}, address = {New York}, year = 2002, isbn = {0-7432-3049-3}, pages = {288}}
"""
DOUBTFUL = """@book{zubok, author = {Zubok, V.}, title = {A Failed Empire: The Soviet Union in the Cold War},
  year = 2007, publisher = {Chapel Hill}}
"""


@pytest.fixture
def sheet(filled, settle, tmp_path):
    path = tmp_path / "some.bib"
    path.write_text(NEW + KNOWN + DOUBTFUL)
    read_files(filled.window.context, [path])
    settle(filled)
    (found,) = (child for child in filled.window.children() if isinstance(child, FileMatches))
    return found


@pytest.fixture
def entry(filled, settle):
    def ask(key):
        found = []
        filled.background.ask(
            lambda library, _: finding.card(library, finding.id_of_key(library, key)).entry, found.append
        )
        settle(filled)
        return found[0]

    return ask


def row(sheet, number, field=""):
    """The line of the first match of a kind (0: there already, 1: perhaps), or of one of its fields."""
    return next(
        row
        for row, line in enumerate(sheet.table.lines)
        if line.match is not None and (line.match.same_as is None) == bool(number) and line.field == field
    )


def words(sheet, line, column=0):
    return sheet.table.index(line, column).data()


def tick(sheet, line, state=Qt.CheckState.Checked):
    assert sheet.table.setData(sheet.table.index(line, 0), state, Qt.ItemDataRole.CheckStateRole)


def fields(sheet, number):
    start = row(sheet, number)
    below = takewhile(lambda line: line.field, sheet.table.lines[start + 1 :])
    return [words(sheet, start + 1 + place) for place, _ in enumerate(below)]


def test_each_entry_shows_its_match_and_why_before_anything_is_written(sheet, filled):
    assert sheet.windowTitle() == "Import some.bib"
    assert words(sheet, 0) == "There already (1)"
    assert words(sheet, row(sheet, 0)) == "cohen2002: Cohen and Naval War College, Supreme Command, 2002"
    assert fields(sheet, 0) == ["Fill in ISBN", "Fill in Pages"]
    assert words(sheet, row(sheet, 1)).startswith("zubok2007: ")
    assert fields(sheet, 1) == ["Fill in Publisher"]
    assert words(sheet, row(sheet, 1), 2).startswith("One title is longer")
    assert len(filled.window.table.ids) == 3


def test_the_table_of_matches_keeps_qts_rules(sheet, qtmodeltester):
    qtmodeltester.check(sheet.table)


def test_the_space_bar_ticks_the_line_one_stands_on_in_any_column(sheet, qtbot):
    isbn = row(sheet, 0, "isbn")
    sheet.view.setCurrentIndex(sheet.table.index(isbn, 1))
    qtbot.keyClick(sheet.view, Qt.Key.Key_Space)
    assert [decision.fields for decision in sheet.decisions().values()] == [("isbn",)]
    qtbot.keyClick(sheet.view, Qt.Key.Key_Space)
    assert sheet.decisions() == {}


def test_a_click_on_the_box_of_a_field_ticks_it(sheet, qtbot):
    sheet.show()
    index = sheet.table.index(row(sheet, 0, "isbn"), 0)
    box = sheet.view.visualRect(index)
    place = QPoint(box.left() + INDENT + 10, box.center().y())
    qtbot.mouseClick(sheet.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [decision.fields for decision in sheet.decisions().values()] == [("isbn",)]


def test_of_a_very_large_file_only_the_lines_in_sight_are_put_into_words(filled, closed_after, monkeypatch):
    told = []
    named = match_table.entry_words
    monkeypatch.setattr(match_table, "entry_words", lambda entry: told.append(entry.key) or named(entry))
    matches = tuple(
        FileMatch(n, Entry("book", {"title": f"Book {n}", "note": "x"}), (), n, Entry("book", {"title": f"Book {n}"}))
        for n in range(3_000)
    )
    proposal = FileProposal(len(matches), matches)
    sheet = FileMatches(filled.window.context, proposal, lines_of(proposal), "many.bib", told.append)
    closed_after(sheet)
    sheet.show()
    QApplication.processEvents()
    assert 0 < len(told) < 300
    sheet.fill_all.click()
    assert len(sheet.decisions()) == 3_000


def test_nothing_comes_in_when_the_sheet_is_left(sheet, filled, settle):
    sheet.reject()
    settle(filled)
    assert len(filled.window.table.ids) == 3


def test_only_the_fields_that_are_ticked_are_filled_in(sheet, filled, settle, entry):
    tick(sheet, row(sheet, 0, "isbn"))
    sheet.accept()
    settle(filled)
    cohen = entry("cohen")
    assert (cohen.key, cohen.get("isbn")) == ("cohen2002", "0-7432-3049-3")
    assert (cohen.get("pages"), cohen.get("year"), cohen.get("address")) == ("", "", "")
    assert len(filled.window.table.ids) == 5, "the new one, and the doubtful one that was not said to be the same"
    filled.background.undo()
    settle(filled)
    assert len(filled.window.table.ids) == 3
    assert entry("cohen2002").get("isbn") == ""


def test_a_field_of_a_doubtful_one_says_that_it_is_the_same(sheet, filled, settle, entry):
    tick(sheet, row(sheet, 1, "publisher"))
    assert sheet.table.is_ticked(row(sheet, 1))
    sheet.accept()
    settle(filled)
    assert len(filled.window.table.ids) == 4
    zubok = entry("zubok")
    assert (zubok.key, zubok.get("publisher"), zubok.get("title")) == ("zubok2007", "Chapel Hill", "A Failed Empire")


def test_what_is_not_the_same_is_not_filled_in(sheet):
    tick(sheet, row(sheet, 1, "publisher"))
    tick(sheet, row(sheet, 1), Qt.CheckState.Unchecked)
    assert sheet.decisions() == {}


def test_all_that_is_lacking_is_ticked_at_once(sheet, filled, settle, entry):
    sheet.fill_all.click()
    sheet.findChild(QDialogButtonBox).accepted.emit()
    settle(filled)
    cohen = entry("cohen2002")
    assert (cohen.get("isbn"), cohen.get("pages"), cohen.get("address")) == ("0-7432-3049-3", "288", "")


def test_where_nothing_is_to_be_decided_nothing_is_asked(filled, settle):
    read_text(filled.window.context, NEW)
    settle(filled)
    assert len(filled.window.table.ids) == 4
    assert not [child for child in filled.window.children() if isinstance(child, FileMatches | ImportSheet)]


def test_every_line_has_room_for_its_words_and_its_box(sheet):
    view = sheet.view
    needed = max(view.fontMetrics().height(), view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight))
    heights = {view.rowHeight(line) for line in range(sheet.table.rowCount())}
    assert len(heights) == 1
    assert min(heights) >= needed
