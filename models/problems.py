"""What can be wrong with a store that is nobody's mistake in the code: told by kind, for app to put into words."""

from __future__ import annotations

from enum import StrEnum
from sqlite3 import Error as SqliteError

from sqlalchemy.exc import DBAPIError


class Problem(StrEnum):
    """What is the matter with the store."""

    NOT_A_LIBRARY = "not a library"
    NEWER = "newer"
    DAMAGED = "damaged"
    READ_ONLY = "read only"
    NO_PLACE = "no place"
    FULL = "full"
    BUSY = "busy"
    NO_SERVER = "no server"
    NO_DRIVER = "no driver"
    UNKNOWN_DATABASE = "unknown database"


class StoreProblem(Exception):  # noqa: N818 - its name is what it is
    """The store cannot be opened or written; what was in it before is in it still."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


_SQLITE = {
    "SQLITE_NOTADB": Problem.NOT_A_LIBRARY,
    "SQLITE_CORRUPT": Problem.DAMAGED,
    "SQLITE_READONLY": Problem.READ_ONLY,
    "SQLITE_PERM": Problem.READ_ONLY,
    "SQLITE_CANTOPEN": Problem.NO_PLACE,
    "SQLITE_FULL": Problem.FULL,
    "SQLITE_IOERR": Problem.FULL,
    "SQLITE_BUSY": Problem.BUSY,
    "SQLITE_LOCKED": Problem.BUSY,
}


def problem_of_cause(cause: BaseException) -> Problem | None:
    """The same for an error of SQLite's own."""
    name = getattr(cause, "sqlite_errorname", "") or ""
    return next((problem for known, problem in _SQLITE.items() if name.startswith(known)), None)


def problem_of(error: DBAPIError) -> Problem | None:
    """What a database error means for the user, None where it is a defect of the program."""
    cause = error.orig
    if isinstance(cause, SqliteError):
        return problem_of_cause(cause)
    state = getattr(cause, "sqlstate", None)
    if error.connection_invalidated or (state is None and type(cause).__name__ == "OperationalError"):
        return Problem.NO_SERVER
    return _POSTGRESQL.get((state or "")[:2]) or _POSTGRESQL.get(state or "")


# Classes and codes of appendix A of the PostgreSQL manual: connection, authorization, catalog name, resources, locks.
_POSTGRESQL = {
    "08": Problem.NO_SERVER,
    "28": Problem.NO_SERVER,
    "3D": Problem.NO_SERVER,
    "57": Problem.NO_SERVER,
    "53100": Problem.FULL,
    "25006": Problem.READ_ONLY,
    "42501": Problem.READ_ONLY,
    "40001": Problem.BUSY,
    "40P01": Problem.BUSY,
    "55P03": Problem.BUSY,
}
