"""Python's search for garbage in circles, done on the window's thread and nowhere else.

Windows hold their actions and these hold the windows, so a closed window is such garbage. Were it found while the
library thread happens to run, its fonts, pictures and lines of text would be torn down on that thread, which Qt does
not survive.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250


class Collecting(QObject):
    """Takes the search over from Python while it lives; `stop` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        gc.disable()

    def collect(self) -> None:
        """Search the young objects, and the older ones as seldom as Python would."""
        young, middle, old = gc.get_count()
        after_young, after_middle, after_old = gc.get_threshold()
        if young < after_young:
            return
        gc.collect(2 if old > after_old else 1 if middle > after_middle else 0)

    def stop(self) -> None:
        """Let Python search by itself again: no other thread is running any more."""
        self._timer.stop()
        gc.enable()
