"""A cell of a table in, a box over it with its list open out: what is chosen is told once, by Return or a click."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox


class ListChoice(QComboBox):
    """Opens its list as soon as it is there.

    With a closed list every press of Down would choose the next line, and nobody could reach the third one.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Open the list, once the box has its place."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.showPopup)
