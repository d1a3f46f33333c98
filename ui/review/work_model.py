"""Qt model of the proposed works: a session in, one row a work out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.apparatus import Work
from app.importing import Choice
from ui.entry_words import author_words, container_words, entry_words, title_words, year_words
from ui.review.narrowing import has_words
from ui.review.session import Session
from ui.review.state import mention_counts, work_doubts

WORK_ID = Qt.ItemDataRole.UserRole
DOUBT = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class Col(IntEnum):
    """The columns, from the left."""

    DOUBT = 0
    CHOICE = 1
    AUTHOR = 2
    TITLE = 3
    YEAR = 4
    CONTAINER = 5
    CITED = 6
    MATCH = 7


HEADINGS = {
    Col.DOUBT: ("", "How doubtful the work is; click to see the doubtful ones first"),
    Col.CHOICE: ("Becomes", "Whether the work comes into your library"),
    Col.AUTHOR: ("Author", "The authors or editors"),
    Col.TITLE: ("Title", "The title"),
    Col.YEAR: ("Year", "When it appeared"),
    Col.CONTAINER: ("In", "The journal, newspaper or book it appeared in, or its publisher"),
    Col.CITED: ("Cited", "How often the notes cite it"),
    Col.MATCH: ("In your library", "The entry of your library that it is or may be, and why"),
}

CHOICE_WORDS = {Choice.NEW: "new work", Choice.SAME: "same as", Choice.SKIP: "leave out"}
FILL_IN = "same, fill in"


class WorkModel(QAbstractTableModel):
    """The works in the order shown. Sorting is by Python keys made once; ids are kept, nothing is copied."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._works: list[Work] = []
        self._rows: dict[str, int] = {}
        self._counts: Counter[str] = Counter()
        self._doubts: dict[str, float] = {}
        self._column: Col | None = None
        self._descending = False
        self._wanted = ""
        self.refresh()

    def refresh(self) -> None:
        """Show the works as the session has them now; rows stay where they are as long as they are the same works."""
        self._counts = mention_counts(self._session.apparatus)
        self._doubts = work_doubts(self._session.state, self._session.proposals)
        works = [work for work in self._session.apparatus.works if _has(work, self._wanted)]
        if {work.id for work in works} == self._rows.keys():
            by_id = {work.id: work for work in works}
            self._works = [by_id[work.id] for work in self._works]
            if works:
                self.dataChanged.emit(self.index(0, 0), self.index(len(works) - 1, len(Col) - 1))
            return
        self.beginResetModel()
        self._works = self._ordered(works)
        self._number()
        self.endResetModel()

    def filter_by(self, text: str) -> None:
        """Show only works in which words begin with each word of the text."""
        self._wanted = text
        self.refresh()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 is the order of first citation."""
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.work_id(index.row())) for index in self.persistentIndexList()]
        self._column = Col(column) if column >= 0 else None
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._works = self._ordered([work for work in self._session.apparatus.works if work.id in self._rows])
        self._number()
        for index, work_id in kept:
            row = self._rows.get(work_id or "", -1)
            self.changePersistentIndex(index, self.index(row, index.column()))
        self.layoutChanged.emit()

    def _ordered(self, works: list[Work]) -> list[Work]:
        if self._column is None:
            return works
        keys: dict[Col, Callable[[Work], Any]] = {
            Col.DOUBT: lambda work: -self._doubts.get(work.id, 0.0),
            Col.CITED: lambda work: self._counts[work.id],
        }
        key = keys.get(self._column, lambda work: self._text(work, self._column or Col.TITLE).casefold())
        return sorted(works, key=key, reverse=self._descending)

    def _number(self) -> None:
        self._rows = {work.id: row for row, work in enumerate(self._works)}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as works are shown."""
        return 0 if parent.isValid() else len(self._works)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The columns of Col."""
        return 0 if parent.isValid() else len(Col)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Headings and what they mean."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(Col):
            if role == Qt.ItemDataRole.DisplayRole:
                return HEADINGS[Col(section)][0]
            if role == Qt.ItemDataRole.ToolTipRole:
                return HEADINGS[Col(section)][1]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, the work's id, its doubt, and tips with the whole of what is cut off."""
        if not index.isValid():
            return None
        work, column = self._works[index.row()], Col(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(work, column)
        if role == WORK_ID:
            return work.id
        if role == DOUBT:
            return self._doubts.get(work.id, 0.0)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Col.CITED:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and column is Col.MATCH:
            return self._session.match_words(work.id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(work, column) or entry_words(work.entry)
        return None

    def _text(self, work: Work, column: Col) -> str:
        match column:
            case Col.DOUBT:
                return ""
            case Col.CHOICE:
                decision = self._session.decision(work.id)
                return FILL_IN if decision.enrich else CHOICE_WORDS[decision.choice]
            case Col.CITED:
                return str(self._counts[work.id])
            case Col.MATCH:
                return self._session.match_name(work.id)
            case _:
                return ENTRY_TEXTS[column](work.entry)

    def work_id(self, row: int) -> str | None:
        """The id of the work in a row."""
        return self._works[row].id if 0 <= row < len(self._works) else None

    def row_of(self, work_id: str | None) -> int | None:
        """The row of a work, None where it is not shown."""
        return self._rows.get(work_id) if work_id is not None else None


ENTRY_TEXTS = {
    Col.AUTHOR: author_words,
    Col.TITLE: title_words,
    Col.YEAR: year_words,
    Col.CONTAINER: container_words,
}


def _has(work: Work, wanted: str) -> bool:
    return has_words(" ".join((*work.entry.fields.values(), work.entry.entrytype)), wanted)
