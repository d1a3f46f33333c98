"""Keeps the linked .bib files up to date while the window is open, and tells when one was changed outside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.library import Library
from app.linking import LinkReport, LinkState, update_links
from app.linking.choosing import What
from app.linking.keeping import in_folder
from app.progress import Progress
from ui.context import Context

# A file is written when the library has been left alone for so long, and for so many times as writing took last.
QUIET_MS = 1500
QUIET_TIMES = 10
Reports = tuple[LinkReport, ...]


class LinkKeeper(QObject):
    """Writes the linked files some time after the library or a paper has changed.

    Signals:
        reported: what has become of each linked file.

    Attributes:
        reports: the same, as it was last.
        quiet: how long the library must be left alone at least, in thousandths of a second.
    """

    reported = Signal(object)

    def __init__(self, context: Context, compare: Callable[[LinkReport], None]) -> None:
        super().__init__()
        self._context = context
        self._compare = compare
        self._told: set[tuple[int, int]] = set()
        self.reports: Reports = ()
        self.quiet = QUIET_MS
        self.timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self.timer.timeout.connect(self.update)
        self.watcher = QFileSystemWatcher(self)
        self.watcher.fileChanged.connect(lambda _: self.timer.start())
        context.background.changed.connect(lambda _: self.timer.start())
        context.background.opened.connect(self._opened)

    def update(self) -> None:
        """Write what has changed, now."""
        self.timer.stop()

        def work(library: Library, progress: Progress) -> tuple[Reports, list[str], float]:
            begun = monotonic()
            reports = update_links(library, progress=progress)
            papers = [str(in_folder(library, r.link.of)) for r in reports if r.link.what is What.CITED]
            return reports, [*(str(report.path) for report in reports), *papers], monotonic() - begun

        self._context.background.ask(work, lambda found: self._show(*found), topic="linked", owner=self)

    def _opened(self) -> None:
        self._told.clear()
        self.reports = ()
        self.timer.start()

    def _show(self, reports: Reports, watched: list[str], took: float) -> None:
        self.timer.setInterval(max(self.quiet, round(took * 1000 * QUIET_TIMES)))
        known = set(self.watcher.files())
        # A file that was replaced in one step is another file, which is to be watched anew.
        wanted = {path for path in watched if Path(path).is_file()}
        if gone := known - wanted:
            self.watcher.removePaths(sorted(gone))
        if new := wanted - known:
            self.watcher.addPaths(sorted(new))
        self.reports = reports
        self.reported.emit(reports)
        for report in reports:
            if report.state is LinkState.CHANGED_OUTSIDE:
                self._tell(report)

    def _tell(self, report: LinkReport) -> None:
        """Say once for each state of the file that it was changed."""
        try:
            state = report.link.id, report.path.stat().st_mtime_ns
        except OSError:
            return
        if state not in self._told:
            self._told.add(state)
            said = f"{report.path.name} was changed outside Ibidem"
            self._context.messages.notice(said, "Compare", lambda: self._compare(report))
