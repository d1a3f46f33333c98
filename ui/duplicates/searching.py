"""Changes of the library in, what a search for duplicates finds now out: it searches again whenever it must."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.cards import Changes
from ui.background import Background
from ui.duplicates import looking

SEARCH_AFTER_MS = 300


class Searching(QObject):
    """Searches the library beside all else that is done with it.

    Signals:
        found: a ui.duplicates.looking.Found.
        stopped: the error that ended a search; app.errors.Cancelled where the user did.
        wanted: something has changed that the findings do not know of; search, unless only this one change was made.
    """

    found = Signal(object)
    stopped = Signal(object)
    wanted = Signal()

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._again = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._again.timeout.connect(self._want)
        self._is_stale = self._is_searching = self._is_outdated = False

    def search(self) -> None:
        """Search now."""
        self._is_searching, self._is_outdated = True, False
        self._background.ask_beside(
            looking.begin_look, looking.end_look, self._found, topic="duplicates", owner=self, failed=self._stopped
        )

    def library_changed(self, changes: Changes) -> None:
        """After a change, an undo above all, everything may be different; what follows one's own is known."""
        if changes.decisions or changes.entries is None or changes.entries:
            self._is_stale = self._again.isActive()
            self._again.start()

    def did_myself(self) -> None:
        """The last change was the window's own: no search for it, unless one goes on that does not know of it."""
        if not self._is_stale and not self._is_searching:
            self._again.stop()

    def _want(self) -> None:
        """A search that goes on comes to its end first: else it would never do so while somebody is typing."""
        if self._is_searching:
            self._is_outdated = True
        else:
            self.wanted.emit()

    def _found(self, found: looking.Found) -> None:
        self._is_searching = False
        self.found.emit(found)
        if self._is_outdated:
            self.wanted.emit()

    def _stopped(self, error: BaseException) -> None:
        self._is_searching = False
        self.stopped.emit(error)
