"""Places that may open a note in, the best series among them out: 1, 2, 3 ... with gaps, repeats and restarts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from app.notes.markers import Marker

_WINDOW = 15
_GAP = 0.2
_GAP_STEP = 0.1
_REPEAT = 0.75
_RESTART = 1.4
_HEADED_RESTART = 0.2
_JUMP = 2.4


@dataclass(frozen=True, slots=True)
class Series:
    """Markers that follow one another in the text, and how well they do so."""

    markers: tuple[Marker, ...]
    score: float


def best_series(markers: Iterable[Marker], headed: Collection[int]) -> Series:
    """The best series among the markers of all styles.

    Args:
        markers: candidates in text order.
        headed: the starts of markers that directly follow a heading of the notes, where a series may begin anew.
    """
    by_style: dict[str, list[Marker]] = {}
    for marker in markers:
        by_style.setdefault(marker.style, []).append(marker)
    series = [_chain(alike, headed) for alike in by_style.values()]
    return max(series, key=lambda one: one.score, default=Series((), 0.0))


def _chain(markers: Sequence[Marker], headed: Collection[int]) -> Series:
    """Viterbi over the markers of one style: every marker takes the best predecessor, the best end wins."""
    came_from: list[int] = []
    best_at: dict[int, tuple[float, int]] = {}  # value -> score and index of the best series that ends with it
    top = (0.0, -1)
    for index, marker in enumerate(markers):
        score, before = _best_step(marker, best_at, top, marker.start in headed)
        score += marker.weight
        came_from.append(before)
        if marker.value not in best_at or score >= best_at[marker.value][0]:
            best_at[marker.value] = (score, index)
        if score > top[0]:
            top = (score, index)
    chain: list[Marker] = []
    index = top[1]
    while index >= 0:
        chain.append(markers[index])
        index = came_from[index]
    return Series(tuple(reversed(chain)), top[0])


def _best_step(
    marker: Marker, best_at: dict[int, tuple[float, int]], top: tuple[float, int], is_headed: bool
) -> tuple[float, int]:
    """The best score a series can bring to this marker, and the index of its last marker (-1: it begins here)."""
    value = marker.value
    best = (0.0 if value <= 1 or is_headed else -min(0.1 * value, 0.6), -1)
    if top[1] >= 0:
        cost = _HEADED_RESTART if is_headed else _RESTART if value == 1 else _JUMP
        best = max(best, (top[0] - cost, top[1]))
    lettered = not marker.label.isdigit()
    for back in range(_WINDOW):
        if (found := best_at.get(value - back)) is None:
            continue
        cost = _GAP + _GAP_STEP * back if back > 1 else 0.0 if back == 1 or lettered else _REPEAT
        best = max(best, (found[0] - cost, found[1]))
    return best


def divide(markers: Sequence[Marker]) -> list[list[Marker]]:
    """The markers as runs that count upwards: a new run begins where the numbers start again."""
    runs: list[list[Marker]] = []
    for marker in markers:
        if not runs or marker.value < runs[-1][-1].value or marker.value == runs[-1][-1].value == 1:
            runs.append([])
        runs[-1].append(marker)
    return runs
