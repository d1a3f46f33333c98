"""What was decided about related works in, biblatex's `related` and `relatedtype` (manual, 3.4) out; and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.entry import Entry
from app.library.opened import Writing
from app.matching import Relation
from models.decision import Decision
from models.entry import CitationKey
from models.kinds import Verdict
from models.recording import in_batches

# What a later work says of the earlier one. A word that biblatex would print as it stands ("ed.") is none of these; of
# a type that it does not know it prints nothing.
_TYPES = {
    Relation.REPRINT: "reprintof", Relation.TRANSLATION: "translationof", Relation.REVIEW_OF: "reviewof",
    Relation.EDITION: "otheredition", Relation.VERSION: "otherversion", Relation.PART: "otherpart",
}  # fmt: skip
_RELATIONS: dict[str, Relation] = {
    **{relation.value: relation for relation in Relation},
    **{kind: relation for relation, kind in _TYPES.items()},
    "reprintas": Relation.REPRINT, "reprintfrom": Relation.REPRINT, "origpubas": Relation.REPRINT,
    "origpubin": Relation.REPRINT, "translationas": Relation.TRANSLATION, "translationfrom": Relation.TRANSLATION,
    "multivolume": Relation.PART,
}  # fmt: skip


def with_related(
    session: Session, entries: Mapping[int, Entry], aliases: Mapping[int, Sequence[str]]
) -> dict[int, Entry]:
    """The entries, each naming in `related` the earlier works that it was decided to be a version of.

    Pairs in which one names the other already, by its key or an alias, are left as they stand.
    """
    said = dict(entries)
    question = select(Decision.first_id, Decision.second_id, Decision.relation).where(
        Decision.verdict == Verdict.RELATED
    )
    for first, second, relation in session.execute(question.order_by(Decision.id)):
        if first in said and second in said:
            one, other = said[first], said[second]
            known = _names(one, other, aliases.get(second, ())) or _names(other, one, aliases.get(first, ()))
            if not known:
                later = first if _year(one) > _year(other) else second
                said[later] = _naming(said[later], said[first if later == second else second].key, relation)
    return said


def decide_as_named(writing: Writing, named: Iterable[tuple[int, str, str]]) -> None:
    """Remember as decided what new entries say themselves: id, the keys in `related`, and the `relatedtype`.

    Keys that lead nowhere are passed over, and so are pairs about which something was decided before.
    """
    wanted = [(i, key.strip().casefold(), kind) for i, keys, kind in named for key in keys.split(",") if key.strip()]
    pairs: dict[tuple[int, int], str] = {}
    for batch in in_batches(wanted):
        question = select(CitationKey.folded, CitationKey.entry_id).where(
            CitationKey.folded.in_({key for _, key, _ in batch})
        )
        owners = {row.folded: row.entry_id for row in writing.session.execute(question)}
        for entry_id, key, kind in batch:
            other = owners.get(key, entry_id)
            if other != entry_id:
                pairs.setdefault((min(entry_id, other), max(entry_id, other)), _relation(kind))
    for some in in_batches(pairs.items(), 100):
        asked = or_(*(and_(Decision.first_id == a, Decision.second_id == b) for (a, b), _ in some))
        standing = {
            (a, b) for a, b in writing.session.execute(select(Decision.first_id, Decision.second_id).where(asked))
        }
        rows = [
            {"first_id": a, "second_id": b, "verdict": Verdict.RELATED.value, "relation": relation}
            for (a, b), relation in some
            if (a, b) not in standing
        ]
        writing.rows.insert(Decision, rows)


def _names(entry: Entry, other: Entry, aliases: Sequence[str]) -> bool:
    named = {key.strip().casefold() for key in entry.get("related").split(",")}
    return not named.isdisjoint({other.key.casefold(), *(alias.casefold() for alias in aliases)})


def _naming(entry: Entry, key: str, relation: str) -> Entry:
    kind = _TYPES.get(_RELATIONS.get(relation, Relation.VERSION), relation)
    if not entry.get("related"):
        return entry.with_fields(related=key, relatedtype=kind)
    # One type stands for all the works that are named: where they are not of one kind, none is said.
    is_same = entry.get("relatedtype") == kind
    return entry.with_fields(related=f"{entry.get('related')},{key}", relatedtype=kind if is_same else "")


def _relation(kind: str) -> str:
    return _RELATIONS.get(kind.lower(), Relation.VERSION).value


def _year(entry: Entry) -> str:
    return entry.get("date")[:4] or entry.get("year")
