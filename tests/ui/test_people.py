import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.entry import Entry
from app.people import Person
from app.settings import Look
from ui.people_editor import PeopleEditor
from ui.people_table import FAMILY, GIVEN, PREFIX, ROLE, SUFFIX, Contributor, PeopleTable, contributors_in, fields_of
from ui.theme import Theme

AUTHORS = "Dinerstein, Herbert S. and {Central Intelligence Agency} and van der Berg, Jan"


@pytest.fixture
def table(qtmodeltester):
    table = PeopleTable()
    table.show_people(contributors_in({"author": AUTHORS, "editor": "Cohen, Eliot A."}))
    qtmodeltester.check(table)
    return table


@pytest.fixture
def editor(qtbot):
    editor = PeopleEditor(Theme(Look.LIGHT))
    qtbot.addWidget(editor)
    editor.show_entry(Entry("book", {"author": AUTHORS}))
    return editor


def test_people_come_back_as_they_were(table):
    fields = fields_of(table.contributors)
    assert fields["author"] == AUTHORS
    assert fields["editor"] == "Cohen, Eliot A."
    assert fields["translator"] == ""


def test_a_part_of_a_name_is_typed_in_place(table):
    table.setData(table.index(0, GIVEN), "H. S.")
    assert table.contributors[0] == Contributor("author", Person("Dinerstein", "H. S."))


def test_a_whole_name_typed_into_the_family_name_is_divided(table):
    row = table.add("author")
    table.setData(table.index(row, FAMILY), "de Tocqueville, Alexis")
    assert table.contributors[-1].person == Person("Tocqueville", "Alexis", "de")


def test_the_role_moves_a_person_to_another_field(table):
    table.setData(table.index(1, ROLE), "editor")
    assert fields_of(table.contributors)["editor"] == "{Central Intelligence Agency} and Cohen, Eliot A."


def test_a_body_has_one_name_and_can_be_turned_into_a_person(table):
    assert not table.flags(table.index(1, GIVEN)) & Qt.ItemFlag.ItemIsEditable
    table.turn_body(1)
    assert table.contributors[1].person == Person("Agency", "Central Intelligence")
    table.turn_body(1)
    assert table.contributors[1].person == Person(literal="Central Intelligence Agency")


def test_people_are_put_in_another_order(table):
    assert table.move(2, -1) == 1
    assert fields_of(table.contributors)["author"] == (
        "Dinerstein, Herbert S. and van der Berg, Jan and {Central Intelligence Agency}"
    )
    assert table.move(0, -1) == 0


def test_a_line_without_a_name_is_nobody(table):
    table.add("translator")
    assert fields_of(table.contributors)["translator"] == ""


def test_people_are_added_moved_and_taken_out_by_keys(editor, qtbot):
    editor.view.setCurrentIndex(editor.table.index(0, FAMILY))
    qtbot.keyClick(editor.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.fields()["author"].startswith("{Central Intelligence Agency} and Dinerstein")
    qtbot.keyClick(editor.view, Qt.Key.Key_Delete)
    assert "Dinerstein" not in editor.fields()["author"]
    with qtbot.waitSignal(editor.edited):
        qtbot.keyClick(editor.view, Qt.Key.Key_Insert)
    assert editor.table.rowCount() == 3


def test_the_particle_has_a_column_only_where_somebody_has_one(editor):
    from ui.people_table import PREFIX, SUFFIX

    assert not editor.view.isColumnHidden(PREFIX)
    assert editor.view.isColumnHidden(SUFFIX)


@pytest.fixture
def shown(editor, qtbot):
    """The editor, shown and with the first author's family name current."""
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.view.setFocus()
    editor.view.setCurrentIndex(editor.table.index(0, FAMILY))
    return editor


def press_tab(qtbot, times, key=Qt.Key.Key_Tab):
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_tab_goes_through_the_names_and_then_on_to_the_next_control(shown, qtbot):
    cells = shown.table.rowCount() * 5
    press_tab(qtbot, cells + 1)
    assert QApplication.focusWidget() is not shown.view
    assert shown.view.currentIndex().row() == shown.table.rowCount() - 1


def test_shift_tab_leaves_the_names_before_the_first(shown, qtbot):
    shown.view.setCurrentIndex(shown.table.index(0, ROLE))
    press_tab(qtbot, 1, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is not shown.view


def test_tab_in_the_last_name_typed_ends_it_and_goes_on(shown, qtbot):
    last = shown.table.rowCount() - 1
    shown.view.setCurrentIndex(shown.table.index(last, GIVEN))
    shown.view.setColumnHidden(PREFIX, True)
    shown.view.setColumnHidden(SUFFIX, True)
    shown.view.edit(shown.view.currentIndex())
    line = QApplication.focusWidget()
    line.selectAll()
    qtbot.keyClicks(line, "Johannes")
    press_tab(qtbot, 1)
    assert shown.table.contributors[last].person.given == "Johannes"
    assert not shown.view.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget() is not shown.view
