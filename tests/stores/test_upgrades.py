"""Every store that was ever released opens, upgraded, with a copy of it kept beside it."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from app import finding
from app.errors import UserError
from app.library import open_library
from models import upgrading
from models.rows import Base
from tests.building import added, contents

STORES = sorted(Path(__file__).parent.glob("*.ibidem"))
_SCHEMA = text("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'alembic%'")


@pytest.mark.parametrize("released", STORES, ids=[path.stem for path in STORES])
def test_a_store_of_every_release_opens_with_all_that_is_in_it(tmp_path, released):
    path = tmp_path / "old.ibidem"
    shutil.copy(released, path)
    library = open_library(path)
    (article,) = finding.articles(library)
    assert (article.title, article.notes) == ("Sources in the Margin", 5)
    (dinerstein,) = finding.find_ids(library, "dinerstein")
    card = finding.card(library, dinerstein)
    assert (card.entry.key, card.aliases, card.keywords) == ("dinerstein1976", ("hsd",), ("war",))
    assert [m.locator for m in finding.mentions(library, dinerstein)] == [None, "56"]
    assert [g.name for g in finding.groups(library)] == ["Cuba"]
    while library.undo_name():
        library.undo()
    assert all(not rows for rows in contents(library).values())
    library.close()


def test_every_schema_has_its_store():
    known = {script.revision for script in upgrading._scripts().walk_revisions()}
    assert {path.stem for path in STORES} == known
    for path in STORES:
        connection = sqlite3.connect(path)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(path.stem,)]
        connection.close()


def _said(connection) -> list[tuple[str, str, list[str]]]:
    """The schema without the order in which constraints are written down."""
    found = connection.execute(_SCHEMA).all()
    return sorted((kind, name, sorted(re.findall(r"\w+", sql or ""))) for kind, name, sql in found)


def test_the_upgrades_make_the_tables_that_the_mappings_describe():
    upgraded, made = create_engine("sqlite://"), create_engine("sqlite://")
    with upgraded.begin() as first, made.begin() as second:
        upgrading.upgrade(first, "head")
        Base.metadata.create_all(second)
        assert _said(first) == _said(second)
    upgraded.dispose()
    made.dispose()


UPGRADE = """
revision = "0999"
down_revision = "{head}"


def upgrade():
    from alembic import op

    op.execute("UPDATE library_settings SET value = value || ' upgraded'")
    op.execute("ALTER TABLE library_settings ADD COLUMN note TEXT")
    {more}
"""


@pytest.fixture
def coming(tmp_path, monkeypatch):
    """The upgrades of a later version: one more than there are."""

    def write(more: str = "") -> None:
        folder = tmp_path / "upgrades"
        shutil.copytree(upgrading.UPGRADES, folder)
        head = upgrading._scripts().get_current_head()
        (folder / "versions" / "coming_0999.py").write_text(UPGRADE.format(head=head, more=more))
        monkeypatch.setattr(upgrading, "UPGRADES", folder)

    return write


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old.ibidem"
    library = open_library(path)
    library.set_setting("key_pattern", "[auth]")
    added(library, title="Before the Upgrade")
    library.close()
    return path


def test_an_older_store_is_upgraded_and_a_copy_of_it_kept(old, coming):
    coming()
    library = open_library(old)
    assert library.key_pattern == "[auth] upgraded"
    assert len(finding.find_ids(library, "upgrade")) == 1
    library.close()
    (copy,) = old.parent.glob("old.ibidem.before-*")
    connection = sqlite3.connect(copy)
    assert connection.execute("SELECT value FROM library_settings").fetchall() == [("[auth]",)]
    assert connection.execute("SELECT title FROM entries").fetchall() == [("Before the Upgrade",)]
    connection.close()


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(old, coming):
    connection = sqlite3.connect(old)
    before = connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
    connection.close()
    coming("raise ZeroDivisionError")
    with pytest.raises(ZeroDivisionError):
        open_library(old)
    connection = sqlite3.connect(old)
    assert connection.execute("SELECT name, sql FROM sqlite_master").fetchall() == before
    assert connection.execute("SELECT value FROM library_settings").fetchall() == [("[auth]",)]
    connection.close()


def test_without_room_for_the_copy_nothing_is_upgraded(old, coming, monkeypatch):
    coming()
    monkeypatch.setattr(upgrading, "keep_copy", lambda path, copy: _refuse(path, copy / "no folder"))
    with pytest.raises(UserError):
        open_library(old)
    connection = sqlite3.connect(old)
    assert connection.execute("SELECT value FROM library_settings").fetchall() == [("[auth]",)]
    connection.close()


_keep_copy = upgrading.keep_copy


def _refuse(path: Path, copy: Path) -> None:
    _keep_copy(path, copy)


def test_a_store_of_a_later_version_is_refused_by_this_one(old, coming, monkeypatch):
    mine = upgrading.UPGRADES
    coming()
    open_library(old).close()
    monkeypatch.setattr(upgrading, "UPGRADES", mine)
    with pytest.raises(UserError, match="newer version"):
        open_library(old)
