"""The steps of a review: states in, the current one out; undo and redo by name."""

from __future__ import annotations

from ui.review.state import State


class History:
    """A stack of frozen states, each with the name of the step that led to it."""

    def __init__(self, first: State) -> None:
        self._states: list[tuple[str, State]] = [("", first)]
        self._now = 0

    @property
    def state(self) -> State:
        """The state as it stands now."""
        return self._states[self._now][1]

    @property
    def first(self) -> State:
        """The state that the review began with."""
        return self._states[0][1]

    def push(self, name: str, state: State) -> bool:
        """Make `state` the current one; what had been undone is gone. False where nothing is different."""
        if state == self.state:
            return False
        self._states[self._now + 1 :] = [(name, state)]
        self._now += 1
        return True

    def undo(self) -> bool:
        """Go back one step, if there is one."""
        if not self._now:
            return False
        self._now -= 1
        return True

    def redo(self) -> bool:
        """Go forward one undone step, if there is one."""
        if self._now + 1 == len(self._states):
            return False
        self._now += 1
        return True

    def undo_name(self) -> str:
        """The step that undo takes back, "" for none."""
        return self._states[self._now][0]

    def redo_name(self) -> str:
        """The step that redo does again, "" for none."""
        return self._states[self._now + 1][0] if self._now + 1 < len(self._states) else ""

    def is_untouched(self) -> bool:
        """Whether closing now would lose nothing the user did."""
        return self._now == 0
