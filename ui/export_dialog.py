"""The export dialog: which entries, for which program, with a preview; to a file or to the clipboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import exporting, finding
from app.cards import ArticleCard, Group
from app.errors import Cancelled, UserError
from app.exporting import Dialect, ExportOptions, Format
from app.library import Library
from app.progress import Progress
from ui.bib_highlighter import BibHighlighter
from ui.busy_bar import BusyBar
from ui.context import Context
from ui.export_place import place_typed, proposed_place, refuse_library

PREVIEWED = 25
DIALECTS = {
    "biblatex": "biblatex (biber)", "bibtex": "BibTeX", "": "As each entry came in",
    "ris": "RIS (Zotero, EndNote, Mendeley)", "json": "CSL-JSON (Zotero, pandoc)", "xml": "EndNote XML", "mods": "MODS",
}  # fmt: skip
_ENDINGS = {".bib", *(f".{form}" for form in Format)}
LETTERS = {False: "as they are (Unicode)", True: "as LaTeX commands"}

Ids = tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from: how many entries in all, the groups, the articles."""

    entries: int
    groups: tuple[Group, ...]
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class Which:
    """Which entries go out: those with the ids, or of a group or an article; all where nothing is said."""

    ids: Ids = None
    group: int | None = None
    article: int | None = None

    def find(self, library: Library) -> Ids:
        """Their ids, None for all."""
        if self.group is None and self.article is None:
            return self.ids
        return finding.find_ids(library, group=self.group, article=self.article)


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of the file, and how many of its entries that shows."""

    text: str
    shown: int
    count: int


def offer(library: Library, _progress: Progress) -> Offer:
    """What the library has to choose from."""
    return Offer(len(finding.find_ids(library)), finding.groups(library), finding.articles(library))


def preview(library: Library, which: Which, options: ExportOptions) -> Preview:
    """The first entries as they would be written."""
    found = which.find(library)
    ids = finding.find_ids(library) if found is None else found
    first = ids[:PREVIEWED]
    return Preview(exporting.bib_text(library, first, options) if first else "", len(first), len(ids))


def open_export(context: Context, ids: Sequence[int] | None) -> ExportDialog:
    """Open the dialog on these entries, or on all where ids is None."""
    dialog = ExportDialog(context, None if ids is None else tuple(ids))
    dialog.open()
    return dialog


class ExportDialog(QDialog):
    """Choices on the left, the text they lead to on the right."""

    def __init__(self, context: Context, ids: Ids) -> None:
        super().__init__(context.window)
        self._context = context
        self._selected = ids
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Export")
        now = context.preferences.now
        self.which = QComboBox()
        self.dialect = _choice(DIALECTS, now.dialect)
        self.letters = _choice(LETTERS, now.escape_latex)
        self.protect = QCheckBox("Protect capitals in titles with braces")
        self.protect.setChecked(now.protect_capitals)
        remembered = self._remembered_file()
        self.file = QLineEdit(remembered or proposed_place(context.location(), now.page_folder))
        self._may_replace = {Path(remembered)}
        self.asked: QMessageBox | None = None
        self.text = QPlainTextEdit(readOnly=True)
        self.caption = QLabel("Preview")
        self.export_button = QPushButton("Export")
        self.copy_button = QPushButton("Copy to clipboard")
        self._lay_out()
        self._connect()
        self._show_offer(Offer(0, (), ()))
        context.background.ask(offer, self._show_offer, owner=self)

    # Layout

    def _lay_out(self) -> None:
        self.resize(980, 600)
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addLayout(self._form(), 2)
        across.addLayout(self._preview(), 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(across, 1)
        column.addLayout(self._buttons())
        self._context.memory.restore(self, "export")

    def _form(self) -> QFormLayout:
        browse = QToolButton()
        browse.setText("Browse…")
        browse.clicked.connect(self.browse)
        file = QWidget()
        row = QHBoxLayout(file)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        self.file.setPlaceholderText("the file to write")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(20)
        hint = QLabel("The file is written in one step. From then on its citation keys stay as they are.")
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow("&Entries", self.which)
        form.addRow("F&or", self.dialect)
        form.addRow("&Letters", self.letters)
        form.addRow("", self.protect)
        form.addRow("&File", file)
        form.labelForField(file).setBuddy(self.file)  # type: ignore[attr-defined]
        form.addRow("", hint)
        names = ((self.which, "Entries"), (self.dialect, "For"), (self.letters, "Letters"), (self.file, "File"))
        for widget, name in names:
            widget.setAccessibleName(name)
        return form

    def _preview(self) -> QVBoxLayout:
        self.caption.setProperty("role", "heading")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setAccessibleName("Preview")
        self._highlighter = BibHighlighter(self.text.document(), self._context.theme)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.caption)
        column.addWidget(self.text, 1)
        return column

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.reject)
        self.export_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(BusyBar(self._context.background))
        row.addWidget(cancel)
        row.addWidget(self.export_button)
        return row

    def _connect(self) -> None:
        for box in (self.which, self.dialect, self.letters):
            box.currentIndexChanged.connect(self.refresh)
        self.protect.toggled.connect(self.refresh)
        self.file.textChanged.connect(self._enable)
        self.file.editingFinished.connect(self._fit_format)
        self.copy_button.clicked.connect(self.copy)
        self.export_button.clicked.connect(self.export)

    # What is chosen

    def options(self) -> ExportOptions:
        """How the file is to be written."""
        chosen = self.dialect.currentData()
        if chosen in set(Format):
            return ExportOptions(format=Format(chosen))
        dialect = Dialect(chosen) if chosen else None
        return ExportOptions(dialect, bool(self.letters.currentData()), self.protect.isChecked())

    def chosen(self) -> Which:
        """Which entries are to go out."""
        found: Which = self.which.currentData()
        return found

    def path(self) -> Path | None:
        """The file to write, with the ending of what is written where it has none, or .bib without being one."""
        path = place_typed(self.file.text())
        return path if path is None or path.suffix != ".bib" else path.with_suffix(self._ending())

    def _ending(self) -> str:
        return f".{self.options().format or 'bib'}"

    def _fit_ending(self) -> None:
        """Give the file the ending of what is written, where it has that of something else."""
        path = place_typed(self.file.text())
        if path is not None and path.suffix.lower() in _ENDINGS - {self._ending()}:
            self.file.setText(str(path.with_suffix(self._ending())))

    def _fit_format(self) -> None:
        """Whoever types works.ris wants RIS."""
        path = place_typed(self.file.text())
        row = self.dialect.findData(path.suffix.lower().removeprefix(".")) if path else -1
        if row >= 0 and self.file.isModified():
            self.dialect.setCurrentIndex(row)

    def _show_offer(self, offered: Offer) -> None:
        """Fill the list of what can go out; what was chosen stays chosen."""
        self.which.blockSignals(True)
        self.which.clear()
        if self._selected is not None:
            words = _counted("The selected entry", "The {} selected entries", len(self._selected))
            self.which.addItem(words, Which(self._selected))
        self.which.addItem(f"All entries ({offered.entries})" if offered.entries else "All entries", Which())
        if offered.groups or offered.articles:
            self.which.insertSeparator(self.which.count())
        for group in offered.groups:
            self.which.addItem(f"Group: {group.name} ({group.entries})", Which(group=group.id))
        for article in offered.articles:
            self.which.addItem(f"Cited by: {article.title or article.source}", Which(article=article.id))
        self.which.setCurrentIndex(0)
        self.which.blockSignals(False)
        self.refresh()

    # Preview

    def refresh(self) -> None:
        """Ask for the preview again; what was asked before is void."""
        which, options = self.chosen(), self.options()
        is_written_anew = options.dialect is not None and options.format is None
        self.letters.setEnabled(is_written_anew)
        self.protect.setEnabled(is_written_anew)
        self._fit_ending()
        ask = self._context.background.ask
        ask(lambda library, _: preview(library, which, options), self._show_preview, topic="export preview", owner=self)
        self._enable()

    def _show_preview(self, shown: Preview) -> None:
        self.text.setPlainText(shown.text)
        if not shown.count:
            self.caption.setText("There are no entries to export")
        elif shown.shown < shown.count:
            self.caption.setText(f"Preview: the first {shown.shown} of {shown.count} entries")
        else:
            self.caption.setText(_counted("Preview: the one entry", "Preview: all {} entries", shown.count))
        self._count = shown.count
        self.export_button.setText(_counted("Export 1 entry", "Export {} entries", shown.count))
        self._enable()

    _count = 0

    def _enable(self) -> None:
        self.copy_button.setEnabled(self._count > 0)
        self.export_button.setEnabled(self._count > 0 and self.path() is not None)

    # Acts

    def browse(self) -> None:
        """Choose the file."""
        start = str(self.path() or self._context.preferences.now.page_folder)
        filters = f"Files of entries (*{self._ending()});;All files (*)"
        chosen, _ = QFileDialog.getSaveFileName(self, "Export to", start, filters)
        if chosen:
            self.file.setText(chosen)
            self._may_replace.add(Path(chosen))

    def export(self) -> None:
        """Write the file, after a question where it would replace one that is not known to be an export."""
        path = self.path()
        if path is None or not self._count:
            return
        try:
            refuse_library(path, self._context.location())
        except UserError as error:
            self._failed(error)
            return
        if path.exists() and path not in self._may_replace:
            message = f"There is a file {path.name} already. Its present content will be gone."
            self.asked = self._context.messages.question("Replace the file?", message, "Replace", self._write, self)
        else:
            self._write()

    def _write(self) -> None:
        path, which, options = self.path(), self.chosen(), self.options()
        if path is None:
            return

        def work(library: Library, progress: Progress) -> int:
            return exporting.export_bib(library, path, which.find(library), options, progress)

        self.export_button.setEnabled(False)
        self._context.background.ask(work, lambda count: self._did_export(count, path), owner=self, failed=self._failed)

    def _did_export(self, count: int, path: Path) -> None:
        self._remember(path)
        words = _counted("Exported 1 entry", "Exported {} entries", count)
        self._context.messages.notice(f"{words} to {path.name}")
        self.accept()

    def copy(self) -> None:
        """Put the whole text into the clipboard; the dialog stays open."""
        which, options = self.chosen(), self.options()

        def work(library: Library, _: Progress) -> str:
            return exporting.bib_text(library, which.find(library), options)

        self._context.background.ask(work, self._did_copy, owner=self)

    def _did_copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copy_button.setText("Copied")
        self._context.messages.notice(_counted("Copied 1 entry", "Copied {} entries", self._count))

    def _failed(self, error: BaseException) -> None:
        self._enable()
        messages = self._context.messages
        if isinstance(error, Cancelled):
            messages.notice("Stopped. Nothing was written.")
        elif isinstance(error, UserError):
            messages.error(error, self)
        else:
            messages.defect(error, self)

    # Remembering

    def _remembered_file(self) -> str:
        return str(self._context.memory.get(f"export.file {self._context.location()}", ""))

    def _remember(self, path: Path) -> None:
        memory = self._context.memory
        memory.put(f"export.file {self._context.location()}", str(path))
        memory.keep(self, "export")
        memory.write()


def _choice(values: Mapping[Any, str], chosen: object) -> QComboBox:
    box = QComboBox()
    for value, words in values.items():
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _counted(one: str, many: str, count: int) -> str:
    return one if count == 1 else many.format(count)
