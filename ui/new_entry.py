"""The form for a new entry, with a word about entries that the library has already."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from app.cards import Changes
from app.editing import add_entry
from app.entry import Entry
from ui.completing import Completion
from ui.context import Context
from ui.field_form import FieldForm
from ui.hint import Hint
from ui.twins import Twin, Twins


class NewEntryDialog(QDialog):
    """Asks for a new entry and adds it.

    Signals:
        added: the new entry's id.
    """

    added = Signal(int)

    def __init__(self, context: Context, entrytype: str = "book") -> None:
        super().__init__(context.window)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("New entry")
        self.resize(560, 640)
        context.memory.restore(self, "new_entry")
        self.form = FieldForm(context.theme, Completion(context.background))
        self.form.show_entry(Entry(entrytype))
        self.form.people.table.add()
        self.form.edited.connect(self._typed)
        self._hint = Hint()
        self._hint.followed.connect(context.show_entry)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = buttons.addButton("Add entry", QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self.form, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 6, 14, 12)
        foot.addWidget(buttons)
        column.addLayout(foot)
        self._twins = Twins(context.background, lambda: (self.form.entry(), None), self)
        self._twins.found.connect(self._show_twins)
        self.form.focus("title")

    def accept(self) -> None:
        """Add the entry."""
        entry = self.form.entry()

        def did_add(result: tuple[int, Changes]) -> None:
            self.added.emit(result[0])
            super(NewEntryDialog, self).accept()

        self._context.background.change(lambda library, _: add_entry(library, entry), did_add, owner=self)

    def done(self, result: int) -> None:
        """Remember the size."""
        self._context.memory.keep(self, "new_entry")
        super().done(result)

    def _typed(self) -> None:
        self._add.setEnabled(bool(self.form.entry().fields))
        self._twins.wait()

    def _show_twins(self, twins: tuple[Twin, ...]) -> None:
        if twins:
            self._hint.say(f"The library may have this work already: {twins[0].text}.", twins[0].id)
        else:
            self._hint.clear()
