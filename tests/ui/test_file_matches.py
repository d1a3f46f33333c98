"""What is shown of a file of entries before it comes in, and what becomes of what is ticked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QStyle

from app import finding
from ui.file_matches import FileMatches
from ui.import_sheet import ImportSheet
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


def match(sheet, head):
    """The first match under a heading."""
    return sheet.lines.topLevelItem(head).child(0)


def tick(line, state=Qt.CheckState.Checked):
    line.setCheckState(0, state)


def fields(line):
    return [line.child(number).text(0) for number in range(line.childCount())]


def test_each_entry_shows_its_match_before_anything_is_written(sheet, filled):
    assert sheet.windowTitle() == "Import some.bib"
    assert sheet.lines.topLevelItem(0).text(0) == "There already (1)"
    known, doubtful = match(sheet, 0), match(sheet, 1)
    assert known.text(0) == "cohen2002: Cohen and Naval War College, Supreme Command, 2002"
    assert fields(known) == ["Fill in ISBN", "Fill in Pages"]
    assert doubtful.text(0).startswith("zubok2007: ")
    assert fields(doubtful) == ["Fill in Publisher"]
    assert "one title is longer" in doubtful.toolTip(0)
    assert len(filled.window.table.ids) == 3


def test_nothing_comes_in_when_the_sheet_is_left(sheet, filled, settle):
    sheet.reject()
    settle(filled)
    assert len(filled.window.table.ids) == 3


def test_only_the_fields_that_are_ticked_are_filled_in(sheet, filled, settle, entry):
    tick(match(sheet, 0).child(0))
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
    tick(match(sheet, 1).child(0))
    assert match(sheet, 1).checkState(0) is Qt.CheckState.Checked
    sheet.accept()
    settle(filled)
    assert len(filled.window.table.ids) == 4
    zubok = entry("zubok")
    assert (zubok.key, zubok.get("publisher"), zubok.get("title")) == ("zubok2007", "Chapel Hill", "A Failed Empire")


def test_what_is_not_the_same_is_not_filled_in(sheet):
    tick(match(sheet, 1).child(0))
    tick(match(sheet, 1), Qt.CheckState.Unchecked)
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
    lines, line = sheet.lines, sheet.lines.topLevelItem(0)
    needed = max(lines.fontMetrics().height(), lines.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight))
    heights = []
    while line is not None:
        heights.append(lines.visualItemRect(line).height())
        line = lines.itemBelow(line)
    assert len(heights) > 5
    assert set(heights) == {max(heights)}
    assert heights[0] >= needed
