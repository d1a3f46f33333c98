"""Python's search for garbage in circles, done on the window's thread and nowhere else.

Windows hold their actions and these hold the windows, so a closed window is such garbage. Were it found while the
library thread happens to run, its fonts, pictures and lines of text would be torn down on that thread, which Qt does
not survive.
"""

from __future__ import annotations

import gc
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
# A search that took as long, in seconds, would be felt if it went over the same objects time and again.
FELT = 0.03


class Collecting(QObject):
    """Takes the search over from Python while it lives; `stop` gives it back.

    A search goes over everything that is alive, a second with what is known of a large library. So what outlives a long
    one is set aside, and the next goes over what is new since. `begin_anew` lets all be searched again.
    """

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
        start = perf_counter()
        gc.collect(2 if old > after_old else 1 if middle > after_middle else 0)
        if perf_counter() - start > FELT:
            gc.freeze()

    def begin_anew(self) -> None:
        """Search what was set aside as well, the next time: most of it is gone with the library it was known of."""
        gc.unfreeze()

    def stop(self) -> None:
        """Let Python search by itself again: no other thread is running any more."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
