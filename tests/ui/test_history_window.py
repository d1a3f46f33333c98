import pytest
from PySide6.QtCore import Qt

from app.cards import Step
from app.finding import find_ids
from ui.history_window import HistoryWindow, StepTable, way_to
from ui.list_view import list_view

STEPS = (
    Step(5, "Merge 3 entries", "2026-11-24T10:05", undone=True),
    Step(4, "Delete 1 entry", "2026-11-24T10:04", undone=True),
    Step(3, "Add Zubok", "2026-11-24T10:03"),
    Step(2, "Add Adler", "2026-11-24T10:02"),
    Step(1, "Add Cohen", "2026-11-24T10:01"),
)


@pytest.mark.parametrize(
    ("row", "way"),
    [
        (0, (0, 2)),  # both steps taken back are done again
        (1, (0, 1)),
        (2, (0, 0)),  # here now
        (3, (1, 0)),
        (4, (2, 0)),
    ],
)
def test_the_way_to_a_step_is_counted(row, way):
    assert way_to(STEPS, row) == way


def test_steps_are_shown_with_their_time(place, qtmodeltester):
    table = StepTable(place.theme)
    table.show_steps(STEPS)
    qtmodeltester.check(table)
    assert [table.index(0, column).data() for column in range(3)] == [
        "Merge 3 entries",
        "2026-11-24 10:05",
        "taken back",
    ]


def test_going_back_and_forward_again_in_the_history(filled, settle, closed_after):
    window = HistoryWindow(filled.window.context)
    closed_after(window)
    settle(filled)
    assert window.table.rowCount() == 3
    window.view.selectRow(2)
    assert window._go.text() == "Go back to here (2)"
    window.go_there()
    settle(filled)
    assert len(filled.window.table.ids) == 1
    window.view.selectRow(0)
    window.go_there()
    settle(filled)
    found = []
    filled.background.ask(lambda library, _: find_ids(library), found.append)
    settle(filled)
    assert len(found[0]) == 3


def test_a_long_name_stands_in_one_line_and_whole_in_the_tip(place):
    table = StepTable(place.theme)
    name = "Import a-very-long-name-of-a-file-of-entries.bib, whose works were known"
    table.show_steps((Step(1, name, "2026-11-24T10:03:20", False),))
    view = list_view(table, "Changes", {1: 140, 2: 90})
    assert not view.wordWrap()
    assert table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == name
