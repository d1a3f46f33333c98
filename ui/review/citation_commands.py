"""Corrections of citations: where one leads, what it extends over, whether it is one at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from app import correcting
from app.apparatus import Apparatus, Citation, Note
from ui.asking import ask_words
from ui.chooser import Chooser, Option
from ui.entry_words import sentence
from ui.review.mention_model import RELATION_WORDS
from ui.review.state import citation_at, note_at
from ui.review.work_commands import work_options

if TYPE_CHECKING:
    from ui.review.window import ReviewWindow

NEW_WORK = ""


class CitationCommands(QObject):
    """One method an action of the menu Citation."""

    def __init__(self, window: ReviewWindow) -> None:
        super().__init__(window)
        self._window = window
        self.chooser: Chooser | None = None
        self.asked: QInputDialog | None = None

    def _citation(self) -> tuple[Note, int, Citation] | None:
        place = self._window.notes.place
        apparatus = self._window.session.apparatus
        citation = citation_at(apparatus, place)
        note = note_at(apparatus, place.note) if place is not None else None
        if place is None or citation is None or note is None:
            self._window.say("Pick a citation first: Tab goes to the next one.")
            return None
        return note, place.citation, citation

    def link(self) -> None:
        """Choose the work that the citation leads to."""
        if (found := self._citation()) is None:
            return
        near = found[0].note.position
        options = [
            *work_options(self._window.session.apparatus, self._window.work_id, near),
            Option("A new work", "made from these words", NEW_WORK),
        ]
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

        def change(text: str) -> None:
            self._correct("Change a page", correcting.change_locator, note.note.position, number, text)

        question = "The page or paragraph this citation points at, as printed:"
        self.asked = ask_words(self._window, "Page pointed at", question, change, citation.locator or "")

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

    def _choose(self, title: str, options: list[Option], chosen: Callable[..., None]) -> None:
        self.chooser = Chooser(self._window, title, options, chosen)
        self.chooser.open()
