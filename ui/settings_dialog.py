"""The settings as a form: how Ibidem looks, what it copies, how this library makes its citation keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.citekeys import DEFAULT_PATTERN, PatternError, check_pattern
from app.settings import Look, Settings
from ui.bars import LOOKS
from ui.context import Context

DIALECTS = {"biblatex": "biblatex (biber)", "bibtex": "BibTeX", "": "As each entry came in"}
LABELS = 160
COMMANDS = ("autocite", "footcite", "cite", "parencite", "textcite", "citep", "citet", "fullcite")


class SettingsDialog(QDialog):
    """Shows the settings and takes them over with OK."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._pattern_before = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Settings")
        self.setMinimumWidth(560)
        now = context.preferences.now
        self.look = _choice({look.value: text for look, text in LOOKS.items()}, now.look.value)
        self.command = QComboBox()
        self.command.setEditable(True)
        self.command.addItems([f"\\{command}" for command in COMMANDS])
        self.command.setCurrentText(f"\\{now.cite_command}")
        self.dialect = _choice(DIALECTS, now.dialect)
        self.escape = QCheckBox("Write letters beyond ASCII as LaTeX commands")
        self.escape.setChecked(now.escape_latex)
        self.protect = QCheckBox("Protect capitals in titles with braces")
        self.protect.setChecked(now.protect_capitals)
        self.pattern = QLineEdit()
        self.pattern.setPlaceholderText("the usual: author, year")
        self.pattern.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        context.background.ask(lambda library, _: library.key_pattern, self._show_pattern, failed=lambda _: None)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 16)
        column.setSpacing(6)
        window, form = _group("Window")
        _row(form, "&Look", self.look)
        column.addWidget(window)
        writing, form = _group("Writing")
        _row(form, "“Copy &citation” writes", self.command)
        _row(form, "E&xport for", self.dialect)
        _row(form, "", self.escape)
        _row(form, "", self.protect)
        column.addWidget(writing)
        keys, form = _group("This library")
        _row(form, "Citation &keys", self.pattern)
        self._hint = hint = QLabel(
            "[auth:lower][year] gives cohen1967, [auth][shorttitle][year] Cohen with words of the title."
        )
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        _row(form, "", hint)
        column.addWidget(keys)
        column.addStretch(1)
        column.addSpacing(10)
        column.addWidget(buttons)
        for widget, name in (
            (self.look, "Look"),
            (self.command, "Citation command"),
            (self.dialect, "Export for"),
            (self.pattern, "Pattern of citation keys"),
        ):
            widget.setAccessibleName(name)

    def settings(self) -> Settings:
        """The settings as the form has them."""
        return replace(
            self._context.preferences.now,
            look=Look(self.look.currentData()),
            cite_command=self.command.currentText().strip().lstrip("\\") or "autocite",
            dialect=str(self.dialect.currentData()),
            escape_latex=self.escape.isChecked(),
            protect_capitals=self.protect.isChecked(),
        )

    def accept(self) -> None:
        """Take the settings over, unless the pattern of citation keys cannot be read."""
        pattern = self.pattern.text().strip()
        try:
            check_pattern(pattern or DEFAULT_PATTERN)
        except PatternError as error:
            self._hint.setText(f"{error.message} {error.advice}")
            self._hint.setProperty("role", "bad")
            self._hint.style().polish(self._hint)
            self.pattern.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._context.preferences.set(self.settings())
        if self.pattern.isEnabled() and pattern != self._pattern_before:
            self._context.background.ask(
                lambda library, _: library.set_setting("key_pattern", pattern),
                lambda _: self._context.messages.notice("New citation keys are made by the new pattern"),
                owner=self._context.window,
            )
        super().accept()

    def _show_pattern(self, pattern: str) -> None:
        self._pattern_before = pattern
        self.pattern.setText(pattern)
        self.pattern.setEnabled(True)


def _choice(values: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, text in values.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _row(form: QFormLayout, text: str, widget: QWidget) -> None:
    label = QLabel(text)
    label.setFixedWidth(LABELS)
    label.setBuddy(widget)
    form.addRow(label, widget)


def _group(title: str) -> tuple[QGroupBox, QFormLayout]:
    box = QGroupBox(title)
    form = QFormLayout(box)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(18)
    form.setVerticalSpacing(8)
    return box, form
