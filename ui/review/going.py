"""Going through a review: to the next doubt, from pane to pane, back and forth in its history, and to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.apparatus import Form, Note
from ui.action_finder import open_action_finder
from ui.chooser import Chooser
from ui.review.copying import copied_text
from ui.review.state import LOOK_AT, citation_at, citation_doubt

if TYPE_CHECKING:
    from ui.review.window import ReviewWindow


NOTHING_LEFT = "Nothing more is doubtful. Ctrl+Return accepts all."


class Going(QObject):
    """One method an action of the menus Review, Edit and Go."""

    def __init__(self, window: ReviewWindow) -> None:
        super().__init__(window)
        self._window = window
        self.finder: Chooser | None = None

    def accept(self) -> None:
        """Say yes to the citation and its work, and go on to the next doubtful one, or else to the next note."""
        window = self._window
        citation = citation_at(window.session.apparatus, window.notes.place)
        if citation is not None and citation.work is None:
            window.say("This citation leads to no work yet: link it (L), or say that it is none (Delete).")
            return
        window.session.settle(window.notes.place, window.work_id)
        if not self._go_doubtful(1, tell=False):
            window.say(NOTHING_LEFT)

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
                window.go_to(note.note.position, self.most_doubtful(note))
                window.say("")
                return True
        if tell:
            window.say("No note is doubtful.")
        return False

    def most_doubtful(self, note: Note) -> int:
        """The number of the most doubtful citation of a note, 0 where it has none."""
        session = self._window.session

        def doubt(number: int) -> float:
            citation = note.citations[number]
            of_work = session.work_doubt(citation.work) if citation.work and citation.form is Form.FULL else 0.0
            return max(citation_doubt(note, citation, session.state), of_work)

        return max(range(len(note.citations)), key=doubt, default=0)

    def next_pane(self) -> None:
        """Go around the panes: notes, works, fields, evidence."""
        window = self._window
        panes = (window.notes, window.works, window.fields, window.mentions)
        here = next((number for number, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(here + 1) % len(panes)].setFocus()

    def find_action(self) -> None:
        """List every action with its key, to be found by its words and done."""
        self.finder = open_action_finder(self._window, self._window.actions_by_name.values())

    def find(self) -> None:
        """Go to the filter box."""
        self._window.header.filter.setFocus()
        self._window.header.filter.selectAll()

    def order_by_doubt(self) -> None:
        """Change between the order of the page and that of doubt."""
        header = self._window.header
        (header.by_page if header.by_doubt.isChecked() else header.by_doubt).setChecked(True)

    def undo(self) -> None:
        """Take back the last step of the review."""
        self._window.session.undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        self._window.session.redo()

    def article_details(self) -> None:
        """Show the article's own details."""
        self._window.show_article()
        self._window.fields.setFocus()

    def copy(self) -> None:
        """Copy the selected text; else the LaTeX command for the citation, or its words where it has no key yet."""
        window = self._window
        text = copied_text(
            window.session.apparatus,
            window.notes.selection(),
            window.notes.place,
            window.context.preferences.now.cite_command if window.is_stored else "",
        )
        if text:
            QGuiApplication.clipboard().setText(text)
            window.say(f"Copied {text if len(text) < 80 else 'the text'}")

    def accept_all(self) -> None:
        """Bring the article into the library."""
        self._window.accept_all()

    def close(self) -> None:
        """Close the window."""
        self._window.close()
