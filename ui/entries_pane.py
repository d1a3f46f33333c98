"""The middle of the main window: the filter over the table of entries, and what stands there when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.cards import Changes, Column, EntryRow
from app.finding import find_ids, rows
from app.library import Library
from ui.context import Context
from ui.empty_state import EmptyState
from ui.entry_list import EntryList
from ui.entry_table import EntryTable
from ui.filter_box import FilterBox
from ui.sidebar_tree import Chosen, Place


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the table shall show, and how many entries there are in all."""

    ids: tuple[int, ...]
    total: int


class EntriesPane(QWidget):
    """Shows the entries of a place that fit the filter, in the order chosen.

    Args:
        chosen: tells which place is shown: all entries, a group, an article.
        show_all: makes it all entries, without telling anyone.
    """

    def __init__(self, context: Context, chosen: Callable[[], Chosen], show_all: Callable[[], None]) -> None:
        super().__init__()
        self._background = context.background
        self._chosen = chosen
        self._show_all = show_all
        self._entry_wanted: int | None = None
        self._total: int | None = None
        self.table = EntryTable(self._fetch_rows, self)
        self.entries = EntryList(self.table)
        self.filter_box = FilterBox(context.theme)
        self._nothing_found = QLabel("No entry has all these words.\nEscape in the filter box shows all again.")
        self._nothing_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing_found.setProperty("role", "muted")
        self.pages = QStackedWidget()
        for page in (QWidget(), self.entries, self._nothing_found):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_box)
        column.addWidget(self.pages, 1)
        self.filter_box.query_changed.connect(lambda _: self.look_up())
        self.filter_box.left.connect(self._go_to_table)
        self.entries.order_chosen.connect(lambda *_: self.look_up())
        self.entries.typed.connect(self.filter_box.begin)
        self.entries.escaped.connect(self.filter_box.line.clear)

    def set_empty(self, empty: EmptyState) -> None:
        """Say what is shown while the library has no entries."""
        self.empty = empty
        self.pages.addWidget(empty)

    def forget(self) -> None:
        """Begin anew, with another library."""
        self.table.show_ids(())
        self.table.forget()
        self._total = None

    def library_changed(self, changes: Changes) -> None:
        """Read again what may have changed."""
        self.table.forget(changes.entries)
        self._total = None
        self.look_up()

    def look_up(self) -> None:
        """Ask the library for the entries that shall be shown."""
        query, (order, is_down), chosen, total = self.filter_box.query, self.entries.order, self._chosen(), self._total
        self._background.ask(
            lambda library, _: _find_shown(library, query, order, is_down, chosen, total),
            self._show_found,
            topic="find",
        )

    def show_entry(self, entry_id: int) -> None:
        """Select an entry; where the filter or the place chosen hides it, they are taken away."""
        if self.table.row_of(entry_id) is not None:
            self._select(entry_id)
            return
        self._entry_wanted = entry_id
        self.filter_box.line.blockSignals(True)
        self.filter_box.line.clear()
        self.filter_box.line.blockSignals(False)
        self._show_all()
        self.look_up()

    def _fetch_rows(self, ids: Sequence[int], then: Callable[[tuple[EntryRow, ...]], None]) -> None:
        self._background.ask(lambda library, _: rows(library, ids), then, owner=self)

    def _show_found(self, found: _Shown) -> None:
        self._total = found.total
        self.entries.show_ids(found.ids)
        self.filter_box.show_count(len(found.ids), found.total)
        self._show_page(self.entries if found.ids else (self._nothing_found if found.total else self.empty))
        wanted, self._entry_wanted = self._entry_wanted, None
        if wanted is not None:
            self._select(wanted)
        elif found.ids and self.entries.current_id() is None:
            self.entries.select_ids(found.ids[:1])

    def _show_page(self, page: QWidget) -> None:
        before = self.pages.currentWidget()
        if before is page:
            return
        had_focus = before is not None and before.hasFocus()
        self.pages.setCurrentWidget(page)
        if had_focus:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, entry_id: int) -> None:
        self.entries.select_ids([entry_id])
        self.entries.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_table(self) -> None:
        self.entries.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.entries.current_id() is None and self.table.ids:
            self.entries.select_ids(self.table.ids[:1])


def _find_shown(
    library: Library, query: str, order: Column, descending: bool, chosen: Chosen, total: int | None
) -> _Shown:
    group = chosen.id if chosen.place is Place.GROUP else None
    article = chosen.id if chosen.place is Place.ARTICLE else None
    ids = find_ids(library, query, order, descending, group, article)
    if not query and group is None and article is None:
        return _Shown(ids, len(ids))
    return _Shown(ids, len(find_ids(library)) if total is None else total)
