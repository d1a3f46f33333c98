"""Qt model of an apparatus's notes: their order and filter in, one row a note out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.apparatus import Note
from ui.review.state import kind_word

NOTE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class NoteModel(QAbstractListModel):
    """The notes in the order shown. A correction changes rows in place, so that the reader stays where they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: list[Note] = []
        self._rows: dict[int, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as notes are shown."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The note itself, its text, and what a screen reader says."""
        if not index.isValid():
            return None
        note = self._notes[index.row()]
        if role == NOTE:
            return note
        if role == Qt.ItemDataRole.DisplayRole:
            return note.note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Note {note.note.label}, {kind_word(note)}: {note.note.text}"
        return None

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes; where they are the same ones as before, only those that changed are told."""
        positions = [note.note.position for note in notes]
        if positions == [note.note.position for note in self._notes]:
            self._change(notes)
            return
        self.beginResetModel()
        self._notes = list(notes)
        self._rows = {position: row for row, position in enumerate(positions)}
        self.endResetModel()

    def _change(self, notes: Sequence[Note]) -> None:
        for row, note in enumerate(notes):
            if note != self._notes[row]:
                self._notes[row] = note
                self.dataChanged.emit(self.index(row), self.index(row))

    def note(self, row: int) -> Note | None:
        """The note in a row."""
        return self._notes[row] if 0 <= row < len(self._notes) else None

    def row_of(self, position: int) -> int | None:
        """The row of a note by its place in page order, None where it is not shown."""
        return self._rows.get(position)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes shown, in order."""
        return tuple(self._notes)
