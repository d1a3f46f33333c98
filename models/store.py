"""Store: an engine in; sessions to ask and named steps to change what is there out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Engine, func, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.changes import LibrarySetting, Step
from models.problems import StoreProblem, problem_of
from models.recording import Recording, next_ids
from models.rows import table_of
from models.undoing import Told, forget_undone, redo_step, step_to_redo, step_to_undo, undo_step

# A connection with this option begins by taking the right to write, so that two programs never deadlock half way.
WRITES = "ibidem_writes"


def now() -> str:
    """The time as the store writes it down."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _untold(_done: int, _total: int) -> None:
    """What tells nobody and never stops anything."""


class Store:
    """An open store. A session lives for one `with`; what goes wrong in it leaves everything as it was."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.has_full_text = engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Let go of the file or the connection."""
        self.engine.dispose()

    @contextmanager
    def asking(self) -> Iterator[Session]:
        """A session that only reads.

        Raises:
            StoreProblem: the store cannot be read.
        """
        with problems_told(), Session(self.engine) as session:
            yield session

    @contextmanager
    def changing(self, name: str) -> Iterator[Recording]:
        """A named step: all that is written in it is undone as one. A step in which nothing changed is none.

        Raises:
            StoreProblem: the store cannot be written; nothing of the step is.
        """
        with self._writing() as session:
            step_id = next_ids(session, Step.__tablename__, 1)
            row = {"id": step_id, "name": _storable(name), "at": now(), "is_undone": False, "touched": {}}
            session.execute(insert(table_of(Step)).values(row))
            recording = Recording(session, step_id)
            yield recording
            if not recording.acts:
                session.rollback()
                return
            recording.set_down()
            forget_undone(session)
            session.execute(
                update(table_of(Step))
                .where(table_of(Step).c.id == step_id)
                .values(touched=recording.touched(), name=_storable(recording.name or name))
            )
            session.commit()

    @contextmanager
    def setting_down(self) -> Iterator[Session]:
        """A session that writes what is no matter of undo: settings, which keys are frozen.

        Raises:
            StoreProblem: the store cannot be written.
        """
        with self._writing() as session:
            yield session
            session.commit()

    def undo(self, told: Told = _untold) -> Step | None:
        """Take back the last step; what it was, None where there is none."""
        return self._replayed(undo_step, told)

    def redo(self, told: Told = _untold) -> Step | None:
        """Do the last undone step again; what it was, None where there is none."""
        return self._replayed(redo_step, told)

    def next_undo(self) -> Step | None:
        """The step that undo would take back."""
        with self.asking() as session:
            return step_to_undo(session)

    def next_redo(self) -> Step | None:
        """The step that redo would do again."""
        with self.asking() as session:
            return step_to_redo(session)

    def steps(self, limit: int) -> list[Step]:
        """The latest steps, undone ones too, latest first."""
        with self.asking() as session:
            return list(session.scalars(select(Step).order_by(Step.id.desc()).limit(limit)))

    def state(self) -> tuple[int, int]:
        """What tells whether anything was done since: the latest step, and the latest that stands."""
        latest = select(func.coalesce(func.max(Step.id), 0))
        with self.asking() as session:
            return session.scalar(latest) or 0, session.scalar(latest.where(Step.is_undone.is_(False))) or 0

    def setting(self, name: str) -> str:
        """A choice that belongs to the library, "" where it was never made."""
        with self.asking() as session:
            return session.scalar(select(LibrarySetting.value).where(LibrarySetting.name == name)) or ""

    def set_setting(self, name: str, value: str) -> None:
        """Make such a choice."""
        with self.setting_down() as session:
            session.merge(LibrarySetting(name=name, value=value))

    def _replayed(self, replay: Callable[[Session, Told], Step | None], told: Told) -> Step | None:
        with self._writing() as session:
            step = replay(session, told)
            session.commit()
            return step

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with (
            problems_told(),
            self.engine.connect().execution_options(**{WRITES: True}) as connection,
            Session(connection, expire_on_commit=False) as session,
        ):
            yield session


def _storable(name: str) -> str:
    """A step's name without what no database keeps; it may hold a title or the name of a file."""
    return name.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


@contextmanager
def problems_told() -> Iterator[None]:
    """Let database errors that are nobody's mistake in the code out as StoreProblem; defects pass as they are."""
    try:
        yield
    except DBAPIError as error:
        problem = problem_of(error)
        if problem is None:
            raise
        raise StoreProblem(problem) from error
