"""What the actions of a review do: each takes what is looked at, and makes one step of the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from app import correcting, finding
from app.apparatus import Apparatus, Citation, Form, Note
from app.entry import Entry
from app.importing import Choice, Decision
from ui.chooser import Chooser, Option
from ui.entry_types import form_field, other_fields
from ui.entry_words import entry_words, sentence
from ui.review.field_words import fields_to_show
from ui.review.mention_model import RELATION_WORDS
from ui.review.state import LOOK_AT, citation_at, citation_doubt, note_at, work_with_id

if TYPE_CHECKING:
    from app.library import Library
    from ui.review.window import ReviewWindow

NEW_WORK = ""
MATCHES_SHOWN = 40


class Commands(QObject):
    """One method an action of ui.review.actions."""

    def __init__(self, window: ReviewWindow) -> None:
        super().__init__(window)
        self._window = window
        self.chooser: Chooser | None = None
        self.menu: QMenu | None = None
        self.asked: QInputDialog | None = None

    # What is looked at

    def _citation(self) -> tuple[Note, int, Citation] | None:
        place = self._window.notes.place
        apparatus = self._window.session.apparatus
        citation = citation_at(apparatus, place)
        note = note_at(apparatus, place.note) if place is not None else None
        if place is None or citation is None or note is None:
            self._window.say("Pick a citation first: Tab goes to the next one.")
            return None
        return note, place.citation, citation

    def _works(self) -> tuple[str, ...]:
        """The works selected in their table, where one is at work there; else the one being looked at."""
        window = self._window
        chosen = window.works.selected_works() if window.works.hasFocus() or self.menu is not None else ()
        if chosen:
            return chosen
        if window.work_id is None:
            self._window.say("Pick a work first.")
            return ()
        return (window.work_id,)

    # Going

    def accept(self) -> None:
        """Say yes to the citation and its work, and go on to the next doubtful one, or else to the next note."""
        window = self._window
        citation = citation_at(window.session.apparatus, window.notes.place)
        if citation is not None and citation.work is None:
            window.say("This citation leads to no work yet: link it (L), or say that it is none (Delete).")
            return
        window.session.settle(window.notes.place, window.work_id)
        if not self._go_doubtful(1, tell=False):
            window.say("Nothing more is doubtful. Ctrl+Return accepts all.")

    def next_doubtful(self) -> None:
        """Go to the next note with doubt in it, around the end."""
        self._go_doubtful(1)

    def previous_doubtful(self) -> None:
        """Go to the doubtful note before."""
        self._go_doubtful(-1)

    def _go_doubtful(self, step: int, tell: bool = True) -> bool:
        window = self._window
        notes = window.notes.notes.notes
        here = window.notes.currentIndex().row()
        for distance in range(1, len(notes) + 1):
            note = notes[(here + step * distance) % len(notes)]
            if window.session.note_doubt(note) >= LOOK_AT:
                window.go_to(note.note.position, self._most_doubtful(note))
                window.say("")
                return True
        if tell:
            window.say("No note is doubtful.")
        return False

    def _most_doubtful(self, note: Note) -> int:
        session = self._window.session

        def doubt(number: int) -> float:
            citation = note.citations[number]
            of_work = session.work_doubt(citation.work) if citation.work and citation.form is Form.FULL else 0.0
            return max(citation_doubt(note, citation, session.state), of_work)

        return max(range(len(note.citations)), key=doubt)

    def next_pane(self) -> None:
        """Go around the panes: notes, works, fields, evidence."""
        window = self._window
        panes = (window.notes, window.works, window.fields, window.mentions)
        here = next((number for number, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(here + 1) % len(panes)].setFocus()

    def find(self) -> None:
        """Go to the filter box."""
        self._window.header.filter.setFocus()
        self._window.header.filter.selectAll()

    def order_by_doubt(self) -> None:
        """Change between the order of the page and that of doubt."""
        header = self._window.header
        (header.by_page if header.by_doubt.isChecked() else header.by_doubt).setChecked(True)

    # Works

    def new_work(self) -> None:
        """These works come in as new entries."""
        self._decide(Decision(Choice.NEW), "New work")

    def leave_out(self) -> None:
        """These works stay out; done again, they come in as proposed."""
        works = self._works()
        out = Decision(Choice.SKIP)
        if works and all(self._window.session.decision(work_id) == out for work_id in works):
            self._decide(Decision(Choice.NEW), "New work")
        else:
            self._decide(out, "Leave out")

    def _decide(self, decision: Decision, name: str) -> None:
        works = self._works()
        if works:
            self._window.session.decide(works, decision, name)

    def same_as(self) -> None:
        """Choose the entry of the library that this work is, candidates first."""
        works = self._works()
        if not works:
            return
        session = self._window.session
        proposed = session.proposals.get(works[0])
        options = [
            Option(session.known_words(candidate.id), candidate.comparison.sentence(), candidate.id)
            for candidate in (proposed.candidates if proposed else ())
        ]
        self._choose("Same as which entry of your library?", options, partial(self._same, works), self._find_entries)

    def _same(self, works: Sequence[str], entry_id: int) -> None:
        self._window.session.decide(works, Decision(Choice.SAME, entry_id), "Same as")

    def same_and_fill(self, works: Sequence[str], entry_id: int) -> None:
        """The same, and the entry in the library gets the fields it lacks."""
        self._window.session.decide(works, Decision(Choice.SAME, entry_id, enrich=True), "Same as, fill in")

    def _find_entries(self, text: str, found: Callable[[Sequence[Option]], None]) -> None:
        def ask(library: Library, _: object) -> tuple[tuple[int, Entry], ...]:
            return finding.entries(library, finding.find_ids(library, text)[:MATCHES_SHOWN])

        def got(entries: tuple[tuple[int, Entry], ...]) -> None:
            for entry_id, entry in entries:
                self._window.session.remember(entry_id, entry)
            found([Option(entry_words(entry), entry.key, entry_id) for entry_id, entry in entries])

        background = self._window.context.background
        background.ask(ask, got, topic="review same as", owner=self.chooser)

    def choice_menu(self, where: QPoint) -> None:
        """Open the menu of what may become of the works selected."""
        works = self._window.works.selected_works()
        if not works or self._window.is_stored:
            return
        session = self._window.session
        self.menu = menu = QMenu(self._window)
        menu.addAction("New work", partial(session.decide, works, Decision(Choice.NEW), "New work"))
        proposed = session.proposals.get(works[0])
        for candidate in proposed.candidates[:5] if proposed else ():
            words = session.known_words(candidate.id).replace("&", "&&")
            menu.addAction(f"Same as {words}", partial(self._same, works, candidate.id))
            menu.addAction("    and fill in what it lacks", partial(self.same_and_fill, works, candidate.id))
        menu.addAction("Same as another entry...", self.same_as)
        menu.addAction("Leave out", partial(session.decide, works, Decision(Choice.SKIP), "Leave out"))
        menu.aboutToHide.connect(self._menu_closed)
        menu.popup(where)

    def _menu_closed(self) -> None:
        self.menu = None

    def change_work(self, work_id: str, entry: Entry, what: str) -> None:
        """Take a work's fields as edited."""
        change = partial(correcting.change_work, work_id=work_id, entry=entry)
        self._window.session.correct(f"Edit {what}", change, touched=(work_id,))

    def edit_fields(self) -> None:
        """Begin to edit the work's title."""
        window = self._window
        if window.work_id is not None:
            window.fields.setFocus()
            window.fields.edit_field("title")

    def add_field(self) -> None:
        """Choose a field that the work has not, and fill it in."""
        entry = self._window.fields.fields.entry
        if entry is None:
            return
        shown = fields_to_show(entry)
        names = [
            *dict.fromkeys((*other_fields(shown), "subtitle", "editor", "translator", "edition", "series", "note"))
        ]
        options = [Option(form_field(name).label, "", name) for name in names if name not in shown]
        self._choose("Which field?", options, self._window.fields.edit_field)

    def join(self) -> None:
        """Choose the work that this one really is; its citations go there."""
        work_id = self._window.work_id
        if work_id is None:
            return
        selected = [other for other in self._window.works.selected_works() if other != work_id]
        if selected:
            self._join(selected, work_id)
            return
        self._choose("Join with which work?", self._work_options(work_id), lambda kept: self._join([work_id], kept))

    def _join(self, works: Sequence[str], kept: str) -> None:
        def correct(apparatus: Apparatus) -> Apparatus:
            for other in works:
                apparatus = correcting.join_works(apparatus, kept, other)
            return apparatus

        self._window.session.correct("Join works", correct)

    def drop_work(self) -> None:
        """These words are no work at all, nor are the citations of it any."""
        work_id = self._window.work_id
        if work_id is not None:
            self._window.session.correct("Not a work", partial(correcting.drop_work, work_id=work_id))

    def show_entry(self) -> None:
        """Show the entry of the library that this work is."""
        window = self._window
        work = work_with_id(window.session.apparatus, window.work_id)
        if work is None:
            return
        if window.is_stored:
            key = work.id
            window.context.background.ask(lambda library, _: finding.id_of_key(library, key), self._show_id)
        else:
            decision = window.session.decision(work.id)
            proposed = window.session.proposals.get(work.id)
            candidates = proposed.candidates if proposed else ()
            self._show_id(
                decision.same_as if decision.same_as is not None else candidates[0].id if candidates else None
            )

    def _show_id(self, entry_id: int | None) -> None:
        if entry_id is None:
            self._window.say("Your library has no entry for it.")
        else:
            self._window.context.show_entry(entry_id)

    # Citations

    def link(self) -> None:
        """Choose the work that the citation leads to."""
        if self._citation() is None:
            return
        options = [*self._work_options(self._window.work_id), Option("A new work", "made from these words", NEW_WORK)]
        self._choose("Which work does it cite?", options, self._link_to)

    def _link_to(self, work_id: str) -> None:
        if (found := self._citation()) is None:
            return
        position, number = found[0].note.position, found[1]
        if work_id == NEW_WORK:
            self._correct("Link to a new work", correcting.split_off, position, number)
        else:
            self._correct("Link", correcting.link, position, number, work_id)

    def unlink(self) -> None:
        """The citation leads to no work that is known."""
        if (found := self._citation()) is not None:
            self._correct("Unlink", correcting.link, found[0].note.position, found[1], None)

    def remove_citation(self) -> None:
        """These words are no citation."""
        if (found := self._citation()) is not None:
            self._correct("Not a citation", correcting.remove_citation, found[0].note.position, found[1])

    def make_citation(self) -> None:
        """The selected text is a citation, or the true extent of the one it overlaps."""
        selected = self._window.notes.selection()
        if selected is None:
            self._window.say("Select the citation's words first, with the mouse or with Shift+Right.")
            return
        position, start, end = selected
        note = note_at(self._window.session.apparatus, position)
        overlapped = [n for n, c in enumerate(note.citations if note else ()) if c.start < end and start < c.end]
        if len(overlapped) == 1:
            self._correct("Change a citation's extent", correcting.change_span, position, overlapped[0], start, end)
        else:
            self._correct("Make a citation", correcting.add_citation, position, start, end)

    def change_locator(self) -> None:
        """Type the page that the citation points at."""
        if (found := self._citation()) is None:
            return
        note, number, citation = found
        self.asked = QInputDialog(self._window)
        self.asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.asked.setWindowTitle("Page pointed at")
        self.asked.setLabelText("The page or paragraph this citation points at, as printed:")
        self.asked.setTextValue(citation.locator or "")
        self.asked.textValueSelected.connect(
            lambda text: self._correct(
                "Change a page", correcting.change_locator, note.note.position, number, text.strip()
            )
        )
        self.asked.open()

    def change_relation(self) -> None:
        """Choose what the note does with the work: cite it, see it, quote it from another."""
        if (found := self._citation()) is None:
            return
        position, number = found[0].note.position, found[1]
        options = [Option(sentence(words or "cites"), "", relation) for relation, words in RELATION_WORDS.items()]
        self._choose(
            "What does the note do with the work?",
            options,
            lambda relation: self._correct(
                "Change how it is cited", correcting.change_relation, position, number, relation
            ),
        )

    def _correct(self, name: str, correction: Callable[..., Apparatus], *details: object) -> None:
        window = self._window
        if window.session.correct(name, lambda apparatus: correction(apparatus, *details)):
            window.notes.clear_selection()

    def _work_options(self, but: str | None) -> list[Option]:
        apparatus = self._window.session.apparatus
        return [
            Option(entry_words(work.entry), self._first_words(work.id), work.id)
            for work in apparatus.works
            if work.id != but
        ]

    def _first_words(self, work_id: str) -> str:
        for note in self._window.session.apparatus.notes:
            if any(citation.work == work_id for citation in note.citations):
                return f"first cited in note {note.note.label}"
        return "not cited"

    def _choose(
        self,
        title: str,
        options: Sequence[Option],
        chosen: Callable[..., None],
        search: Callable[[str, Callable[[Sequence[Option]], None]], None] | None = None,
    ) -> None:
        self.chooser = Chooser(self._window, title, options, chosen, search)
        self.chooser.open()

    # The review as a whole

    def undo(self) -> None:
        """Take back the last step of the review."""
        self._window.session.undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        self._window.session.redo()

    def accept_all(self) -> None:
        """Bring the article into the library."""
        self._window.accept_all()

    def close(self) -> None:
        """Close the window."""
        self._window.close()
