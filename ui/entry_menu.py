"""What the Edit and Entry menus do to the selected entries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from app.cards import EntryRow
from app.counting import counted
from app.editing import delete_entries, make_keys_again, set_keywords
from app.errors import UserError
from app.exporting import ExportOptions, bib_text
from app.finding import card, rows
from app.merging import unmerge_entry
from ui.asking import ask_words
from ui.belongings import split_keywords
from ui.duplicates import open_merge
from ui.new_entry import NewEntryDialog
from ui.opening import open_address, open_attachment
from ui.panels import Handlers, Panels

# Each is a column of the comparison.
MERGED_AT_ONCE = 200


class EntryMenu:
    """The handlers of the Edit and Entry menus."""

    def __init__(self, panels: Panels) -> None:
        self._panels = panels
        self._context = panels.context
        self._background = panels.context.background
        self.asked: QInputDialog | None = None

    def handlers(self) -> Handlers:
        """Each action's handler by its name."""
        return {
            "cut": self.cut,
            "copy_bibtex": self.copy_bibtex,
            "paste": self.paste,
            "copy_cite": self.copy_cite,
            "copy_key": self.copy_key,
            "delete": self.delete,
            "select_all": self._panels.entries.selectAll,
            "find": self._panels.filter_box.focus,
            "new_entry": self.new_entry,
            "edit_fields": self._panels.editor.go_to,
            "save_entry": self._panels.editor.save,
            "attach": self._panels.editor.choose_files,
            "keywords": self.keywords,
            "merge": self.merge,
            "unmerge": self.unmerge,
            "make_key": self.make_key,
            "open_link": self.open_link,
            "open_file": self.open_file,
        }

    @property
    def _ids(self) -> tuple[int, ...]:
        return self._panels.entries.selected_ids()

    def copy_bibtex(self, then: Callable[[], None] | None = None) -> None:
        """Put the selected entries' .bib text into the clipboard."""
        ids = self._ids

        def copied(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            if then is None:
                self._context.messages.notice(f"Copied {_entries(len(ids))} as BibTeX")
            else:
                then()

        if ids:
            self._background.ask(lambda library, _: bib_text(library, ids, ExportOptions()), copied)

    def cut(self) -> None:
        """Copy the selected entries, then delete them."""
        self.copy_bibtex(then=self.delete)

    def paste(self) -> None:
        """Bring in what is in the clipboard: files copied in a file manager, BibTeX, or notes."""
        copied = QGuiApplication.clipboard().mimeData()
        # An empty clipboard has no contents at all on some platforms, whatever Qt's types say.
        urls = copied.urls() if copied is not None else []  # type: ignore[redundant-expr]
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if files:
            self._panels.read_files(files)
        else:
            self._panels.read_text(QGuiApplication.clipboard().text())

    def copy_cite(self) -> None:
        """Copy the LaTeX command that cites the selected entries, or the citation in a note that the cursor is on."""
        if self._panels.editor.notes.copy_citation():
            return
        command = self._context.preferences.now.cite_command
        self._copy_keys(lambda keys: f"\\{command}{{{keys}}}")

    def copy_key(self) -> None:
        """Copy the selected entries' keys."""
        self._copy_keys(lambda keys: keys)

    def _copy_keys(self, written: Callable[[str], str]) -> None:
        ids = self._ids

        def copied(found: tuple[EntryRow, ...]) -> None:
            text = written(",".join(row.key for row in found))
            QGuiApplication.clipboard().setText(text)
            self._context.messages.notice(f"Copied {text if len(text) < 60 else _entries(len(found), 'key', 'keys')}")

        if ids:
            self._background.ask(lambda library, _: rows(library, ids), copied)

    def delete(self) -> None:
        """Delete the selected entries; it can be undone, so nobody is asked."""
        ids = self._ids
        if ids:
            self._background.change(
                lambda library, _: delete_entries(library, ids), said=f"Deleted {_entries(len(ids))}"
            )

    def new_entry(self) -> None:
        """Open the form for a new entry."""
        self._panels.editor.save()
        dialog = NewEntryDialog(self._context)
        dialog.added.connect(self._context.show_entry)
        dialog.open()

    def keywords(self) -> None:
        """Ask for keywords and give them to the selected entries."""
        ids = self._ids

        def give(typed: str) -> None:
            if words := split_keywords(typed):
                self._background.change(lambda library, _: set_keywords(library, ids, words))

        question = f"Keywords for {_entries(len(ids))}, divided by commas:"
        self.asked = ask_words(self._context.window, "Keywords", question, give)

    def merge(self) -> None:
        """Open the merge of the selected entries."""
        self._panels.editor.save()
        ids = self._ids
        if len(ids) > MERGED_AT_ONCE:
            self._context.messages.error(
                UserError(
                    "Too many entries to merge",
                    f"{_entries(len(ids))} are selected. They are shown side by side,"
                    f" and that can be done with {MERGED_AT_ONCE} at most.",
                    "Select fewer, or let “Duplicates” find which of them are the same work.",
                )
            )
        else:
            open_merge(self._context, ids)

    def unmerge(self) -> None:
        """Take the last merge of the entry apart."""
        entry_id = self._panels.entries.current_id()
        if entry_id is not None:
            self._background.change(lambda library, _: unmerge_entry(library, entry_id))

    def make_key(self) -> None:
        """Make the selected entries' keys by the library's pattern; exported ones stay."""
        ids = self._ids
        self._background.change(lambda library, _: make_keys_again(library, ids))

    def open_link(self) -> None:
        """Open the entry's DOI or address."""
        entry_id = self._panels.entries.current_id()
        if entry_id is not None:
            self._background.ask(
                lambda library, _: card(library, entry_id),
                lambda found: open_address(self._context, found.entry) if found else None,
            )

    def open_file(self) -> None:
        """Open the entry's first file."""
        found = self._panels.editor.card
        if found is not None and found.files:
            open_attachment(self._context, found.files[0])
        else:
            self._context.messages.notice("This entry has no file")


def _entries(number: int, one: str = "entry", many: str = "entries") -> str:
    return counted(number, one, many)
