"""The panel on the right: one entry with its fields, the notes that cite it, its source, and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.cards import Changes, EntryCard, Mention
from app.editing import attach_files, change_entry, detach_file, set_keywords
from app.entry import Entry
from app.errors import UserError
from app.finding import id_of_key
from app.footnotes import cite_command
from ui.belongings import Belongings, keyword_changes
from ui.completing import Completion
from ui.context import Context
from ui.entry_parts import EntryParts, parts_of
from ui.entry_types import type_label
from ui.field_form import FieldForm
from ui.hint import Hint
from ui.mention_list import MentionList
from ui.opening import open_attachment
from ui.several_entries import SeveralEntries
from ui.source_text import entry_in
from ui.source_view import SourceView
from ui.title_label import TitleLabel
from ui.twins import Twin, Twins

FIELDS, NOTES, SOURCE, BELONGINGS = range(4)


class EntryEditor(QWidget):
    """Shows one entry; what is typed is saved, as one step, when a field is left or with Ctrl+S.

    Signals:
        mention_opened: a Mention whose article shall be shown.
    """

    mention_opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: EntryCard | None = None
        self._wanted: int | None = None
        self._field_wanted: tuple[int, str] | None = None
        self._drafts: dict[int, str] = {}
        self._title = TitleLabel("heading")
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subtitle = QLabel()
        self._subtitle.setProperty("role", "muted")
        self.form = FieldForm(context.theme, Completion(context.background))
        self.notes = MentionList(context.theme)
        self.source = SourceView(context.theme)
        self.belongings = Belongings(context.theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName("Parts of the entry")
        for page, name in (
            (self.form, "Fields"),
            (self.notes, "Notes"),
            (self.source, "Source"),
            (self.belongings, "Files, keywords"),
        ):
            self.tabs.addTab(page, name)
        self._hint = Hint()
        self._twins = Twins(context.background, self._typed, self)
        self._twins.found.connect(self._show_twins)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(14, 10, 14, 6)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        head.addWidget(self._hint)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        nothing = QLabel("Choose an entry to see its fields\nand the notes that cite it.")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setProperty("role", "muted")
        self._pages = QStackedLayout(self)
        self.several = SeveralEntries()
        for page in (nothing, entry, self.several):
            self._pages.addWidget(page)

    def _connect(self) -> None:
        self.form.edited.connect(self._twins.wait)
        self.form.left.connect(self.save)
        self.source.wanted.connect(self._save_source)
        self.notes.opened.connect(self.mention_opened)
        self.notes.cite_wanted.connect(self._copy_cite)
        self.belongings.keywords_typed.connect(self._set_keywords)
        self.belongings.files_dropped.connect(self.attach)
        self.belongings.attach_wanted.connect(self.choose_files)
        self.belongings.file_opened.connect(lambda path: open_attachment(self._context, path))
        self.belongings.file_unwanted.connect(self._detach)
        self._hint.followed.connect(self._context.show_entry)
        self._context.background.changed.connect(self._library_changed)
        self._context.background.opened.connect(lambda _: self._forget())

    @property
    def card(self) -> EntryCard | None:
        """The entry that is shown."""
        return self._card

    def show_entry(self, entry_id: int | None) -> None:
        """Show an entry, after saving what was typed into the one before it."""
        if self._card is not None and entry_id == self._card.id == self._wanted:
            return
        self.save(is_leaving=True)
        self._keep_draft()
        self._wanted = entry_id
        if entry_id is None:
            self._card = None
            self._pages.setCurrentIndex(0)
            return
        self._read()

    def _forget(self) -> None:
        """Let go of the entry without saving it: its number belongs to another entry in the library just opened."""
        self._card = self._wanted = None
        self._drafts.clear()
        self._pages.setCurrentIndex(0)

    def show_several(self, number: int) -> None:
        """Show that several entries are selected: then none of them is edited."""
        self.show_entry(None)
        self.several.show_number(number)
        self._pages.setCurrentWidget(self.several)

    def _read(self) -> None:
        wanted = self._wanted
        if wanted is not None:
            self._context.background.ask(lambda library, _: parts_of(library, wanted), self._show, topic="entry")

    def _show(self, found: EntryParts) -> None:
        if self._wanted is None:
            return
        if found.card is None or found.card.id != self._wanted:
            self._pages.setCurrentIndex(0)
            return
        is_other = self._card is None or self._card.id != found.card.id
        self._card = found.card
        entry = found.card.entry
        if is_other or not self.form.is_edited:
            self.form.show_entry(entry)
        if is_other or not self.source.is_edited:
            self.source.show_source(found.source)
        self.notes.show_mentions(found.mentions)
        self.belongings.show_card(found.card, found.groups, found.steps, found.beside)
        self._title.setText(entry.get("title").replace("{", "").replace("}", "") or "Untitled")
        self._subtitle.setText(" · ".join(part for part in (type_label(entry.entrytype), entry.key) if part))
        self.tabs.setTabText(NOTES, f"Notes ({len(found.mentions)})" if found.mentions else "Notes")
        has_more = bool(found.card.files or found.card.keywords)
        self.tabs.setTabText(BELONGINGS, "Files, keywords •" if has_more else "Files, keywords")
        if is_other:
            self._hint.clear()
            self._offer_draft(found.card.id)
        self._pages.setCurrentIndex(1)
        self._go_where_wanted(found.card.id)

    def save(self, is_leaving: bool = False) -> None:
        """Save what was typed, as one step; what cannot be saved stays in the form, with the reason.

        Args:
            is_leaving: another entry is about to be shown: a citation key that is wrong is then left as it was.
        """
        if self._card is None:
            return
        if self.tabs.currentIndex() == SOURCE and self.source.is_edited:
            self.source.save()
            return
        if not self.form.is_edited:
            return
        if not self.form.key_complaint:
            self._change(self._card, self.form.entry())
        elif is_leaving:
            self._change_without_key(self._card, self.form.entry(), self.form.key_complaint)

    def _change_without_key(self, before: EntryCard, entry: Entry, reason: str) -> None:
        """Save all but the citation key, and say so, because the form in which it stood is gone."""
        kept, tried = before.entry.key, f"“{entry.key}”" if entry.key else "nothing"
        said = f"The citation key stays {kept}, it cannot be {tried}. {reason}"
        if replace(entry, key=kept) == before.entry:
            self._context.messages.notice(said)
        else:
            self._change(before, replace(entry, key=kept), said)

    def _change(self, before: EntryCard, entry: Entry, said: str = "") -> None:
        entry_id = before.id
        if self._is_here(entry_id):
            self._hint.clear()
            self.form.show_entry(entry)  # so that the same edit is not saved twice

        def failed(error: BaseException) -> None:
            if self._is_here(entry_id):
                self.form.show_before(before.entry)
            if isinstance(error, UserError) and entry.key not in ("", before.entry.key):
                self._ask_whose_key(before, entry, error)
            else:
                self._failed(error, entry_id)

        self._context.background.change(
            lambda library, _: change_entry(library, entry_id, entry),
            said=said or f"Saved {entry.key or 'the entry'}",
            owner=self,
            failed=failed,
        )

    def _is_here(self, entry_id: int) -> bool:
        return self._card is not None and entry_id == self._card.id == self._wanted

    def _ask_whose_key(self, before: EntryCard, entry: Entry, error: UserError) -> None:
        """Where a change failed because its key is another entry's, mark the key; the rest is saved on leaving."""

        def answer(owner: int | None) -> None:
            if owner in (None, before.id):
                self._failed(error, before.id)
            elif self._is_here(before.id):
                self.form.refuse_key(entry.key, error.message)
                self._hint.say(f"Not saved. {error.message} {error.advice}", owner, is_refusal=True)
            else:
                self._change_without_key(before, entry, error.message)

        self._context.background.ask(lambda library, _: id_of_key(library, entry.key), answer, owner=self)

    def _failed(self, error: BaseException, entry_id: int) -> None:
        if not isinstance(error, UserError):
            self._context.messages.defect(error)
        elif self._is_here(entry_id):
            self._hint.say(f"Not saved. {error.message} {error.advice}", is_refusal=True)
        else:
            self._context.messages.error(error)

    def _read_source(self, text: str) -> Entry | None:
        try:
            return entry_in(text)
        except UserError as error:
            self.source.complain(f"{error.message} {error.advice}".strip())
            return None

    def _save_source(self, text: str) -> None:
        entry = self._read_source(text)
        if entry is not None and self._card is not None:
            self.source.show_source(text)
            self._change(self._card, entry)

    def _keep_draft(self) -> None:
        """Keep a source that could not be saved: with another entry in its place it would be gone."""
        if self._card is None or not self.source.is_edited:
            return
        entry_id, key = self._card.id, self._card.entry.key
        self._drafts[entry_id] = self.source.text
        self._context.messages.notice(
            f"The source of {key} is not saved; what you typed is kept",
            "Go back to it",
            lambda: self._context.show_entry(entry_id),
        )

    @property
    def has_unsaved_source(self) -> bool:
        """Whether a source was typed that could not be read, and would be lost with the window."""
        return bool(self._drafts) or (self._card is not None and self.source.is_edited)

    def _offer_draft(self, entry_id: int) -> None:
        draft = self._drafts.pop(entry_id, "")
        if draft:
            self.source.offer(draft)
            self.tabs.setCurrentIndex(SOURCE)
            self._read_source(draft)  # so that its fault is told again

    def go_to(self, field: str = "") -> None:
        """Go to a field of the form, or to its first one; where several entries are selected there is none."""
        if self._pages.currentWidget() is self.several:
            return
        self.tabs.setCurrentIndex(FIELDS)
        self.form.focus(field)

    def show_field(self, entry_id: int, field: str) -> None:
        """Show an entry, and go to one of its fields as soon as it is there."""
        self._field_wanted = (entry_id, field)
        if self._card is not None and self._card.id == entry_id:
            self._go_where_wanted(entry_id)
        else:
            self.show_entry(entry_id)

    def _go_where_wanted(self, entry_id: int) -> None:
        wanted, self._field_wanted = self._field_wanted, None
        if wanted is not None and wanted[0] == entry_id:
            self.go_to(wanted[1])

    def choose_files(self) -> None:
        """Let the user choose files to attach."""
        paths, _ = QFileDialog.getOpenFileNames(self, "Attach files", self._context.preferences.now.page_folder)
        self.attach([Path(path) for path in paths])

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files to the entry."""
        if self._card is not None and paths:
            entry_id = self._card.id
            self._context.background.change(lambda library, _: attach_files(library, entry_id, paths))

    def _detach(self, path: str) -> None:
        if self._card is not None:
            entry_id = self._card.id
            self._context.background.change(lambda library, _: detach_file(library, entry_id, path))

    def _copy_cite(self, mention: Mention) -> None:
        if self._card is not None:
            command = self._context.preferences.now.cite_command
            text = cite_command(self._card.entry.key, mention.locator, command)
            QGuiApplication.clipboard().setText(text)
            self._context.messages.notice(f"Copied {text}")

    def _set_keywords(self, typed: Sequence[str]) -> None:
        if self._card is not None:
            entry_id = self._card.id
            add, remove = keyword_changes(self._card.keywords, typed)
            self._context.background.change(lambda library, _: set_keywords(library, [entry_id], add, remove))

    def _library_changed(self, changes: Changes) -> None:
        if self._wanted is not None and (
            changes.entries is None or self._wanted in changes.entries or changes.articles
        ):
            self._read()

    def _typed(self) -> tuple[Entry, int | None] | None:
        return (self.form.entry(), self._card.id) if self._card is not None and self.form.is_edited else None

    def _show_twins(self, twins: tuple[Twin, ...]) -> None:
        if self._hint.is_refusal:
            return  # what was not saved is more important than what may be twice
        if twins:
            self._hint.say(f"The library may have this work already: {twins[0].text}.", twins[0].id)
        else:
            self._hint.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody took leaves the panel for the table."""
        if event.key() == Qt.Key.Key_Escape and self._card is not None:
            self._context.show_entry(self._card.id)
            return
        super().keyPressEvent(event)
