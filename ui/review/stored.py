"""Corrections of an article that the library has already: each is a change of the library, and undone as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app import editing, finding
from app.apparatus import Apparatus
from app.cards import Changes
from app.entry import Entry
from app.library import Library
from app.progress import Progress
from ui.chooser import Chooser, Option
from ui.entry_words import entry_words
from ui.review.citation_commands import CitationCommands
from ui.review.work_commands import MATCHES_SHOWN, work_options

if TYPE_CHECKING:
    from ui.review.window import ReviewWindow

STORED_KEYS = "   ·   ".join(
    ("Tab next citation", "L link to another entry", "U unlink", "Ctrl+L show in the library", "Ctrl+Z undo")
)


class StoredCitations(CitationCommands):
    """Says where the citations of a stored article lead, and keeps its window as the library is."""

    def __init__(self, window: ReviewWindow, article_id: int) -> None:
        super().__init__(window)
        self._article_id = article_id
        background = window.context.background
        background.changed.connect(self._library_changed)
        background.opened.connect(window.close)

    def link(self) -> None:
        """Choose the entry that the citation leads to: one that the notes cite, or any other of the library."""
        if (found := self._citation()) is None:
            return
        window = self._window
        options = work_options(window.session.apparatus, window.work_id, found[0].note.position)
        self.chooser = Chooser(window, "Which entry does it cite?", options, self._link_to, self._find_entries)
        self.chooser.open()

    def _find_entries(self, text: str, found: Callable[[Sequence[Option]], None]) -> None:
        def ask(library: Library, _: Progress) -> tuple[tuple[int, Entry], ...]:
            return finding.entries(library, finding.find_ids(library, text)[:MATCHES_SHOWN])

        def got(entries: tuple[tuple[int, Entry], ...]) -> None:
            here = self._window.work_id
            found([Option(entry_words(entry), entry.key, entry.key) for _, entry in entries if entry.key != here])

        self._window.context.background.ask(ask, got, topic="review link", owner=self.chooser)

    def _link_to(self, work_id: str) -> None:
        self._lead_to(work_id)

    def unlink(self) -> None:
        """The citation leads to no entry that is known."""
        self._lead_to(None)

    def _lead_to(self, key: str | None) -> None:
        place = self._window.notes.place
        found = self._citation()
        if place is None or found is None:
            return
        article_id, start = self._article_id, found[2].start

        def work(library: Library, _: Progress) -> Changes:
            citation_id = finding.citation_id(library, article_id, place.note, start)
            entry_id = finding.id_of_key(library, key) if key is not None else None
            return editing.link_citation(library, citation_id, entry_id)

        self._window.context.background.change(work, owner=self)

    def undo(self) -> None:
        """Take back the library's last step."""
        self._window.context.background.undo()

    def redo(self) -> None:
        """Do the library's last undone step again."""
        self._window.context.background.redo()

    def _library_changed(self, _changes: Changes) -> None:
        article_id, background = self._article_id, self._window.context.background

        def read(library: Library, _: Progress) -> Apparatus:
            return finding.apparatus(library, article_id)

        topic = f"article {id(self)}"
        background.ask(read, self._window.session.read_again, topic=topic, owner=self, failed=self._gone)

    def _gone(self, _error: BaseException) -> None:
        self._window.close()
