"""Every action of the main window in one table: its name, its menu, its keys, its icon, and what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.theme import Theme


class Needs(Enum):
    """What must be selected for an action to make sense."""

    NOTHING = auto()
    ENTRIES = auto()
    ONE = auto()
    SEVERAL = auto()


class Keys(Enum):
    """Where an action's keys count: anywhere in the window, or in the table, so that text boxes keep theirs."""

    WINDOW = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Act:
    """One action. `keys` are divided by blanks, the first is shown; a menu "File/Open recent" is a menu in a menu."""

    name: str
    menu: str
    text: str
    keys: str = ""
    icon: str = ""
    tip: str = ""
    needs: Needs = Needs.NOTHING
    where: Keys = Keys.WINDOW
    starts_section: bool = False


MENUS = {"File": "&File", "Edit": "&Edit", "Entry": "E&ntry", "Library": "&Library", "View": "&View", "Help": "&Help"}

ACTS: tuple[Act, ...] = (
    Act(
        "new_library", "File", "&New library…", "Ctrl+Shift+N", "library", "Make an empty library in a file of its own"
    ),
    Act("open_library", "File", "&Open library…", "Ctrl+O", "", "Open another library"),
    Act("recent", "File", "Open &recent", tip="Libraries opened lately"),
    Act(
        "import_files",
        "File",
        "&Import page or file…",
        "Ctrl+I",
        "import_page",
        "Read an article's page with its notes, or a file of entries (.bib and others)",
        starts_section=True,
    ),
    Act(
        "paste_notes",
        "File",
        "&Paste notes",
        "Ctrl+Shift+V",
        "paste",
        "Read the notes or the page that was copied",
    ),
    Act("export_all", "File", "&Export…", "Ctrl+E", "export", "Write the library as a .bib file", starts_section=True),
    Act(
        "export_selected",
        "File",
        "Export &selected…",
        "Ctrl+Shift+E",
        "export",
        "Write the selected entries",
        Needs.ENTRIES,
    ),
    Act(
        "export_footnotes",
        "File",
        "Export article's &footnotes as LaTeX…",
        "",
        "cite",
        "Write an article's notes as LaTeX",
    ),
    Act(
        "settings", "File", "Se&ttings…", "Ctrl+,", "settings", "Choose how Ibidem looks and works", starts_section=True
    ),
    Act("close", "File", "&Close", "Ctrl+W", "", "Close the window", starts_section=True),
    Act("quit", "File", "&Quit", "Ctrl+Q", "", "End Ibidem"),
    Act("undo", "Edit", "&Undo", "Ctrl+Z", "undo", "Take back the last change of the library"),
    Act("redo", "Edit", "&Redo", "Ctrl+Shift+Z Ctrl+Y", "redo", "Do again what was taken back"),
    Act(
        "cut",
        "Edit",
        "Cu&t",
        "Ctrl+X",
        "",
        "Copy the selected entries as BibTeX and delete them",
        Needs.ENTRIES,
        Keys.TABLE,
        starts_section=True,
    ),
    Act(
        "copy_bibtex",
        "Edit",
        "&Copy as BibTeX",
        "Ctrl+C",
        "copy",
        "Copy the selected entries as the text of a .bib file",
        Needs.ENTRIES,
        Keys.TABLE,
    ),
    Act(
        "paste",
        "Edit",
        "&Paste",
        "Ctrl+V",
        "",
        "Paste entries or notes that were copied",
        where=Keys.TABLE,
    ),
    Act(
        "copy_cite",
        "Edit",
        "Copy c&itation",
        "Ctrl+K",
        "cite",
        "Copy \\autocite{…} for the selected entries",
        Needs.ENTRIES,
    ),
    Act("copy_key", "Edit", "Copy citation &key", "Ctrl+Shift+K", "key", "Copy the citation keys", Needs.ENTRIES),
    Act(
        "delete",
        "Edit",
        "&Delete",
        "Del",
        "delete",
        "Delete the selected entries; notes that cite them stay",
        Needs.ENTRIES,
        Keys.TABLE,
        starts_section=True,
    ),
    Act("select_all", "Edit", "Select &all", "Ctrl+A", "", "Select every entry shown", where=Keys.TABLE),
    Act("find", "Edit", "&Find", "Ctrl+F", "search", "Filter the table", starts_section=True),
    Act("new_entry", "Entry", "&New entry…", "Ctrl+N", "add", "Type in a work"),
    Act("edit_fields", "Entry", "&Edit fields", "F2", "edit", "Go to the entry's fields", Needs.ONE, Keys.TABLE),
    Act("save_entry", "Entry", "&Save entry", "Ctrl+S", "", "Save what was typed; leaving a field saves it too"),
    Act(
        "attach",
        "Entry",
        "&Attach file…",
        "Ctrl+Shift+A",
        "attach",
        "Attach a file by its path",
        Needs.ONE,
        starts_section=True,
    ),
    Act("keywords", "Entry", "&Keywords…", "Ctrl+T", "tag", "Give keywords to the selected entries", Needs.ENTRIES),
    Act(
        "put_in_group",
        "Entry",
        "Put in &group…",
        "Ctrl+G",
        "group",
        "Put the selected entries in a group",
        Needs.ENTRIES,
    ),
    Act(
        "take_from_group",
        "Entry",
        "Take &out of group",
        "Ctrl+Shift+G",
        "",
        "Take the selected entries out of the group that is shown",
        Needs.ENTRIES,
    ),
    Act(
        "merge",
        "Entry",
        "&Merge selected…",
        "Ctrl+M",
        "merge",
        "Make one entry of several",
        Needs.SEVERAL,
        starts_section=True,
    ),
    Act("unmerge", "Entry", "Take merge a&part", "", "", "Make several entries of a merged one again", Needs.ONE),
    Act("make_key", "Entry", "Make &citation key again", "", "key", "Make the keys by the pattern", Needs.ENTRIES),
    Act(
        "open_link",
        "Entry",
        "Open &DOI or address",
        "F3",
        "open",
        "Open it in the browser",
        Needs.ONE,
        starts_section=True,
    ),
    Act("open_file", "Entry", "Open &file", "F4", "", "Open the attached file", Needs.ONE),
    Act("duplicates", "Library", "Find &duplicates…", "Ctrl+D", "duplicates", "Find works that the library has twice"),
    Act("check", "Library", "&Check…", "F7", "check", "Look for what is missing or wrong in the entries"),
    Act("history", "Library", "&History…", "Ctrl+H", "history", "See every change, and go back to any of them"),
    Act("lessons", "Library", "What Ibidem has &learnt…", "", "", "See what your corrections taught, and withdraw it"),
    Act(
        "linked_files",
        "Library",
        "Linked .&bib files…",
        "",
        "link",
        "Files that are written whenever the library changes",
    ),
    Act("new_group", "Library", "New &group…", "", "group", "Make a group to put entries in", starts_section=True),
    Act("rename_group", "Library", "&Rename group…", "", "edit", "Give the group that is shown another name"),
    Act("move_group", "Library", "Mo&ve group…", "", "", "Put the group that is shown inside another one"),
    Act("delete_group", "Library", "Dele&te group", "", "delete", "Delete the group; its entries stay"),
    Act("open_article", "Library", "Show article's &notes", "", "note", "Show the notes of the article that is chosen"),
    Act("copy_footnotes", "Library", "Copy notes as LaTe&X", "", "cite", "Copy the article's notes as LaTeX footnotes"),
    Act("columns", "View", "&Columns", tip="Which columns the table has"),
    Act("look", "View", "&Look", tip="Light, dark, or as the desktop has it"),
    Act("show_sidebar", "View", "Show &groups", "F9", "panel_left", "The groups on the left", starts_section=True),
    Act("show_editor", "View", "Show &entry", "Shift+F9", "panel_right", "The entry on the right"),
    Act("find_action", "Help", "&Find an action…", "Ctrl+Shift+P", "search", "Type what you want to do"),
    Act("shortcuts", "Help", "&Keys", "F1", "help", "Every action with its keys"),
    Act("about", "Help", "&About Ibidem", "", "", "Version and licence"),
)


