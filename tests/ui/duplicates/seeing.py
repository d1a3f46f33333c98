"""A duplicates window or its library in; which entries it has and shows, out."""

from app import finding
from tests.ui.desk import Desk
from ui.duplicates.window import DuplicatesWindow


def keys_of(desk: Desk) -> set[str]:
    return {entry.key for _, entry in desk.ask(finding.entries)}


def members(window: DuplicatesWindow) -> set[str]:
    case = window.cases.current_case()
    return {entry.key for entry in window.case.choice.entries} if case else set()


def go_to(window: DuplicatesWindow, *keys: str) -> None:
    """Stand on the case of these entries."""
    for row in range(window.cases.cases.rowCount()):
        if window.cases.cases.case(row) is not None:
            window.cases.go_to_row(row)
            if members(window) == set(keys):
                return
    raise AssertionError(f"no case of {keys}")
