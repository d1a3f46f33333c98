"""What the windows remember of themselves from one day to the next: sizes, splitters, columns; one TOML file."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from app.errors import UserError
from app.settings import read_toml, write_toml


class Memory:
    """Remembers by name ("review", "main.columns"). Losing it costs nothing but a few drags, so it never complains."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = read_toml(path)

    def get(self, name: str, default: Any) -> Any:
        """What is remembered under a name where it is of the default's kind, else the default."""
        value = self._values.get(name, default)
        return value if type(value) is type(default) else default

    def put(self, name: str, value: Any) -> None:
        """Remember a string, number, or list of these."""
        self._values[name] = value

    def restore(self, widget: QWidget, name: str) -> bool:
        """Give a window its size and place, a splitter or header its divisions; False where nothing is remembered."""
        try:
            state = QByteArray(base64.b64decode(self.get(name, ""), validate=True))
        except (ValueError, binascii.Error):
            return False
        if state.isEmpty():
            return False
        if isinstance(widget, QSplitter | QHeaderView):
            return widget.restoreState(state)
        return widget.restoreGeometry(state)

    def keep(self, widget: QWidget, name: str) -> None:
        """Remember the size and place of a window, the divisions of a splitter or header."""
        state = widget.saveState() if isinstance(widget, QSplitter | QHeaderView) else widget.saveGeometry()
        self.put(name, base64.b64encode(state.data()).decode("ascii"))

    def write(self) -> None:
        """Write everything to the file; called when a window closes."""
        try:
            write_toml(self._values, self._path)
        except UserError:
            return
