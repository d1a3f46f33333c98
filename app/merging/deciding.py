"""What the user says about two entries that look alike, remembered whatever becomes of their fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.cards import Changes
from app.errors import UserError
from app.library import Library
from app.library.opened import Writing
from models.decision import Decision
from models.entry import StoredEntry
from models.kinds import Verdict
from models.recording import in_batches


def decide_different(library: Library, a: int, b: int) -> Changes:
    """Remember that two entries are not the same work.

    Raises:
        UserError: one of them is no longer in the library.
    """
    with library.changing("Mark as different works") as writing:
        _decide(writing, [(a, b)], Verdict.DIFFERENT, "")
    return writing.changes


def decide_related(library: Library, a: int, b: int, relation: str) -> Changes:
    """Remember that two entries are related versions ("edition", "reprint", "translation" ...), and link them.

    Raises:
        UserError: one of them is no longer in the library.
    """
    with library.changing("Mark as related works") as writing:
        _decide(writing, [(a, b)], Verdict.RELATED, relation)
    return writing.changes


def decide_all_different(library: Library, members: Sequence[int]) -> Changes:
    """Remember, as one step, that each of these entries is another work than each.

    Raises:
        UserError: one of them is no longer in the library; nothing was decided.
    """
    with library.changing(f"Mark {len(set(members))} entries as different works") as writing:
        _decide(writing, list(combinations(members, 2)), Verdict.DIFFERENT, "")
    return writing.changes


def decide_all_related(library: Library, members: Sequence[int], relation: str) -> Changes:
    """Remember, as one step, how each of these entries belongs together with each.

    Raises:
        UserError: one of them is no longer in the library; nothing was decided.
    """
    with library.changing(f"Mark {len(set(members))} entries as related works") as writing:
        _decide(writing, list(combinations(members, 2)), Verdict.RELATED, relation)
    return writing.changes


def withdraw_decision(library: Library, a: int, b: int) -> Changes:
    """Forget a decision about two entries."""
    return withdraw_decisions(library, [(a, b)])


def withdraw_decisions(library: Library, pairs: Sequence[tuple[int, int]]) -> Changes:
    """Forget, as one step, the decisions about these pairs of entries."""
    with library.changing("Withdraw a decision" if len(pairs) == 1 else f"Withdraw {len(pairs)} decisions") as writing:
        standing = _known(writing.session, map(_in_order, pairs))
        writing.rows.delete(Decision, list(standing.values()))
        writing.rows.touch_entries({entry_id for pair in standing for entry_id in pair})
    return writing.changes


def decisions(library: Library, about: int | None = None) -> tuple[tuple[int, int, str], ...]:
    """The decisions remembered (about one entry): two entry ids and "different" or the relation."""
    question = select(Decision).order_by(Decision.id)
    if about is not None:
        question = question.where(or_(Decision.first_id == about, Decision.second_id == about))
    with library.asking() as session:
        return tuple(
            (row.first_id, row.second_id, Verdict.DIFFERENT.value if row.verdict is Verdict.DIFFERENT else row.relation)
            for row in session.scalars(question)
        )


def told_apart(library: Library, entry_id: int) -> frozenset[int]:
    """The entries of which a person said that they are not the same work as this one (related versions, too)."""
    return frozenset(end for one, other, _ in decisions(library, entry_id) for end in (one, other)) - {entry_id}


def related_works(library: Library, entry_id: int) -> tuple[tuple[int, str], ...]:
    """The entries that were said to be related to one, and how, in the order in which it was said."""
    return tuple(
        (other if one == entry_id else one, said)
        for one, other, said in decisions(library, entry_id)
        if said != Verdict.DIFFERENT.value
    )


def decision_on(session: Session, a: int, b: int) -> Decision | None:
    """What was decided about two entries."""
    first, second = sorted((a, b))
    question = select(Decision).where(Decision.first_id == first, Decision.second_id == second)
    return session.scalar(question.execution_options(populate_existing=True))


def _in_order(pair: tuple[int, int]) -> tuple[int, int]:
    one, other = sorted(pair)
    return one, other


def _known(session: Session, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Which of some pairs, each in order, were decided on, with the ids of the decisions."""
    asked = set(pairs)
    question = select(Decision.first_id, Decision.second_id, Decision.id)
    found: dict[tuple[int, int], int] = {}
    for batch in in_batches({first for first, _ in asked}):
        rows = session.execute(question.where(Decision.first_id.in_(batch)))
        found |= {(first, second): decision_id for first, second, decision_id in rows if (first, second) in asked}
    return found


def _decide(writing: Writing, pairs: Sequence[tuple[int, int]], verdict: Verdict, relation: str) -> None:
    """Remember the same of many pairs; a group of 150 is more than 11,000 of them."""
    ends = {entry_id for pair in pairs for entry_id in pair}
    there: set[int] = set()
    for batch in in_batches(ends):
        there.update(writing.session.scalars(select(StoredEntry.id).where(StoredEntry.id.in_(batch))))
    if there != ends or any(a == b for a, b in pairs):
        raise UserError(
            "Entry is gone", "One of the two entries is no longer in the library.", "Look for duplicates again."
        )
    said = {"verdict": verdict.value, "relation": relation}
    ordered = list(dict.fromkeys(map(_in_order, pairs)))
    known = _known(writing.session, ordered)
    writing.rows.insert(Decision, [{"first_id": a, "second_id": b, **said} for a, b in ordered if (a, b) not in known])
    writing.rows.update(Decision, [{"id": known[pair], **said} for pair in ordered if pair in known])
    writing.rows.touch_entries(ends)
