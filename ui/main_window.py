"""The main window: groups and articles on the left, the table of entries in the middle, one entry on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSplitter

from app.cards import ArticleCard, Changes, Group, Mention
from app.counting import counted
from app.finding import articles, groups
from app.library import Library
from ui.actions import build_actions, enable_actions, fill_menus, paint_icons
from ui.bars import look_menu, main_toolbar
from ui.busy_bar import BusyBar
from ui.context import Context
from ui.empty_state import EmptyState
from ui.entries_pane import EntriesPane
from ui.entry_editor import EntryEditor
from ui.entry_menu import EntryMenu
from ui.file_menu import FileMenu
from ui.group_menu import GroupMenu
from ui.help_menu import HelpMenu
from ui.library_menu import LibraryMenu
from ui.panels import Panels
from ui.reading_in import read_files, read_text
from ui.sample import read_sample
from ui.sidebar import Sidebar
from ui.sidebar_tree import Place, SidebarTree


class MainWindow(QMainWindow):
    """Puts the parts together and keeps them fresh when the library changes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = replace(context, window=self, show_entry=self.show_entry)
        self._agreed: set[tuple[str, str, str]] = set()
        self.tree = SidebarTree(context.theme, self)
        self.sidebar = Sidebar(self.tree)
        self.pane = EntriesPane(self.context, lambda: self.sidebar.now, self.sidebar.show_all)
        self.table, self.entries, self.filter_box = self.pane.table, self.pane.entries, self.pane.filter_box
        self.table.file_icon = context.theme.icon("attach", "muted")
        self.editor = EntryEditor(self.context)
        self.panels = Panels(
            self.context, self.entries, self.filter_box, self.sidebar, self.editor, self.read_files, self.read_text
        )
        self.file_menu = FileMenu(self.panels)
        self.entry_menu = EntryMenu(self.panels)
        self.group_menu = GroupMenu(self.panels)
        self.library_menu = LibraryMenu(self.panels)
        self.actions_by_name = self._build_actions()
        self.empty = self._empty_state()
        self.pane.set_empty(self.empty)
        self._lay_out()
        self._fill_bars()
        self._connect()
        self._restore()
        self.setAcceptDrops(True)
        self.entries.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_actions(self) -> dict[str, QAction]:
        handlers = {
            **self.file_menu.handlers(),
            **self.entry_menu.handlers(),
            **self.group_menu.handlers(),
            **self.library_menu.handlers(),
            **HelpMenu(self.context, lambda: self.actions_by_name).handlers(),
        }
        actions = build_actions(self, self.entries, self.context.theme, handlers)
        for name in ("show_sidebar", "show_editor"):
            actions[name].setCheckable(True)
            actions[name].setChecked(True)
        actions["show_sidebar"].toggled.connect(self.sidebar.setVisible)
        actions["show_editor"].toggled.connect(self.editor.setVisible)
        return actions

    def _empty_state(self) -> EmptyState:
        page, bib, sample = (QAction(self) for _ in range(3))
        page.setToolTip("Choose a saved article page")
        page.triggered.connect(self.file_menu.import_page)
        bib.setToolTip("Choose a file of entries")
        bib.triggered.connect(self.file_menu.import_entries)
        sample.setToolTip("See how it works with an article that comes with Ibidem")
        sample.triggered.connect(lambda: read_sample(self.context))
        return EmptyState(self.context.theme, page, bib, sample, self.actions_by_name["new_entry"])

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for part, stretch in ((self.sidebar, 0), (self.pane, 1), (self.editor, 0)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setCollapsible(1, False)
        self.sidebar.setMinimumWidth(120)
        self.editor.setMinimumWidth(280)
        self.setCentralWidget(self.splitter)

    def _fill_bars(self) -> None:
        self.menus = fill_menus(self.menuBar(), self.actions_by_name)
        self._recent, self._columns = QMenu(self), QMenu(self)
        self._recent.aboutToShow.connect(lambda: self.file_menu.fill_recent(self._recent))
        self.actions_by_name["recent"].setMenu(self._recent)
        self._columns.aboutToShow.connect(self._fill_columns)
        self.actions_by_name["columns"].setMenu(self._columns)
        self.actions_by_name["look"].setMenu(look_menu(self, self.context.preferences))
        self.addToolBar(main_toolbar(self.actions_by_name))
        self._selected = QLabel()
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.context.messages.notices, 1)
        # The hint of the button under the mouse would be drawn over what is told.
        self.context.messages.told.connect(lambda _: bar.clearMessage())
        self._busy = BusyBar(self.context.background)
        for part in (self._busy, self._selected):
            bar.addPermanentWidget(part)

    def _fill_columns(self) -> None:
        self._columns.clear()
        self._columns.addActions(self.entries.column_actions(self._columns))

    def _connect(self) -> None:
        self.context.background.changed.connect(self._library_changed)
        self.context.background.opened.connect(self._library_opened)
        self.entries.current_changed.connect(lambda _: self._show_chosen())
        self.entries.selection_changed.connect(self._selection_changed)
        self.entries.opened.connect(lambda _: self.editor.go_to())
        self.entries.addActions([self.actions_by_name[name] for name in _CONTEXT_MENU])
        self.sidebar.chosen.connect(lambda _: self.pane.look_up())
        self.sidebar.article_opened.connect(self.library_menu.show_article)
        for place, names in _ON_THE_LEFT.items():
            self.sidebar.offer(place, [self.actions_by_name[name] for name in names])
        self.tree.dropped.connect(self.group_menu.put_in)
        self.tree.moved.connect(self.group_menu.move)
        self.tree.renamed.connect(self.group_menu.rename)
        self.editor.mention_opened.connect(self._show_mention)
        self.editor.several.offer([self.actions_by_name[name] for name in _TO_SEVERAL])
        self.context.theme.changed.connect(self._redraw)
        self._selection_changed(0)
        self._show_steps(("", ""))

    def _restore(self) -> None:
        memory = self.context.memory
        if not memory.restore(self, "main"):
            self.resize(1280, 800)
        if not memory.restore(self.splitter, "main.splitter"):
            self.splitter.setSizes([190, 690, 400])
        has_columns = memory.restore(self.entries.horizontalHeader(), "main.columns")
        self.entries.is_arranged = has_columns and memory.get("main.columns_arranged", True)
        self.actions_by_name["show_sidebar"].setChecked(memory.get("main.sidebar", True))
        self.actions_by_name["show_editor"].setChecked(memory.get("main.editor", True))

    def show_entry(self, entry_id: int) -> None:
        """Come forward with an entry selected; where the filter hides it, the filter is taken away."""
        self.raise_()
        self.activateWindow()
        self.pane.show_entry(entry_id)

    def _selection_changed(self, number: int) -> None:
        enable_actions(self.actions_by_name, number)
        self._show_chosen()
        self._selected.setText(f"{counted(number, 'entry', 'entries')} selected" if number > 1 else "")

    def _show_chosen(self) -> None:
        """Show the one entry that is selected; of several none, because only one of them would be edited."""
        number = self.entries.count_selected()
        if number > 1:
            self.editor.show_several(number)
        else:
            self.editor.show_entry(self.entries.selected_ids()[0] if number else self.entries.current_id())

    # What changes

    def _library_opened(self, location: str) -> None:
        self.setWindowTitle(f"{Path(location).stem if '://' not in location else location.rsplit('/', 1)[-1]} — Ibidem")
        self.editor.show_entry(None)
        self.pane.forget()
        self.context.preferences.set(self.context.preferences.now.with_recent(location))
        self._read_sidebar()
        self._read_steps()
        self.pane.look_up()

    def _library_changed(self, changes: Changes) -> None:
        self.pane.library_changed(changes)
        self._read_sidebar()
        self._read_steps()

    def _read_sidebar(self) -> None:
        def read(library: Library, _: object) -> tuple[tuple[Group, ...], tuple[ArticleCard, ...]]:
            return groups(library), articles(library)

        self.context.background.ask(read, lambda found: self.sidebar.show_library(*found), topic="tree", owner=self)

    def _read_steps(self) -> None:
        self.context.background.ask(
            lambda library, _: (library.undo_name(), library.redo_name()), self._show_steps, topic="steps"
        )

    def _show_steps(self, names: tuple[str, str]) -> None:
        for action, verb, name in zip(("undo", "redo"), ("&Undo", "&Redo"), names, strict=True):
            self.actions_by_name[action].setText(f"{verb} {name.replace('&', '&&')}".strip())
            self.actions_by_name[action].setIconText(verb.replace("&", ""))
            self.actions_by_name[action].setToolTip(f"{verb.replace('&', '')} {name}".strip())
            self.actions_by_name[action].setEnabled(bool(name))

    def _show_mention(self, mention: Mention) -> None:
        self.library_menu.show_article(mention.article_id, mention.citation_id)

    def _redraw(self) -> None:
        paint_icons(self.actions_by_name, self.context.theme)
        self.table.file_icon = self.context.theme.icon("attach", "muted")
        chosen = self.sidebar.now
        self.tree.redraw()
        self.sidebar.expandAll()
        self.sidebar.choose(chosen)

    # What comes from outside

    def read_files(self, paths: Sequence[Path]) -> None:
        """Bring files in, as dropping them does."""
        self.editor.save()
        read_files(self.context, paths)

    def read_text(self, text: str) -> None:
        """Bring text in, as pasting it does."""
        self.editor.save()
        read_text(self.context, text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and text may be dropped anywhere in the window."""
        if event.source() is None and (event.mimeData().hasUrls() or event.mimeData().hasText()):
            event.acceptProposedAction()
            self.empty.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """What was dragged has gone again."""
        self.empty.set_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        self.empty.set_over(False)
        dropped = event.mimeData()
        event.acceptProposedAction()
        if paths := [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]:
            self.read_files(paths)
        elif dropped.hasText():
            self.read_text(dropped.text())

    def _may_close(self) -> bool:
        """Save what was typed and close the other windows; ask first where something would be lost."""
        if not self._busy.isHidden() and not self._agreed_to(_STOP):
            return False
        if not self.context.close_windows():
            return False
        self.editor.save(is_leaving=True)
        return not self.editor.has_unsaved_source or self._agreed_to(_LOSE)

    def _agreed_to(self, loss: tuple[str, str, str]) -> bool:
        """Whether the user has agreed to lose this; if not, ask, and close when the answer is yes."""
        if loss in self._agreed:
            return True

        def agree() -> None:
            self._agreed.add(loss)
            self.context.background.cancel()
            self.close()

        title, message, act = loss
        self.context.messages.question(title, message, act, agree)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed, remember how the window looked, let go of the library."""
        if not self._may_close():
            event.ignore()
            return
        memory = self.context.memory
        memory.keep(self, "main")
        memory.keep(self.splitter, "main.splitter")
        memory.keep(self.entries.horizontalHeader(), "main.columns")
        memory.put("main.columns_arranged", self.entries.is_arranged)
        memory.put("main.sidebar", self.actions_by_name["show_sidebar"].isChecked())
        memory.put("main.editor", self.actions_by_name["show_editor"].isChecked())
        memory.write()
        self.context.background.close()
        super().closeEvent(event)


# What closing may cost: a title, what is asked, the verb on the button.
_STOP = (
    "Still working",
    "Ibidem has not finished what it is doing. If you stop it, the library stays as it was before.",
    "Stop and close",
)
_LOSE = (
    "Source not saved",
    "The source of an entry was edited and cannot be read as an entry. If you close, what you typed there is lost.",
    "Close without it",
)
_ON_THE_LEFT = {
    Place.GROUP: ("new_group", "rename_group", "move_group", "delete_group"),
    Place.HEADING: ("new_group",),
    Place.ARTICLE: ("open_article", "copy_footnotes"),
}
_TO_SEVERAL = ("keywords", "put_in_group", "export_selected", "merge", "delete")
_CONTEXT_MENU = (
    "edit_fields",
    "copy_cite",
    "copy_key",
    "open_link",
    "open_file",
    "keywords",
    "put_in_group",
    "take_from_group",
    "merge",
    "make_key",
    "export_selected",
)
