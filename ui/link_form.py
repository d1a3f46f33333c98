"""Asks for a .bib file to link: where it lies, which entries it has, how it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.bibtex import Dialect
from app.cards import ArticleCard, Group
from app.linking import LinkedFile, What
from ui.context import Context

CITED = "Cited in a paper (.aux or .tex)"


class LinkForm(QDialog):
    """A form for a new link.

    Signals:
        wanted: the path, and a LinkedFile that says the rest.
    """

    wanted = Signal(object, object)

    def __init__(
        self, context: Context, parent: QWidget, groups: tuple[Group, ...], articles: tuple[ArticleCard, ...]
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Link a .bib file")
        self.setMinimumWidth(560)
        self.path = _line("Path of the file", "where the .bib file lies or shall lie")
        self.paper = _line("Path of the paper", "the paper's .aux or .tex file")
        self.entries = QComboBox()
        self.entries.setAccessibleName("Which entries")
        self.entries.addItem("The whole library", (What.ALL, ""))
        self.entries.addItem(CITED, (What.CITED, ""))
        for group in groups:
            self.entries.addItem(f"Group: {group.name}", (What.GROUP, str(group.id)))
        for article in articles:
            self.entries.addItem(f"Cited in the notes of: {article.title[:60]}", (What.ARTICLE, str(article.id)))
        self.dialect = QComboBox()
        self.dialect.setAccessibleName("Written for")
        self.dialect.addItem("biblatex (biber)", Dialect.BIBLATEX)
        self.dialect.addItem("BibTeX", Dialect.BIBTEX)
        self.dialect.setCurrentIndex(int(context.preferences.now.dialect == Dialect.BIBTEX))
        self.escape = QCheckBox("Write letters beyond ASCII as LaTeX commands")
        self.escape.setChecked(context.preferences.now.escape_latex)
        self.protect = QCheckBox("Protect capitals in titles with braces")
        self.protect.setChecked(context.preferences.now.protect_capitals)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Link")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        for line in (self.path, self.paper):
            line.textChanged.connect(self._judge)
        self.entries.currentIndexChanged.connect(self._judge)
        self._judge()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(20, 18, 20, 16)
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("&File", _with_button(self.path, self._choose_path, "Choose file"))
        form.addRow("&Entries", self.entries)
        self._paper_row = _with_button(self.paper, self._choose_paper, "Choose paper")
        form.addRow("&Paper", self._paper_row)
        form.addRow("&Written for", self.dialect)
        form.addRow("", self.escape)
        form.addRow("", self.protect)
        form.addRow(self.buttons)

    @property
    def _what(self) -> tuple[What, str]:
        what, of = self.entries.currentData()
        return What(what), self.paper.text().strip() if what == What.CITED else of

    def link(self) -> LinkedFile:
        """The link as the form has it; only BibTeX's own way of writing letters is left to the dialect."""
        what, of = self._what
        dialect = Dialect(self.dialect.currentData())
        escape = True if self.escape.isChecked() else None if dialect is Dialect.BIBTEX else False
        return LinkedFile(0, "", what, of, dialect, escape, self.protect.isChecked())

    def accept(self) -> None:
        """Hand over what was chosen."""
        typed = Path(self.path.text().strip()).expanduser()
        self.wanted.emit(typed if typed.suffix else typed.with_suffix(".bib"), self.link())
        super().accept()

    def _judge(self) -> None:
        what, of = self._what
        self._paper_row.setEnabled(what is What.CITED)
        is_ready = bool(self.path.text().strip()) and (what is not What.CITED or bool(of))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_ready)

    def _choose_path(self) -> None:
        options = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Linked .bib file", self._context.preferences.now.page_folder, "BibTeX (*.bib)", options=options
        )
        if chosen:
            self.path.setText(chosen)

    def _choose_paper(self) -> None:
        folder = str(Path(self.path.text()).parent) if self.path.text() else self._context.preferences.now.page_folder
        chosen, _ = QFileDialog.getOpenFileName(self, "Paper", folder, "LaTeX (*.aux *.tex)")
        if chosen:
            self.paper.setText(chosen)


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line


def _with_button(line: QLineEdit, choose: Callable[[], None], name: str) -> QWidget:
    row = QWidget()
    inner = QHBoxLayout(row)
    inner.setContentsMargins(0, 0, 0, 0)
    button = QPushButton("Choose…")
    button.setAccessibleName(name)
    button.clicked.connect(choose)
    inner.addWidget(line, 1)
    inner.addWidget(button)
    return row
