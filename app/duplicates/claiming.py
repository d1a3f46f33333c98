"""Claiming: certain groups in; what resembles one often cited work and no other joined to that work's group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import Enum, auto

from app.duplicates.findings import Decision
from app.duplicates.grouping import Groups
from app.duplicates.judging import Judged
from app.matching import Outcome
from app.matching.certainty import is_slip
from app.matching.comparing import Verdict
from app.matching.placing import ON_SAME_PAGES, are_in_other_places, are_placed_alike
from app.matching.relating import AGREEING_TITLES

_OFTEN_CITED = 4
_ATTESTED = 3
_CHECKED = 48
_SLIPS = 0.2
_LIKE_TITLES = frozenset({"longer", "word", "most"})
_SAME_TITLES = AGREEING_TITLES - _LIKE_TITLES


class _Claim(Enum):
    """What a group makes of an entry that looks like it: its own, none of its own, or it cannot be told."""

    MADE = auto()
    NONE = auto()
    OPEN = auto()


def claim_strays(groups: Groups, judged: Judged) -> None:
    """Join to a group what is garbled or cut short in a way of its own and resembles this one group only.

    No single pair settles "Ito, Ken Locks and their queues", but where a work is cited four times in other words, no
    other work of the collection looks like it, and nothing in print tells the two apart, there is nothing to ask. One
    version of a work is kept from another by the relation between them, and what a person has told apart is never
    claimed.
    """
    if all(len(members) < _OFTEN_CITED for members in groups.members()):
        return
    told_apart = {p for pair, decision in judged.decisions.items() if decision is not Decision.SAME for p in pair}
    likeliest = sorted(judged.found, key=lambda pair: (-judged.found[pair].weight, pair))
    while claims := list(_claims(groups, judged, likeliest, told_apart)):
        for pair in claims:
            groups.join_once(pair)


def _claims(
    groups: Groups, judged: Judged, likeliest: Iterable[tuple[int, int]], told_apart: set[int]
) -> Iterable[tuple[int, int]]:
    """The pairs by which strays hang to the one group that may claim them, the likeliest first; each stray once."""
    hanging: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for pair in likeliest:
        one, other = groups.first_of(pair[0]), groups.first_of(pair[1])
        if one != other:
            hanging[one].setdefault(other, pair)
            hanging[other].setdefault(one, pair)
    taken: set[int] = set()
    for stray, others in hanging.items():
        looking = [group for group, pair in others.items() if _may_look(groups.of(group), judged.found[pair])]
        claims = [_claim(groups.of(group), groups.of(stray), judged, told_apart) for group in looking]
        if claims.count(_Claim.MADE) == 1 and _Claim.OPEN not in claims:
            group = looking[claims.index(_Claim.MADE)]
            if taken.isdisjoint((stray, group)):
                taken.add(stray)
                yield others[group]


def _may_look(group: list[int], best: Verdict) -> bool:
    return len(group) >= _ATTESTED and best.outcome is not Outcome.RELATED


def _claim(group: list[int], stray: list[int], judged: Judged, told_apart: set[int]) -> _Claim:
    across = judged.across(group[:_CHECKED], stray[:_CHECKED])
    levels = [verdict.levels for verdict in across]
    if are_in_other_places(levels):
        return _Claim.NONE
    if len(group) <= len(stray) or not told_apart.isdisjoint((*group, *stray)):
        return _Claim.OPEN
    if len({judged.traits[place].identity for place in group}) < _OFTEN_CITED:
        return _Claim.OPEN  # copies of one entry bear witness once
    is_one = _is_named(across) and not _is_work_of_its_own(stray, across) and are_placed_alike(levels)
    return _Claim.MADE if is_one else _Claim.OPEN


def _is_named(across: list[Verdict]) -> bool:
    """Whether the likeliest pair agrees in its title, or in all but a word and the place."""
    best = max(across, key=lambda verdict: verdict.weight).levels
    if best.title in _SAME_TITLES:
        return True
    is_on_page = best.pages in ON_SAME_PAGES or (best.volume == "same" and best.venue in ("same", "near"))
    has_lost_words = not (best.title_words.only_first and best.title_words.only_second)
    return best.title in _LIKE_TITLES and (is_on_page or has_lost_words or is_slip(best.title_words))


def _is_work_of_its_own(stray: list[int], across: list[Verdict]) -> bool:
    """Whether some pairs are two versions of one work, or what is itself cited several times is of other works."""
    few = _SLIPS * len(across)
    outcomes = Counter(verdict.outcome for verdict in across)
    if len(stray) >= _ATTESTED and not outcomes[Outcome.SAME] and outcomes[Outcome.DIFFERENT] > few:
        return True
    return sum(verdict.relation is not None for verdict in across) > few
