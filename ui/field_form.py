"""An entry as a form: type, citation key, people, and a line for each field; edits come out as a whole entry."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.entry import Entry
from ui.completing import Completion
from ui.entry_types import (
    FormField,
    complaint,
    form_field,
    form_fields,
    key_complaint,
    missing_fields,
    other_fields,
    type_label,
    type_labels,
)
from ui.field_line import FieldLine
from ui.people_editor import PeopleEditor
from ui.people_table import names_rewritten
from ui.theme import Theme


class _TypeChoice(QComboBox):
    """The wheel moves the form, not the type, which one would change without seeing it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class FieldForm(QScrollArea):
    """Shows an entry, tells when it was edited and when the user has left a field.

    Signals:
        edited: something was typed.
        left: the cursor left a field that was edited, or Return was pressed in it: the time to save.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, completion: Completion | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._completion = completion
        self._shown = Entry("misc")
        self._lines: dict[str, FieldLine] = {}
        self._is_filling = False
        self._refused = ("", "")
        self.setWidgetResizable(True)
        # The form itself is no stop between its fields.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._type = _TypeChoice()
        self._type.setAccessibleName("Entry type")
        for name, label in type_labels().items():
            self._type.addItem(label, name)
            self._type.setItemData(self._type.count() - 1, f"@{name}", Qt.ItemDataRole.ToolTipRole)
        self._key = FieldLine(form_field("key"), "Citation key")
        self.people = PeopleEditor(theme, completion.names if completion else None)
        self._missing = QLabel(wordWrap=True)
        self._missing.setProperty("role", "warn")
        self._more = QComboBox(editable=True)
        self._more.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._more.setAccessibleName("Add a field")
        self._type.activated.connect(self._type_chosen)
        self._key.edited.connect(self._was_edited)
        self._key.finished.connect(self._finished)
        self.people.edited.connect(self._was_edited)
        self._more.activated.connect(self._field_wanted)
        self._lay_out()
        application = QApplication.instance()
        if application is not None:
            application.focusChanged.connect(self._focus_moved)  # type: ignore[attr-defined]

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("fieldForm")
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(7)
        top = QFormLayout()
        top.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        top.setHorizontalSpacing(12)
        top.setVerticalSpacing(7)
        top.addRow(_label("Type"), self._type)
        top.addRow(_label("Citation key"), self._key)
        add = QHBoxLayout()
        add.addWidget(self._more, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(9)
        column.addLayout(top)
        column.addWidget(self.people)
        column.addLayout(self._form)
        column.addLayout(add)
        column.addWidget(self._missing)
        column.addStretch(1)
        self.setWidget(inside)

    @property
    def is_edited(self) -> bool:
        """Whether what stands in the form is not what was shown."""
        return self.entry() != self._shown

    def show_entry(self, entry: Entry) -> None:
        """Show an entry; a field that the user is in keeps its cursor where its value is the same."""
        self._is_filling = True
        if (entry.entrytype, entry.key) != (self._shown.entrytype, self._shown.key):
            self.verticalScrollBar().setValue(0)
        self._shown = entry
        self._refused = ("", "")
        place = self._type.findData(entry.entrytype)
        if place < 0:
            self._type.addItem(entry.entrytype, entry.entrytype)
            place = self._type.count() - 1
        self._type.setCurrentIndex(place)
        self._key.set_value(entry.key)
        self.people.show_entry(entry)
        self._show_lines(entry)
        self._is_filling = False
        self._judge()

    def entry(self) -> Entry:
        """The entry as it stands in the form; the order of the fields that it had is kept."""
        typed = {name: line.value for name, line in self._lines.items()} | self.people.fields()
        fields = {name: typed.pop(name, value) for name, value in self._shown.fields.items()}
        fields |= typed
        entry = Entry(str(self._type.currentData()), fields, self._key.value)
        # Names that were not touched stay as they were written, whatever else they could be written as.
        kept = {name: value for name, value in self._shown.fields.items() if self._people_are_same(name)}
        return entry.with_fields(**kept) if kept else entry

    def show_before(self, entry: Entry) -> None:
        """Say what the entry is in the library, while the form keeps what was typed and counts as edited."""
        self._shown = entry
        self._judge()

    @property
    def key_complaint(self) -> str:
        """What is wrong with the citation key that stands there, "" where nothing is known to be."""
        refused, reason = self._refused
        return key_complaint(self._key.value) or (reason if self._key.value == refused else "")

    def refuse_key(self, key: str, reason: str) -> None:
        """Mark a citation key as wrong for as long as it stands there."""
        self._refused = (key, reason)
        self._judge()

    def revert(self) -> None:
        """Show again what was there before the edits."""
        self.show_entry(self._shown)

    def focus(self, field: str = "") -> None:
        """Go to a field, or to the first one after the people; a field not shown yet is added."""
        if field and field not in self._lines and field != "key":
            self._add_line(field)
        first = next(iter(self._lines.values()), self._key)
        line = self._key if field == "key" else self._lines.get(field, first)
        line.focus()
        self.ensureWidgetVisible(line)

    def _people_are_same(self, name: str) -> bool:
        before = names_rewritten(self._shown.fields)
        return name in before and before[name] == self.people.fields().get(name)

    def _show_lines(self, entry: Entry) -> None:
        wanted = form_fields(entry)
        if [spec.name for spec in wanted] != list(self._lines):
            while self._form.rowCount():
                self._form.removeRow(0)
            self._lines.clear()
            for spec in wanted:
                self._put_line(self._line(spec))
        for name, line in self._lines.items():
            line.set_value(entry.get(name))
        self._offer_more()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes down the form as one reads it; Qt would go in the order in which the lines were made."""
        above: QWidget = self.people.last_control
        for below in (*(line.box for line in self._lines.values()), self._more):
            QWidget.setTabOrder(above, below)
            above = below

    def _line(self, spec: FormField) -> FieldLine:
        return FieldLine(spec, spec.label, self._completion.values(spec.name) if self._completion else None)

    def _put_line(self, line: FieldLine) -> None:
        self._lines[line.name] = line
        line.edited.connect(self._was_edited)
        line.finished.connect(self._finished)
        self._form.addRow(_label(line.label, is_needed=line.is_needed), line)

    def _add_line(self, name: str) -> None:
        self._put_line(self._line(form_field(name)))
        self._offer_more()
        self._order_tabs()

    def _offer_more(self) -> None:
        self._more.clear()
        for name in other_fields(list(self._lines)):
            label = form_field(name).label
            self._more.addItem(label if label.lower() == name else f"{label} ({name})", name)
        self._more.setCurrentIndex(-1)
        edit = self._more.lineEdit()
        if edit is not None:
            edit.clear()
            edit.setPlaceholderText("Add a field: choose, or type any name")

    def _field_wanted(self) -> None:
        typed = "".join(c for c in self._more.currentText().lower() if c.isalnum() or c in "-_")
        name = self._more.currentData() if self._more.currentIndex() >= 0 else typed
        if name and name not in self._lines:
            self._add_line(str(name))
            self._lines[str(name)].focus()

    def _type_chosen(self) -> None:
        entry = self.entry()
        values = {name: line.value for name, line in self._lines.items()}
        self._is_filling = True
        self._show_lines(entry)
        for name, value in values.items():
            if name in self._lines:
                self._lines[name].set_value(value)
        self._is_filling = False
        self._was_edited()
        self.left.emit()

    def _was_edited(self) -> None:
        if not self._is_filling:
            self._judge()
            self.edited.emit()

    def _finished(self) -> None:
        if self.is_edited:
            self.left.emit()

    def _judge(self) -> None:
        for name, line in self._lines.items():
            line.complain(complaint(name, line.value))
        self._key.complain(self.key_complaint if self._shown.key or self._key.value else "")
        missing = missing_fields(self.entry())
        label = type_label(str(self._type.currentData())).lower()
        article = "an" if label[:1] in "aeiou" else "a"
        self._missing.setText(f"For {article} {label}, styles expect: {', '.join(missing)}." if missing else "")
        self._missing.setVisible(bool(missing))

    def _focus_moved(self, before: QWidget | None, after: QWidget | None) -> None:
        """Tell that a field was left, once the cursor is somewhere else."""
        if before is None or self._is_filling or not self.isAncestorOf(before):
            return
        within_people = after is not None and self.people.isAncestorOf(after) and self.people.isAncestorOf(before)
        if not within_people and (after is None or not before.isAncestorOf(after)) and self.is_edited:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed since the last save."""
        if event.key() == Qt.Key.Key_Escape and self.is_edited:
            self.revert()
            self.edited.emit()
            return
        super().keyPressEvent(event)


def _label(text: str, is_needed: bool = False) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading" if is_needed else "field")
    label.setFixedWidth(92)
    label.setWordWrap(True)
    if is_needed:
        label.setToolTip("Styles expect this field")
    return label
