"""What an entry of the library lacks and a work has in, the fields that the user wants filled in out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.entry import Entry
from ui.review.field_words import field_label

SHOWN = 70


class FillIn(QDialog):
    """One box to tick a field.

    Args:
        title: the entry of the library.
        work: what the notes say of the work.
        lacking: the fields that the entry lacks and the work has.
        ticked: those of them to fill in as things stand.
        chosen: told the fields ticked, in the order shown, when the user agrees.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        work: Entry,
        lacking: Sequence[str],
        ticked: Sequence[str],
        chosen: Callable[[tuple[str, ...]], None],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fill in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._over, self._chosen = parent, chosen
        heading = QLabel("Fill in what the entry lacks")
        heading.setProperty("role", "heading")
        about = QLabel(title, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        about.setProperty("role", "muted")
        self.boxes = {name: _box(name, work.get(name), name in ticked) for name in lacking}
        cancel, fill = QPushButton("Cancel"), QPushButton("Fill in")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        fill.setDefault(True)
        fill.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for widget in (heading, about, *self.boxes.values()):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addLayout(buttons)
        self.setMinimumWidth(420)

    def accept(self) -> None:
        """Tell what is ticked."""
        super().accept()
        self._chosen(tuple(name for name, box in self.boxes.items() if box.isChecked()))

    def done(self, result: int) -> None:
        """Give the keys back to the window under it, which not every desktop does by itself."""
        super().done(result)
        self._over.activateWindow()


def _box(name: str, value: str, is_ticked: bool) -> QCheckBox:
    words = value if len(value) <= SHOWN else f"{value[:SHOWN]} …"
    box = QCheckBox(f"{field_label(name)}: {words}".replace("&", "&&"))
    box.setToolTip(value)
    box.setChecked(is_ticked)
    return box
