"""The beginning of a name or a value in, what the library has of that kind offered under the line one types in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from app.completing import is_completed, people, values
from ui.background import Background

AFTER_LETTERS = 2
# Asks for what begins with some letters, and hands it on when it is there.
Complete = Callable[[str, Callable[[Sequence[str]], None]], None]


class Completion:
    """Asks a library, behind the window, for what is typed; a later question makes the earlier one void."""

    def __init__(self, background: Background) -> None:
        self._background = background

    def names(self, start: str, then: Callable[[Sequence[str]], None]) -> None:
        """Hand on the people whose names begin like this."""
        self._background.ask(lambda library, _: people(library, start), then, topic="names", failed=lambda _: None)

    def values(self, field: str) -> Complete | None:
        """What asks for the values that other entries have in a field, None where they do not come again."""
        if not is_completed(field):
            return None

        def complete(start: str, then: Callable[[Sequence[str]], None]) -> None:
            self._background.ask(
                lambda library, _: values(library, field, start), then, topic="values", failed=lambda _: None
            )

        return complete


def offer_completion(line: QLineEdit, complete: Complete) -> None:
    """Let a line show, while one types in it, what `complete` finds."""
    found = QStringListModel(line)
    completer = QCompleter(found, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    # The library has done the narrowing, with accents folded.
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    line.setCompleter(completer)

    def ask(text: str) -> None:
        def show(texts: Sequence[str]) -> None:
            if shiboken6.isValid(line) and line.text() == text and line.hasFocus():
                found.setStringList(list(texts))
                completer.complete()

        if len(text.strip()) >= AFTER_LETTERS:
            complete(text.strip(), show)

    line.textEdited.connect(ask)
