"""Judging: entries in, the verdicts of all pairs that are worth comparing out; every pair is compared once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.duplicates.findings import Decision
from app.entry import Entry
from app.matching import Outcome
from app.matching.blocking import pairs_worth_comparing
from app.matching.comparing import Verdict, judge, judge_if_alike
from app.matching.traits import Traits, traits_of
from app.progress import Progress

_STEP = 1000
_OFTEN = 50


class Memory:
    """What was read of entries in the search before, so that the next one reads only what has changed."""

    def __init__(self) -> None:
        self._before: dict[Entry, Traits] = {}
        self._now: dict[Entry, Traits] = {}

    def read(self, entry: Entry) -> Traits:
        """The traits of an entry, from memory where they are known."""
        known = self._before.get(entry) or self._now.get(entry)
        self._now[entry] = known = known or traits_of(entry)
        return known

    def keep(self) -> None:
        """The search has read everything; what it did not ask for is forgotten."""
        self._before, self._now = self._now, {}


class Judged:
    """The verdicts on all pairs of a collection that are not DIFFERENT, by the places of the two entries in it.

    Attributes:
        traits: of every entry, in order.
        decisions: what a person said, by places.
        found: the pairs that are SAME, RELATED or for REVIEW, the decided ones too where they look alike.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        decisions: Mapping[tuple[int, int], Decision],
        progress: Progress,
        changed: set[int] | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.decisions = decisions
        self._progress = progress
        self.traits = self._read(entries, memory or Memory())
        self.found: dict[tuple[int, int], Verdict] = {}
        self._others: dict[tuple[int, int], Verdict] = {}
        pairs = list(self._told_of(pairs_worth_comparing(self.traits)))
        if changed is None:
            self._judge(pairs)
        else:
            self._judge_around(changed, pairs)

    def verdict(self, pair: tuple[int, int]) -> Verdict:
        """The verdict on any pair, judged now if it was not worth comparing before."""
        known = self.found.get(pair) or self._others.get(pair)
        if known is None:
            known = self._others[pair] = judge(self.traits[pair[0]], self.traits[pair[1]])
        return known

    def across(self, one: Sequence[int], other: Sequence[int]) -> list[Verdict]:
        """The verdicts on all pairs between two groups."""
        return [self.verdict((min(a, b), max(a, b))) for a in one for b in other]

    def certain(self) -> list[tuple[int, int]]:
        """The pairs to group, the decided ones first, then by weight."""
        sure = [pair for pair, decision in self.decisions.items() if decision is Decision.SAME]
        same = [p for p, verdict in self.found.items() if verdict.outcome is Outcome.SAME and p not in self.decisions]
        return sorted(sure) + sorted(same, key=lambda pair: (-self.found[pair].weight, pair))

    def _read(self, entries: Sequence[Entry], memory: Memory) -> list[Traits]:
        traits = []
        for place, entry in enumerate(entries):
            if place % _STEP == 0:
                self._progress.step("Reading entries", place, len(entries))
            traits.append(memory.read(entry))
        memory.keep()
        return traits

    def _told_of(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The pairs as they are found, of which nobody knows how many there will be."""
        for count, pair in enumerate(pairs):
            if count % _OFTEN == 0:
                self._progress.step("Looking for entries that are alike")
            yield pair

    def _judge(self, pairs: Iterable[tuple[int, int]]) -> None:
        waiting = [pair for pair in pairs if pair not in self.found]
        for count, pair in enumerate(waiting):
            if count % _STEP == 0:
                self._progress.step("Comparing entries", count, len(waiting))
            if verdict := judge_if_alike(self.traits[pair[0]], self.traits[pair[1]]):
                self.found[pair] = verdict

    def _judge_around(self, changed: set[int], pairs: list[tuple[int, int]]) -> None:
        """Judge what touches the changed entries, and all that this leads to: groups, and how they look alike.

        Which questions are asked of many look-alikes depends on all of them.
        """
        near: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for pair in (*pairs, *self.decisions):
            near[pair[0]].append(pair)
            near[pair[1]].append(pair)
        worth = set(pairs)
        reached: set[int] = set()
        waiting = set(changed)
        while waiting:
            reached |= waiting
            around = {pair for place in waiting for pair in near.get(place, ())}
            self._judge(around & worth)
            tied = (pair for pair in around if pair in self.found or pair in self.decisions)
            waiting = {place for pair in tied for place in pair} - reached
