"""The matches of a file of entries in; a table to tick out: a line a match, under it one a field to fill in.

The table stays quick where a file has as many entries as a whole library: only lines in sight are put into words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.importing import Choice, Decision, FileMatch, FileProposal, lacking_fields
from ui.entry_types import form_field
from ui.entry_words import entry_words, sentence

HEADINGS = ("In your library", "In the file", "Why they are taken for one")
SURE, DOUBTFUL = "There already", "May be there: tick those that are"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class MatchLine:
    """A line: a heading where it has no match, a field where it has one, else the match itself."""

    match: FileMatch | None
    field: str = ""
    heading: str = ""


def lines_of(proposal: FileProposal) -> tuple[MatchLine, ...]:
    """The lines of a file, what is certain before what is in doubt; needs no window, so any thread may make them."""
    sure = [match for match in proposal.matches if match.same_as is not None]
    doubtful = [match for match in proposal.matches if match.same_as is None]
    return (*_part(SURE, sure), *_part(DOUBTFUL, doubtful))


def _part(heading: str, matches: list[FileMatch]) -> Iterator[MatchLine]:
    if matches:
        yield MatchLine(None, heading=f"{heading} ({len(matches):,})")
    for match in matches:
        yield MatchLine(match)
        for name in lacking_fields(match.standing, match.entry):
            yield MatchLine(match, name)


def is_worth_asking(lines: tuple[MatchLine, ...]) -> bool:
    """Whether there is anything to decide: a match in doubt, or an entry that could be filled in."""
    return any(line.field or (line.match is not None and line.match.same_as is None) for line in lines)


class MatchTable(QAbstractTableModel):
    """The lines, and what is ticked of them."""

    def __init__(self, lines: tuple[MatchLine, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self._ticked: set[int] = set()
        self._of_match: dict[int, int] = {}
        for row, line in enumerate(lines):
            if line.match is not None and not line.field:
                self._of_match[line.match.place] = row

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The library's entry, the file's, and why."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_heading and 0 <= section < len(HEADINGS) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be ticked."""
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and self.can_be_ticked(index.row()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(self.lines[row], column)
        if role == Qt.ItemDataRole.CheckStateRole and column == 0 and self.can_be_ticked(row):
            return Qt.CheckState.Checked if row in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.FontRole and self.lines[row].heading:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _words(self, line: MatchLine, column: int) -> str:
        match = line.match
        if match is None:
            return line.heading if column == 0 else ""
        if line.field:
            return (f"Fill in {form_field(line.field).label}", match.entry.get(line.field), "")[column]
        if column == 0:
            return f"{match.standing.key}: {entry_words(match.standing)}"
        return entry_words(match.entry) if column == 1 else why(match)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a line, or not."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.can_be_ticked(index.row()):
            return False
        self.tick(index.row(), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def can_be_ticked(self, row: int) -> bool:
        """Whether a line is a field, or a match in doubt."""
        line = self.lines[row]
        return line.match is not None and (bool(line.field) or line.match.same_as is None)

    def is_ticked(self, row: int) -> bool:
        """Whether a line is ticked."""
        return row in self._ticked

    def tick(self, row: int, is_ticked: bool) -> None:
        """Tick a line, or not; a field is only filled in where the work is the same, and that is then ticked too."""
        line = self.lines[row]
        if line.match is None:
            return
        head = self._of_match[line.match.place]
        if not is_ticked:
            self._ticked -= {row} if line.field else {head, *self._below(head)}
        else:
            self._ticked |= {row, head} if self.can_be_ticked(head) else {row}
        last = max((head, *self._below(head)))
        self.dataChanged.emit(self.index(head, 0), self.index(last, 0))

    def tick_all(self) -> None:
        """Tick every field of the works that certainly are there already."""
        for row, line in enumerate(self.lines):
            if line.field and line.match is not None and line.match.same_as is not None:
                self._ticked.add(row)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, 0))

    def _below(self, head: int) -> Iterator[int]:
        for row in range(head + 1, len(self.lines)):
            if not self.lines[row].field:
                return
            yield row

    def decisions(self) -> dict[int, Decision]:
        """What is ticked, by the places of the entries in the file."""
        decided: dict[int, Decision] = {}
        for place, head in self._of_match.items():
            match = self.lines[head].match
            fields = tuple(self.lines[row].field for row in self._below(head) if row in self._ticked)
            if match is not None and (fields or head in self._ticked):
                decided[place] = Decision(Choice.SAME, match.likely, enrich=bool(fields), fields=fields)
        return decided


def why(match: FileMatch) -> str:
    """Why an entry of the file and one of the library may be one work, strongest reason first."""
    likely = next((c for c in match.candidates if c.id == match.likely), None)
    return sentence(likely.comparison.sentence()) if likely is not None else "The same in every field"
