"""What is under review: an apparatus, what Ibidem proposes for its works, and what the user has said so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.apparatus import Apparatus, Citation, Form, Kind, Note, Work
from app.counting import counted
from app.importing import Choice, Decision, ImportProposal, ProposedWork

# Below this much doubt a citation or work is not among the notes to look at.
LOOK_AT = 0.3

# The span of a citation (note position, start, end), or the id of a work.
Settled = tuple[int, int, int] | str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a citation stands: the position of its note, and its number in the note from 0."""

    note: int
    citation: int


@dataclass(frozen=True, slots=True)
class State:
    """One moment of the review; undo goes back to the one before.

    Attributes:
        decisions: only those the user took; for every other work Ibidem's own proposal stands.
        settled: the citations and works the user has said yes to.
    """

    apparatus: Apparatus
    decisions: Mapping[str, Decision] = field(default_factory=lambda: MappingProxyType({}))
    settled: frozenset[Settled] = frozenset()


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts in the line above the notes."""

    notes: int
    works: int
    unresolved: int
    known: int
    left_out: int


def proposals_of(proposal: ImportProposal) -> dict[str, ProposedWork]:
    """What Ibidem proposes, by work id."""
    return {work.work_id: work for work in proposal.works}


def decision_for(work_id: str, state: State, proposals: Mapping[str, ProposedWork]) -> Decision:
    """The user's decision on a work, or Ibidem's proposal where the user has said nothing; a new work otherwise."""
    if work_id in state.decisions:
        return state.decisions[work_id]
    proposed = proposals.get(work_id)
    return Decision(proposed.choice, proposed.same_as) if proposed else Decision(Choice.NEW)


def all_decisions(state: State, proposals: Mapping[str, ProposedWork]) -> dict[str, Decision]:
    """A decision for every work of the apparatus, as `accept` wants them."""
    return {work.id: decision_for(work.id, state, proposals) for work in state.apparatus.works}


def summarise(state: State, proposals: Mapping[str, ProposedWork]) -> Summary:
    """Count what the line above the notes tells."""
    choices = Counter(decision.choice for decision in all_decisions(state, proposals).values())
    unresolved = sum(citation.work is None for note in state.apparatus.notes for citation in note.citations)
    return Summary(
        notes=len(state.apparatus.notes),
        works=len(state.apparatus.works),
        unresolved=unresolved,
        known=choices[Choice.SAME],
        left_out=choices[Choice.SKIP],
    )


def summary_words(summary: Summary) -> str:
    """The counts as a reader would say them: "109 notes, 83 works, 3 unresolved, 2 already in your library"."""
    parts = [counted(summary.notes, "note", "notes"), counted(summary.works, "work", "works")]
    if summary.unresolved:
        parts.append(f"{summary.unresolved} unresolved")
    if summary.known:
        parts.append(f"{summary.known} already in your library")
    if summary.left_out:
        parts.append(f"{summary.left_out} left out")
    return ", ".join(parts)


def citation_doubt(note: Note, citation: Citation, state: State) -> float:
    """0 for what is certain or settled by the user, to 1 for what could not be resolved."""
    if span_of(note, citation) in state.settled:
        return 0.0
    return 1.0 if citation.work is None else 1.0 - citation.confidence


def work_doubt(work_id: str, state: State, proposals: Mapping[str, ProposedWork]) -> float:
    """How doubtful a work is; one that the user has decided on or said yes to is not."""
    if work_id in state.settled or work_id in state.decisions:
        return 0.0
    proposed = proposals.get(work_id)
    return proposed.doubt if proposed else 0.0


def work_doubts(state: State, proposals: Mapping[str, ProposedWork]) -> dict[str, float]:
    """The doubt of every work as the table shows it: its own, or that of the words it was read from."""
    doubts = {work.id: work_doubt(work.id, state, proposals) for work in state.apparatus.works}
    for note in state.apparatus.notes:
        for citation in note.citations:
            if citation.form is Form.FULL and citation.work in doubts and citation.work not in state.settled:
                doubts[citation.work] = max(doubts[citation.work], citation_doubt(note, citation, state))
    return doubts


def note_doubt(note: Note, state: State, proposals: Mapping[str, ProposedWork]) -> float:
    """The doubt of a note is its most doubtful citation, or the most doubtful work it cites in full."""
    doubts = [citation_doubt(note, citation, state) for citation in note.citations]
    doubts += [
        work_doubt(citation.work, state, proposals)
        for citation in note.citations
        if citation.work is not None and citation.form is Form.FULL
    ]
    return max(doubts, default=0.0)


def notes_to_look_at(state: State, proposals: Mapping[str, ProposedWork]) -> tuple[Note, ...]:
    """The notes with real doubt in them, the most doubtful first."""
    doubts = [(note_doubt(note, state, proposals), note) for note in state.apparatus.notes]
    doubtful = [pair for pair in doubts if pair[0] >= LOOK_AT]
    return tuple(note for _, note in sorted(doubtful, key=lambda pair: (-pair[0], pair[1].note.position)))


def span_of(note: Note, citation: Citation) -> tuple[int, int, int]:
    """What tells a citation apart while others come and go: its note's position and its span."""
    return (note.note.position, citation.start, citation.end)


def settled_after(settled: frozenset[Settled], before: Apparatus, after: Apparatus) -> frozenset[Settled]:
    """What is settled after a correction: a citation that now begins or ends elsewhere is as settled as it was."""
    moved = {
        span_of(old, was): span_of(new, now)
        for old, new in zip(before.notes, after.notes, strict=False)
        if old is not new and len(old.citations) == len(new.citations)
        for was, now in zip(old.citations, new.citations, strict=True)
        if was.work == now.work
    }
    return frozenset(moved.get(item, item) if isinstance(item, tuple) else item for item in settled)


def note_at(apparatus: Apparatus, position: int) -> Note | None:
    """The note with this place in page order."""
    index = position - 1
    if 0 <= index < len(apparatus.notes) and apparatus.notes[index].note.position == position:
        return apparatus.notes[index]
    return next((note for note in apparatus.notes if note.note.position == position), None)


def citation_at(apparatus: Apparatus, place: Place | None) -> Citation | None:
    """The citation at a place, None where there is none (any more)."""
    if place is None:
        return None
    note = note_at(apparatus, place.note)
    if note is None or not 0 <= place.citation < len(note.citations):
        return None
    return note.citations[place.citation]


def work_with_id(apparatus: Apparatus, work_id: str | None) -> Work | None:
    """The work with this id."""
    return next((work for work in apparatus.works if work.id == work_id), None)


def mentions_of(apparatus: Apparatus, work_id: str) -> tuple[tuple[Note, Place], ...]:
    """Every citation that leads to a work, in page order."""
    return tuple(
        (note, Place(note.note.position, number))
        for note in apparatus.notes
        for number, citation in enumerate(note.citations)
        if citation.work == work_id
    )


def mention_counts(apparatus: Apparatus) -> Counter[str]:
    """How often each work is cited."""
    return Counter(citation.work for note in apparatus.notes for citation in note.citations if citation.work)


def kind_word(note: Note) -> str:
    """What a note is, in a word for the reader: "citation", "comment", "comment and citation", "empty"."""
    return _KIND_WORDS[note.kind]


_KIND_WORDS = {Kind.CITATION: "citation", Kind.COMMENTARY: "comment", Kind.MIXED: "mixed", Kind.EMPTY: "empty"}
