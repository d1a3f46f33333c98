"""A path or a database URL in, an open Library out; its steps taken back and done again."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.cards import Changes, Step
from app.entry import Entry
from app.library.collecting import without_collecting
from app.library.last_search import LastSearch
from app.library.problems import told
from app.library.reading import all_entries, entries_by_id
from app.matching import Candidate, MatchIndex
from app.progress import Progress
from app.settings import default_library
from models.changes import Step as StoredStep
from models.opening import is_url, open_store
from models.problems import Problem, StoreProblem
from models.recording import Recording
from models.store import Store

_PASSWORD = re.compile(r"(://[^:/@]*):.*@")


class Library:
    """An open library. All calls come from one thread at a time; none of them keeps a session open.

    Attributes:
        location: the file or database URL it was opened from.
        last_search: what app.merging found last and what has changed since.
        news: how many times another program was seen to have changed the library.
    """

    def __init__(self, location: str, store: Store) -> None:
        self.location = location
        self._store = store
        self._index: MatchIndex | None = None
        self._since_index: set[int] | None = None
        self.last_search = LastSearch()
        self.news = 0
        self._seen = store.state()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def undo(self, progress: Progress | None = None) -> Changes:
        """Take back the last step; Changes() when there is none.

        Raises:
            Cancelled: the user asked to stop; the library is as it was.
        """
        self.see_others()
        with told(self.place), without_collecting():
            return self._heard(changes_of(self._store.undo(_telling(progress, "Undoing"))))

    def redo(self, progress: Progress | None = None) -> Changes:
        """Do the last undone step again; Changes() when there is none.

        Raises:
            Cancelled: the user asked to stop; the library is as it was.
        """
        self.see_others()
        with told(self.place), without_collecting():
            return self._heard(changes_of(self._store.redo(_telling(progress, "Doing again"))))

    def undo_name(self) -> str:
        """The name of the step that undo would take back, "" for none."""
        with told(self.place):
            step = self._store.next_undo()
        return step.name if step else ""

    def redo_name(self) -> str:
        """The name of the step that redo would do again, "" for none."""
        with told(self.place):
            step = self._store.next_redo()
        return step.name if step else ""

    def steps(self, limit: int = 200) -> tuple[Step, ...]:
        """The history, latest first."""
        with told(self.place):
            return tuple(Step(step.id, step.name, step.at, step.is_undone) for step in self._store.steps(limit))

    @property
    def place(self) -> str:
        """How a sentence names the library: without a password."""
        return _without_password(self.location)

    @property
    def folder(self) -> Path | None:
        """Where the library's file lies; None for a database on a server or in memory."""
        if is_url(self.location) or self.location == ":memory:":
            return None
        return Path(self.location).absolute().parent

    @property
    def key_pattern(self) -> str:
        """How this library makes its citation keys; "" is Ibidem's own way."""
        return self.setting("key_pattern")

    def setting(self, name: str) -> str:
        """A choice kept in the library, so that it is the same on every machine; "" where it was never made."""
        with told(self.place):
            return self._store.setting(name)

    def set_setting(self, name: str, value: str) -> None:
        """Make such a choice: `key_pattern`, `dialect`. No matter of undo."""
        with told(self.place):
            self._store.set_setting(name, value)

    def see_others(self) -> None:
        """Notice what another program has done to the library: what was known by heart is then read again."""
        with told(self.place):
            state = self._store.state()
        if state != self._seen:
            self._seen, self._index, self._since_index = state, None, None
            self.last_search.forget()
            self.news += 1

    def look_alikes(self, entry: Entry, without: int | None = None) -> list[Candidate]:
        """The library's entries that are or may be the same work as this one, best first; `without` leaves one out.

        The first question builds an index of the whole library, which every change keeps up to date.
        """
        return self.index().candidates(entry, without)

    def index(self, progress: Progress | None = None) -> MatchIndex:
        """The index of look-alikes over the whole library; built when first needed, 100,000 entries in 20 seconds.

        Raises:
            Cancelled: the user asked to stop.
        """
        if self._index is None:
            with self.asking() as session, without_collecting():
                self._index = MatchIndex(_told_of(all_entries(session), progress or Progress()))
        return self._index

    def begin_index(self) -> Callable[[Progress], MatchIndex] | None:
        """What builds the index on any thread, to be kept with `keep_index`; None where it is there."""
        if self._index is not None:
            return None
        with self.asking() as session, without_collecting():
            known = tuple(all_entries(session))
        self._since_index = set()
        return lambda progress: MatchIndex(_told_of(known, progress))

    def keep_index(self, index: MatchIndex) -> None:
        """Take the index that was begun last, and bring it up to date with what has changed since."""
        since, self._since_index = self._since_index, None
        if self._index is None and since is not None:
            self._index = index
            self._bring_up_to_date(since)

    def _heard(self, changes: Changes) -> Changes:
        """Bring the index up to date with what has changed, and tell the last search."""
        self.last_search.hear(changes)
        self._seen = self._store.state()
        if changes.entries is None:
            self._index = self._since_index = None
        elif self._since_index is not None:
            self._since_index |= changes.entries
        if changes.entries:
            self._bring_up_to_date(changes.entries)
        return changes

    def _bring_up_to_date(self, changed: Collection[int]) -> None:
        if self._index is None or not changed:
            return
        with self.asking() as session:
            standing = entries_by_id(session, changed)
        for entry_id in changed:
            if entry_id in standing:
                self._index.add(entry_id, standing[entry_id])
            else:
                self._index.remove(entry_id)

    @property
    def has_full_text(self) -> bool:
        """Whether the store has an index of words."""
        return self._store.has_full_text

    @contextmanager
    def asking(self) -> Iterator[Session]:
        """For the modules of app that read the library: a session for one call."""
        with told(self.place), self._store.asking() as session:
            yield session

    @contextmanager
    def changing(self, name: str) -> Iterator[Writing]:
        """For the modules of app that change the library: one named step.

        Raises:
            UserError: the library cannot be written; nothing of the step is.
        """
        self.see_others()
        with told(self.place), self._store.changing(name) as recording:
            writing = Writing(recording)
            yield writing
        writing.finish(name)
        self._heard(writing.changes)

    @contextmanager
    def setting_down(self) -> Iterator[Session]:
        """For what is kept but no matter of undo, such as which keys have left the library."""
        with told(self.place), self._store.setting_down() as session:
            yield session


