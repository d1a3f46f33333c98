"""A piece of work in, what it gave and the most memory it took out: done in a process of its own."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Done:
    """The result of a piece of work, and the memory of the whole process at its fullest, in MB."""

    memory: float
    result: Any


def alone(work: Callable[..., Any], *given: Any) -> Done:
    """Do a piece of work where nothing was done before, so that nobody else's memory counts as its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as other:
        return other.submit(_done, work, given).result()


def _done(work: Callable[..., Any], given: tuple[Any, ...]) -> Done:
    result = work(*given)
    return Done(peak(), result)


def peak() -> float:
    """The most memory of this process so far, in MB. Linux counts what the parent had to `ru_maxrss`."""
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
