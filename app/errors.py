"""The one error that is the user's to mend: a title, one plain sentence, and what to do about it."""

from __future__ import annotations


class UserError(Exception):
    """Something is wrong with the input, and the user can do something about it.

    Everything else that is raised is a defect of the program.

    Attributes:
        title: a few words for a window's title, e.g. "No notes found".
        message: one plain sentence saying what is the matter.
        advice: one plain sentence saying what to do next.
    """

    def __init__(self, title: str, message: str, advice: str) -> None:
        super().__init__(f"{message} {advice}")
        self.title = title
        self.message = message
        self.advice = advice


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user asked the running work to stop; nothing has been written."""
