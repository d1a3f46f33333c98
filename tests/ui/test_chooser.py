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
