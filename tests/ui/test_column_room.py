"""The columns of the library table at different widths of the window, and what the user makes of them."""

import pytest

from app.cards import Column
from ui.application import Workplace
from ui.column_room import HEIGHT, NARROWEST, share_out
from ui.entry_list import EntryList
from ui.entry_table import COLUMNS, EntryTable

USUAL = [Column.AUTHOR, Column.TITLE, Column.YEAR, Column.CONTAINER, Column.KEY, Column.CITED]


@pytest.fixture
def view(qtbot):
    view = EntryList(EntryTable(lambda _ids, _then: None))
    qtbot.addWidget(view)
    view.resize(1000, 300)
    view.show()
    return view


def columns(view):
    header = view.horizontalHeader()
    return [column for place, column in enumerate(COLUMNS) if not header.isSectionHidden(place)]


def widths(view):
    return {column: view.horizontalHeader().sectionSize(COLUMNS.index(column)) for column in columns(view)}


@pytest.mark.parametrize(
    ("room", "without"),
    [
        (1000, set()),
        (660, set()),
        (560, {Column.CONTAINER}),
        (455, {Column.CONTAINER, Column.CITED}),
        (400, {Column.CONTAINER, Column.CITED, Column.KEY}),
        (300, {Column.CONTAINER, Column.CITED, Column.KEY, Column.YEAR}),
    ],
)
def test_what_matters_less_gives_way_and_titles_can_be_read(room, without):
    shares = share_out(room, HEIGHT)
    assert set(USUAL) - shares.keys() == without
    assert all(width >= NARROWEST[column] for column, width in shares.items())
    assert sum(shares.values()) == room


def test_a_larger_font_needs_more_room():
    assert Column.CONTAINER in share_out(700, HEIGHT)
    assert Column.CONTAINER not in share_out(700, 2 * HEIGHT)


def test_columns_come_and_go_with_the_width_and_none_is_cut(view):
    for width, number in ((1000, 6), (460, 4), (420, 3), (1200, 6)):
        view.resize(width, 300)
        assert len(columns(view)) == number
        assert sum(widths(view).values()) == view.viewport().width()


def test_widths_drawn_by_hand_stay_whatever_the_width(view):
    header = view.horizontalHeader()
    header.resizeSection(COLUMNS.index(Column.AUTHOR), 333)
    view.resize(460, 300)
    assert columns(view) == USUAL
    assert widths(view)[Column.AUTHOR] == 333


def test_a_column_chosen_stays_until_they_shall_fit_the_window_again(view):
    actions = {action.text(): action for action in view.column_actions(view)}
    assert not actions["&Fit to the window"].isEnabled()
    actions["DOI"].setChecked(True)
    view.resize(460, 300)
    assert columns(view) == [*USUAL, Column.DOI]
    {action.text(): action for action in view.column_actions(view)}["&Fit to the window"].trigger()
    assert columns(view) == [Column.AUTHOR, Column.TITLE, Column.YEAR, Column.KEY]


def test_columns_moved_by_hand_stay_where_they_are(view):
    view.horizontalHeader().moveSection(0, 1)
    view.resize(460, 300)
    assert columns(view) == USUAL
    assert view.horizontalHeader().visualIndex(COLUMNS.index(Column.TITLE)) == 0


@pytest.mark.parametrize("is_drawn", [True, False])
def test_only_columns_the_user_arranged_stay_as_they_were_at_the_next_start(filled, settle, tmp_path, qtbot, is_drawn):
    window = filled.window
    window.resize(1300, 700)
    settle(filled)
    if is_drawn:
        window.entries.horizontalHeader().resizeSection(COLUMNS.index(Column.AUTHOR), 222)
    window.close()
    again = Workplace(tmp_path / "config" / "settings.toml")
    qtbot.addWidget(again.window)
    again.window.show()
    again.window.resize(2000, 700)
    settle(again)
    assert (widths(again.window.entries)[Column.AUTHOR] == 222) is is_drawn
    again.window.close()
