"""A connection in; the schema of the store made, found right, or upgraded step by step out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from models.problems import Problem, StoreProblem, problem_of_cause
from models.rows import Base

UPGRADES = Path(__file__).parent / "upgrades"


def bring_up_to_date(connection: Connection, path: Path | None) -> None:
    """Make the tables of a new store, or upgrade an older one.

    Args:
        connection: open, with the right to write.
        path: the SQLite file, of which a copy is kept beside it before an upgrade.

    Raises:
        StoreProblem: the schema is of a newer version of the program.
    """
    if not inspect(connection).has_table("library_settings"):
        Base.metadata.create_all(connection)
        context = MigrationContext.configure(connection)
        context.stamp(_scripts(), "head")
        return
    standing = MigrationContext.configure(connection).get_current_revision()
    scripts = _scripts()
    if standing == scripts.get_current_head():
        return
    if standing not in {script.revision for script in scripts.walk_revisions()}:
        raise StoreProblem(Problem.NEWER)
    if path is not None:
        keep_copy(path, path.with_name(f"{path.name}.before-{scripts.get_current_head()}"))
    upgrade(connection, "head")


def keep_copy(path: Path, copy: Path) -> None:
    """Copy a SQLite file as it was when last committed, its journal included. A copy that is there already stays.

    Raises:
        StoreProblem: the copy cannot be written; without one nothing is upgraded.
    """
    if copy.exists():
        return
    beside = copy.with_name(f"{copy.name}.part")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(beside)) as target:
            source.backup(target)
        beside.replace(copy)
    except (sqlite3.Error, OSError) as error:
        raise StoreProblem(problem_of_cause(error) or Problem.NO_PLACE) from error
    finally:
        beside.unlink(missing_ok=True)


def upgrade(connection: Connection, revision: str) -> None:
    """Run the upgrades up to a revision on an open connection."""
    config, scripts = Config(), _scripts()

    def steps(standing: Any, _context: Any) -> Any:
        return scripts._upgrade_revs(revision, standing)

    with EnvironmentContext(config, scripts, fn=steps) as environment:
        environment.configure(connection=connection, render_as_batch=True)
        environment.run_migrations()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(UPGRADES))
