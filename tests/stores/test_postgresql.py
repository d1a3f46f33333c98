"""The store on a PostgreSQL server; the variable IBIDEM_TEST_POSTGRESQL holds the URL of a database to wipe."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine, inspect, text

from app import editing, finding
from app.errors import UserError
from app.exporting import ExportOptions, export_bib
from app.importing import accept, import_entries
from app.library import open_library
from models.rows import Base
from models.upgrading import upgrade
from tests.app.test_finding import ORDERS, SOUGHT, shelf
from tests.app.test_importing_entries import BIB, BROKEN
from tests.building import added, all_new, an_apparatus, contents
from tests.test_library_machine import LibraryMachine

URL = os.environ.get("IBIDEM_TEST_POSTGRESQL", "")
pytestmark = pytest.mark.skipif(not URL, reason="no PostgreSQL server: IBIDEM_TEST_POSTGRESQL names none")

__all__ = ["shelf"]


def wiped() -> str:
    """The URL, with an empty database behind it."""
    engine = create_engine(URL)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return URL


@pytest.fixture
def library():
    opened = open_library(wiped())
    yield opened
    opened.close()


@pytest.mark.parametrize(("query", "names"), SOUGHT, ids=[row[0] for row in SOUGHT])
def test_a_query_finds_the_same_entries_as_on_sqlite(shelf, query, names):
    library, ids = shelf
    assert set(finding.find_ids(library, query)) == {ids[name] for name in names.split()}


@pytest.mark.parametrize(("order", "descending", "names"), ORDERS)
def test_entries_come_in_the_same_order(shelf, order, descending, names):
    library, ids = shelf
    assert finding.find_ids(library, order=order, descending=descending) == tuple(ids[name] for name in names.split())


def test_a_file_goes_back_byte_for_byte(library, tmp_path):
    content = (BIB + BROKEN).replace("Fidel", "Fidél").encode("latin-1")
    (tmp_path / "in.bib").write_bytes(content)
    import_entries(library, tmp_path / "in.bib")
    export_bib(library, tmp_path / "out.bib", None, ExportOptions(None))
    assert (tmp_path / "out.bib").read_bytes() == content


def test_everything_survives_a_restart(library):
    accept(library, an_apparatus(), all_new(an_apparatus()))
    editing.delete_entries(library, finding.find_ids(library)[:1])
    before = contents(library)
    library.close()
    again = open_library(URL)
    assert contents(again) == before
    again.undo()
    assert len(finding.find_ids(again)) == 4
    again.close()


def test_two_programs_may_write_one_after_the_other(library):
    other = open_library(URL)
    first = added(library, title="From here")
    second = added(other, title="From there")
    assert first != second
    assert set(finding.find_ids(library)) == {first, second}
    assert [step.name for step in other.steps()] == [step.name for step in library.steps()]
    other.close()


def test_the_upgrades_make_the_tables_that_the_mappings_describe():
    engine = create_engine(wiped())
    with engine.begin() as connection:
        upgrade(connection, "head")
        made = set(inspect(connection).get_table_names())
    engine.dispose()
    assert made == {*Base.metadata.tables, "alembic_version"}


def test_somebody_elses_database_is_left_alone():
    engine = create_engine(wiped())
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE songs (id integer)"))
    with pytest.raises(UserError) as told:
        open_library(URL)
    assert told.value.title == "Not a library"
    with engine.begin() as connection:
        assert inspect(connection).get_table_names() == ["songs"]
    engine.dispose()


class ServerMachine(LibraryMachine):
    def location(self) -> str | Path:
        return URL if hasattr(self, "library") else wiped()


ServerMachine.TestCase.settings = settings(
    max_examples=5, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.skipif(not URL, reason="no PostgreSQL server: IBIDEM_TEST_POSTGRESQL names none")
class TestServerMachine(ServerMachine.TestCase):
    """The same machine as on SQLite."""


def test_a_library_tells_its_place_without_the_password(library):
    library.location = "postgresql://anna:secret@host/base"
    assert library.place == "postgresql://anna:***@host/base"
