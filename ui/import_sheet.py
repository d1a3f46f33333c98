"""What came in from a file of entries: how many are new, which the library had, which are broken and on which line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from app.cards import EntryRow
from app.counting import counted
from app.errors import UserError
from app.finding import rows
from app.importing import BrokenEntry, ImportReport, save_broken
from ui.context import Context
from ui.tree_line import tree_line

SHOWN = 500


class ImportSheet(QDialog):
    """The result of an import, to be read and closed."""

    def __init__(self, context: Context, report: ImportReport, name: str) -> None:
        super().__init__(context.window)
        self._context = context
        self._report = report
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Imported from {name}")
        self.resize(640, 420 if report.known or report.broken else 140)
        title = QLabel(summary(report))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        self.lines = QTreeWidget()
        self.lines.setAccessibleName("What came in")
        self.lines.setHeaderLabels(["", ""])
        self.lines.setHeaderHidden(True)
        self.lines.setAlternatingRowColors(True)
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines.setColumnWidth(0, 170)
        self.lines.itemActivated.connect(self._activated)
        self.lines.setVisible(bool(report.known or report.broken))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        if report.broken:
            aside = buttons.addButton("Save broken aside…", QDialogButtonBox.ButtonRole.ActionRole)
            aside.setAutoDefault(False)
            aside.clicked.connect(self.save_aside)
            self._add_broken(report.broken)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self.lines, 1)
        column.addWidget(buttons)
        if report.known:
            wanted = report.known[:SHOWN]
            context.background.ask(lambda library, _: rows(library, wanted), self._add_known)

    def _add_broken(self, broken: tuple[BrokenEntry, ...]) -> None:
        head = tree_line(self.lines, f"Broken ({len(broken):,})", "Left out; the rest of the file is in")
        self.lines.addTopLevelItem(head)
        for entry in broken[:SHOWN]:
            line = tree_line(self.lines, f"Line {entry.line}", entry.why)
            head.addChild(line)
            line.setToolTip(1, entry.text[:600])
        self._add_rest(head, len(broken))
        head.setExpanded(True)

    def _add_known(self, known: tuple[EntryRow, ...]) -> None:
        words = f"Already there ({len(self._report.known):,})"
        head = tree_line(self.lines, words, "The library has these works; they are not doubled")
        self.lines.addTopLevelItem(head)
        for row in known:
            line = tree_line(self.lines, row.key, " ".join(part for part in (row.author, row.year, row.title) if part))
            head.addChild(line)
            line.setData(0, Qt.ItemDataRole.UserRole, row.id)
            line.setToolTip(1, "Double-click to see the entry")
        self._add_rest(head, len(self._report.known))
        head.setExpanded(not self._report.broken)

    def _add_rest(self, head: QTreeWidgetItem, number: int) -> None:
        if number > SHOWN:
            head.addChild(tree_line(self.lines, "", f"and {number - SHOWN:,} more"))

    def _activated(self, line: QTreeWidgetItem) -> None:
        entry_id = line.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(entry_id, int):
            self._context.show_entry(entry_id)

    def save_aside(self) -> None:
        """Let the user choose a file for the broken entries."""
        folder = Path(self._context.preferences.now.page_folder)
        proposed = folder / f"{Path(self._name).stem}-broken.bib"
        path, _ = QFileDialog.getSaveFileName(self, "Save broken entries", str(proposed), "BibTeX (*.bib)")
        if path:
            self.write_aside(Path(path))

    def write_aside(self, path: Path) -> None:
        """Write the broken entries as they stood."""
        try:
            save_broken(self._report.broken, path)
        except UserError as error:
            self._context.messages.error(error, self)
        else:
            saved = counted(len(self._report.broken), "broken entry", "broken entries")
            self._context.messages.notice(f"Saved {saved} in {path.name}")


def summary(report: ImportReport) -> str:
    """The result in one sentence: "12 entries came in, 3 were there already, 1 is broken."."""
    added = len(report.added)
    if not (added or report.known or report.broken):
        return "The file has no entries."
    parts = [f"{counted(added, 'entry', 'entries')} came in" if added else "No new entry came in"]
    if report.known:
        parts.append(f"{len(report.known):,} {'was' if len(report.known) == 1 else 'were'} there already")
    if report.broken:
        parts.append(f"{len(report.broken):,} {'is' if len(report.broken) == 1 else 'are'} broken")
    return ", ".join(parts) + "."
