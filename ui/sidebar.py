"""The tree on the left: all entries, the groups, and the articles whose notes are in the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QWidget

from app.cards import ArticleCard, Group
from ui.sidebar_tree import Chosen, Place, SidebarTree


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
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
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
