"""The Qt model of an entry's people: one line a person, with the part they had in the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.people import Person, read_people, write_people

ROLES: Mapping[str, str] = {
    "author": "Author",
    "editor": "Editor",
    "translator": "Translator",
    "bookauthor": "Author of the book",
    "commentator": "Commentator",
    "annotator": "Annotator",
    "introduction": "Introduction by",
    "foreword": "Foreword by",
    "afterword": "Afterword by",
    "editora": "Second editor",
    "holder": "Patent holder",
    "shortauthor": "Short author",
    "shorteditor": "Short editor",
}
COLUMNS = ("Part", "Family name", "Given names", "Particle", "Suffix")
ROLE, FAMILY, GIVEN, PREFIX, SUFFIX = range(5)
_PARTS = {FAMILY: "family", GIVEN: "given", PREFIX: "prefix", SUFFIX: "suffix"}
BODY_ROLE = Qt.ItemDataRole.UserRole + 1

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person and the field they stand in ("author")."""

    role: str
    person: Person


def contributors_in(fields: Mapping[str, str]) -> tuple[Contributor, ...]:
    """The people in an entry's fields, role by role."""
    return tuple(
        Contributor(role, person) for role in ROLES if fields.get(role) for person in read_people(fields[role])
    )


def fields_of(contributors: Sequence[Contributor]) -> dict[str, str]:
    """The name fields for these people; a role that nobody has is ""."""
    return {role: write_people(c.person for c in contributors if c.role == role) for role in ROLES}


def names_rewritten(fields: Mapping[str, str]) -> dict[str, str]:
    """The name fields as they would be written again untouched: {"author": "Cohen, Eliot A."}."""
    return {role: value for role, value in fields_of(contributors_in(fields)).items() if value}


class PeopleTable(QAbstractTableModel):
    """People to be edited, added, taken out and put in order.

    Signals:
        edited: the user changed something.
    """

    edited = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._people: list[Contributor] = []

    @property
    def contributors(self) -> tuple[Contributor, ...]:
        """The people as they stand, without lines that name nobody."""
        return tuple(c for c in self._people if c.person != Person())

    def show_people(self, contributors: Sequence[Contributor]) -> None:
        """Show these people."""
        if tuple(contributors) == tuple(self._people):
            return
        self.beginResetModel()
        self._people = list(contributors)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many people there are."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The part they had, and the four parts of a name."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if is_heading and 0 <= section < len(COLUMNS) else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One part of a name; a body's whole name stands in the family's column."""
        if not index.isValid():
            return None
        who = self._people[index.row()]
        if role == BODY_ROLE:
            return bool(who.person.literal)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(who, index.column(), role)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "An organisation: its name is never divided" if who.person.literal else who.person.first_last
        return None

    def _text(self, who: Contributor, column: int, role: int) -> str:
        if column == ROLE:
            return who.role if role == Qt.ItemDataRole.EditRole else ROLES.get(who.role, who.role)
        if who.person.is_others:
            return "and others" if column == FAMILY else ""
        if column == FAMILY and who.person.literal:
            return who.person.literal
        return str(getattr(who.person, _PARTS[column]))

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, text = index.row(), str(value).strip()
        who = self._people[row]
        if index.column() == ROLE:
            changed = replace(who, role=text)
        elif index.column() == FAMILY and who.person.literal:
            changed = replace(who, person=Person(literal=text))
        elif index.column() == FAMILY and text.count(",") == 1:
            # A name typed or pasted as "Last, First" is divided as BibTeX would.
            changed = replace(who, person=read_people(text)[0] if text.strip(", ") else Person())
        else:
            changed = replace(who, person=replace(who.person, **{_PARTS[index.column()]: text}))
        return self._put(row, changed)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every cell can be typed in, but a body has one name only."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        person = self._people[index.row()].person
        is_whole = bool(person.literal) and index.column() not in (ROLE, FAMILY)
        return (
            flags if is_whole or (person.is_others and index.column() != ROLE) else flags | Qt.ItemFlag.ItemIsEditable
        )

    def add(self, role: str = "author", person: Person | None = None, after: int | None = None) -> int:
        """Add a line and say where it stands."""
        row = len(self._people) if after is None else after + 1
        self.beginInsertRows(QModelIndex(), row, row)
        self._people.insert(row, Contributor(role, person or Person()))
        self.endInsertRows()
        self.edited.emit()
        return row

    def take_out(self, row: int) -> None:
        """Remove a line."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._people[row]
        self.endRemoveRows()
        self.edited.emit()

    def move(self, row: int, by: int) -> int:
        """Move a line up (-1) or down (1) and say where it stands now."""
        to = row + by
        if not 0 <= to < len(self._people):
            return row
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to if by < 0 else to + 1)
        self._people.insert(to, self._people.pop(row))
        self.endMoveRows()
        self.edited.emit()
        return to

    def turn_body(self, row: int) -> None:
        """Make an organisation of a person, or the other way round."""
        who = self._people[row]
        if who.person.is_others:
            return
        if who.person.literal:
            person = (read_people(who.person.literal) or (Person(),))[0]
        else:
            person = Person(literal=who.person.first_last)
        self._put(row, replace(who, person=person))

    def _put(self, row: int, changed: Contributor) -> bool:
        if changed == self._people[row]:
            return False
        self._people[row] = changed
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        self.edited.emit()
        return True
