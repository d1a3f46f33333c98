"""A review under way: the history of its states, what Ibidem proposes, and the questions it puts to the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app import finding, importing
from app.apparatus import Apparatus, Citation, Note
from app.entry import Entry
from app.importing import Choice, Decision, ImportProposal, ProposedWork, lacking_fields
from app.library import Library
from ui.context import Context
from ui.entry_words import author_words, entry_words, sentence, title_words, year_words
from ui.review.history import History
from ui.review.state import (
    Place,
    State,
    all_decisions,
    citation_at,
    decision_for,
    note_at,
    note_doubt,
    proposals_of,
    settled_after,
    span_of,
    work_doubt,
    work_with_id,
)


class Session(QObject):
    """Holds one review. Every change goes through `correct`, `decide` or `settle`, and can be undone.

    Signals:
        changed: the state or what is proposed is another.
        refused: a sentence, where a correction cannot be made.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, context: Context, proposal: ImportProposal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.proposals: dict[str, ProposedWork] = proposals_of(proposal)
        self.known: dict[int, Entry] = {}
        self._history = History(State(proposal.apparatus))
        self._fetch_known()

    @property
    def state(self) -> State:
        """The review as it stands."""
        return self._history.state

    @property
    def as_read(self) -> Apparatus:
        """The notes as Ibidem had read them, before any correction."""
        return self._history.first.apparatus

    @property
    def apparatus(self) -> Apparatus:
        """The notes and works as they stand."""
        return self.state.apparatus

    @property
    def history(self) -> History:
        """The names of the steps, and whether there are any."""
        return self._history

    # Steps

    def correct(self, name: str, correction: Callable[[Apparatus], Apparatus], touched: Iterable[str] = ()) -> bool:
        """Make a correction of app.correcting a step.

        Args:
            name: the step's name, for undo.
            correction: from the apparatus as it stands to the corrected one; a ValueError says why it cannot be.
            touched: works whose fields are now others, to be looked for in the library again.

        Returns:
            whether anything is different now. Where the correction is refused, `refused` says why.
        """
        try:
            apparatus = correction(self.apparatus)
        except ValueError as error:
            self.refused.emit(sentence(str(error)))
            return False
        before = {work.id: work.entry for work in self.apparatus.works}
        decisions = {key: value for key, value in self.state.decisions.items() if work_with_id(apparatus, key)}
        settled = settled_after(self.state.settled, self.apparatus, apparatus)
        corrected = replace(self.state, apparatus=apparatus, decisions=decisions, settled=settled)
        if not self._history.push(name, corrected):
            return False
        if touched or any(before.get(work.id) != work.entry for work in apparatus.works):
            self._match_again()
        self.changed.emit()
        return True

    def decide(self, work_ids: Iterable[str], decision: Decision, name: str) -> bool:
        """Take a decision on some works."""
        chosen = dict.fromkeys(work_ids, decision)
        pushed = self._history.push(name, replace(self.state, decisions={**self.state.decisions, **chosen}))
        if pushed:
            self.changed.emit()
        return pushed

    def settle(self, place: Place | None, work_id: str | None) -> bool:
        """Say yes to a citation as it is read, or to a work as it is proposed, or to both."""
        settled = set(self.state.settled)
        note = note_at(self.apparatus, place.note) if place else None
        citation = citation_at(self.apparatus, place)
        if note is not None and citation is not None and citation.work is not None:
            settled.add(span_of(note, citation))
        if work_id is not None:
            settled.add(work_id)
        pushed = self._history.push("Accept", replace(self.state, settled=frozenset(settled)))
        if pushed:
            self.changed.emit()
        return pushed

    def undo(self) -> None:
        """Take back the last step."""
        if self._history.undo():
            self._match_again()
            self.changed.emit()

    def redo(self) -> None:
        """Do the last undone step again."""
        if self._history.redo():
            self._match_again()
            self.changed.emit()

    def read_again(self, apparatus: Apparatus) -> None:
        """Begin anew with the notes as the library has them now."""
        if apparatus != self.apparatus:
            self._history = History(State(apparatus))
            self.changed.emit()

    # Questions

    def decision(self, work_id: str) -> Decision:
        """What becomes of a work as things stand."""
        return decision_for(work_id, self.state, self.proposals)

    def decisions(self) -> dict[str, Decision]:
        """What becomes of every work."""
        return all_decisions(self.state, self.proposals)

    def note_doubt(self, note: Note) -> float:
        """How doubtful a note is."""
        return note_doubt(note, self.state, self.proposals)

    def work_doubt(self, work_id: str) -> float:
        """How doubtful a work is."""
        return work_doubt(work_id, self.state, self.proposals)

    def known_words(self, entry_id: int | None) -> str:
        """An entry of the library in one line."""
        entry = self.known.get(entry_id) if entry_id is not None else None
        return entry_words(entry) if entry is not None else "an entry in your library"

    def match_words(self, work_id: str) -> str:
        """The entry of the library a work is or may be, with the reasons; "" where there is none."""
        proposed, decision = self.proposals.get(work_id), self.decision(work_id)
        candidates = proposed.candidates if proposed else ()
        same_as = decision.same_as if decision.choice is Choice.SAME else None
        for candidate in candidates:
            if same_as in (None, candidate.id):
                why = candidate.comparison.sentence()
                return f"{self.known_words(candidate.id)} ({why})" if why else self.known_words(candidate.id)
        return f"{self.known_words(same_as)} (your choice)" if same_as is not None else ""

    def reason(self, note: Note, citation: Citation) -> str:
        """Where a citation leads and why, for hovering."""
        work = work_with_id(self.apparatus, citation.work)
        lead = entry_words(work.entry) if work else "Leads to no work yet"
        if span_of(note, citation) in self.state.settled:
            sure = "accepted by you"
        else:
            sure = f"{citation.confidence:.0%} sure" if work else ""
        reason = sentence(citation.reason).rstrip(".")
        return "\n".join(part for part in (lead, f"{reason}." if reason else "", sentence(sure)) if part)

    def match_name(self, work_id: str) -> str:
        """The entry of the library a work is or may be, shortly: "Barr 1982", "Barr 1982?" if it only may be."""
        proposed, decision = self.proposals.get(work_id), self.decision(work_id)
        if decision.choice is Choice.SAME and decision.same_as is not None:
            return self._short(decision.same_as)
        candidates = proposed.candidates if proposed else ()
        return f"{self._short(candidates[0].id)}?" if candidates else ""

    def _short(self, entry_id: int) -> str:
        entry = self.known.get(entry_id)
        if entry is None:
            return "an entry"
        return " ".join(filter(None, (author_words(entry) or title_words(entry), year_words(entry))))

    def lacking(self, work_id: str) -> tuple[str, ...]:
        """The fields that the work has and the entry it is the same as has not."""
        decision, work = self.decision(work_id), work_with_id(self.apparatus, work_id)
        entry = self.known.get(decision.same_as) if decision.same_as is not None else None
        if decision.choice is not Choice.SAME or entry is None or work is None:
            return ()
        return lacking_fields(entry, work.entry)

    def filled_in(self, work_id: str) -> tuple[str, ...]:
        """Those of the fields lacking that the entry will get as things stand."""
        decision = self.decision(work_id)
        lacking = self.lacking(work_id) if decision.enrich else ()
        return tuple(name for name in lacking if decision.fields is None or name in decision.fields)

    # The library

    def library_changed(self, is_another: bool = False) -> None:
        """Look for the works again after the library has changed, or another was opened in its place."""
        if is_another:
            self.known.clear()
            kept = {key: said for key, said in self.state.decisions.items() if said.same_as is None}
            self._history.push("Open another library", replace(self.state, decisions=kept))
        self._match_again()

    def remember(self, entry_id: int, entry: Entry) -> None:
        """Know an entry of the library that the user has chosen."""
        self.known[entry_id] = entry

    def _fetch_known(self) -> None:
        wanted = {c.id for work in self.proposals.values() for c in work.candidates} | self.known.keys()
        wanted |= {work.same_as for work in self.proposals.values() if work.same_as is not None}
        if wanted:
            ids = tuple(sorted(wanted))
            self._context.background.ask(lambda library, _: finding.entries(library, ids), self._got_known)

    def _got_known(self, entries: tuple[tuple[int, Entry], ...]) -> None:
        self.known.update(entries)
        self.changed.emit()

    def _match_again(self) -> None:
        apparatus = self.apparatus

        def ask(library: Library, _: object) -> ImportProposal:
            return importing.propose_apparatus(library, apparatus)

        self._context.background.ask(ask, self._matched, topic=f"review {id(self)}")

    def _matched(self, proposal: ImportProposal) -> None:
        self.proposals = proposals_of(proposal)
        self._fetch_known()
        self.changed.emit()
