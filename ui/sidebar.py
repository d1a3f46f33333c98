"""The tree on the left: all entries, the groups, and the articles whose notes are in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QWidget

from app.cards import ArticleCard, Group
from ui.entry_table import ENTRIES_MIME, entries_in
from ui.theme import Theme

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2


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
    """The lines of the tree; entries may be dropped on a group.

    Signals:
        dropped: a group's id and the ids of the entries dropped on it.
        renamed: a group's id and its new name, as typed.
    """

    dropped = Signal(int, object)
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
        root.appendRow(heading)
        lines: dict[int | None, QStandardItem] = {None: heading}
        for group in groups:
            line = self._line(f"{group.name}", Chosen(Place.GROUP, group.id, group.name), "group")
            line.setData(group.entries, COUNT_ROLE)
            line.setEditable(True)
            line.setDropEnabled(True)
            line.setToolTip(
                f"{group.name}: {counted(group.entries, 'entry', 'entries')}. Drop entries here to add them."
            )
            lines.get(group.parent, heading).appendRow(line)
            lines[group.id] = line
        articles_heading = self._line("Articles read", Chosen(Place.HEADING, name="Articles"), "")
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
        """Only entries can be dropped."""
        return [ENTRIES_MIME]

    def canDropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Entries can be dropped on a group."""
        here = self.chosen_at(self.index(parent.row(), parent.column(), parent.parent()))
        return data.hasFormat(ENTRIES_MIME) and parent.isValid() and here.place is Place.GROUP

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say which entries were dropped on which group; the tree itself changes when the library has."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        group = self.chosen_at(self.index(parent.row(), parent.column(), parent.parent()))
        self.dropped.emit(group.id, entries_in(data))
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


class Sidebar(QTreeView):
    """The view of the tree.

    Signals:
        chosen: what the table shall show, as a Chosen.
        article_opened: an article was double-clicked; its id.
    """

    chosen = Signal(object)
    article_opened = Signal(int)

    def __init__(self, tree: SidebarTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self.setModel(tree)
        self.setObjectName("sidebar")
        self.setAccessibleName("Groups and articles")
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.selectionModel().currentChanged.connect(lambda now: self.chosen.emit(self._tree.chosen_at(now)))
        self.doubleClicked.connect(self._opened)
        self._offered: dict[Place, list[QAction]] = {}
        self.expandAll()

    @property
    def now(self) -> Chosen:
        """What is chosen."""
        return self._tree.chosen_at(self.currentIndex())

    def offer(self, place: Place, actions: list[QAction]) -> None:
        """Set the context menu of one kind of line."""
        self._offered[place] = actions

    def show_library(self, groups: Sequence[Group], articles: Sequence[ArticleCard]) -> None:
        """Show these groups and articles; what was chosen stays chosen while it is there."""
        chosen = self.now
        with_signals = self.selectionModel().blockSignals(True)
        self._tree.show_library(groups, articles)
        self.expandAll()
        index = self._tree.index_of(chosen)
        is_gone = not index.isValid()
        self.setCurrentIndex(self._tree.index(0, 0) if is_gone else index)
        self.selectionModel().blockSignals(with_signals)
        self.viewport().update()
        if is_gone:
            self.chosen.emit(self.now)

    def choose(self, chosen: Chosen) -> None:
        """Choose a line, all entries where it is gone."""
        index = self._tree.index_of(chosen)
        self.setCurrentIndex(index if index.isValid() else self._tree.index(0, 0))

    def show_all(self) -> None:
        """Choose all entries without telling anyone."""
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._tree.index(0, 0))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _opened(self, index: QModelIndex) -> None:
        chosen = self._tree.chosen_at(index)
        if chosen.place is Place.ARTICLE and chosen.id is not None:
            self.article_opened.emit(chosen.id)

    def _offer(self, point: QPoint) -> None:
        index = self.indexAt(point)
        place = self._tree.chosen_at(index).place if index.isValid() else Place.HEADING
        actions = self._offered.get(place, [])
        if actions:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(actions)
            menu.popup(self.viewport().mapToGlobal(point))


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 entry", "1,204 entries"."""
    return f"{number:,} {one if number == 1 else many}"
