"""What the Help menu does: the list of keys, and what Ibidem is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.action_finder import action_keys, action_words
from ui.actions import ACTS, MENUS
from ui.chooser import Chooser, Option
from ui.context import Context
from ui.panels import Handlers
from ui.tree_line import tree_line

MORE_KEYS = (
    ("In the filter box", "Show all again", "Esc"),
    ("In the filter box", "Go on to the table", "Down"),
    ("In the table", "Edit the entry", "Enter"),
    ("In a field", "Take back what was typed", "Esc"),
    ("Among people", "Add a person", "Ins"),
    ("Among people", "Take a person out", "Del"),
    ("Among people", "Move a person", "Alt+Up"),
)


class HelpMenu:
    """The handlers of the Help menu."""

    def __init__(self, context: Context, actions: Callable[[], Mapping[str, QAction]]) -> None:
        self._context = context
        self._actions = actions

    def handlers(self) -> Handlers:
        """Each action's handler by its name."""
        return {"find_action": self.find_action, "shortcuts": self.keys, "about": self.about}

    def find_action(self) -> None:
        """Let the user find an action by its words, and do it."""
        options = []
        for act in ACTS:
            action = self._actions()[act.name]
            menu = action.menu()
            if act.name == "find_action" or not action.isEnabled():
                continue
            if isinstance(menu, QMenu):
                words = action_words(action)
                options += [Option(f"{words}: {action_words(inner)}", act.tip, inner) for inner in menu.actions()]
            else:
                keys = action_keys(action)
                options.append(Option(f"{action_words(action)}   {keys}".rstrip(), act.tip, action))
        if self._context.window is not None:
            Chooser(self._context.window, "Find an action", options, lambda action: action.trigger()).open()

    def keys(self) -> None:
        """Show every action with its keys."""
        KeysDialog(self._context.window).open()

    def about(self) -> None:
        """Show version and licence."""
        AboutDialog(self._context).open()


class KeysDialog(QDialog):
    """Every action with its keys, menu by menu."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys")
        self.resize(520, 620)
        self.lines = QTreeWidget()
        self.lines.setAccessibleName("Actions and their keys")
        self.lines.setHeaderLabels(["Action", "Keys"])
        self.lines.setRootIsDecorated(False)
        self.lines.setColumnWidth(0, 330)
        heads: dict[str, QTreeWidgetItem] = {}
        rows = [(MENUS[act.menu].replace("&", ""), act.text, act.keys) for act in ACTS if act.keys]
        for menu, text, keys in [*rows, *MORE_KEYS]:
            head = heads.setdefault(menu, tree_line(self.lines, menu))
            shown = ", ".join(QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in keys.split())
            head.addChild(tree_line(self.lines, text.replace("&", "").rstrip("…"), shown))
        self.lines.addTopLevelItems(list(heads.values()))
        self.lines.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.lines)
        column.addWidget(buttons)


class AboutDialog(QDialog):
    """What Ibidem is, its version and licence."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About Ibidem")
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        picture.setPixmap(context.theme.picture("ibidem", 72))
        title = QLabel("Ibidem", alignment=Qt.AlignmentFlag.AlignCenter)
        title.setProperty("role", "title")
        text = QLabel(
            f"Version {_version()}\n\nA reference manager that reads footnotes:\n"
            "from an article’s notes to a .bib that compiles.\n\nMIT licence",
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 16)
        column.setSpacing(10)
        for widget in (picture, title, text, buttons):
            column.addWidget(widget)


def _version() -> str:
    try:
        return version("ibidem")
    except PackageNotFoundError:
        return "in development"
