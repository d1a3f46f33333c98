"""Everything one can do in a review: one line an action, with its menu, words, keys and what it calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Act:
    """An action.

    Attributes:
        name: the method that it calls, of Going, CitationCommands or WorkCommands.
        menu: the menu it stands in; "-" before it draws a line above.
        keys: as Qt writes them; "" for none.
        icon: of resources/icons, "" for none.
        in_lists: the key belongs to the lists only, because it means something else where one types.
        corrects: not offered for an article that the library has already.
    """

    name: str
    menu: str
    text: str
    keys: str
    icon: str = ""
    in_lists: bool = False
    corrects: bool = True


ACTIONS = (
    Act("accept_all", "&Review", "Accept &all", "Ctrl+Return", "check"),
    Act("article_details", "&Review", "The article's own &details", "D", "article", corrects=False),
    Act("close", "-&Review", "&Close", "Ctrl+W", "close", corrects=False),
    Act("undo", "&Edit", "Undo", "Ctrl+Z", "undo", corrects=False),
    Act("redo", "&Edit", "Redo", "Ctrl+Y", "redo", corrects=False),
    Act("copy", "-&Edit", "&Copy", "Ctrl+C", "copy", in_lists=True, corrects=False),
    Act("find", "-&Edit", "&Filter", "Ctrl+F", "search", corrects=False),
    Act("accept", "&Go", "&Accept and go on", "Return", "check", in_lists=True),
    Act("next_doubtful", "&Go", "&Next doubtful", "N", "down"),
    Act("previous_doubtful", "&Go", "&Previous doubtful", "Shift+N", "up"),
    Act("next_pane", "-&Go", "Next pa&ne", "F6", corrects=False),
    Act("order_by_doubt", "-&Go", "&Order by doubt", "O", "warning"),
    Act("link", "&Citation", "&Link to another work…", "L", "link", corrects=False),
    Act("unlink", "&Citation", "&Unlink from its work", "U", corrects=False),
    Act("remove_citation", "&Citation", "&Not a citation", "Delete", "delete", in_lists=True),
    Act("make_citation", "-&Citation", "&Make the selected text a citation", "C", "cite"),
    Act("change_locator", "-&Citation", "&Page pointed at…", "P"),
    Act("change_relation", "&Citation", "&How it is cited…", "R"),
    Act("new_work", "&Work", "&New work", "W", "add"),
    Act("same_as", "&Work", "&Same as…", "S", "library"),
    Act("fill_in", "&Work", "&Fill in what the entry lacks", "G"),
    Act("choose_fill_in", "&Work", "Fill in some &of it…", "Shift+G"),
    Act("leave_out", "&Work", "&Leave out", "X", "close"),
    Act("join", "-&Work", "&Join with another work…", "J", "merge"),
    Act("drop_work", "&Work", "Not a wor&k", "Ctrl+Delete", "delete"),
    Act("edit_fields", "-&Work", "&Edit fields", "E", "edit"),
    Act("add_field", "&Work", "&Add a field…", "Ctrl+Shift+A", "add"),
    Act("show_entry", "-&Work", "Show in the l&ibrary", "Ctrl+L", "library", corrects=False),
    Act("find_action", "&Help", "&Keys and actions…", "F1", "help", corrects=False),
)


def draw_icons(actions: Mapping[str, QAction], icon: Callable[[str], QIcon]) -> None:
    """Give the actions their icons, again when the style is another one."""
    for act in ACTIONS:
        if act.icon and act.name in actions:
            actions[act.name].setIcon(icon(act.icon))


def make_actions(
    window: QMainWindow,
    targets: Sequence[object],
    lists: Iterable[QWidget],
    icon: Callable[[str], QIcon],
    is_correcting: bool,
) -> dict[str, QAction]:
    """Make a window's actions, in its menus and with their keys; one of the `targets` has the method each calls."""
    menus: dict[str, QMenu] = {}
    made: dict[str, QAction] = {}
    for act in ACTIONS:
        if act.corrects and not is_correcting:
            continue
        action = QAction(act.text, window)
        keys = [QKeySequence(act.keys)]
        if act.name == "redo":
            keys.append(QKeySequence("Ctrl+Shift+Z"))
        if act.keys == "Return":
            keys.append(QKeySequence("Enter"))
        action.setShortcuts(keys)
        action.triggered.connect(next(getattr(target, act.name) for target in targets if hasattr(target, act.name)))
        if act.in_lists:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for widget in lists:
                widget.addAction(action)
        name = act.menu.lstrip("-")
        if name not in menus:
            menus[name] = window.menuBar().addMenu(name)
            menus[name].setObjectName(name.replace("&", ""))
        if act.menu.startswith("-"):
            menus[name].addSeparator()
        menus[name].addAction(action)
        made[act.name] = action
    draw_icons(made, icon)
    return made
