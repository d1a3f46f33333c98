"""The open library: a store that is read and changed through app.finding, app.editing, app.importing and the rest."""

from __future__ import annotations

from pathlib import Path

from app.cards import Changes, Step


class Library:
    """An open library. All calls come from one thread at a time; none of them keeps a session open.

    Attributes:
        location: the file or database URL it was opened from.
    """

    location: str

    def close(self) -> None:
        """Let go of the file."""
        raise NotImplementedError

    def undo(self) -> Changes:
        """Take back the last step; Changes() when there is none."""
        raise NotImplementedError

    def redo(self) -> Changes:
        """Do the last undone step again; Changes() when there is none."""
        raise NotImplementedError

    def undo_name(self) -> str:
        """The name of the step that undo would take back, "" for none."""
        raise NotImplementedError

    def redo_name(self) -> str:
        """The name of the step that redo would do again, "" for none."""
        raise NotImplementedError

    def steps(self, limit: int = 200) -> tuple[Step, ...]:
        """The history, latest first."""
        raise NotImplementedError


def open_library(location: str | Path) -> Library:
    """Open a library file (made when absent) or a database URL, upgrading an older schema (a copy is kept beside it).

    Raises:
        UserError: the file is no library, was written by a newer version, or its folder cannot be written.
    """
    raise NotImplementedError(location)
