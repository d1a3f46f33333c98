"""The import review: an article's notes beside the works they cite; corrected here, then brought into the library."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QMessageBox,
)

from app import importing
from app.apparatus import Note
from app.cards import Changes
from app.entry import Entry
from app.errors import Cancelled, UserError
from app.importing import ImportProposal
from ui.context import Context
from ui.entry_words import entry_words
from ui.placing import fit_to_screen
from ui.review.actions import draw_icons, make_actions
from ui.review.citation_commands import CitationCommands
from ui.review.evidence import evidence_heading, match_line, mention_lines, work_heading
from ui.review.going import NOTHING_LEFT, Going
from ui.review.narrowing import Narrowing
from ui.review.panes import KEYS, Panes
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
from ui.review.stored import STORED_KEYS, StoredCitations
from ui.review.work_commands import WorkCommands

KNOWN = "Your library has this article already. Accepting reads its notes again; nothing is doubled."


class ReviewWindow(QMainWindow):
    """One article under review, or (`stored`, its id) one that the library has already.

    Signals:
        accepted: the id of the article brought into the library.
    """

    accepted = Signal(int)

    def __init__(self, context: Context, proposal: ImportProposal, stored: int | None = None) -> None:
        super().__init__()
        self.context = context
        self.is_stored = stored is not None
        self.session = Session(context, proposal, self)
        self._work_id: str | None = None
        self._shows_article = False
        self._may_close = self.is_stored
        self._is_accepting = False
        panes = Panes(context, self.session, self.is_stored)
        self.header, self.notes, self.works = panes.header, panes.notes, panes.works
        self.fields, self.mentions, self.match = panes.fields, panes.mentions, panes.match
        self.work_title, self.evidence_title = panes.work_title, panes.evidence_title
        self.hint, self.accept_button = panes.hint, panes.accept_button
        self._panes = panes
        self.narrowing = Narrowing()
        self.on_works, self.going = WorkCommands(self), Going(self)
        self.on_citations = CitationCommands(self) if stored is None else StoredCitations(self, stored)
        # A stored article's own undo, the library's, goes before that of a review.
        targets = (self.on_citations, self.going, self.on_works)
        lists = (self.notes, self.works)
        self.actions_by_name = make_actions(self, targets, lists, context.theme.icon, not self.is_stored)
        self.setCentralWidget(panes)
        fit_to_screen(self, 1440, 900)
        self.context.memory.restore(self, "review")
        self.say("")
        self._connect()
        self._begin()
        if proposal.known_article is not None and not self.is_stored:
            self.say(KNOWN)

    def _connect(self) -> None:
        self._panes.close_button.clicked.connect(self.close)
        self.accept_button.clicked.connect(self.accept_all)
        self.header.details.clicked.connect(self.show_article)
        self.session.changed.connect(self.refresh)
        self.session.refused.connect(self.say)
        self.context.theme.changed.connect(self._draw_icons)
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
        self.header.order_chosen.connect(self._order_chosen)

    def _begin(self) -> None:
        article = self.session.apparatus.article
        name = entry_words(article) if article is not None else "Notes"
        self.setWindowTitle(f"{name} — {'Notes' if self.is_stored else 'Import review'}")
        self.refresh()
        self._order_again()
        first = next((note for note in self.notes.notes.notes if note.citations), None)
        if first is not None:
            self.notes.go_to(first.note.position)
        self.notes.setFocus()

    def _draw_icons(self) -> None:
        draw_icons(self.actions_by_name, self.context.theme.icon)
        self.header.details.setIcon(self.context.theme.icon("edit"))

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

    def show_article(self) -> None:
        """Show the article's own details in place of a work's, to be corrected like them."""
        self._shows_article = True
        self._work_id = None
        apparatus = self.session.apparatus
        self.notes.mark_work(None)
        self.works.go_to(None)
        self.fields.fields.show_entry(apparatus.article or Entry("article"))
        self.work_title.setText("The article itself")
        self.match.setText("It comes into your library as an entry of its own.")
        self.match.setVisible(not self.is_stored)
        self.mentions.mentions.show_lines(())
        self.evidence_title.setText("")

    def _show_work(self, work_id: str | None) -> None:
        self._shows_article = False
        self._work_id = work_id
        work = work_with_id(self.session.apparatus, work_id)
        self.notes.mark_work(work_id)
        self.works.go_to(work_id)
        self.fields.fields.show_entry(work.entry if work else None, work_id or "")
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

    def _order_chosen(self, by_doubt: bool) -> None:
        """By doubt one goes on with the most doubtful; by page one stays where one is."""
        self._order_again()
        first = next(iter(self.notes.notes.notes), None)
        if by_doubt and first is not None:
            self.notes.go_to(first.note.position, self.going.most_doubtful(first))

    def _notes_in_order(self) -> tuple[Note, ...]:
        shown = list(self.narrowing.notes(self.session.apparatus, self.header.filter.text()))
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
        self._keep_place()
        self.works.works.refresh()
        proposals = self.session.proposals.values()
        self.works.show_matches(any(proposed.candidates or proposed.same_as is not None for proposed in proposals))
        citation = citation_at(apparatus, self.notes.place)
        kept = self._work_id if citation is None and work_with_id(apparatus, self._work_id) else None
        if self._shows_article:
            self.show_article()
        else:
            self._show_work(citation.work if citation is not None else kept)
        self.header.show_article(apparatus)
        summary = summarise(state, self.session.proposals)
        to_look_at = 0 if self.is_stored else len(notes_to_look_at(state, self.session.proposals))
        self.header.show_counts(summary_words(summary), to_look_at)
        if to_look_at and self.hint.text() == NOTHING_LEFT:
            self.say("")
        self.notes.viewport().update()
        self.works.viewport().update()
        self._name_actions(summary.works - summary.left_out)

    def _keep_place(self) -> None:
        """Look at a citation of the current note where it has one: after one is removed, made or brought back."""
        place, note = self.notes.place, self.notes.current_note()
        if place is None and note is not None and note.citations:
            self.notes.mark_place(Place(note.note.position, 0))
        elif place is not None and citation_at(self.session.apparatus, place) is None:
            note = note_at(self.session.apparatus, place.note)
            last = len(note.citations) - 1 if note is not None else -1
            self.notes.mark_place(Place(place.note, last) if last >= 0 else None)

    def _name_actions(self, coming: int) -> None:
        self.accept_button.setText("Accept 1 work" if coming == 1 else f"Accept {coming} works")
        if self.is_stored:
            return
        history = self.session.history
        for name, step in (("undo", history.undo_name()), ("redo", history.redo_name())):
            if action := self.actions_by_name.get(name):
                action.setText(f"{name.capitalize()} {step}".strip())
                action.setEnabled(bool(step))

    def say(self, sentence_: str) -> None:
        """Say something at the foot of the window until the next thing is said."""
        self.hint.setText(sentence_ or (STORED_KEYS if self.is_stored else KEYS))

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
        if self._shows_article:
            self.session.correct(f"Edit the article's {what}", lambda apparatus: replace(apparatus, article=entry))
        elif self._work_id is not None:
            self.on_works.change_work(self._work_id, entry, what)

    # Accepting and closing

    def accept_all(self) -> None:
        """Bring the article in with everything as it stands now; the window closes when that is done."""
        if self._is_accepting:
            return
        self._is_accepting = True
        self.accept_button.setEnabled(False)
        read, apparatus, decisions = self.session.as_read, self.session.apparatus, self.session.decisions()
        self.context.background.change(
            lambda library, _progress: importing.accept(library, apparatus, decisions, read),
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
        self.notes.delegate.forget()
        self._panes.keep_divisions()
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