def _telling(progress: Progress | None, text: str) -> Callable[[int, int], None]:
    """The store's word on how far it is, passed on."""
    return partial((progress or Progress()).step, text)


class Writing:
    """A step while it is written, and what it changed once it is."""

    def __init__(self, recording: Recording) -> None:
        self.rows = recording
        self.session = recording.session
        self.changes = Changes()

    def finish(self, name: str) -> None:
        """Set down what the step changed."""
        if self.rows.acts:
            self.changes = _changes(self.rows.name or name, self.rows.touched())


def _told_of(entries: Iterable[tuple[int, Entry]], progress: Progress) -> Iterator[tuple[int, Entry]]:
    for done, item in enumerate(entries):
        if done % 1000 == 0:
            progress.step("Getting to know the library", done)
        yield item


def changes_of(step: StoredStep | None) -> Changes:
    """What a step that was undone or done again changed."""
    return Changes() if step is None else _changes(step.name, step.touched)


def _changes(name: str, touched: dict[str, Any]) -> Changes:
    tables = set(touched.get("tables", ()))
    entries = touched.get("entries", ())
    return Changes(
        name=name,
        entries=None if entries is None else frozenset(entries),
        articles=bool(tables & {"articles", "notes", "citations"}),
        groups=bool(tables & {"groups", "memberships"}),
        decisions="decisions" in tables,
    )


def _without_password(location: str) -> str:
    """The place as one may show it; what is no address that can be read is shown so too."""
    return _PASSWORD.sub(r"\1:***@", location)


def open_library(location: str | Path) -> Library:
    """Open a library file (made when absent) or a database URL, upgrading an older schema (a copy is kept beside it).

    Raises:
        UserError: the file is no library, was written by a newer version, its folder cannot be written, or the address
            is that of no database Ibidem can reach.
    """
    with told(_without_password(str(location))):
        return Library(str(location), open_store(location))


def default_location() -> Path:
    """The user's own library, opened where none is named; its folder is made.

    Raises:
        UserError: the folder cannot be made.
    """
    path = default_library()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        with told(str(path)):
            raise StoreProblem(Problem.NO_PLACE) from error
    return path
