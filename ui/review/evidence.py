"""The evidence for a work: where the notes cite it, why each citation leads there, how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from app.apparatus import Citation, Note
from app.importing import Choice
from ui.entry_words import sentence
from ui.review.field_words import field_label
from ui.review.mention_model import MentionLine
from ui.review.session import Session
from ui.review.state import LOOK_AT, Place, citation_at, citation_doubt, mentions_of, span_of

HEADINGS = {Choice.NEW: "New work", Choice.SAME: "Same as an entry of yours", Choice.SKIP: "Left out"}


def mention_lines(session: Session, work_id: str) -> tuple[MentionLine, ...]:
    """Every citation that leads to a work, ready to show."""
    return tuple(_line(session, note, place) for note, place in mentions_of(session.apparatus, work_id))


def _line(session: Session, note: Note, place: Place) -> MentionLine:
    citation = note.citations[place.citation]
    accepted = span_of(note, citation) in session.state.settled
    return MentionLine(
        place=place,
        label=note.note.label or "–",
        words=note.words(citation),
        locator=citation.locator or "",
        form=citation.form,
        relation=citation.relation,
        reason=_why(citation),
        sure="accepted by you" if accepted else f"{citation.confidence:.0%} sure",
        is_doubtful=citation_doubt(note, citation, session.state) >= LOOK_AT,
    )


def _why(citation: Citation) -> str:
    reason = sentence(citation.reason).rstrip(".")
    page = f"Points at {citation.locator}" if citation.locator else ""
    return ". ".join(part for part in (page, reason) if part)


def match_line(session: Session, work_id: str | None) -> str:
    """The entry of the library that the work is or may be, why, and what the entry lacks that the work has."""
    if work_id is None:
        return ""
    match, lacking = session.match_words(work_id), session.lacking(work_id)
    if not lacking:
        return match
    filled = session.filled_in(work_id)
    left = [name for name in lacking if name not in filled]
    if not filled:
        return f"{match}\nIt lacks: {_names(left)}. Press G to fill them in, Shift+G to choose."
    still = f" It will still lack: {_names(left)}." if left else ""
    return f"{match}\nIt will get: {_names(filled)}.{still}"


def _names(fields: Sequence[str]) -> str:
    return ", ".join(field_label(name).lower() for name in fields)


def work_heading(session: Session, place: Place | None, work_id: str | None, is_stored: bool) -> str:
    """What is said over the fields of a work, or where there is none."""
    if work_id is None:
        return "No work" if citation_at(session.apparatus, place) else "This note cites nothing"
    return "The work" if is_stored else HEADINGS[session.decision(work_id).choice]


def evidence_heading(session: Session, place: Place | None, count: int) -> str:
    """What is said over the places that cite the work; why a citation leads nowhere, where it does."""
    citation = citation_at(session.apparatus, place)
    if citation is None and not count:
        return "Select words and press C to make them a citation"
    if not count and citation is not None:
        why = sentence(citation.reason).rstrip(".")
        return (
            f"Leads to no work yet: {why[:1].lower()}{why[1:]}" if why else "Leads to no work yet; press L to link it"
        )
    return "Where the notes cite it" if count < 2 else f"Where the notes cite it ({count} times)"
