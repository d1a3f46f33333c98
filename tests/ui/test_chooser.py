import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.apparatus import Relation
from ui.chooser import Chooser, Option

OPTIONS = (
    Option("Núñez, Letters", "first cited in note 1", "nunez"),
    Option("Whitcombe, Annals", "first cited in note 2", "whitcombe"),
    Option("See also", "", Relation.SEE_ALSO),
)


@pytest.fixture
def opened(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen = []

    def open_(search=None):
        chooser = Chooser(parent, "Which?", OPTIONS, chosen.append, search)
        chooser.show()
        return chooser, chosen

    return open_


@pytest.mark.parametrize(
    ("typed", "keys", "choice"),
    [
        ("", [], ["nunez"]),
        ("", [Qt.Key.Key_Down], ["whitcombe"]),
        ("nunez", [], ["nunez"]),
        ("NOTE 2", [], ["whitcombe"]),
        ("nobody", [], []),
    ],
)
def test_one_types_and_presses_return(opened, qtbot, typed, keys, choice):
    chooser, chosen = opened()
    qtbot.keyClicks(chooser.filter, typed)
    for key in (*keys, Qt.Key.Key_Return):
        qtbot.keyClick(chooser.filter, key)
    assert chosen == choice


def test_a_kind_comes_back_as_a_kind(opened, qtbot):
    chooser, chosen = opened()
    qtbot.keyClicks(chooser.filter, "see also")
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    assert chosen[0] is Relation.SEE_ALSO


def test_escape_chooses_nothing(opened, qtbot):
    chooser, chosen = opened()
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert chosen == []


def test_what_the_search_finds_is_added_once(opened, qtbot):
    asked = []

    def search(text, found):
        asked.append(text)
        found([OPTIONS[0], Option("Newcomer", "", 7)])

    chooser, _ = opened(search)
    qtbot.keyClicks(chooser.filter, "n")
    assert asked == []
    qtbot.keyClicks(chooser.filter, "u")
    assert asked == ["nu"]
    assert [chooser.list.item(row).text().split("\n")[0] for row in range(chooser.list.count())] == [
        "Núñez, Letters",
        "Newcomer",
    ]


def test_a_click_on_the_button_chooses_too(opened, qtbot):
    chooser, chosen = opened()
    qtbot.mouseClick(chooser.choose_button, Qt.MouseButton.LeftButton)
    assert chosen == ["nunez"]


def test_return_in_the_list_chooses_once(opened, qtbot):
    chooser, chosen = opened()
    chooser.list.setFocus()
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    assert chosen == ["nunez"]


def test_cancel_chooses_nothing(opened, qtbot):
    chooser, chosen = opened()
    qtbot.mouseClick(chooser.cancel_button, Qt.MouseButton.LeftButton)
    assert chosen == []
    assert not chooser.isVisible()


def test_an_empty_list_says_why_and_has_nothing_to_press(opened, qtbot):
    chooser, _ = opened()
    assert not chooser.nothing.isVisible()
    qtbot.keyClicks(chooser.filter, "nobody")
    assert chooser.nothing.isVisible()
    assert chooser.nothing.text() == "Nothing fits what is typed."
    assert not chooser.choose_button.isEnabled()


def test_where_nothing_is_proposed_the_search_begins_by_itself(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    found = {"": [Option("Newcomer", "", 7)]}
    chooser = Chooser(
        parent, "Which?", (), print, lambda text, got: got(found.get(text, [])), nothing="No entries yet."
    )
    chooser.show()
    assert [option.value for option in chooser._shown] == [7]
    assert not chooser.nothing.isVisible()
    found.clear()
    chooser.filter.setText("x")
    chooser.filter.clear()
    assert (chooser.nothing.isVisible(), chooser.nothing.text()) == (True, "No entries yet.")
