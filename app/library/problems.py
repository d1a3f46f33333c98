"""What is the matter with a store in, the sentence for the user out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.errors import UserError
from models.problems import Problem, StoreProblem

_SENTENCES = {
    Problem.NOT_A_LIBRARY: (
        "Not a library",
        "{place} is not an Ibidem library.",
        "Choose another file, or use Import if it holds notes or entries.",
    ),
    Problem.NEWER: (
        "Library is newer",
        "{place} was written by a newer version of Ibidem.",
        "Install the newest Ibidem to open it; the file has not been changed.",
    ),
    Problem.DAMAGED: (
        "Library is damaged",
        "{place} is damaged and cannot be read.",
        "Open a copy of it, for instance from your backup.",
    ),
    Problem.READ_ONLY: (
        "Library is protected",
        "{place} cannot be written: the file or its folder is protected.",
        "Move the library to a folder of your own, or change the permissions.",
    ),
    Problem.NO_PLACE: (
        "Library cannot be opened",
        "{place} cannot be opened: its folder is missing or protected.",
        "Choose a folder that exists and that you may write to.",
    ),
    Problem.FULL: (
        "Disk is full",
        "The disk is full, so the change was not saved; {place} is as it was before.",
        "Free some space and do it again.",
    ),
    Problem.BUSY: (
        "Library is busy",
        "Another program is writing to {place} at this moment; nothing was changed.",
        "Wait until it has finished and try again.",
    ),
    Problem.NO_SERVER: (
        "Library cannot be reached",
        "The database at {place} does not answer or refuses the connection.",
        "Check the address, the name and the password, and that the server is running.",
    ),
    Problem.NO_DRIVER: (
        "Database cannot be used yet",
        "What Ibidem needs for the database at {place} is not installed.",
        "Install it with `pip install 'ibidem[postgresql]'`, and try again.",
    ),
    Problem.UNKNOWN_DATABASE: (
        "No such kind of library",
        "{place} is neither a file nor a database that Ibidem can use.",
        "Name a file, or a PostgreSQL database: postgresql://name:password@server/library.",
    ),
}


@contextmanager
def told(place: str) -> Iterator[None]:
    """Let what is wrong with the store out as a UserError.

    Raises:
        UserError: the store cannot be read or written; what was in it is in it still.
    """
    try:
        yield
    except StoreProblem as problem:
        title, message, advice = _SENTENCES[problem.problem]
        raise UserError(title, message.format(place=place), advice) from problem
