"""The linked .bib files as a table: which, with what in it, when written, and how it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.linking import LinkReport, LinkState, What

AnyIndex = QModelIndex | QPersistentModelIndex
COLUMNS = ("File", "Entries", "Written", "State")
STATE_WORDS = {
    LinkState.CURRENT: "up to date",
    LinkState.WRITTEN: "up to date",
    LinkState.STALE: "to be written",
    LinkState.CHANGED_OUTSIDE: "changed outside: compare it",
    LinkState.REFUSED: "not written",
}


class LinkTable(QAbstractTableModel):
    """Shows what has become of each linked file; names of groups and articles are given by `names`."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.reports: tuple[LinkReport, ...] = ()
        self._names: dict[tuple[What, str], str] = {}

    def show_reports(self, reports: tuple[LinkReport, ...], names: dict[tuple[What, str], str]) -> None:
        """Show these."""
        self.beginResetModel()
        self.reports, self._names = reports, names
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many files are linked."""
        return 0 if parent.isValid() else len(self.reports)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The file, what is in it, when it was written, its state."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if is_heading else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, and more of it in the tip."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        report = self.reports[index.row()]
        is_tip = role == Qt.ItemDataRole.ToolTipRole
        if index.column() == 0:
            return str(report.path) if is_tip else report.path.name
        if index.column() == 1:
            return f"{report.link.entries} · {self._chosen(report)}"
        if index.column() == 2:
            return report.link.written_at[:16].replace("T", " ") or "never"
        return state_sentence(report) if is_tip else state_words(report)

    def _chosen(self, report: LinkReport) -> str:
        link = report.link
        if link.what is What.ALL:
            return "the whole library"
        if link.what is What.CITED:
            return f"cited in {link.of}"
        return self._names.get((link.what, link.of), "")


def state_words(report: LinkReport) -> str:
    """How a file stands, in few words."""
    missing = len(report.link.missing)
    if missing and report.state in (LinkState.CURRENT, LinkState.WRITTEN):
        return f"up to date, {missing} {'key' if missing == 1 else 'keys'} missing"
    return STATE_WORDS[report.state]


def state_sentence(report: LinkReport) -> str:
    """How a file stands, with what is missing or why it could not be written."""
    if report.message:
        return report.message
    if report.link.missing:
        return f"Cited, but not in the library: {', '.join(report.link.missing)}"
    return STATE_WORDS[report.state]
