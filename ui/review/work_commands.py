"""What becomes of works: new, the same as an entry, left out, joined, their fields corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from app import correcting, finding
from app.apparatus import Apparatus
from app.entry import Entry
from app.importing import Choice, Decision
from ui.chooser import Chooser, Option
from ui.entry_types import form_field, other_fields
from ui.entry_words import entry_words
from ui.review.field_words import fields_to_show
from ui.review.fill_in import FillIn
from ui.review.state import work_with_id

if TYPE_CHECKING:
    from app.library import Library
    from ui.review.window import ReviewWindow

MATCHES_SHOWN = 40
EMPTY = "Your library has no entries yet, so this work can only come in as a new one."
ONLY_WORK = "The notes cite no other work."


class WorkCommands(QObject):
    """One method an action of the menu Work."""

    def __init__(self, window: ReviewWindow) -> None:
        super().__init__(window)
        self._window = window
        self.chooser: Chooser | None = None
        self.asked: FillIn | None = None
        self.menu: QMenu | None = None

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
        self._choose(
            "Same as which entry of your library?", options, partial(self._same, works), self._find_entries, EMPTY
        )

    def _same(self, works: Sequence[str], entry_id: int) -> None:
        self._window.session.decide(works, Decision(Choice.SAME, entry_id), "Same as")

    def fill_in(self) -> None:
        """Give the entry in the library the fields it lacks; done again, leave it as it is."""
        session, works = self._window.session, self._works()
        same = [work_id for work_id in works if session.decision(work_id).same_as is not None]
        if works and not same:
            self._window.say("Say first which entry of your library it is (S).")
        fill = not all(session.decision(work_id).enrich for work_id in same)
        for work_id in same:
            name = "Fill in what it lacks" if fill else "Leave it as it is"
            session.decide((work_id,), Decision(Choice.SAME, session.decision(work_id).same_as, enrich=fill), name)

    def choose_fill_in(self) -> None:
        """Choose which of the fields that the entry in the library lacks it is to get."""
        window = self._window
        session, work = window.session, work_with_id(window.session.apparatus, window.work_id)
        lacking = session.lacking(work.id) if work is not None else ()
        if work is None or session.decision(work.id).same_as is None:
            window.say("Say first which entry of your library it is (S).")
        elif not lacking:
            window.say("The entry lacks nothing that the notes say.")
        else:
            ticked, same = session.filled_in(work.id), session.decision(work.id).same_as
            self.asked = FillIn(
                window, session.known_words(same), work.entry, lacking, ticked, partial(self._fill, work.id)
            )
            self.asked.open()

    def _fill(self, work_id: str, fields: tuple[str, ...]) -> None:
        same = self._window.session.decision(work_id).same_as
        decision = Decision(Choice.SAME, same, enrich=bool(fields), fields=fields or None)
        self._window.session.decide((work_id,), decision, "Fill in fields" if fields else "Leave it as it is")

    def _same_and_fill(self, works: Sequence[str], entry_id: int) -> None:
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
            menu.addAction("    and fill in what it lacks", partial(self._same_and_fill, works, candidate.id))
        menu.addAction("Same as another entry…", self.same_as)
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
        self._choose(
            "Join with which work?",
            work_options(self._window.session.apparatus, work_id),
            lambda kept: self._join([work_id], kept),
            nothing=ONLY_WORK,
        )

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

    def _choose(
        self,
        title: str,
        options: Sequence[Option],
        chosen: Callable[..., None],
        search: Callable[[str, Callable[[Sequence[Option]], None]], None] | None = None,
        nothing: str = "",
    ) -> None:
        self.chooser = Chooser(self._window, title, options, chosen, search, nothing=nothing)
        self.chooser.open()


def work_options(apparatus: Apparatus, but: str | None, near: int = 0) -> list[Option]:
    """The works to choose from, in the order of their first citation; cited last before the note `near` come first."""
    first: dict[str, str] = {}
    last: dict[str, int] = {}
    for note in apparatus.notes:
        for citation in note.citations:
            if citation.work is not None:
                first.setdefault(citation.work, note.note.label or str(note.note.position))
                if note.note.position <= near:
                    last[citation.work] = note.note.position
    return [
        Option(entry_words(work.entry), f"first cited in note {first[work.id]}" if work.id in first else "", work.id)
        for work in sorted(apparatus.works, key=lambda work: -last.get(work.id, 0))
        if work.id != but
    ]
