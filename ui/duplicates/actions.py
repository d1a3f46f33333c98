"""Everything one can do in the duplicates window: one line an action, with its menu, words, keys and what it calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True, slots=True)
class Act:
    """An action: the window's method it calls, its menu ("-" before it draws a line above), words, keys and icon."""

    name: str
    menu: str
    text: str
    keys: str
    icon: str = ""


ACTIONS = (
    Act("search_again", "&Duplicates", "&Search again", "F5", "search"),
    Act("merge_all_certain", "&Duplicates", "Merge all &certain", "Ctrl+Shift+M", "merge"),
    Act("close", "-&Duplicates", "&Close", "Ctrl+W", "close"),
    Act("undo", "&Edit", "&Undo", "Ctrl+Z", "undo"),
    Act("redo", "&Edit", "&Redo", "Ctrl+Y", "redo"),
    Act("merge", "&Case", "&Merge", "M", "merge"),
    Act("not_the_same", "&Case", "Not the same (&different)", "D", "close"),
    Act("related", "&Case", "&Related…", "R", "link"),
    Act("skip", "-&Case", "&Skip", "N", "down"),
    Act("go_back", "&Case", "Go &back", "Shift+N", "up"),
    Act("leave_member_out", "-&Case", "&Leave this entry out of the merge", "X"),
    Act("all_members", "&Case", "Bring &all entries back", "A"),
    Act("withdraw", "-&Case", "&Withdraw the decision", "Del"),
    Act("show_entry", "-&Case", "Show in the l&ibrary", "Ctrl+L", "library"),
    Act("next_pane", "&View", "Next &pane", "F6"),
    Act("show_decisions", "&View", "&Decisions", "Ctrl+D", "history"),
    Act("find_action", "&Help", "&Keys and actions…", "F1", "help"),
)


def draw_icons(actions: Mapping[str, QAction], icon: Callable[[str], QIcon]) -> None:
    """Give the actions their icons, again when the style is another one."""
    for act in ACTIONS:
        if act.icon and act.name in actions:
            actions[act.name].setIcon(icon(act.icon))


def make_actions(window: QMainWindow, icon: Callable[[str], QIcon]) -> dict[str, QAction]:
    """Make the actions, in the window's menus and with their keys; the window has the methods they call."""
    menus = {}
    made: dict[str, QAction] = {}
    for act in ACTIONS:
        action = QAction(act.text, window)
        keys = [QKeySequence(act.keys)]
        if act.name == "redo":
            keys.append(QKeySequence("Ctrl+Shift+Z"))
        if act.name == "close":
            keys.append(QKeySequence("Escape"))
        action.setShortcuts(keys)
        action.triggered.connect(getattr(window, act.name))
        name = act.menu.lstrip("-")
        if name not in menus:
            menus[name] = window.menuBar().addMenu(name)
        if act.menu.startswith("-"):
            menus[name].addSeparator()
        menus[name].addAction(action)
        made[act.name] = action
    draw_icons(made, icon)
    return made
