"""A search for duplicates goes on beside the library: what changes meanwhile is compared after it."""

import threading

from app import finding, merging
from app.editing import add_entry, delete_entries
from tests.ui.duplicates.doubles import ARTICLE, ENTRIES
from tests.ui.duplicates.seeing import members
from ui.duplicates import looking


def held(monkeypatch):
    """Let a search go on until the event is set."""
    hold, begun = threading.Event(), threading.Event()
    find = merging.LibrarySearch.find

    def wait(search, progress):
        begun.set()
        hold.wait(20)
        return find(search, progress)

    monkeypatch.setattr(looking.merging.LibrarySearch, "find", wait)
    return hold, begun


def test_the_library_answers_while_a_search_goes_on(window, desk, monkeypatch, qtbot):
    hold, begun = held(monkeypatch)
    answers = []
    window.search_again()
    qtbot.waitUntil(begun.is_set, timeout=10_000)
    desk.background.ask(lambda library, _: len(finding.find_ids(library)), answers.append)
    qtbot.waitUntil(lambda: answers == [len(ENTRIES)], timeout=10_000)
    hold.set()
    desk.settle()


def test_what_came_while_a_search_went_on_is_compared_after_it(window, desk, monkeypatch, qtbot):
    hold, begun = held(monkeypatch)
    desk.background.change(lambda library, _: add_entry(library, ENTRIES[-1]))
    qtbot.waitUntil(begun.is_set, timeout=10_000)
    told = []
    desk.background.changed.connect(told.append)
    desk.background.change(lambda library, _: add_entry(library, ENTRIES[2]))
    desk.background.change(lambda library, _: delete_entries(library, [finding.id_of_key(library, "roldan1994x")]))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=10_000)
    hold.set()
    qtbot.waitUntil(lambda: window.summary.text().startswith("2 certain"), timeout=10_000)
    qtbot.waitUntil(lambda: not any("roldan" in key for key in members(window)), timeout=10_000)
    desk.settle()
    assert ARTICLE["title"] not in {
        window.cases.cases.index(row).data() for row in range(window.cases.cases.rowCount())
    }


def test_a_merge_while_a_search_goes_on_is_not_undone_by_what_it_finds(window, desk, monkeypatch, qtbot):
    hold, begun = held(monkeypatch)
    window.search_again()
    qtbot.waitUntil(begun.is_set, timeout=10_000)
    merged = members(window)
    told = []
    desk.background.changed.connect(told.append)
    window.merge()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    hold.set()
    desk.settle()
    qtbot.waitUntil(lambda: window.summary.text().startswith("1 certain"), timeout=10_000)
    assert members(window) != merged
