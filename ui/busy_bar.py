"""The progress of what runs on the library thread, shown after half a second, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from ui.background import Background

SHOWN_AFTER_MS = 500


class BusyBar(QWidget):
    """Put it into the status bar or at the foot of any window that waits for the library."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName("Progress")
        stop = QToolButton()
        stop.setText("Stop")
        stop.setToolTip("Stop this work; the library stays as it was")
        stop.clicked.connect(background.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self._bar, stop):
            row.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._timer.timeout.connect(self.show)
        background.busy.connect(self._busy)
        background.idle.connect(self._idle)
        self.hide()

    def _busy(self, text: str, done: int, total: int) -> None:
        self._label.setText(text or "Working")
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if self.isHidden() and not self._timer.isActive():
            self._timer.start()

    def _idle(self) -> None:
        self._timer.stop()
        self.hide()
