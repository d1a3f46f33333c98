"""What the File menu does: libraries, imports, exports, settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from ui.panels import Handlers, Panels
from ui.reading_in import ALL_FILTER, ENTRIES_FILTER, PAGE_FILTER
from ui.settings_dialog import SettingsDialog

LIBRARY_FILTER = "Ibidem libraries (*.ibidem *.sqlite *.db)"
EVERYTHING_FILTER = (
    "Pages and entries (*.html *.htm *.xhtml *.mhtml *.mht *.txt *.md *.docx *.odt *.pdf"
    " *.bib *.ris *.json *.xml *.mods)"
)


class FileMenu:
    """The handlers of the File menu."""

    def __init__(self, panels: Panels) -> None:
        self._panels = panels
        self._context = panels.context

    def handlers(self) -> Handlers:
        """Each action's handler by its name."""
        return {
            "new_library": self.new_library,
            "open_library": self.open_library,
            "import_files": self.import_files,
            "paste_notes": self.paste_notes,
            "export_all": self.export_all,
            "export_selected": self.export_selected,
            "settings": self.settings,
            "close": self._close,
            "quit": QApplication.closeAllWindows,
        }

    def new_library(self) -> None:
        """Let the user choose a file for a new library."""
        path, _ = QFileDialog.getSaveFileName(self._context.window, "New library", self._folder(), LIBRARY_FILTER)
        if path:
            self.open_at(path if Path(path).suffix else f"{path}.ibidem")

    def open_library(self) -> None:
        """Let the user choose a library."""
        path, _ = QFileDialog.getOpenFileName(
            self._context.window, "Open library", self._folder(), f"{LIBRARY_FILTER};;{ALL_FILTER}"
        )
        if path:
            self.open_at(path)

    def open_at(self, location: str) -> None:
        """Open a library in place of the present one, which stays where the other cannot be opened."""
        self._panels.editor.save()
        self._context.background.open(location)

    def fill_recent(self, menu: QMenu) -> None:
        """List the libraries opened lately."""
        menu.clear()
        here = self._context.location()
        for location in self._context.preferences.now.recent:
            if location != here:
                name = Path(location).stem if "://" not in location else location.rsplit("@", 1)[-1]
                action = menu.addAction(name)
                action.setToolTip(location)
                action.triggered.connect(lambda *_, chosen=location: self.open_at(chosen))
        if menu.isEmpty():
            menu.addAction("None yet").setEnabled(False)

    def import_files(self) -> None:
        """Let the user choose pages or files of entries."""
        self._choose_files(f"{EVERYTHING_FILTER};;{PAGE_FILTER};;{ENTRIES_FILTER};;{ALL_FILTER}")

    def import_page(self) -> None:
        """The same, beginning with pages."""
        self._choose_files(f"{PAGE_FILTER};;{EVERYTHING_FILTER};;{ALL_FILTER}")

    def import_entries(self) -> None:
        """The same, beginning with .bib and other files of entries."""
        self._choose_files(f"{ENTRIES_FILTER};;{EVERYTHING_FILTER};;{ALL_FILTER}")

    def _choose_files(self, filters: str) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._context.window, "Import", self._folder(), filters)
        if paths:
            self._context.preferences.choose(page_folder=str(Path(paths[0]).parent))
            self._panels.read_files([Path(path) for path in paths])

    def paste_notes(self) -> None:
        """Read what is in the clipboard."""
        self._panels.read_text(QGuiApplication.clipboard().text())

    def export_all(self) -> None:
        """Open the export dialog on the whole library."""
        from ui.export_dialog import open_export

        self._panels.editor.save()
        open_export(self._context, None)

    def export_selected(self) -> None:
        """Open the export dialog on the selected entries."""
        from ui.export_dialog import open_export

        self._panels.editor.save()
        open_export(self._context, self._panels.entries.selected_ids())

    def settings(self) -> None:
        """Open the settings."""
        SettingsDialog(self._context).open()

    def _close(self) -> None:
        if self._context.window is not None:
            self._context.window.close()

    def _folder(self) -> str:
        return self._context.preferences.now.page_folder
