"""The beginning of a name in, the library's people who are called so out, while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.finding import people
from ui.background import Background
from ui.people_editor import Complete


def name_completion(background: Background) -> Complete:
    """What a people editor asks for names; a later question makes the earlier one void."""

    def complete(start: str, then: Callable[[Sequence[str]], None]) -> None:
        background.ask(lambda library, _: people(library, start), then, topic="names", failed=lambda _: None)

    return complete
