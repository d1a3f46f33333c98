"""Places that may open a note in, the best series among them out: 1, 2, 3 ... with gaps, repeats and restarts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from app.notes.markers import Marker

_WINDOW = 15
_GAP = 0.2
_GAP_STEP = 0.1
_REPEAT = 0.75
_REPEATED_CALL = 1.1  # "(2)" at a line's beginning may be the body's call of the note
_RESTART = 1.4
_HEADED_RESTART = 0.2
_PAGE_RESTART = 0.5
_JUMP = 2.4


@dataclass(frozen=True, slots=True)
class Series:
    """Markers that follow one another in the text, and how well they do so."""

    markers: tuple[Marker, ...]
    score: float


# Ways to write one and the same raised number, which a copy mixes: "4 Roe", "5Roe", "6" on a line of its own. Each with
# what it loses beside the others.
_RAISED = {"bare": 0.45, "tab": 0.45, "glued": 0.45, "super": 0.6, "alone": 0.5, "joined": 0.45}


def best_series(markers: Sequence[Marker], headed: Collection[int], pages: Sequence[int] = ()) -> Series:
    """The best series among the markers of all styles.

    Args:
        markers: candidates in text order.
        headed: the starts of markers that directly follow a heading of the notes, where a series may begin anew.
        pages: where pages end, in text order; there a series may begin anew more easily.
    """
    by_style: dict[str, list[Marker]] = {}
    for marker in markers:
        by_style.setdefault(marker.style, []).append(marker)
    series = [
        _chain(_beside(markers, style) if style in _RAISED and len(alike) > 1 else alike, headed, pages)
        for style, alike in by_style.items()
    ]
    return max(series, key=lambda one: one.score, default=Series((), 0.0))


def _beside(markers: Iterable[Marker], style: str) -> list[Marker]:
    """The markers of a style with those that write a raised number otherwise, which weigh less beside them."""
    return [
        marker if marker.style == style else replace(marker, weight=marker.weight - _RAISED[marker.style])
        for marker in markers
        if marker.style in _RAISED
    ]


def _chain(markers: Sequence[Marker], headed: Collection[int], pages: Sequence[int]) -> Series:
    """Viterbi over the markers: every marker takes the best predecessor, the best end wins."""
    came_from: list[int] = []
    best_at: dict[int, tuple[float, int]] = {}  # value -> score and index of the best series that ends with it
    top = (0.0, -1)
    page, top_page = 0, 0
    for index, marker in enumerate(markers):
        page = bisect_right(pages, marker.start)
        restart = _HEADED_RESTART if marker.start in headed else _PAGE_RESTART if page > top_page else _RESTART
        score, before = _best_step(marker, best_at, top, restart)
        score += marker.weight
        came_from.append(before)
        if marker.value not in best_at or score >= best_at[marker.value][0]:
            best_at[marker.value] = (score, index)
        if score > top[0]:
            top, top_page = (score, index), page
    chain: list[Marker] = []
    index = top[1]
    while index >= 0:
        chain.append(markers[index])
        index = came_from[index]
    return Series(tuple(reversed(chain)), top[0])


def _best_step(
    marker: Marker, best_at: dict[int, tuple[float, int]], top: tuple[float, int], restart: float
) -> tuple[float, int]:
    """The best score a series can bring to this marker, and the index of its last marker (-1: it begins here)."""
    value = marker.value
    is_headed = restart == _HEADED_RESTART
    best = (0.0 if value <= 1 or is_headed else -min(0.1 * value, 0.6), -1)
    if top[1] >= 0:
        best = max(best, (top[0] - (restart if value == 1 or is_headed else _JUMP), top[1]))
    lettered = not marker.label.isdigit()
    repeat = _REPEATED_CALL if marker.style == "paren" else _REPEAT
    for back in range(_WINDOW):
        if (found := best_at.get(value - back)) is None:
            continue
        cost = _GAP + _GAP_STEP * back if back > 1 else 0.0 if back == 1 or lettered else repeat
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
