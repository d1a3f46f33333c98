"""The main window: groups and articles on the left, the table of entries in the middle, one entry on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.cards import ArticleCard, Changes, Column, EntryRow, Group, Mention
from app.finding import articles, find_ids, groups, rows
from app.library import Library
from ui.actions import build_actions, enable_actions, fill_menus, paint_icons
from ui.bars import look_menu, main_toolbar
from ui.busy_bar import BusyBar
from ui.context import Context
from ui.empty_state import EmptyState
from ui.entry_editor import EntryEditor
from ui.entry_list import EntryList
from ui.entry_menu import EntryMenu
from ui.entry_table import EntryTable
from ui.file_menu import FileMenu
from ui.filter_box import FilterBox
from ui.help_menu import HelpMenu
from ui.library_menu import LibraryMenu
from ui.panels import Panels
from ui.reading_in import read_files, read_text
from ui.sample import read_sample
from ui.sidebar import Chosen, Place, Sidebar, SidebarTree, counted


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the table shall show, and how many entries there are in all."""

    ids: tuple[int, ...]
    total: int


class MainWindow(QMainWindow):
    """Puts the parts together and keeps them fresh when the library changes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = replace(context, window=self, show_entry=self.show_entry)
        self._entry_wanted: int | None = None
        self._total: int | None = None
        self._is_leaving = False
        self.table = EntryTable(self._fetch_rows, self)
        self.table.file_icon = context.theme.icon("attach", "muted")
        self.entries = EntryList(self.table)
        self.filter_box = FilterBox(context.theme)
        self.tree = SidebarTree(context.theme, self)
        self.sidebar = Sidebar(self.tree)
        self.editor = EntryEditor(self.context)
        self.panels = Panels(
            self.context, self.entries, self.filter_box, self.sidebar, self.editor, self.read_files, self.read_text
        )
        self.file_menu = FileMenu(self.panels)
        self.entry_menu = EntryMenu(self.panels)
        self.library_menu = LibraryMenu(self.panels)
        self.actions_by_name = self._build_actions()
        self.empty = self._empty_state()
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
        self._nothing_found = QLabel("No entry has all these words.\nEscape in the filter box shows all again.")
        self._nothing_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing_found.setProperty("role", "muted")
        self.pages = QStackedWidget()
        for page in (QWidget(), self.entries, self.empty, self._nothing_found):
            self.pages.addWidget(page)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_box)
        column.addWidget(self.pages, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for part, stretch in ((self.sidebar, 0), (middle, 1), (self.editor, 0)):
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
        self.filter_box.query_changed.connect(lambda _: self._find())
        self.filter_box.left.connect(self._go_to_table)
        self.entries.order_chosen.connect(lambda *_: self._find())
        self.entries.current_changed.connect(lambda _: self._show_chosen())
        self.entries.selection_changed.connect(self._selection_changed)
        self.entries.typed.connect(self.filter_box.begin)
        self.entries.escaped.connect(self.filter_box.line.clear)
        self.entries.opened.connect(lambda _: self.editor.go_to())
        self.entries.addActions([self.actions_by_name[name] for name in _CONTEXT_MENU])
        self.sidebar.chosen.connect(lambda _: self._find())
        self.sidebar.article_opened.connect(self.library_menu.show_article)
        self.sidebar.offer(
            Place.GROUP, [self.actions_by_name[n] for n in ("new_group", "rename_group", "delete_group")]
        )
        self.sidebar.offer(Place.HEADING, [self.actions_by_name["new_group"]])
        self.sidebar.offer(Place.ARTICLE, [self.actions_by_name[name] for name in ("open_article", "copy_footnotes")])
        self.tree.dropped.connect(self.entry_menu.put_in)
        self.tree.renamed.connect(self.library_menu.rename)
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
        self._has_columns = memory.restore(self.entries.horizontalHeader(), "main.columns")
        self.actions_by_name["show_sidebar"].setChecked(memory.get("main.sidebar", True))
        self.actions_by_name["show_editor"].setChecked(memory.get("main.editor", True))

    # The library's table

    def _fetch_rows(self, ids: Sequence[int], then: Callable[[tuple[EntryRow, ...]], None]) -> None:
        self.context.background.ask(lambda library, _: rows(library, ids), then, owner=self)

    def _find(self) -> None:
        query, (order, is_down), chosen = self.filter_box.query, self.entries.order, self.sidebar.now
        total = self._total
        self.context.background.ask(
            lambda library, _: _find_shown(library, query, order, is_down, chosen, total),
            self._show_found,
            topic="find",
        )

    def _show_found(self, found: _Shown) -> None:
        self._total = found.total
        self.entries.show_ids(found.ids)
        self.filter_box.show_count(len(found.ids), found.total)
        page = self.entries if found.ids else (self._nothing_found if found.total else self.empty)
        if self.pages.currentWidget() is not page:
            before = self.pages.currentWidget()
            had_focus = before is not None and before.hasFocus()
            self.pages.setCurrentWidget(page)
            if had_focus:
                page.setFocus(Qt.FocusReason.OtherFocusReason)
        wanted, self._entry_wanted = self._entry_wanted, None
        if wanted is not None:
            self._select(wanted)
        elif found.ids and self.entries.current_id() is None:
            self.entries.select_ids(found.ids[:1])

    def show_entry(self, entry_id: int) -> None:
        """Come forward with an entry selected; where the filter hides it, the filter is taken away."""
        self.raise_()
        self.activateWindow()
        if self.table.row_of(entry_id) is not None:
            self._select(entry_id)
            return
        self._entry_wanted = entry_id
        self.filter_box.line.blockSignals(True)
        self.filter_box.line.clear()
        self.filter_box.line.blockSignals(False)
        self.sidebar.show_all()
        self._find()

    def _select(self, entry_id: int) -> None:
        self.entries.select_ids([entry_id])
        self.entries.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_table(self) -> None:
        self.entries.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.entries.current_id() is None and self.table.ids:
            self.entries.select_ids(self.table.ids[:1])

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
        self.table.show_ids(())
        self.table.forget()
        self._total = None
        self.context.preferences.set(self.context.preferences.now.with_recent(location))
        self._read_sidebar()
        self._read_steps()
        self._find()

    def _library_changed(self, changes: Changes) -> None:
        self.table.forget(changes.entries)
        self._total = None
        self._find()
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

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns the room there is, the first time."""
        super().showEvent(event)
        if not self._has_columns:
            self._has_columns = True
            QTimer.singleShot(0, self, self._fit_columns)

    def _fit_columns(self) -> None:
        bar = self.entries.verticalScrollBar().sizeHint().width()
        self.entries.fit_columns(self.pages.width() - bar - 4)

    def _ask_to_stop(self) -> None:
        def stop() -> None:
            self._is_leaving = True
            self.context.background.cancel()
            self.close()

        self.context.messages.question(
            "Still working",
            "Ibidem has not finished what it is doing. If you stop it, the library stays as it was before.",
            "Stop and close",
            stop,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed, remember how the window looked, let go of the library."""
        if not self._is_leaving and not self._busy.isHidden():
            self._ask_to_stop()
            event.ignore()
            return
        if not self.context.close_windows():
            event.ignore()
            return
        self.editor.save()
        memory = self.context.memory
        memory.keep(self, "main")
        memory.keep(self.splitter, "main.splitter")
        memory.keep(self.entries.horizontalHeader(), "main.columns")
        memory.put("main.sidebar", self.actions_by_name["show_sidebar"].isChecked())
        memory.put("main.editor", self.actions_by_name["show_editor"].isChecked())
        memory.write()
        self.context.background.close()
        super().closeEvent(event)


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


def _find_shown(
    library: Library, query: str, order: Column, descending: bool, chosen: Chosen, total: int | None
) -> _Shown:
    group = chosen.id if chosen.place is Place.GROUP else None
    article = chosen.id if chosen.place is Place.ARTICLE else None
    ids = find_ids(library, query, order, descending, group, article)
    if not query and group is None and article is None:
        return _Shown(ids, len(ids))
    return _Shown(ids, len(find_ids(library)) if total is None else total)
