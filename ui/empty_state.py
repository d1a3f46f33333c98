"""What an empty library shows: where to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import Theme


class EmptyState(QWidget):
    """Says what to do first, with a button for each way to do it.

    Args:
        theme: for the icon.
        import_page, import_bib, sample, new_entry: what the buttons do.
    """

    def __init__(
        self, theme: Theme, import_page: QAction, import_bib: QAction, sample: QAction, new_entry: QAction
    ) -> None:
        super().__init__()
        self._theme = theme
        self.zone = QFrame()
        self.zone.setObjectName("dropZone")
        self.zone.setMaximumWidth(620)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel("Drop an article’s page here", alignment=Qt.AlignmentFlag.AlignCenter)
        title.setProperty("role", "title")
        how = QLabel(
            "Save the page of an article in your browser, or copy its notes. Ibidem reads the footnotes, "
            "finds the works they cite, and makes entries of them.",
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        how.setWordWrap(True)
        how.setProperty("role", "muted")
        kinds = QLabel(".html  .txt  .docx  .pdf  .bib", alignment=Qt.AlignmentFlag.AlignCenter)
        kinds.setProperty("role", "muted")
        inside = QVBoxLayout(self.zone)
        inside.setContentsMargins(48, 36, 48, 36)
        inside.setSpacing(12)
        for widget in (self._picture, title, how, kinds):
            inside.addWidget(widget)
        inside.addSpacing(10)
        inside.addLayout(self._buttons((import_page, "Import page…"), (import_bib, "Import .bib…")))
        inside.addLayout(self._buttons((sample, "Try the sample article"), (new_entry, "Type in an entry…")))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.zone, 6)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        self._redraw()
        theme.changed.connect(self._redraw)

    def _buttons(self, *pairs: tuple[QAction, str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for action, text in pairs:
            button = QPushButton(text)
            button.setToolTip(action.toolTip())
            button.setMinimumWidth(170)
            button.clicked.connect(action.trigger)
            button.setDefault(text.startswith("Import page"))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def set_over(self, is_over: bool) -> None:
        """Show that what is dragged may be dropped."""
        self.zone.setProperty("over", "true" if is_over else "false")
        self.zone.style().unpolish(self.zone)
        self.zone.style().polish(self.zone)

    def _redraw(self) -> None:
        self._picture.setPixmap(self._theme.icon("import_page", "accent").pixmap(48, 48))
