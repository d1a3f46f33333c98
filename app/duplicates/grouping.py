"""Grouping: judged pairs in, groups whose members nowhere tell against each other out; never by bare closure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from app.duplicates.findings import Decision
from app.duplicates.judging import Judged
from app.matching import LIKELY, Outcome, Relation
from app.matching.comparing import Verdict
from app.matching.placing import are_contradicted, contradictions
from app.matching.traits import Traits

_CHECKED_OF_EACH = 12
_SLIPS = 0.2
_KNOWN = 4
_OTHER_WORDS = frozenset({"different", "some", "most", "longer", "word"})


class Groups:
    """Entries by their places, each in one group (alone at first).

    Attributes:
        links: the pairs by which groups were joined.
    """

    def __init__(self) -> None:
        self._members: dict[int, list[int]] = {}
        self.links: list[tuple[int, int]] = []

    def of(self, place: int) -> list[int]:
        """The members of an entry's group, in order."""
        return self._members.get(place) or [place]

    def first_of(self, place: int) -> int:
        """The member by which a group is known."""
        return self.of(place)[0]

    def join(self, pair: tuple[int, int]) -> None:
        """Make one group of the groups of two entries."""
        fewer, members = sorted((self.of(pair[0]), self.of(pair[1])), key=len)
        if fewer is not members:
            members.extend(fewer)  # only the smaller group is moved: a group of thousands grows by one at a time
            members.sort()
            for place in (*fewer, *pair):
                self._members[place] = members
        self.links.append(pair)

    def join_once(self, pair: tuple[int, int]) -> bool:
        """Join two entries' groups unless they are one already; whether it was done."""
        if self.first_of(pair[0]) == self.first_of(pair[1]):
            return False
        self.join(pair)
        return True

    def members(self) -> list[list[int]]:
        """All groups of more than one, by their first members."""
        return [members for place, members in sorted(self._members.items()) if members[0] == place]


def group_certain(judged: Judged) -> Groups:
    """Join the certain pairs, the strongest first, wherever no two members of the joined group speak against it.

    Greedy agglomeration with a consistency check: bare transitive closure of pairs is known to multiply errors.
    """
    groups = Groups()
    apart = _kept_apart(judged.decisions)
    near = _near_bare(judged)
    for pair in judged.certain():
        one, other = groups.of(pair[0]), groups.of(pair[1])
        if one is other or pair[1] in one or _are_kept_apart(one, other, apart):
            continue
        is_found = not _is_torn(one, other, apart, judged) and _is_consistent(one, other, judged)
        is_found = is_found and not _is_between(pair, groups, judged, near)
        if is_found or judged.decisions.get(pair) is Decision.SAME:
            groups.join(pair)
    return groups


def _kept_apart(decisions: Mapping[tuple[int, int], Decision]) -> defaultdict[int, set[int]]:
    apart: defaultdict[int, set[int]] = defaultdict(set)
    for (a, b), decision in decisions.items():
        if decision is not Decision.SAME:
            apart[a].add(b)
            apart[b].add(a)
    return apart


def _are_kept_apart(one: list[int], other: list[int], apart: Mapping[int, set[int]]) -> bool:
    fewer, more = sorted((one, other), key=len)
    return bool(apart) and any(place in apart and not apart[place].isdisjoint(more) for place in fewer)


def _is_torn(one: list[int], other: list[int], apart: Mapping[int, set[int]], judged: Judged) -> bool:
    """Whether one group looks as much like an entry that was told apart from the other: which is it? A person knows."""
    if not apart:
        return False
    return any(
        _is_same(judged, member, told_apart)
        for members, others in ((one, other), (other, one))
        for place in members
        for told_apart in apart.get(place, ())
        for member in others
    )


def _near_bare(judged: Judged) -> defaultdict[int, list[int]]:
    """What may be one with each entry that has neither date nor place in print."""
    near: defaultdict[int, list[int]] = defaultdict(list)
    for pair, verdict in judged.found.items():
        if verdict.outcome in LIKELY:
            for place, other in (pair, pair[::-1]):
                if _is_bare(judged.traits[place]):
                    near[place].append(other)
    return near


def _is_bare(traits: Traits) -> bool:
    told = (traits.volume, traits.number, traits.first_page, traits.doi, traits.venue, traits.in_book, traits.publisher)
    return traits.year is None and not any(told)


def _is_between(pair: tuple[int, int], groups: Groups, judged: Judged, near: Mapping[int, list[int]]) -> bool:
    """Whether one entry of a pair has only title and authors, which fit two works: its article and its report."""
    for bare, other in (pair, pair[::-1]):
        if bare in near and len(groups.of(bare)) == 1:
            theirs = {groups.first_of(place) for place in near[bare]} - {groups.first_of(other), bare}
            known = [groups.of(place) for place in theirs if len(groups.of(place)) >= _KNOWN]
            if any(not _is_consistent(groups.of(other), members, judged) for members in known):
                return True
    return False


def _is_same(judged: Judged, one: int, other: int) -> bool:
    pair = (min(one, other), max(one, other))
    verdict = judged.found.get(pair)
    return verdict is not None and verdict.outcome is Outcome.SAME and pair not in judged.decisions


def _is_consistent(one: list[int], other: list[int], judged: Judged) -> bool:
    """Whether two groups may be one work; of very large groups some members stand for all.

    One slip of the pen among many agreeing pairs does not keep large groups apart.
    """
    verdicts = judged.across(one[:_CHECKED_OF_EACH], other[:_CHECKED_OF_EACH])
    is_refused = sum(map(_is_against, verdicts)) > _SLIPS * len(verdicts)
    return not is_refused and not are_contradicted(verdict.levels for verdict in verdicts)


def _is_against(verdict: Verdict) -> bool:
    """Whether a pair is told apart by more than its place in print, which is compared for the groups as wholes."""
    if verdict.relation is Relation.VERSION:
        return not contradictions(verdict.levels)  # a report against an article
    if verdict.outcome is Outcome.DIFFERENT and verdict.levels.title in _OTHER_WORDS:
        return contradictions(verdict.levels) > 0  # a title that is garbled is held by the pairs that agree
    return verdict.outcome not in (Outcome.SAME, Outcome.REVIEW)
