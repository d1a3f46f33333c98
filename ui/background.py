"""Work on the library off the window's thread: `ask` a question, make a `change`; results come back to the window.

There is one library thread, so calls run one after the other in the order made. What takes long and needs no library
once it has been read is done beside it (`ask_beside`), so that other questions are answered meanwhile. Every change is
told to every open view through the signal `changed`; what goes wrong is shown by ui.messages.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.cards import Changes
from app.errors import Cancelled, UserError
from app.library import Library, open_library
from app.progress import Progress
from ui.collecting import Collecting
from ui.messages import Messages, done_words

T = TypeVar("T")
M = TypeVar("M")

TELL_EVERY = 0.05
# How often the library is asked whether another window or program has changed it.
LOOK_AROUND_MS = 2_000
ALL = Changes(entries=None, articles=True, groups=True, decisions=True)


class _NoLibraryError(Exception):
    """A question came while no library was open: there is nothing to answer, and nothing to tell the user."""


@dataclass(eq=False, slots=True)
class _Job:
    # In turn: on the library thread, beside it, and on it again; each gets what the one before it gave.
    steps: tuple[Callable[[Progress, Any], Any], ...]
    then: Callable[[Any], None] | None
    failed: Callable[[BaseException], None] | None
    owner: QObject | None
    topic: str
    is_change: bool = False
    is_quiet: bool = False
    said: str | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    superseded: bool = False
    library: Library | None = None


class Background(QObject):
    """The one way from a window to the library.

    Signals:
        changed: app.cards.Changes after each change, to every view, which decides whether it is stale.
        opened: the location of the library opened.
        busy: what is being done, how far, of how much (0: unknown).
        idle: nothing is being done.
    """

    changed = Signal(object)
    opened = Signal(str)
    busy = Signal(str, int, int)
    idle = Signal()
    _returned = Signal(object, object, object)
    _heard_news = Signal()

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._library: Library | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._waiting: list[_Job] = []
        self._telling: _Job | None = None
        self._is_closed = False
        self._collecting = Collecting(self)
        self._returned.connect(self._came_back, Qt.ConnectionType.QueuedConnection)
        self._news = 0
        self._heard_news.connect(self._tell_news, Qt.ConnectionType.QueuedConnection)
        self._around = QTimer(self, interval=LOOK_AROUND_MS)
        self._around.timeout.connect(self.look_around)
        self._around.start()

    @property
    def is_idle(self) -> bool:
        """Whether every call has come back."""
        return not self._waiting

    @property
    def _is_quiet(self) -> bool:
        """Whether nobody waits for anything."""
        return all(job.is_quiet for job in self._waiting)

    def ask(
        self,
        work: Callable[[Library, Progress], T],
        then: Callable[[T], None],
        *,
        topic: str = "",
        owner: QObject | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Ask the library something; `then` gets the answer on the window's thread.

        Args:
            work: a call of app.finding and the like; it gets the library and a Progress.
            then: what to do with the answer. A method of a widget that is gone by then is not called.
            topic: a later question with the same topic makes this one void (as one types in the filter box).
            owner: the widget that a lambda in `then` works for.
            failed: called instead of showing the error.
        """
        self._make_void(topic)
        self._start(_Job((self._on_library(work),), then, failed, owner, topic))

    def ask_beside(
        self,
        begin: Callable[[Library, Progress], Callable[[Progress], M]],
        end: Callable[[Library, M], T],
        then: Callable[[T], None],
        *,
        topic: str = "",
        owner: QObject | None = None,
        failed: Callable[[BaseException], None] | None = None,
        is_quiet: bool = False,
    ) -> None:
        """Ask something that takes long; while it is worked out, the library answers other questions.

        Args:
            begin: reads what is needed, and gives the work, which must not touch the library.
            end: gets the library and what the work gave; another library opened meanwhile makes the question void.
            then: as in `ask`.
            topic: as in `ask`.
            owner: as in `ask`.
            failed: as in `ask`.
            is_quiet: nobody asked for it and nobody waits for it, so no progress of it is shown.
        """

        def work_out(progress: Progress, work: Callable[[Progress], M]) -> M:
            return work(progress)

        def finish(_progress: Progress, found: M) -> T:
            assert self._library is not None
            return end(self._library, found)

        self._make_void(topic)
        steps = (self._on_library(begin), work_out, finish)
        self._start(_Job(steps, then, failed, owner, topic, is_quiet=is_quiet))

    def _make_void(self, topic: str) -> None:
        for job in self._waiting:
            if topic and job.topic == topic:
                job.superseded = True
                job.stop.set()

    def change(
        self,
        work: Callable[[Library, Progress], T],
        then: Callable[[T], None] | None = None,
        *,
        said: str | None = None,
        owner: QObject | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Change the library; every view hears of it, and the status bar offers to undo it.

        Args:
            work: a call of app.editing, app.importing, app.merging ...; what it returns is a Changes, a tuple that ends
                in one, or a value with the attribute `changes`.
            then: called after the views were told.
            said: what the status bar says ("Deleted 3 entries"); None for the step's own name, "" for nothing.
            owner: as in `ask`.
            failed: as in `ask`.
        """
        self._start(_Job((self._on_library(work, True),), then, failed, owner, "", is_change=True, said=said))

    def open(
        self,
        location: str,
        then: Callable[[str], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Open a library in place of the present one, which stays open when this one cannot be."""

        def work(progress: Progress, _before: None) -> str:
            progress.step("Opening the library")
            library = open_library(location)
            if self._library is not None:
                self._library.close()
            self._library = library
            self._news = library.news
            return library.location

        def did_open(opened: str) -> None:
            self._collecting.begin_anew()
            self.opened.emit(opened)
            if then is not None:
                then(opened)

        self._start(_Job((work,), did_open, failed, None, ""))

    def look_around(self) -> None:
        """See what another window or program has done to the library, and tell every view."""
        if not self._waiting and not self._is_closed:
            self._thread.submit(self._look_around)

    def _look_around(self) -> None:
        # A library that cannot be read just now is told of by the next question that somebody asks.
        with suppress(UserError):
            if self._library is not None:
                self._library.see_others()
                self._compare_news()

    def _compare_news(self) -> None:
        if self._library is not None and self._library.news != self._news and not self._is_closed:
            self._news = self._library.news
            self._heard_news.emit()

    def _tell_news(self) -> None:
        if not self._is_closed:
            self._messages.notice("The library was changed in another window or program")
            self.changed.emit(ALL)

    def cancel(self) -> None:
        """Ask what was last told to run to stop; it leaves the library as it was."""
        waited_for = [job for job in self._waiting if not job.is_quiet]
        if waited_for:
            (self._telling if self._telling in waited_for else waited_for[0]).stop.set()

    def close(self) -> None:
        """Finish what was begun, drop the questions still waiting, close the library."""
        if self._is_closed:
            return
        self._is_closed = True
        self._around.stop()
        for job in self._waiting:
            if not job.is_change:
                job.superseded = True
                job.stop.set()
        self._beside.shutdown(wait=True, cancel_futures=True)
        self._thread.submit(self._close_library)
        self._thread.shutdown(wait=True)
        self._collecting.stop()

    def _close_library(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None

    def _on_library(
        self, work: Callable[[Library, Progress], T], is_change: bool = False
    ) -> Callable[[Progress, Any], T]:
        def run(progress: Progress, _before: Any) -> T:
            if self._library is None:
                if not is_change:
                    raise _NoLibraryError
                raise UserError("No library", "No library is open.", "Open or make one in the File menu.")
            return work(self._library, progress)

        return run

    def _start(self, job: _Job) -> None:
        if self._is_closed:
            return
        is_first = self._is_quiet and not job.is_quiet
        self._waiting.append(job)
        if is_first:
            self.busy.emit("", 0, 0)
        self._thread.submit(self._run, job)

    def _run(self, job: _Job, number: int = 0, before: Any = None) -> None:
        """Do one step of a job on the thread it is for."""
        result: Any = None
        error: BaseException | None = None
        if number == 0:
            job.library = self._library
        elif job.library is not self._library:
            job.superseded = True
        if not job.superseded:
            try:
                result = job.steps[number](Progress(self._teller(job), job.stop.is_set), before)
            except BaseException as raised:  # every failure is shown by the window's thread
                error = raised
        if self._is_closed:
            return
        if error is None and not job.superseded and number + 1 < len(job.steps):
            (self._thread if number else self._beside).submit(self._run, job, number + 1, result)
            return
        self._returned.emit(job, result, error)
        self._compare_news()

    def _teller(self, job: _Job) -> Callable[[str, int, int], None]:
        last = 0.0

        def tell(text: str, done: int, total: int) -> None:
            nonlocal last
            if (now := monotonic()) - last >= TELL_EVERY and not job.is_quiet:
                last = now
                self._telling = job
                self.busy.emit(text, done, total)

        return tell

    def _came_back(self, job: _Job, result: Any, error: BaseException | None) -> None:
        """Hand a result to who asked, on the window's thread."""
        self._waiting.remove(job)
        if self._is_quiet and not job.is_quiet:
            self.idle.emit()
        if job.superseded:
            return
        if error is not None:
            self._failed(job, error)
            return
        if job.is_change:
            self._tell_change(job, changes_in(result))
        if job.then is not None and _is_there(job.owner, job.then):
            job.then(result)

    def _tell_change(self, job: _Job, changes: Changes) -> None:
        if not changes.name:
            return
        said = done_words(changes.name) if job.said is None else job.said
        if said:
            self._messages.notice(said, "Undo", self.undo)
        self.changed.emit(changes)

    def undo(self) -> None:
        """Take back the last step."""
        self.change(lambda library, progress: library.undo(progress), self._tell_undone, said="")

    def redo(self) -> None:
        """Do the last undone step again."""
        self.change(lambda library, progress: library.redo(progress), self._tell_redone, said="")

    def _tell_undone(self, changes: Changes) -> None:
        if changes.name:
            self._messages.notice(f"Undone: {changes.name}", "Redo", self.redo)
        else:
            self._messages.notice("There is nothing to undo")

    def _tell_redone(self, changes: Changes) -> None:
        if changes.name:
            self._messages.notice(f"Done again: {changes.name}", "Undo", self.undo)
        else:
            self._messages.notice("There is nothing to do again")

    def _failed(self, job: _Job, error: BaseException) -> None:
        if isinstance(error, _NoLibraryError):
            return
        if job.failed is not None and _is_there(job.owner, job.failed):
            job.failed(error)
        elif isinstance(error, Cancelled):
            self._messages.notice("Stopped. Nothing was changed.")
        elif isinstance(error, UserError):
            self._messages.error(error)
        else:
            self._messages.defect(error)


def changes_in(result: Any) -> Changes:
    """The changes in what an app function gave back: itself, the last of a tuple, or its attribute `changes`."""
    if isinstance(result, tuple) and result:
        result = result[-1]
    result = getattr(result, "changes", result)
    return result if isinstance(result, Changes) else Changes()


def _is_there(owner: QObject | None, call: Callable[..., None]) -> bool:
    """Whether the widget that waits for the result still lives."""
    waiting = owner if owner is not None else getattr(call, "__self__", None)
    return not isinstance(waiting, QObject) or shiboken6.isValid(waiting)
