"""The main window's toolbar, and the menu that chooses its look."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from app.settings import Look, Settings
from ui.preferences import Preferences

LOOKS = {Look.SYSTEM: "As the desktop", Look.LIGHT: "Light", Look.DARK: "Dark"}
# Names of actions, "" for a line between them, and what the toolbar calls them.
TOOLBAR = ("import_files", "paste_notes", "new_entry", "", "undo", "redo", "", "duplicates", "check", "export_all")
SHORT = {
    "import_files": "Import",
    "paste_notes": "Paste notes",
    "new_entry": "New entry",
    "undo": "Undo",
    "redo": "Redo",
    "duplicates": "Duplicates",
    "check": "Check",
    "export_all": "Export",
}


def main_toolbar(actions: Mapping[str, QAction]) -> QToolBar:
    """The toolbar with the actions used most."""
    bar = QToolBar("Main actions")
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for name in TOOLBAR:
        if name:
            actions[name].setIconText(SHORT[name])
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    return bar


def look_menu(parent: QWidget, preferences: Preferences) -> QMenu:
    """Light, dark, or as the desktop; the present one is ticked."""
    menu = QMenu(parent)
    choice = QActionGroup(menu)
    by_look = {}
    for look, text in LOOKS.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.triggered.connect(lambda *_, chosen=look: preferences.choose(look=chosen))
        choice.addAction(action)
        by_look[look] = action

    def tick(settings: Settings) -> None:
        by_look[settings.look].setChecked(True)

    preferences.changed.connect(tick)
    tick(preferences.now)
    return menu
