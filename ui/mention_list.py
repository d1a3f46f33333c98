"""The notes that cite an entry, each with the citation marked in place, its locator and its article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.apparatus import Form, Relation
from app.cards import Mention
from ui.theme import Theme

MENTION_ROLE = Qt.ItemDataRole.UserRole + 1
RELATION_WORDS = {
    Relation.CITES: "",
    Relation.SEE: "see",
    Relation.SEE_ALSO: "see also",
    Relation.QUOTED_IN: "quoted in this work",
    Relation.QUOTED_SOURCE: "quoted, from another work",
}
FORM_WORDS = {Form.FULL: "cited in full", Form.SHORT: "short title", Form.IBID: "Ibid."}
AnyIndex = QModelIndex | QPersistentModelIndex


class MentionTable(QAbstractListModel):
    """The mentions of one entry."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._mentions: tuple[Mention, ...] = ()

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """Show these."""
        self.beginResetModel()
        self._mentions = tuple(mentions)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._mentions)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A mention as one line of text, for search and for screen readers, or itself."""
        if not index.isValid():
            return None
        mention = self._mentions[index.row()]
        if role == MENTION_ROLE:
            return mention
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"Note {mention.note_label or mention.note_position}: {mention.note_text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return mention.reason or FORM_WORDS[mention.form]
        return None


def mention_html(mention: Mention, mark: str, muted: str, text: str) -> str:
    """A mention as rich text: where it is, then the note with the citation marked."""
    before, cited = mention.note_text[: mention.start], mention.note_text[mention.start : mention.end]
    after = mention.note_text[mention.end :]
    if len(before) > 260:
        before = "… " + before[-240:].split(" ", 1)[-1]
    if len(after) > 260:
        after = after[:240].rsplit(" ", 1)[0] + " …"
    locator = f"at {mention.locator}" if mention.locator else ""
    parts = [FORM_WORDS[mention.form], RELATION_WORDS[mention.relation], locator]
    where = f"<b>Note {escape(mention.note_label or str(mention.note_position))}</b>"
    about = " · ".join(escape(part) for part in parts if part)
    marked = f'<span style="background-color:{mark}">{escape(cited)}</span>'
    return (
        f'<div style="color:{muted}">{where} · {about}</div>'
        f'<div style="color:{text}; margin-top:3px; margin-bottom:3px">{escape(before)}{marked}{escape(after)}</div>'
        f'<div style="color:{muted}"><i>{escape(mention.article_title)}</i></div>'
    )


class _MentionPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def _document(self, option: QStyleOptionViewItem, mention: Mention) -> QTextDocument:
        area, palette, font = option.rect, option.palette, option.font
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_strong = is_selected and bool(option.state & QStyle.StateFlag.State_Active)
        muted = self._theme.colour("text" if is_strong else "muted").name()
        document = QTextDocument()
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        document.setTextWidth(max(area.width() - 24, 120))
        mark = self._theme.colour(f"mark_{mention.form.value}").name()
        document.setHtml(mention_html(mention, mark, muted, palette.color(QPalette.ColorRole.Text).name()))
        return document

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The note under its heading, on the selection's colour where it is selected."""
        mention = index.data(MENTION_ROLE)
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.colour("accent_soft"))
        painter.setPen(self._theme.colour("grid"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.translate(area.left() + 12, area.top() + 9)
        self._document(option, mention).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as its text is at the view's width."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 300
        option.rect.setWidth(width)
        return QSize(width, round(self._document(option, index.data(MENTION_ROLE)).size().height()) + 19)


class MentionList(QWidget):
    """Shows the mentions of an entry.

    Signals:
        opened: a Mention was double-clicked or entered: show its article there.
        cite_wanted: a Mention whose LaTeX command, with its page, shall be copied.
    """

    opened = Signal(object)
    cite_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = MentionTable(self)
        self.view = QListView()
        self.view.setAccessibleName("Notes that cite this entry")
        self.view.setModel(self.table)
        self.view.setItemDelegate(_MentionPainter(theme, self.view))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.activated.connect(lambda index: self.opened.emit(index.data(MENTION_ROLE)))
        show = QAction("Show in the article", self.view)
        show.triggered.connect(lambda: self._with_current(self.opened.emit))
        copy = QAction("Copy citation with its page", self.view)
        copy.triggered.connect(lambda: self._with_current(self.cite_wanted.emit))
        self.view.addActions([show, copy])
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._nothing = QLabel("No note in the library cites this entry.", alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.view)
        theme.changed.connect(lambda: self.view.viewport().update())

    def _with_current(self, act: Callable[[Mention], None]) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            act(index.data(MENTION_ROLE))

    def copy_citation(self) -> bool:
        """Ask for the citation the cursor is on to be copied; False where the cursor is elsewhere."""
        is_here = self.view.hasFocus() and self.view.currentIndex().isValid()
        if is_here:
            self._with_current(self.cite_wanted.emit)
        return is_here

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """Show these, or that there is none."""
        self.table.show_mentions(mentions)
        self._pages.setCurrentIndex(1 if mentions else 0)
