"""How long work tells how far it is, and hears that it should stop; knows no window."""

from __future__ import annotations

from collections.abc import Callable

from app.errors import Cancelled


class Progress:
    """Told of each step by the work, asked by it whether to go on.

    The one created without arguments is silent and never stops anything.
    """

    def __init__(
        self,
        tell: Callable[[str, int, int], None] | None = None,
        stop_requested: Callable[[], bool] | None = None,
    ) -> None:
        self._tell = tell
        self._stop_requested = stop_requested

    def step(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done and how far it is (total 0: unknown).

        Raises:
            Cancelled: the user asked to stop. The caller lets it pass, so that nothing half done is kept.
        """
        if self._stop_requested is not None and self._stop_requested():
            raise Cancelled
        if self._tell is not None:
            self._tell(text, done, total)
