"""The notes as one reads them: a list in which citations are picked, hovered over, and text is selected."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from app.apparatus import Citation, Note
from ui.review.note_delegate import NoteDelegate
from ui.review.note_model import NOTE, Index, NoteModel
from ui.review.state import Place
from ui.theme import Theme

WORD = re.compile(r"\w+|\W")


class NoteList(QListView):
    """A list of notes.

    Signals:
        picked: a ui.review.state.Place, or None where a note without citation was gone to.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes")
        self.setAccessibleName("Notes")
        self.notes = NoteModel(self)
        self.delegate = NoteDelegate(theme, self._reading_font(), self)
        self.reason_of: Callable[[Note, Citation], str] = lambda _note, citation: citation.reason
        self.setModel(self.notes)
        self.setItemDelegate(self.delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)
        self.setMouseTracking(True)
        self._anchor = 0
        self._pressed: tuple[int, int] | None = None
        self.notes.dataChanged.connect(self._forget_rows)
        self.notes.modelReset.connect(self.delegate.forget)
        theme.changed.connect(self.viewport().update)

    def _reading_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() + 0.5)
        return font

    # What is looked at

    @property
    def place(self) -> Place | None:
        """The citation being looked at."""
        return self.delegate.showing.picked

    def current_note(self) -> Note | None:
        """The note being looked at."""
        return self.notes.note(self.currentIndex().row())

    def selection(self) -> tuple[int, int, int] | None:
        """The note's position and the span of the text selected in it."""
        return self.delegate.showing.selected

    def clear_selection(self) -> None:
        """Select no text."""
        self.delegate.showing.caret = None
        self._select(None)

    def go_to(self, position: int, citation: int | None = None) -> None:
        """Bring a note forward, and pick the citation of that number in it (or the first, when None)."""
        row = self.notes.row_of(position)
        note = self.notes.note(row) if row is not None else None
        if row is None or note is None:
            return
        showing = self.delegate.showing
        number = 0 if citation is None else citation
        showing.picked = Place(position, number) if number < len(note.citations) else None
        showing.selected, showing.caret = None, None
        self._anchor = note.citations[number].start if showing.picked is not None else 0
        index = self.notes.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        self.viewport().update()
        self.picked.emit(showing.picked)

    def mark_work(self, work_id: str | None) -> None:
        """Outline the citations of a work."""
        self.delegate.showing.work = work_id
        self.viewport().update()

    def mark_place(self, place: Place | None) -> None:
        """Pick a citation without telling anyone, after the notes have changed under it."""
        self.delegate.showing.picked = place
        self.viewport().update()

    def next_citation(self, step: int = 1) -> bool:
        """Pick the next citation in the order shown (the one before with -1); False at the end."""
        places = self._places(self.notes.notes)
        if not places:
            return False
        here = self._here()
        if self.place is not None and self.place in places:
            number = places.index(self.place) + step
        else:
            order = {note.note.position: row for row, note in enumerate(self.notes.notes)}
            after = [n for n, place in enumerate(places) if order[place.note] >= order.get(here, 0)]
            number = (after[0] if after else len(places)) if step > 0 else (after[0] if after else len(places)) - 1
        if not 0 <= number < len(places):
            return False
        self.go_to(places[number].note, places[number].citation)
        return True

    def _here(self) -> int:
        note = self.current_note()
        return note.note.position if note is not None else 0

    def _places(self, notes: Sequence[Note]) -> list[Place]:
        return [Place(note.note.position, number) for note in notes for number in range(len(note.citations))]

    # Qt's own

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Going to another note picks its first citation."""
        super().currentChanged(current, previous)
        note = self.notes.note(current.row())
        showing = self.delegate.showing
        if note is None or (showing.picked is not None and showing.picked.note == note.note.position):
            return
        showing.selected, showing.caret = None, None
        showing.picked = Place(note.note.position, 0) if note.citations else None
        self._anchor = note.citations[0].start if note.citations else 0
        self.picked.emit(showing.picked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for the new width."""
        self.delegate.set_width(self.viewport().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the desktop."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.delegate.set_font(self._reading_font())
            self.scheduleDelayedItemsLayout()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def event(self, event: QEvent) -> bool:
        """Tab goes from citation to citation; at the last one it leaves the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Tab and self.next_citation(1):
                return True
            if event.key() == Qt.Key.Key_Backtab and self.next_citation(-1):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move through the text, with Shift they select it, with Ctrl by words."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        note = self.current_note()
        if event.key() in steps and note is not None and note.note.text:
            by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            grows = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(note, steps[Qt.Key(event.key())], by_word, grows)
            return
        if event.key() == Qt.Key.Key_Escape and self.selection() is not None:
            self._select(None)
            return
        super().keyPressEvent(event)

    def _move(self, note: Note, step: int, by_word: bool, grows: bool) -> None:
        showing = self.delegate.showing
        position, text = note.note.position, note.note.text
        caret = showing.caret[1] if showing.caret is not None and showing.caret[0] == position else self._anchor
        caret = _word_edge(text, caret, step) if by_word else min(max(caret + step, 0), len(text))
        if not grows:
            self._anchor = caret
        showing.caret = (position, caret)
        first, last = sorted((self._anchor, caret))
        self._select((position, first, last) if first < last else None)

    def _select(self, span: tuple[int, int, int] | None) -> None:
        self.delegate.showing.selected = span
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press begins a selection, or picks a citation when it is let go in place."""
        super().mousePressEvent(event)
        self._pressed = None
        self.delegate.showing.caret = None
        if event.button() is Qt.MouseButton.LeftButton:
            self._select(None)
        if event.button() is Qt.MouseButton.RightButton:
            self._pick_at(event.position())
        elif event.button() is Qt.MouseButton.LeftButton and (found := self._text_at(event.position())) is not None:
            note, place, _ = found
            self._pressed = (note.note.position, place)
            self._anchor = place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag to select text in the note where the press was."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            found = self._text_at(event.position())
            over = found is not None and found[2] is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
            super().mouseMoveEvent(event)
            return
        position, start = self._pressed
        row = self.notes.row_of(position)
        note = self.notes.note(row) if row is not None else None
        if row is None or note is None:
            return
        layout = self.delegate.layout(note)
        origin = self.delegate.text_origin(QRectF(self.visualRect(self.notes.index(row))))
        end = layout.place_at(event.position() - origin)
        first, last = sorted((start, end))
        self._select((position, first, last) if first < last else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go without a selection: pick the citation under the pointer."""
        super().mouseReleaseEvent(event)
        self._pressed = None
        if self.selection() is None:
            self._pick_at(event.position())

    def _pick_at(self, point: QPointF) -> None:
        note, _, number = self._text_at(point) or (None, 0, None)
        if note is not None and number is not None and self.selection() is None:
            self.go_to(note.note.position, number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if (found := self._text_at(event.position())) is not None:
            note, place, _ = found
            text = note.note.text
            word = next((m for m in WORD.finditer(text) if m.start() <= place < m.end()), None)
            if word is not None:
                self._select((note.note.position, word.start(), word.end()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Hovering over a citation tells where it leads and why."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            note, _, number = self._text_at(QPointF(event.pos())) or (None, 0, None)
            if note is not None and number is not None:
                QToolTip.showText(event.globalPos(), self.reason_of(note, note.citations[number]), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _text_at(self, point: QPointF) -> tuple[Note, int, int | None] | None:
        """The note, the place in its text, and the number of the citation under a point."""
        index = self.indexAt(point.toPoint())
        if not index.isValid():
            return None
        note: Note = index.data(NOTE)
        if not note.note.text:
            return None
        layout = self.delegate.layout(note)
        local = point - self.delegate.text_origin(QRectF(self.visualRect(index)))
        character = layout.character_at(local)
        number = next(
            (n for n, c in enumerate(note.citations) if character is not None and c.start <= character < c.end), None
        )
        return note, layout.place_at(local), number

    def _forget_rows(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            note = self.notes.note(row)
            if note is not None:
                self.delegate.forget(note.note.position)


def _word_edge(text: str, place: int, step: int) -> int:
    edges = sorted({0, len(text), *(found.start() for found in re.finditer(r"\w+", text))})
    if step > 0:
        return next((edge for edge in edges if edge > place), len(text))
    return next((edge for edge in reversed(edges) if edge < place), 0)
