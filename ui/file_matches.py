"""What the library has, or may have, of a file of entries in; what is to become of it out, before any is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from app.counting import counted
from app.importing import Choice, Decision, FileMatch, FileProposal, lacking_fields
from ui.context import Context
from ui.entry_types import form_field
from ui.entry_words import entry_words
from ui.tree_line import tree_line

FIELD = Qt.ItemDataRole.UserRole
Decided = Callable[[dict[int, Decision]], None]


def is_worth_asking(proposal: FileProposal) -> bool:
    """Whether there is anything to decide: a match in doubt, or an entry that could be filled in."""
    return any(match.same_as is None or lacking_fields(match.standing, match.entry) for match in proposal.matches)


class FileMatches(QDialog):
    """One line for each match, under it a line for each field that the library's entry lacks; what is ticked is done.

    Args:
        proposal: the matches of the file.
        name: the file's.
        decided: told what was decided, by the places of the entries, when the user goes on; else nothing comes in.
    """

    def __init__(self, context: Context, proposal: FileProposal, name: str, decided: Decided) -> None:
        super().__init__(context.window)
        self._decided = decided
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Import {name}")
        self.resize(860, 520)
        title = QLabel(summary(proposal))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        about = QLabel("Nothing has come in yet. Tick what your entries are to get from the file (Space).")
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        self.lines = QTreeWidget()
        self.lines.setAccessibleName("What the library has of the file")
        self.lines.setHeaderLabels(["In your library", "In the file"])
        self.lines.setAlternatingRowColors(True)
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines.setColumnWidth(0, 400)
        self._matches: list[tuple[QTreeWidgetItem, FileMatch]] = []
        self._add("There already", [match for match in proposal.matches if match.same_as is not None])
        self._add("May be there: tick those that are", [match for match in proposal.matches if match.same_as is None])
        self.lines.itemChanged.connect(self._ticked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go_on = buttons.addButton("Import", QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        self.fill_all = buttons.addButton("Fill in all", QDialogButtonBox.ButtonRole.ActionRole)
        self.fill_all.setAutoDefault(False)
        self.fill_all.clicked.connect(self.tick_all)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for widget in (title, about):
            column.addWidget(widget)
        column.addWidget(self.lines, 1)
        column.addWidget(buttons)
        self.lines.setFocus()

    def _add(self, words: str, matches: Sequence[FileMatch]) -> None:
        if not matches:
            return
        head = tree_line(self.lines, f"{words} ({len(matches)})")
        self.lines.addTopLevelItem(head)
        for match in matches:
            standing = f"{match.standing.key}: {entry_words(match.standing)}"
            line = tree_line(self.lines, standing, entry_words(match.entry))
            head.addChild(line)
            for column in (0, 1):
                line.setToolTip(column, f"{line.text(column)}\n{_why(match)}")
            if match.same_as is None:
                line.setCheckState(0, Qt.CheckState.Unchecked)
            for name in lacking_fields(match.standing, match.entry):
                value = match.entry.get(name)
                below = tree_line(self.lines, f"Fill in {form_field(name).label}", value)
                line.addChild(below)
                below.setData(0, FIELD, name)
                below.setCheckState(0, Qt.CheckState.Unchecked)
                below.setToolTip(1, value)
            self._matches.append((line, match))
            line.setExpanded(True)
        head.setExpanded(True)

    def _ticked(self, line: QTreeWidgetItem) -> None:
        """A field can only be filled in where the work is the same; what is not the same is left as it is."""
        above = line.parent()
        if line.data(0, FIELD) is None:
            if _can_be_ticked(line) and not _is_ticked(line):
                for below in _below(line):
                    below.setCheckState(0, Qt.CheckState.Unchecked)
        elif _is_ticked(line) and above is not None and _can_be_ticked(above):
            above.setCheckState(0, Qt.CheckState.Checked)

    def tick_all(self) -> None:
        """Tick every field of the works that certainly are there already."""
        for line, match in self._matches:
            if match.same_as is not None:
                for below in _below(line):
                    below.setCheckState(0, Qt.CheckState.Checked)

    def decisions(self) -> dict[int, Decision]:
        """What is ticked, by the places of the entries in the file."""
        decided: dict[int, Decision] = {}
        for line, match in self._matches:
            fields = tuple(below.data(0, FIELD) for below in _below(line) if _is_ticked(below))
            if fields or (match.same_as is None and _is_ticked(line)):
                decided[match.place] = Decision(Choice.SAME, match.likely, enrich=bool(fields), fields=fields)
        return decided

    def accept(self) -> None:
        """Let the file come in as it was decided."""
        super().accept()
        self._decided(self.decisions())


def summary(proposal: FileProposal) -> str:
    """What the file brings, in one sentence: "12 entries, 3 of them in your library already, 1 perhaps."."""
    known = len(proposal.known)
    doubtful = len(proposal.matches) - known
    parts = [counted(proposal.total, "entry", "entries")]
    if known:
        parts.append(f"{known:,} of them in your library already")
    if doubtful:
        parts.append(f"{doubtful:,} perhaps")
    return ", ".join(parts) + "."


def _why(match: FileMatch) -> str:
    likely = next((c for c in match.candidates if c.id == match.likely), None)
    return likely.comparison.sentence() if likely is not None else "The same in every field"


def _below(line: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for number in range(line.childCount()):
        if (below := line.child(number)) is not None:
            yield below


def _can_be_ticked(line: QTreeWidgetItem) -> bool:
    return line.data(0, Qt.ItemDataRole.CheckStateRole) is not None


def _is_ticked(line: QTreeWidgetItem) -> bool:
    return _can_be_ticked(line) and line.checkState(0) is Qt.CheckState.Checked
