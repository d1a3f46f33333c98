"""Garbage is searched for on the window's thread only."""

import gc
import threading

from app import finding
from tests.ui.desk import Desk
from ui import collecting


def test_the_library_thread_never_collects(tmp_path, qtbot):
    threads = set()

    def seen(phase, _info):
        if phase == "start":
            threads.add(threading.current_thread())

    def make_garbage(library):
        for _ in range(5_000):
            circle = []
            circle.append(circle)
        return finding.find_ids(library)

    desk = Desk(tmp_path, qtbot)
    gc.callbacks.append(seen)
    try:
        desk.ask(make_garbage)
        qtbot.waitUntil(lambda: bool(threads), timeout=5_000)
    finally:
        gc.callbacks.remove(seen)
        desk.close()
    assert threads == {threading.main_thread()}


def test_python_collects_by_itself_again_after_the_library_is_closed(tmp_path, qtbot):
    desk = Desk(tmp_path, qtbot)
    assert not gc.isenabled()
    desk.close()
    assert gc.isenabled()


def test_what_outlives_a_long_search_is_not_searched_again(qtbot, monkeypatch):
    made = collecting.Collecting()
    monkeypatch.setattr(collecting, "FELT", -1.0)
    known = [[] for _ in range(5_000)]
    before = gc.get_freeze_count()
    made.collect()
    assert gc.get_freeze_count() >= before + len(known)
    made.begin_anew()
    assert gc.get_freeze_count() == 0
    made.stop()
    assert gc.isenabled()