def build_actions(
    window: QWidget, table: QWidget, theme: Theme, handlers: Mapping[str, Callable[[], None]]
) -> dict[str, QAction]:
    """Make a QAction of each row of the table, with its handler where it has one (submenus have none)."""
    actions = {}
    for act in ACTS:
        action = QAction(act.text, window)
        action.setObjectName(act.name)
        shortcuts = [QKeySequence(keys) for keys in act.keys.split()]
        action.setShortcuts(shortcuts)
        shown = f" ({shortcuts[0].toString(QKeySequence.SequenceFormat.NativeText)})" if shortcuts else ""
        action.setToolTip(f"{act.tip}{shown}")
        action.setStatusTip(act.tip)
        if act.name in handlers:
            action.triggered.connect(lambda *_, call=handlers[act.name]: call())
        if act.where is Keys.TABLE:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            table.addAction(action)
        else:
            window.addAction(action)
        actions[act.name] = action
    paint_icons(actions, theme)
    return actions


def paint_icons(actions: Mapping[str, QAction], theme: Theme) -> None:
    """Draw the icons in the present style."""
    for act in ACTS:
        if act.icon:
            actions[act.name].setIcon(theme.icon(act.icon))


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put the actions under their menus, in the table's order."""
    menus = {name: bar.addMenu(text) for name, text in MENUS.items()}
    for act in ACTS:
        menu = menus[act.menu]
        if act.starts_section and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(actions[act.name])
    for menu in menus.values():
        menu.setToolTipsVisible(False)
    return menus


def enable_actions(actions: Mapping[str, QAction], selected: int) -> None:
    """Let each action be chosen only when enough entries are selected for it."""
    least = {Needs.ENTRIES: 1, Needs.SEVERAL: 2}
    for act in ACTS:
        if act.needs is not Needs.NOTHING:
            is_enough = selected == 1 if act.needs is Needs.ONE else selected >= least[act.needs]
            actions[act.name].setEnabled(is_enough)
