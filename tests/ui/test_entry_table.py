import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from app.cards import Column, EntryRow
from ui.entry_list import EntryList
from ui.entry_table import COLUMNS, HEADINGS, PAGE, EntryTable, entries_in, entries_mime


def a_row(number, **values):
    row = {"key": f"key{number}", "entrytype": "book", "author": f"Author {number}", "title": f"Title {number}"}
    row |= {"year": "1967", "container": "", "publisher": "", "doi": "", "keywords": "", "cited": number % 3}
    return EntryRow(id=number, added="2026-11-24T10:00:00", changed="", **(row | values))


class Shelf:
    """Rows by id, and a memory of what was fetched."""

    def __init__(self, amount):
        self.rows = {n: a_row(n) for n in range(1, amount + 1)}
        self.fetched = []

    def fetch(self, ids, then):
        self.fetched.append(list(ids))
        then(tuple(self.rows[i] for i in ids if i in self.rows))


@pytest.fixture
def shelf():
    return Shelf(1000)


@pytest.fixture
def table(shelf, qtmodeltester):
    table = EntryTable(shelf.fetch)
    table.show_ids(tuple(shelf.rows))
    qtmodeltester.check(table)
    return table


@pytest.fixture
def view(table, qtbot):
    view = EntryList(table)
    qtbot.addWidget(view)
    view.resize(900, 400)
    return view


def test_only_the_pages_painted_are_fetched(shelf):
    table = EntryTable(shelf.fetch)
    table.show_ids(tuple(shelf.rows))
    assert shelf.fetched == []
    assert table.index(500, COLUMNS.index(Column.TITLE)).data() == "Title 501"
    assert [len(ids) for ids in shelf.fetched] == [PAGE]


def test_a_row_is_empty_until_it_has_come():
    waiting = []
    table = EntryTable(lambda ids, then: waiting.append((ids, then)))
    table.show_ids((1, 2))
    title = table.index(0, COLUMNS.index(Column.TITLE))
    assert title.data() == ""
    ids, then = waiting[0]
    then(tuple(a_row(i) for i in ids))
    assert title.data() == "Title 1"
    assert len(waiting) == 1


def test_a_changed_entry_is_fetched_again_and_the_old_row_stays_meanwhile(shelf, table):
    index = table.index(0, COLUMNS.index(Column.TITLE))
    assert index.data() == "Title 1"
    shelf.rows[1] = a_row(1, title="Another title")
    table.forget(frozenset({1}))
    index.data()
    assert index.data() == "Another title"


def test_nothing_is_reset_when_the_order_is_the_same(table, shelf, qtbot):
    assert table.show_ids(tuple(shelf.rows)) is False
    assert table.show_ids((3, 1)) is True
    assert table.row_of(1) == 1
    assert table.row_of(2) is None


def test_a_work_cited_nowhere_shows_no_number_and_dates_show_no_time(table):
    cited, added = COLUMNS.index(Column.CITED), COLUMNS.index(Column.ADDED)
    assert [table.index(row, cited).data() for row in range(3)] == ["1", "2", ""]
    assert table.index(0, added).data() == "2026-11-24"


def test_every_column_has_a_heading():
    assert set(HEADINGS) == set(Column)


def test_dragged_entries_are_ids_for_ibidem_and_keys_for_everyone_else(table):
    table.index(0, 0).data()
    dragged = table.mimeData([table.index(0, 0), table.index(0, 1), table.index(2, 0)])
    assert entries_in(dragged) == (1, 3)
    assert dragged.text() == "key1,key3"
    assert entries_in(entries_mime([], [])) == ()


def test_the_selection_is_read_from_ranges(view):
    view.selectAll()
    assert view.count_selected() == 1000
    assert view.selected_ids() == tuple(range(1, 1001))
    view.select_ids([5, 3, 4, 900])
    assert view.selected_ids() == (3, 4, 5, 900)
    assert view.count_selected() == 4


def test_what_was_selected_stays_selected_when_the_order_changes(view, table):
    view.select_ids([10, 20], current=20)
    view.show_ids((20, 15, 10))
    assert set(view.selected_ids()) == {10, 20}
    assert view.current_id() == 20


def test_when_the_selected_entry_is_gone_its_neighbour_is_selected(view):
    view.select_ids([10])
    view.show_ids(tuple(n for n in range(1, 1001) if n != 10))
    assert view.selected_ids() == (11,)
    view.show_ids(())
    assert view.current_id() is None


def test_a_click_on_a_heading_asks_for_another_order(view, qtbot):
    with qtbot.waitSignal(view.order_chosen) as asked:
        view.horizontalHeader().setSortIndicator(COLUMNS.index(Column.YEAR), Qt.SortOrder.DescendingOrder)
    assert asked.args == [Column.YEAR, True]
    assert view.order == (Column.YEAR, True)


def test_enter_opens_the_entry_the_cursor_is_on(view, qtbot):
    view.selectionModel().setCurrentIndex(view.model().index(6, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [7]


def test_columns_are_chosen_from_the_headers_menu(view):
    actions = {action.text(): action for action in view.column_actions(view)}
    assert actions["Title"].isEnabled() is False
    actions["DOI"].setChecked(True)
    assert not view.horizontalHeader().isSectionHidden(COLUMNS.index(Column.DOI))


def test_letters_typed_in_the_table_go_to_the_filter_and_fetch_nothing(view, shelf, qtbot):
    view.select_ids([1])
    fetched = len(shelf.fetched)
    with qtbot.waitSignal(view.typed) as typed:
        view.keyboardSearch("c")
    assert typed.args == ["c"]
    assert len(shelf.fetched) == fetched


def test_braces_that_protect_capitals_are_not_shown_and_a_file_is_marked(shelf):
    shelf.rows[1] = a_row(1, title="The {NATO} Crisis", files=1)
    table = EntryTable(shelf.fetch)
    table.show_ids((1, 2))
    title = COLUMNS.index(Column.TITLE)
    assert table.index(0, title).data() == "The NATO Crisis"
    assert table.index(0, title).data(Qt.ItemDataRole.DecorationRole) is not None
    assert table.index(1, title).data(Qt.ItemDataRole.DecorationRole) is None
