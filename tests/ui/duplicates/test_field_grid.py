"""The entries of a case side by side."""

import pytest

from app.entry import Entry
from app.settings import Look
from ui.duplicates.field_grid import FieldGrid
from ui.duplicates.merge_choice import begin_merge
from ui.theme import Theme


@pytest.fixture
def grid(qtbot):
    made = FieldGrid(Theme(Look.LIGHT))
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    return made


def show(grid, number):
    entries = [Entry("book", {"title": "Annals of the Northern Ports"}, f"k{n}") for n in range(number)]
    grid.grid.show_choice(begin_merge(range(number), entries), tuple(map(str, range(number))))


def headings(grid):
    header = grid.horizontalHeader()
    places = map(header.logicalIndex, range(header.count()))
    return [grid.grid.headerData(place, header.orientation()) for place in places]


def test_of_a_large_group_the_merged_entry_stands_beside_the_names_of_the_fields(grid):
    show(grid, 150)
    assert headings(grid)[:3] == ["", "Merged", "0"]
    assert grid.columnViewportPosition(grid.grid.columnCount() - 1) < grid.viewport().width()


def test_after_a_large_group_the_merged_entry_of_a_pair_stands_last_again(grid):
    show(grid, 8)
    show(grid, 2)
    assert headings(grid) == ["", "0", "1", "Merged"]
    show(grid, 7)
    assert headings(grid) == ["", "Merged", *map(str, range(7))]


@pytest.mark.parametrize("numbers", [(150, 149, 150), (8, 7, 6, 5, 2), (2, 9, 3, 9), (6, 6, 4, 5)])
def test_every_entry_stands_in_its_place_whatever_was_shown_before(grid, numbers):
    for number in numbers:
        show(grid, number)
        shown = headings(grid)
        shown.remove("Merged")
        assert shown == ["", *map(str, range(number))]
