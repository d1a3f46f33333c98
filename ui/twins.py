"""An entry that is being typed in, the entries of the library that may be the same work out, once typing pauses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.cards import EntryRow
from app.entry import Entry
from app.finding import rows
from app.library import Library
from app.matching import LIKELY, MatchIndex
from app.merging import told_apart
from app.progress import Progress
from ui.background import Background

LOOKED_FOR_AFTER_MS = 700


@dataclass(frozen=True, slots=True)
class Twin:
    """An entry that may be the same work, and how to name it."""

    id: int
    text: str


class Twins(QObject):
    """Looks for the twins of what is typed, when it has not changed for a moment.

    The first look gets to know the whole library, seconds where it is large; that is done beside everything else.

    Signals:
        found: a tuple of Twin.

    Args:
        typed: the entry as it is typed just now and its id, if it has one; None where nothing is typed.
    """

    found = Signal(object)

    def __init__(
        self, background: Background, typed: Callable[[], tuple[Entry, int | None] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background, self._typed = background, typed
        self._is_looking = False
        self._pause = QTimer(self, singleShot=True, interval=LOOKED_FOR_AFTER_MS)
        self._pause.timeout.connect(self.look)

    def wait(self) -> None:
        """Something was typed: look when nothing more is."""
        self._pause.start()

    def look(self) -> None:
        """Look now, or, where the library is still being got to know, when it is known."""
        if self._typed() is None or self._is_looking:
            return
        self._is_looking = True
        self._background.ask_beside(_begin, _end, self._know, owner=self, failed=self._failed, is_quiet=True)

    def _know(self, _known: None) -> None:
        self._is_looking = False
        if (typed := self._typed()) is not None:
            entry, entry_id = typed
            self._background.ask(
                lambda library, _: find_twins(library, entry, entry_id),
                self.found.emit,
                topic=f"twins of {entry_id}",
                owner=self,
                failed=self._failed,
            )

    def _failed(self, _error: BaseException) -> None:
        """A warning that cannot be given is no error to tell."""
        self._is_looking = False


def _begin(library: Library, _progress: Progress) -> Callable[[Progress], MatchIndex | None]:
    return library.begin_index() or (lambda _: None)


def _end(library: Library, index: MatchIndex | None) -> None:
    if index is not None:
        library.keep_index(index)


def find_twins(library: Library, entry: Entry, without: int | None = None) -> tuple[Twin, ...]:
    """The entries that may be the one typed, best first; none while there is too little to go by.

    Those that the user has told apart from it are not named again.

    Args:
        library: where to look.
        entry: as typed so far.
        without: the entry that is being edited itself.
    """
    if len(entry.get("title").split()) < 2 and not entry.get("doi"):
        return ()
    known = told_apart(library, without) if without is not None else frozenset()
    found = library.look_alikes(entry, without)
    likely = [c.id for c in found if c.comparison.outcome in LIKELY and c.id not in known]
    return tuple(Twin(row.id, _named(row)) for row in rows(library, likely))


def _named(row: EntryRow) -> str:
    who = row.author.split(";")[0].split(" and ")[0].split(",")[0]
    return f"{' '.join(part for part in (who, row.year) if part)}, “{row.title[:60]}” ({row.key})"
