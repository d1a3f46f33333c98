"""Fields are edited where they stand: by typing, and the type from a list."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QStyle

from app.entry import Entry
from app.settings import Look
from tests.building import an_apparatus
from ui.review.field_table import AIR, FieldTable
from ui.theme import Theme
from ui.wrapped_cells import PADDING


@pytest.fixture
def small(opened):
    return opened(an_apparatus())


def editor(window, kind):
    QApplication.processEvents()
    return window.fields.viewport().findChild(kind)


def test_e_edits_the_title_and_return_takes_it(small, qtbot):
    qtbot.keyClick(small.notes, Qt.Key.Key_E)
    line = editor(small, QLineEdit)
    assert line.text() == "The Making of a Missile Crisis"
    line.selectAll()
    qtbot.keyClicks(line, "A Short Crisis")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert small.session.apparatus.works[0].entry.get("title") == "A Short Crisis"
    assert small.works.works.index(0, 3).data() == "A Short Crisis"


def test_escape_leaves_a_field_as_it_was(small, qtbot):
    qtbot.keyClick(small.notes, Qt.Key.Key_E)
    line = editor(small, QLineEdit)
    qtbot.keyClicks(line, "nonsense")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert small.session.history.is_untouched()


def test_letters_typed_into_a_field_are_no_commands(small, qtbot):
    qtbot.keyClick(small.notes, Qt.Key.Key_E)
    line = editor(small, QLineEdit)
    qtbot.keyClicks(line, "xujn")
    assert line.text().endswith("xujn") or line.text() == "xujn"
    assert small.session.history.is_untouched()


def test_the_type_is_chosen_from_a_list_of_words(small, qtbot):
    small.fields.setFocus()
    small.fields.setCurrentIndex(small.fields.fields.index(0, 1))
    qtbot.keyClick(small.fields, Qt.Key.Key_Return)
    box = editor(small, QComboBox)
    assert box.currentData() == "book"
    box.setCurrentIndex(box.findData("thesis"))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()
    assert small.session.apparatus.works[0].entry.entrytype == "thesis"


def test_the_type_is_chosen_with_the_arrow_keys_and_the_fields_keep_the_focus(small, qtbot):
    small.fields.setFocus()
    small.fields.setCurrentIndex(small.fields.fields.index(0, 1))
    qtbot.keyClick(small.fields, Qt.Key.Key_Return)
    box = editor(small, QComboBox)
    qtbot.waitUntil(lambda: box.view().isVisible())
    wanted = box.itemData(box.currentIndex() + 2)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(box.view(), key)
    assert small.session.history.is_untouched()
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert small.session.apparatus.works[0].entry.entrytype == wanted
    assert small.session.history.undo_name() == "Edit type"
    assert small.fields.hasFocus()
    assert small.fields.currentIndex().row() == 0


def test_a_field_is_added_by_its_name(small, qtbot):
    qtbot.keyClick(small.notes, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    chooser = small.on_works.chooser
    qtbot.keyClicks(chooser.filter, "translat")
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    line = editor(small, QLineEdit)
    qtbot.keyClicks(line, "Novak, Jan")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert small.session.apparatus.works[0].entry.get("translator") == "Novak, Jan"


def test_a_value_emptied_is_a_field_removed(small):
    fields = small.fields.fields
    row = next(row for row in range(fields.rowCount()) if fields.index(row, 0).data() == "Date")
    fields.setData(fields.index(row, 1), "")
    assert "date" not in small.session.apparatus.works[0].entry.fields


def test_f6_goes_around_the_panes(small, qtbot):
    seen = []
    for _ in range(5):
        seen.append(small.focusWidget().objectName())
        qtbot.keyClick(small.focusWidget(), Qt.Key.Key_F6)
    assert seen == ["notes", "works", "fields", "mentions", "notes"]


def test_going_to_a_mention_with_the_keys_goes_to_its_note(small, qtbot):
    small.mentions.setFocus()
    small.mentions.setCurrentIndex(small.mentions.mentions.index(1))
    assert small.notes.place.note == 2
    assert small.work_id == "dinerstein1976"


def test_a_long_value_has_room_for_all_its_lines_however_wide_the_column_is(qtbot):
    theme = Theme(Look.LIGHT)
    theme.apply()
    table = FieldTable(theme)
    qtbot.addWidget(table)
    title = "“Traditional” Legal Scholarship: a Personal View of It"
    table.fields.show_entry(Entry("book", {"author": "Jones, G.", "title": title}), "jones")
    table.show()
    row = next(n for n in range(table.fields.rowCount()) if table.fields.index(n, 0).data() == "Title")
    margin = table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    for width in range(150, 420, 3):
        table.resize(width, 300)
        QApplication.processEvents()
        room = QRect(0, 0, table.columnWidth(1) - 2 * (PADDING + margin), 1000)
        needed = table.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), title)
        assert table.rowHeight(row) >= needed.height() + 2 * AIR, width
