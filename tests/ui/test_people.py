import pytest
from PySide6.QtCore import Qt

from app.entry import Entry
from app.people import Person
from app.settings import Look
from ui.people_editor import PeopleEditor
from ui.people_table import FAMILY, GIVEN, ROLE, Contributor, PeopleTable, contributors_in, fields_of
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
