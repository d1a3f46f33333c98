"""Searching: (id, entry) records and what was decided before in, groups, pairs to review and related versions out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from app.duplicates.claiming import claim_strays
from app.duplicates.findings import Decision, DuplicateFindings, DuplicateGroup, DuplicatePair
from app.duplicates.grouping import Groups, group_certain
from app.duplicates.judging import Judged, Memory
from app.entry import Entry
from app.matching import Outcome
from app.matching.comparing import Verdict, explained
from app.progress import Progress

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    IdT = TypeVar("IdT", default=int)
else:
    from typing import TypeVar

    IdT = TypeVar("IdT")

_SHOWN_IN_FULL = 8
_ALL_SHOWN = 4


def find_duplicates(
    records: Iterable[tuple[IdT, Entry]],
    progress: Progress | None = None,
    decided: Mapping[frozenset[IdT], Decision] | None = None,
    only: Collection[IdT] | None = None,
    memory: Memory | None = None,
) -> DuplicateFindings[IdT]:
    """The entries that are certainly one work, the pairs to look at, and the related versions.

    Two entries that were decided NOT_SAME or RELATED never meet in a group and are not shown again; those decided SAME
    are grouped whatever they look like. A group holds no two entries that tell against each other: where pairs would
    chain such entries together, the weaker link is shown for review instead. Of two groups only the best pair is shown.

    Args:
        records: every entry with its id; the findings keep this order.
        progress: told how far the search is; the silent one by default.
        decided: what a person has said about pairs of ids before.
        only: the ids that changed since the last search. Then only what touches them is compared, and the findings are
            those of a full search that hold one of them. Who keeps earlier findings drops the ones that touch these
            ids, and passes the other members of the groups that go with them too.
        memory: keep one and pass it to every search of a library, and entries that stayed as they were need not be
            read again.

    Raises:
        Cancelled: the user asked to stop.
    """
    ids: list[IdT] = []
    entries: list[Entry] = []
    for id_, entry in records:
        ids.append(id_)
        entries.append(entry)
    places = {id_: place for place, id_ in enumerate(ids)}
    decisions = _by_place(decided or {}, places)
    changed = None if only is None else {places[id_] for id_ in only if id_ in places}
    judged = Judged(entries, decisions, progress or Progress(), changed, memory)
    groups = group_certain(judged)
    claim_strays(groups, judged)
    return _findings(ids, judged, groups, changed)


def _by_place(decided: Mapping[frozenset[IdT], Decision], places: Mapping[IdT, int]) -> dict[tuple[int, int], Decision]:
    found = {}
    for pair, decision in decided.items():
        known = sorted(places[id_] for id_ in pair if id_ in places)
        if len(known) == 2:
            found[known[0], known[1]] = decision
    return found


def _findings(ids: list[IdT], judged: Judged, groups: Groups, changed: set[int] | None) -> DuplicateFindings[IdT]:
    def pair_of(pair: tuple[int, int], verdict: Verdict, outcome: Outcome | None = None) -> DuplicatePair[IdT]:
        comparison = explained(judged.traits[pair[0]], judged.traits[pair[1]], verdict)
        return DuplicatePair(ids[pair[0]], ids[pair[1]], replace(comparison, outcome=outcome or comparison.outcome))

    def touches(members: Iterable[int]) -> bool:
        return changed is None or not changed.isdisjoint(members)

    certain = [
        DuplicateGroup(
            tuple(ids[member] for member in members),
            tuple(pair_of(pair, judged.verdict(pair)) for pair in _held_by(members, judged, groups)),
        )
        for members in groups.members()
        if touches(members)
    ]
    between = _between_groups(judged, groups)
    review, related = [], []
    for pair, verdict in between:
        if touches(groups.of(pair[0]) + groups.of(pair[1])):
            if verdict.outcome is Outcome.RELATED:
                related.append(pair_of(pair, verdict))
            else:
                review.append(pair_of(pair, verdict, Outcome.REVIEW))
    asked = {pair for pair, _ in between}
    further = [(ids[a], ids[b]) for a, b in _doubtful(judged, groups) if (a, b) not in asked and touches((a, b))]
    return DuplicateFindings(tuple(certain), tuple(review), tuple(related), tuple(further))


def _held_by(members: list[int], judged: Judged, groups: Groups) -> list[tuple[int, int]]:
    """The pairs to show for a group, strongest first: all of a small one, the links of a large one."""
    if len(members) > _SHOWN_IN_FULL:
        inside = set(members)
        pairs = [pair for pair in groups.links if pair[0] in inside]
    else:
        pairs = [(a, b) for place, a in enumerate(members) for b in members[place + 1 :]]
    return sorted(pairs, key=lambda pair: (-judged.verdict(pair).weight, pair))


def _between_groups(judged: Judged, groups: Groups) -> list[tuple[tuple[int, int], Verdict]]:
    """The best pair of every two groups (or lone entries), what is for review before what is related."""
    best: dict[tuple[int, int], tuple[tuple[int, int], Verdict]] = {}
    for pair, verdict in sorted(judged.found.items(), key=lambda item: (_rank(item[1]), item[0])):
        one, other = sorted((groups.first_of(pair[0]), groups.first_of(pair[1])))
        if one != other and pair not in judged.decisions:
            best.setdefault((one, other), (pair, verdict))
    ordered = sorted(best.items(), key=lambda item: (_rank(item[1][1]), item[1][0]))
    return [found for between, found in _thinned(ordered)]


def _doubtful(judged: Judged, groups: Groups) -> list[tuple[int, int]]:
    """All pairs across groups that are not different or related, the likeliest first."""
    across = [
        (pair, verdict)
        for pair, verdict in judged.found.items()
        if verdict.outcome is not Outcome.RELATED
        and pair not in judged.decisions
        and groups.first_of(pair[0]) != groups.first_of(pair[1])
    ]
    return [pair for pair, verdict in sorted(across, key=lambda item: (_rank(item[1]), item[0]))]


def _thinned(
    ordered: list[tuple[tuple[int, int], tuple[tuple[int, int], Verdict]]],
) -> Iterator[tuple[tuple[int, int], tuple[tuple[int, int], Verdict]]]:
    """Of many look-alikes that all resemble each other, only the pairs that lead from each to the next.

    Twenty citations of "Paolo Sarpi" would be 190 questions; once some are answered, the next search asks what is open.
    """
    kinds = {
        outcome: [item for item in ordered if (item[1][1].outcome is Outcome.RELATED) == outcome]
        for outcome in (False, True)
    }
    for items in kinds.values():
        whole, tree = Groups(), Groups()
        for between, _ in items:
            whole.join_once(between)
        for between, found in items:
            is_next = tree.join_once(between)
            if is_next or len(whole.of(between[0])) <= _ALL_SHOWN:
                yield between, found


def _rank(verdict: Verdict) -> tuple[bool, float]:
    return verdict.outcome is Outcome.RELATED, -verdict.weight
