"""Weighing: the levels two entries reached in, how much speaks for one work out, by the table match_weights.toml."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from app.matching.agreeing import Levels
from app.wordlists import load_words


@cache
def _weights() -> Mapping[tuple[str, str], float]:
    table = load_words("match_weights")
    return MappingProxyType(
        {
            (field, level): float(weight)
            for field, rows in table.items()
            if isinstance(rows, dict)
            for level, weight in rows.items()
        }
    )


def weight_of(field: str, level: str) -> float:
    """What one level of one field weighs, in natural log-odds."""
    return _weights()[field, level]


def weigh(levels: Levels) -> float:
    """The sum of what all fields weigh."""
    weights = _weights()
    return sum([weights[pair] for pair in levels.items()])


def threshold(name: str) -> float:
    """The weight from which a pair is "same" or goes to "review"."""
    return _weights()["thresholds", name]


def score_of(weight: float) -> float:
    """A weight as a number from 0 to 1, half way where a person should begin to look."""
    return round(1 / (1 + math.exp(-(weight - threshold("review")) / 2)), 4)
