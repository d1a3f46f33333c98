import threading

import pytest

from app.cards import Changes
from app.editing import add_entry, delete_entries
from app.entry import Entry
from app.errors import Cancelled, UserError
from app.finding import find_ids
from app.importing import ImportReport
from app.library import open_library
from tests.ui.conftest import COHEN
from ui.background import changes_in


def test_an_answer_comes_back_on_the_windows_thread(place, settle):
    seen = []
    place.background.ask(lambda *_: threading.current_thread().name, lambda name: seen.append(name))
    place.background.ask(lambda *_: 1, lambda _: seen.append(threading.current_thread().name))
    settle(place)
    assert seen[0].startswith("library")
    assert seen[1] == threading.main_thread().name


def test_a_change_is_told_to_every_view_and_can_be_undone_from_the_notice(place, settle):
    told = []
    place.background.changed.connect(told.append)
    place.background.change(lambda library, _: add_entry(library, COHEN))
    settle(place)
    assert [type(changes) for changes in told] == [Changes]
    assert place.messages.notices.text.startswith("Added")
    place.messages.notices._button.click()
    settle(place)
    found = []
    place.background.ask(lambda library, _: find_ids(library), found.append)
    settle(place)
    assert found == [()]
    assert place.messages.notices.text.startswith("Undone")


def test_a_later_question_with_the_same_topic_makes_the_earlier_one_void(place, settle):
    hold = threading.Event()
    answers = []
    place.background.ask(lambda *_: hold.wait(5), lambda _: None)
    for query in ("c", "co", "coh"):
        place.background.ask(lambda *_, q=query: q, answers.append, topic="filter")
    hold.set()
    settle(place)
    assert answers == ["coh"]


def test_a_user_error_is_shown_as_it_is(place, settle):
    told = []
    place.messages.told.connect(told.append)

    def refuse(library, progress):
        raise UserError("No notes found", "The page has no notes.", "Save the whole page.")

    place.background.ask(refuse, lambda _: None)
    settle(place)
    assert told == ["No notes found: The page has no notes. Save the whole page."]


def test_a_defect_is_shown_with_details_to_copy(place, settle):
    told = []
    place.messages.told.connect(told.append)
    place.background.ask(lambda *_: 1 // 0, lambda _: None)
    settle(place)
    assert told[0].startswith("A defect in Ibidem")


def test_stopping_the_work_changes_nothing_and_says_so(place, settle, qtbot):
    begun = threading.Event()

    def work(library, progress):
        begun.set()
        for done in range(2000):
            progress.step("Counting", done, 2000)
            threading.Event().wait(0.005)

    place.background.change(work)
    qtbot.waitUntil(begun.is_set)
    place.background.cancel()
    settle(place)
    assert "Stopped" in place.messages.notices.text


def test_the_bar_appears_only_when_work_takes_long(place, settle, qtbot):
    bar = next(child for child in place.window.statusBar().children() if type(child).__name__ == "BusyBar")
    hold = threading.Event()
    place.background.ask(lambda *_: 1, lambda _: None)
    settle(place)
    assert bar.isHidden()
    place.background.ask(lambda _, progress: (progress.step("Reading notes", 1, 4), hold.wait(10)), lambda _: None)
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=5000)
    hold.set()
    settle(place)
    assert bar.isHidden()


def test_an_answer_for_a_window_that_is_gone_is_dropped(place, settle, qtbot):
    import shiboken6
    from PySide6.QtCore import QObject

    gone, seen = QObject(), []
    place.background.ask(lambda *_: 1, seen.append, owner=gone)
    shiboken6.delete(gone)
    settle(place)
    assert seen == []


def test_a_question_without_a_library_is_simply_not_answered(tmp_path, qtbot, settle):
    from ui.background import Background
    from ui.messages import Messages

    messages = Messages()
    qtbot.addWidget(messages.notices)
    told, background = [], Background(messages)
    messages.told.connect(told.append)
    background.ask(lambda *_: 1, told.append)
    qtbot.waitUntil(lambda: background.is_idle)
    assert told == []
    background.close()


