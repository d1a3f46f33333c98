"""What the Library menu does: duplicates, checks, history, articles, linked files."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.finding import apparatus
from app.footnotes import write_footnotes
from ui.check_window import CheckWindow
from ui.duplicates import open_duplicates
from ui.footnotes_export import ask_and_export
from ui.history_window import HistoryWindow
from ui.lessons_window import LessonsWindow
from ui.link_comparison import open_comparison
from ui.link_keeper import LinkKeeper
from ui.linked_files import LinkedFilesWindow
from ui.panels import Handlers, Panels
from ui.review import open_article
from ui.sidebar_tree import Place


class LibraryMenu:
    """The handlers of the Library menu."""

    def __init__(self, panels: Panels) -> None:
        self._panels = panels
        self._context = panels.context
        self._background = panels.context.background
        self.keeper = LinkKeeper(
            self._context, lambda report: open_comparison(self._context, report, self.keeper.update)
        )

    def handlers(self) -> Handlers:
        """Each action's handler by its name."""
        return {
            "undo": self.undo,
            "redo": self._background.redo,
            "duplicates": self.duplicates,
            "check": self.check,
            "history": self.history,
            "lessons": self.lessons,
            "open_article": self.open_article,
            "copy_footnotes": self.copy_footnotes,
            "export_footnotes": self.export_footnotes,
            "linked_files": self.linked_files,
        }

    def undo(self) -> None:
        """Save what is being typed, so that it is the step taken back, then undo."""
        self._panels.editor.save()
        self._background.undo()

    def duplicates(self) -> None:
        """Open the duplicates window."""
        self._panels.editor.save()
        open_duplicates(self._context)

    def check(self) -> None:
        """Open the check of the library."""
        self._panels.editor.save()
        if self._is_open(CheckWindow):
            return
        window = CheckWindow(self._context)
        window.entry_wanted.connect(self._go_to)
        self._context.show_window(window)

    def history(self) -> None:
        """Open the history."""
        if not self._is_open(HistoryWindow):
            self._context.show_window(HistoryWindow(self._context))

    def _is_open(self, kind: type[QWidget]) -> bool:
        """Bring a window of a kind forward where there is one."""
        window = self._context.window_of(kind)
        if window is not None:
            window.raise_()
            window.activateWindow()
        return window is not None

    def lessons(self) -> None:
        """Open the list of what the user's corrections taught."""
        if not self._is_open(LessonsWindow):
            self._context.show_window(LessonsWindow(self._context))

    def open_article(self) -> None:
        """Show the notes of the article that is chosen on the left."""
        chosen = self._panels.sidebar.now
        if chosen.place is Place.ARTICLE and chosen.id is not None:
            self.show_article(chosen.id)
        else:
            self._context.messages.notice("Choose an article on the left first")

    def copy_footnotes(self) -> None:
        r"""Copy the notes of the article that is chosen as LaTeX footnotes, in which every citation is a command."""
        chosen, command = self._panels.sidebar.now, self._context.preferences.now.cite_command

        def copied(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._context.messages.notice("Copied the notes as LaTeX footnotes")

        if chosen.place is not Place.ARTICLE or chosen.id is None:
            self._context.messages.notice("Choose an article on the left first")
            return
        article_id = chosen.id
        self._background.ask(lambda library, _: write_footnotes(apparatus(library, article_id), command), copied)

    def export_footnotes(self) -> None:
        """Write the notes of the article that is chosen as LaTeX footnotes."""
        chosen = self._panels.sidebar.now
        if chosen.place is Place.ARTICLE and chosen.id is not None:
            ask_and_export(self._context, chosen.id)
        else:
            self._context.messages.notice("Choose an article on the left first")

    def linked_files(self) -> None:
        """Open the list of the files that are kept up to date."""
        self._panels.editor.save()
        if not self._is_open(LinkedFilesWindow):
            self._context.show_window(LinkedFilesWindow(self._context, self.keeper))

    def show_article(self, article_id: int, citation_id: int | None = None) -> None:
        """Show an article's notes, at a citation where one is named."""
        open_article(self._context, article_id, citation_id)

    def _go_to(self, entry_id: int, field: str) -> None:
        self._context.show_entry(entry_id)
        self._panels.editor.show_field(entry_id, field)
