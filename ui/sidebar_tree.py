"""Groups and articles in, the lines of the tree on the left out: what each stands for, what may be dropped on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.cards import ArticleCard, Group
from app.counting import counted
from ui.entry_table import ENTRIES_MIME, entries_in
from ui.theme import Theme

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
GROUP_MIME = "application/x-ibidem-group"
ARTICLES_READ = "Articles read"


class Place(StrEnum):
    """What a line of the tree stands for."""

    ALL = "all"
    HEADING = "heading"
    GROUP = "group"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The line that is chosen: all entries, or one group or article by its id."""

    place: Place = Place.ALL
    id: int | None = None
    name: str = ""


class SidebarTree(QStandardItemModel):
    """The lines of the tree; entries may be dropped on a group, and a group on another one or on the heading.

    Signals:
        dropped: a group's id and the ids of the entries dropped on it.
        moved: a group's id and the id of the group it was dropped on, None for the heading.
        renamed: a group's id and its new name, as typed.
    """

    dropped = Signal(int, object)
    moved = Signal(int, object)
    renamed = Signal(int, str)

    def __init__(self, theme: Theme, parent: Any = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: Sequence[Group] = ()
        self._articles: Sequence[ArticleCard] = ()
        self.show_library((), ())

    def show_library(self, groups: Sequence[Group], articles: Sequence[ArticleCard]) -> None:
        """Build the lines anew from these groups (parents first) and articles."""
        self._groups, self._articles = groups, articles
        self.clear()
        root = self.invisibleRootItem()
        root.appendRow(self._line("All entries", Chosen(Place.ALL), "library"))
        heading = self._line("Groups", Chosen(Place.HEADING, name="Groups"), "")
        heading.setDropEnabled(True)
        root.appendRow(heading)
        lines: dict[int | None, QStandardItem] = {None: heading}
        for group in groups:
            line = self._line(f"{group.name}", Chosen(Place.GROUP, group.id, group.name), "group")
            line.setData(group.entries, COUNT_ROLE)
            line.setEditable(True)
            line.setDropEnabled(True)
            line.setDragEnabled(True)
            line.setToolTip(
                f"{group.name}: {counted(group.entries, 'entry', 'entries')}. Drop entries here to add them."
            )
            lines.get(group.parent, heading).appendRow(line)
            lines[group.id] = line
        articles_heading = self._line(ARTICLES_READ, Chosen(Place.HEADING, name=ARTICLES_READ), "")
        root.appendRow(articles_heading)
        for article in articles:
            articles_heading.appendRow(self._article_line(article))

    def redraw(self) -> None:
        """Draw the icons again in the present style."""
        self.show_library(self._groups, self._articles)

    def chosen_at(self, index: QModelIndex) -> Chosen:
        """What a line stands for."""
        chosen = self.data(index, PLACE_ROLE) if index.isValid() else None
        return chosen if isinstance(chosen, Chosen) else Chosen()

    def index_of(self, chosen: Chosen) -> QModelIndex:
        """The line of a group or article, an invalid index where it is gone."""
        return self._find(QModelIndex(), chosen)

    def _find(self, parent: QModelIndex, chosen: Chosen) -> QModelIndex:
        for row in range(self.rowCount(parent)):
            index = self.index(row, 0, parent)
            here = self.chosen_at(index)
            if (here.place, here.id) == (chosen.place, chosen.id) and here.place is not Place.HEADING:
                return index
            deeper = self._find(index, chosen)
            if deeper.isValid():
                return deeper
        return QModelIndex()

    def mimeTypes(self) -> list[str]:
        """Entries can be dropped, and groups be dragged."""
        return [ENTRIES_MIME, GROUP_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The group that is dragged."""
        dragged = QMimeData()
        for group in (self.chosen_at(index) for index in indexes):
            if group.place is Place.GROUP:
                dragged.setData(GROUP_MIME, str(group.id).encode())
        return dragged

    def canDropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Entries fit on a group; a group fits on the heading and on any group that is not inside it."""
        on = self.index(parent.row(), parent.column(), parent.parent())
        here = self.chosen_at(on)
        if not on.isValid():
            return False
        if data.hasFormat(ENTRIES_MIME):
            return here.place is Place.GROUP
        moved = _group_in(data)
        if moved is None or here.place not in (Place.GROUP, Place.HEADING) or here.name == ARTICLES_READ:
            return False
        return moved not in self._way_up(on) and here.id != self._parent_of(moved)

    def _way_up(self, index: QModelIndex) -> list[int | None]:
        """A line's own group and those that it is in."""
        way = []
        while index.isValid():
            way.append(self.chosen_at(index).id)
            index = index.parent()
        return way

    def _parent_of(self, group_id: int) -> int | None:
        return next((group.parent for group in self._groups if group.id == group_id), None)

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say what was dropped on which group; the tree itself changes when the library has."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        onto = self.chosen_at(self.index(parent.row(), parent.column(), parent.parent())).id
        if data.hasFormat(ENTRIES_MIME):
            self.dropped.emit(onto, entries_in(data))
        else:
            self.moved.emit(_group_in(data), onto)
        return True

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A group is shown with the number of its entries, and edited without."""
        shown = super().data(index, role)
        if role == Qt.ItemDataRole.DisplayRole and (count := super().data(index, COUNT_ROLE)):
            return f"{shown}  ({count:,})"
        return shown

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """A group's name typed in place is told, not taken: the tree follows the library."""
        if role == Qt.ItemDataRole.EditRole:
            chosen = self.chosen_at(self.index(index.row(), index.column(), index.parent()))
            name = str(value).strip()
            if chosen.place is Place.GROUP and chosen.id is not None and name and name != chosen.name:
                self.renamed.emit(chosen.id, name)
            return False
        return super().setData(index, value, role)

    def _line(self, text: str, chosen: Chosen, icon: str) -> QStandardItem:
        line = QStandardItem(text)
        line.setData(chosen, PLACE_ROLE)
        line.setEditable(False)
        line.setDropEnabled(False)
        line.setDragEnabled(False)
        if icon:
            line.setIcon(self._theme.icon(icon))
        if chosen.place is Place.HEADING:
            line.setSelectable(False)
            line.setForeground(self._theme.colour("muted"))
            font = line.font()
            font.setBold(True)
            line.setFont(font)
        return line

    def _article_line(self, article: ArticleCard) -> QStandardItem:
        family = article.author.split(",")[0].split(" and ")[0]
        short = " ".join(part for part in (family, article.year) if part)
        name = f"{short}: {article.title}" if short else article.title or article.source or "Untitled article"
        line = self._line(name, Chosen(Place.ARTICLE, article.id, name), "article")
        notes = counted(article.notes, "note", "notes")
        line.setToolTip(f"{article.title}\n{article.author} {article.year}\n{notes}, {article.citations} citations")
        return line


def _group_in(dragged: QMimeData) -> int | None:
    written = bytes(dragged.data(GROUP_MIME).data()).decode()
    return int(written) if written else None