def test_changes_are_found_in_whatever_an_app_function_gives():
    changes = Changes("Add Cohen")
    assert changes_in(changes) is changes
    assert changes_in((3, changes)) is changes
    assert changes_in(ImportReport(changes, (), (), ())) is changes
    assert changes_in(None) == Changes()


def test_cancelled_work_of_a_question_is_told_where_it_was_asked(place, settle):
    failed = []

    def stop(library, progress):
        raise Cancelled

    place.background.ask(stop, lambda _: None, failed=failed.append)
    settle(place)
    assert [type(error) for error in failed] == [Cancelled]


@pytest.fixture
def beside(place, tmp_path, settle):
    """The same library, opened by another program."""
    opened = open_library(tmp_path / "library.ibidem")
    yield opened
    opened.close()


def test_what_another_window_does_is_seen_in_this_one(filled, beside, settle, qtbot):
    assert filled.window.table.rowCount() == 3
    delete_entries(beside, find_ids(beside)[:1])
    filled.background.look_around()
    qtbot.waitUntil(lambda: filled.window.table.rowCount() == 2, timeout=10_000)
    assert "another window" in filled.messages.notices.text


def test_a_change_of_ones_own_hides_no_change_from_elsewhere(filled, beside, settle, qtbot):
    add_entry(beside, Entry("book", {"title": "From elsewhere"}))
    filled.background.change(lambda library, _: delete_entries(library, find_ids(library, "cohen")))
    settle(filled)
    qtbot.waitUntil(lambda: filled.window.table.rowCount() == 3, timeout=10_000)
    assert set(filled.window.table.ids) == set(find_ids(beside))


def test_ones_own_changes_are_no_news(filled, settle):
    told = []
    filled.messages.told.connect(told.append)
    filled.background.change(lambda library, _: delete_entries(library, find_ids(library)[:1]), said="")
    settle(filled)
    filled.background.undo()
    settle(filled)
    filled.background.look_around()
    filled.background.ask(lambda *_: None, lambda _: None)
    settle(filled)
    assert not [text for text in told if "another window" in text]


def test_what_is_worked_out_beside_the_library_keeps_nobody_waiting(place, settle, qtbot):
    hold = threading.Event()
    seen = []

    def begin(library, _progress):
        here = len(find_ids(library))
        return lambda _: (hold.wait(20), here, threading.current_thread().name)[1:]

    place.background.ask_beside(begin, lambda library, found: (*found, len(find_ids(library))), seen.append)
    place.background.change(lambda library, _: add_entry(library, COHEN))
    place.background.ask(lambda library, _: len(find_ids(library)), seen.append)
    qtbot.waitUntil(lambda: seen == [1], timeout=10_000)
    hold.set()
    settle(place)
    assert [(before, after) for before, _, after in seen[1:]] == [(0, 1)]
    assert seen[1][1].startswith("beside")


def test_what_goes_on_beside_the_library_can_be_stopped(place, settle, qtbot):
    failures = []
    told = []
    place.background.busy.connect(lambda text, *_: told.append(text))

    def work(progress):
        while True:
            progress.step("Comparing")

    place.background.ask_beside(
        lambda *_: work, lambda *_: None, lambda _: None, failed=failures.append, owner=place.window
    )
    qtbot.waitUntil(lambda: "Comparing" in told, timeout=10_000)
    place.background.cancel()
    settle(place)
    assert [type(error) for error in failures] == [Cancelled]


def test_an_answer_about_another_library_than_the_open_one_is_let_go(place, settle, tmp_path):
    hold = threading.Event()
    seen = []
    place.background.ask_beside(lambda *_: lambda _: hold.wait(20), lambda *_: seen.append("kept"), seen.append)
    place.open(str(tmp_path / "other.ibidem"))
    place.background.ask(lambda library, _: library.location, lambda _: hold.set())
    settle(place)
    assert seen == []
