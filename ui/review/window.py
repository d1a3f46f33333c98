"""The import review: an article's notes beside the works they cite; corrected here, then brought into the library."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import importing
from app.apparatus import Note
from app.cards import Changes
from app.entry import Entry
from app.errors import Cancelled, UserError
from app.importing import ImportProposal
from ui.busy_bar import BusyBar
from ui.context import Context
from ui.entry_words import entry_words
from ui.review.actions import make_actions
from ui.review.citation_commands import CitationCommands
from ui.review.evidence import evidence_heading, match_line, mention_lines, work_heading
from ui.review.field_table import FieldTable
from ui.review.going import Going
from ui.review.header import Header
from ui.review.mention_list import MentionList
from ui.review.note_list import NoteList
from ui.review.session import Session
from ui.review.state import (
    Place,
    citation_at,
    mentions_of,
    note_at,
    notes_to_look_at,
    summarise,
    summary_words,
    work_with_id,
)
from ui.review.work_commands import WorkCommands
from ui.review.work_model import Col
from ui.review.work_table import WorkTable

KEYS = "   ·   ".join(
    ("N next doubtful", "Enter accept", "S same as", "X leave out", "L link", "J join", "C make a citation")
)


class ReviewWindow(QMainWindow):
    """One article under review, or (`stored`) one that the library has already, to read.

    Signals:
        accepted: the id of the article brought into the library.
    """

    accepted = Signal(int)

    def __init__(self, context: Context, proposal: ImportProposal, stored: bool = False) -> None:
        super().__init__()
        self.context = context
        self.is_stored = stored
        self.session = Session(context, proposal, self)
        self._work_id: str | None = None
        self._may_close = stored
        self._is_accepting = False
        theme = context.theme
        self.header = Header(theme, not stored)
        self.notes = NoteList(theme)
        self.works = WorkTable(self.session, theme)
        self.fields = FieldTable(theme)
        self.mentions = MentionList(theme)
        self.work_title, self.match = _heading(""), QLabel()
        self.evidence_title = _heading("Where the notes cite it")
        self.accept_button = QPushButton("Accept")
        self.on_works, self.on_citations = WorkCommands(self), CitationCommands(self)
        targets = (Going(self), self.on_citations, self.on_works)
        self.actions_by_name = make_actions(self, targets, (self.notes, self.works), theme.icon, not stored)
        self._lay_out()
        self._connect()
        self._begin()

    # Layout

    def _lay_out(self) -> None:
        self.resize(1440, 900)
        self.match.setProperty("role", "muted")
        self.match.setWordWrap(True)
        self.match.setTextFormat(Qt.TextFormat.PlainText)
        self.match.setContentsMargins(12, 0, 12, 8)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(_pane(self.work_title, self.match, self.fields))
        below.addWidget(_pane(self.evidence_title, self.mentions))
        below.setSizes([380, 420])
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.works)
        right.addWidget(below)
        right.setSizes([470, 330])
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.notes)
        across.addWidget(right)
        across.setSizes([600, 840])
        across.setStretchFactor(0, 2)
        across.setStretchFactor(1, 3)
        for splitter in (below, right, across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._splitters = {"review.across": across, "review.right": right, "review.below": below}
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(across, 1)
        column.addWidget(self._footer())
        self.setCentralWidget(middle)
        if self.is_stored:
            self.works.setColumnHidden(Col.CHOICE, True)
            self.works.setColumnHidden(Col.MATCH, True)
            self.works.setColumnHidden(Col.DOUBT, True)
            self.fields.fields.is_editable = False
        self.context.memory.restore(self, "review")
        for name, splitter in self._splitters.items():
            self.context.memory.restore(splitter, name)

    def _footer(self) -> QWidget:
        footer = QWidget()
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(8)
        self.hint = QLabel("" if self.is_stored else KEYS)
        self.hint.setProperty("role", "muted")
        self.hint.setMinimumWidth(80)
        row.addWidget(self.hint, 1)
        row.addWidget(BusyBar(self.context.background))
        cancel = QPushButton("Close" if self.is_stored else "Cancel")
        cancel.clicked.connect(self.close)
        row.addWidget(cancel)
        if self.is_stored:
            self.accept_button.hide()
        else:
            self.accept_button.setDefault(True)
            self.accept_button.setToolTip("Bring the works and the notes into your library (Ctrl+Return)")
            self.accept_button.clicked.connect(self.accept_all)
            row.addWidget(self.accept_button)
        return footer

    def _connect(self) -> None:
        self.session.changed.connect(self.refresh)
        self.session.refused.connect(self.say)
        self.notes.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.notes.customContextMenuRequested.connect(self._open_citation_menu)
        if not self.is_stored:
            self.context.background.changed.connect(self._library_changed)
            self.context.background.opened.connect(self._another_library)
        self.notes.reason_of = self.session.reason
        self.notes.delegate.showing.doubt = self._doubt_to_show
        self.notes.picked.connect(self._citation_picked)
        self.works.work_picked.connect(self._work_picked)
        self.works.choice_asked.connect(self.on_works.choice_menu)
        self.works.doubleClicked.connect(lambda _index: self.fields.setFocus())
        self.mentions.picked.connect(self._mention_picked)
        self.fields.fields.edited.connect(self._fields_edited)
        self.header.filtered.connect(self._filter)
        self.header.order_chosen.connect(lambda _by_doubt: self._order_again())

    def _begin(self) -> None:
        article = self.session.apparatus.article
        name = entry_words(article) if article is not None else "Notes"
        self.setWindowTitle(f"{name} – {'Notes' if self.is_stored else 'Import review'}")
        self.header.show_article(self.session.apparatus)
        self.refresh()
        self._order_again()
        first = next((note for note in self.notes.notes.notes if note.citations), None)
        if first is not None:
            self.notes.go_to(first.note.position)
        self.notes.setFocus()

    # What is looked at

    @property
    def work_id(self) -> str | None:
        """The work being looked at."""
        return self._work_id

    def go_to(self, position: int, citation: int | None = None) -> None:
        """Bring a note forward, unfiltered if the filter hides it."""
        if self.notes.notes.row_of(position) is None:
            self.header.filter.clear()
        self.notes.go_to(position, citation)

    def _citation_picked(self, place: Place | None) -> None:
        citation = citation_at(self.session.apparatus, place)
        self._show_work(citation.work if citation is not None else None)
        self.mentions.go_to(place)

    def _work_picked(self, work_id: str) -> None:
        if work_id == self._work_id:
            return
        places = mentions_of(self.session.apparatus, work_id)
        if places:
            self.go_to(places[0][1].note, places[0][1].citation)
        self._show_work(work_id)

    def _mention_picked(self, place: Place) -> None:
        self.go_to(place.note, place.citation)

    def _show_work(self, work_id: str | None) -> None:
        self._work_id = work_id
        work = work_with_id(self.session.apparatus, work_id)
        self.notes.mark_work(work_id)
        self.works.go_to(work_id)
        self.fields.fields.show_entry(work.entry if work else None)
        self.work_title.setText(work_heading(self.session, self.notes.place, work_id, self.is_stored))
        match = match_line(self.session, work_id)
        self.match.setText(match)
        self.match.setVisible(bool(match))
        lines = mention_lines(self.session, work_id) if work_id else ()
        self.mentions.mentions.show_lines(lines)
        self.mentions.go_to(self.notes.place)
        self.evidence_title.setText(evidence_heading(self.session, self.notes.place, len(lines)))

    # Order, filter, refreshing

    def _doubt_to_show(self, note: Note) -> float:
        return 0.0 if self.is_stored else self.session.note_doubt(note)

    def _order_again(self) -> None:
        self.notes.notes.show_notes(self._notes_in_order())
        here = self.notes.place
        if here is not None:
            self.notes.go_to(here.note, here.citation)

    def _notes_in_order(self) -> tuple[Note, ...]:
        words = self.header.filter.text().casefold().split()
        shown = [note for note in self.session.apparatus.notes if all(word in _said(note) for word in words)]
        if self.header.by_doubt.isChecked():
            shown.sort(key=lambda note: (-self.session.note_doubt(note), note.note.position))
        return tuple(shown)

    def _filter(self, text: str) -> None:
        self.works.works.filter_by(text)
        self._order_again()
        self.works.go_to(self._work_id)

    def refresh(self) -> None:
        """Show the session as it is now; notes keep their order, and the reader their place."""
        apparatus, state = self.session.apparatus, self.session.state
        shown = (note_at(apparatus, note.note.position) for note in self.notes.notes.notes)
        self.notes.notes.show_notes([note for note in shown if note is not None])
        place = self.notes.place
        if place is not None and citation_at(apparatus, place) is None:
            note = note_at(apparatus, place.note)
            last = len(note.citations) - 1 if note is not None else -1
            self.notes.mark_place(Place(place.note, last) if last >= 0 else None)
        self.works.works.refresh()
        proposals = self.session.proposals.values()
        self.works.show_matches(any(proposed.candidates or proposed.same_as is not None for proposed in proposals))
        citation = citation_at(apparatus, self.notes.place)
        kept = self._work_id if citation is None and work_with_id(apparatus, self._work_id) else None
        self._show_work(citation.work if citation is not None else kept)
        summary = summarise(state, self.session.proposals)
        self.header.show_counts(
            summary_words(summary),
            0 if self.is_stored else len(notes_to_look_at(state, self.session.proposals)),
        )
        self.notes.viewport().update()
        self.works.viewport().update()
        self._name_actions(summary.works - summary.left_out)

    def _name_actions(self, coming: int) -> None:
        self.accept_button.setText("Accept 1 work" if coming == 1 else f"Accept {coming} works")
        history = self.session.history
        for name, step in (("undo", history.undo_name()), ("redo", history.redo_name())):
            if action := self.actions_by_name.get(name):
                action.setText(f"{name.capitalize()} {step}".strip())
                action.setEnabled(bool(step))

    def say(self, sentence_: str) -> None:
        """Say something at the foot of the window until the next thing is said."""
        self.hint.setText(sentence_ or KEYS)

    def _open_citation_menu(self, where: QPoint) -> None:
        menu = self.findChild(QMenu, "Citation")
        if isinstance(menu, QMenu):
            menu.popup(self.notes.viewport().mapToGlobal(where))

    def _another_library(self) -> None:
        self.session.library_changed(is_another=True)

    def _library_changed(self, changes: Changes) -> None:
        if not self._is_accepting and (changes.entries is None or changes.entries):
            self.session.library_changed()

    # Correcting by typing

    def _fields_edited(self, entry: Entry, what: str) -> None:
        if self._work_id is not None:
            self.on_works.change_work(self._work_id, entry, what)

    # Accepting and closing

    def accept_all(self) -> None:
        """Bring the article in with everything as it stands now; the window closes when that is done."""
        if self._is_accepting:
            return
        self._is_accepting = True
        self.accept_button.setEnabled(False)
        apparatus, decisions = self.session.apparatus, self.session.decisions()
        self.context.background.change(
            lambda library, _progress: importing.accept(library, apparatus, decisions),
            self._did_accept,
            owner=self,
            failed=self._did_not_accept,
        )

    def _did_accept(self, result: tuple[int, Changes]) -> None:
        self._may_close = True
        self.accepted.emit(result[0])
        self.close()

    def _did_not_accept(self, error: BaseException) -> None:
        self._is_accepting = False
        self.accept_button.setEnabled(True)
        messages = self.context.messages
        if isinstance(error, Cancelled):
            self.say("Stopped. Nothing was changed.")
        elif isinstance(error, UserError):
            messages.error(error, self)
        else:
            messages.defect(error, self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where corrections would be lost."""
        if not self._may_close and not self.session.history.is_untouched():
            event.ignore()
            self.asked = self._ask_to_close()
            return
        self.context.memory.keep(self, "review")
        for name, splitter in self._splitters.items():
            self.context.memory.keep(splitter, name)
        super().closeEvent(event)

    def _ask_to_close(self) -> QMessageBox:
        return self.context.messages.question(
            "Close the review?",
            "You have made corrections that are not in your library yet.",
            "Discard them",
            self._close_now,
            self,
        )

    def _close_now(self) -> None:
        self._may_close = True
        self.close()


def _said(note: Note) -> str:
    return f"{note.note.label} {note.note.text}".casefold()


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(40)
    return label


def _pane(heading: QLabel, *views: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    heading.setContentsMargins(12, 8, 12, 7)
    column.addWidget(heading)
    for view in views:
        column.addWidget(view, 0 if isinstance(view, QLabel) else 1)
    return pane
