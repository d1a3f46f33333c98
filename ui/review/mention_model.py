"""Qt model of the places where the notes cite one work: the citation's words, the page, why it leads here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.apparatus import Form, Relation
from ui.review.state import Place

MENTION = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex

RELATION_WORDS = {
    Relation.CITES: "",
    Relation.SEE: "see",
    Relation.SEE_ALSO: "see also",
    Relation.QUOTED_IN: "quoted in",
    Relation.QUOTED_SOURCE: "quoted source",
}


@dataclass(frozen=True, slots=True)
class MentionLine:
    """One citation of the work, ready to show.

    Attributes:
        sure: "97 %", "accepted by you".
        is_doubtful: whether it is among what should be looked at.
    """

    place: Place
    label: str
    words: str
    locator: str
    form: Form
    relation: Relation
    reason: str
    sure: str
    is_doubtful: bool


class MentionModel(QAbstractListModel):
    """The citations that lead to a work, in page order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[MentionLine, ...] = ()

    def show_lines(self, lines: Sequence[MentionLine]) -> None:
        """Show these; nothing happens where they are the same."""
        if tuple(lines) == self._lines:
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as there are citations."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself, and its words."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == MENTION:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return f"Note {line.label}: {line.words}. {line.reason}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.words}\n{line.reason}".strip()
        return None

    def row_of(self, place: Place | None) -> int | None:
        """The row of a citation."""
        return next((row for row, line in enumerate(self._lines) if line.place == place), None)
