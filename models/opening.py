"""A path or a database URL in, an open Store with its schema brought up to date out."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.sql.dml import UpdateBase

import models.article
import models.attachment
import models.bibfile
import models.citation
import models.decision
import models.entry
import models.grouping
import models.lesson
import models.person
import models.searching  # noqa: F401 - the tables make themselves known
from models.problems import Problem, StoreProblem
from models.rows import recorded_tables
from models.store import WRITES, Store, problems_told
from models.upgrading import bring_up_to_date
from models.writing_rows import RECORDED

IN_MEMORY = ":memory:"
# "Ibid" in ASCII: by it a library is told from the database of some other program.
APPLICATION_ID = 0x49626964
_BACKENDS = ("sqlite", "postgresql")
_PRAGMAS = (
    # Of a new library: an entry with the words it is found by is longer than a page of the usual size.
    "page_size = 8192",
    "foreign_keys = ON",
    "journal_mode = WAL",
    # Safe with WAL: after a power cut the last step may be missing, never half of it.
    "synchronous = NORMAL",
    "busy_timeout = 5000",
    "cache_size = -65536",
    "temp_store = MEMORY",
    "mmap_size = 268435456",
)


def open_store(location: str | Path) -> Store:
    """Open a store, made when absent; an older schema is upgraded, with a copy of the file kept beside it.

    Args:
        location: a path, a database URL, or ":memory:".

    Raises:
        StoreProblem: it is no library, is newer than this program, or cannot be read or written, or the
            address is that of no database it can use.
    """
    url = _url_of(location)
    path = Path(url.database or "") if url.get_backend_name() == "sqlite" and not _is_in_memory(url) else None
    # A link that leads nowhere is somebody's: what could not be made is taken away again, it is not.
    is_new = path is not None and not os.path.lexists(path)
    try:
        if path is not None:
            _check_file(path)
    except OSError as error:
        raise StoreProblem(Problem.NO_PLACE) from error
    engine = _engine(url)
    try:
        with problems_told(), engine.connect().execution_options(**{WRITES: True}) as connection:
            _claim(connection)
            bring_up_to_date(connection, path)
            connection.commit()
    except BaseException:
        engine.dispose()
        if path is not None and is_new:
            _leave_nothing(path)
        raise
    return Store(engine)


def _leave_nothing(path: Path) -> None:
    """Take away what stands there of a library that could not be made."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)


def is_url(location: str | Path) -> bool:
    """Whether a place is a database URL and not a path."""
    return isinstance(location, str) and "://" in location


def _url_of(location: str | Path) -> URL:
    if not is_url(location):
        return URL.create("sqlite", database=str(location))
    try:
        url = make_url(str(location))
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() not in _BACKENDS:
            raise StoreProblem(Problem.UNKNOWN_DATABASE)
        url.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreProblem(Problem.UNKNOWN_DATABASE) from error
    except ImportError as error:
        raise StoreProblem(Problem.NO_DRIVER) from error
    return url


def _is_in_memory(url: URL) -> bool:
    return url.database in (None, "", IN_MEMORY)


def _check_file(path: Path) -> None:
    """Refuse what is no SQLite file before SQLite writes into it. See its file format, 1.3."""
    if path.is_dir():
        raise StoreProblem(Problem.NOT_A_LIBRARY)
    if not path.exists():
        if not path.parent.is_dir():
            raise StoreProblem(Problem.NO_PLACE)
        return
    try:
        with path.open("rb") as opened:
            head = opened.read(100)
    except OSError as error:
        raise StoreProblem(Problem.READ_ONLY) from error
    if head and not head.startswith(b"SQLite format 3\0"):
        raise StoreProblem(Problem.NOT_A_LIBRARY)
    # Bytes 68 to 71 hold the application id; a file that is not ours is not even opened. While another program has a
    # new library open, the first page may still stand in the journal beside it: then `_claim` has the say.
    is_open_elsewhere = path.with_name(f"{path.name}-wal").exists()
    if len(head) == 100 and int.from_bytes(head[68:72], "big") != APPLICATION_ID and not is_open_elsewhere:
        raise StoreProblem(Problem.NOT_A_LIBRARY)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        engine = create_engine(url, pool_pre_ping=True)
    elif _is_in_memory(url):
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": 5})
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    event.listen(engine, "before_execute", _refuse_unrecorded)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    """What holds for every connection. Transactions are begun by `_begin`: Python's own way begins too late."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _claim(connection: Connection) -> None:
    """Mark a new file as a library; a database that has tables of somebody else is left alone."""
    names = set(inspect(connection).get_table_names())
    if names and "library_settings" not in names:
        raise StoreProblem(Problem.NOT_A_LIBRARY)
    if connection.dialect.name == "sqlite" and not names:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _refuse_unrecorded(connection: Connection, statement: Any, _many: Any, _one: Any, options: Any) -> None:
    """A change of a recorded table that does not come through Recording could never be undone: a defect."""
    if (
        not isinstance(statement, UpdateBase)
        or options.get(RECORDED)
        or connection.get_execution_options().get(RECORDED)
    ):
        return
    name = getattr(statement.table, "name", "")
    if name in recorded_tables():
        raise RuntimeError(f"{name} is changed outside a step")
