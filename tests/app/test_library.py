import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import event

from app import editing, finding
from app.apparatus import Work
from app.errors import UserError
from app.importing import accept
from app.library import Library, default_location, open_library
from models.opening import APPLICATION_ID
from tests.building import added, all_new, an_apparatus, an_entry, contents

ROOT = Path(__file__).parents[2]


def test_a_new_library_is_empty_and_has_nothing_to_undo(library):
    assert finding.find_ids(library) == ()
    assert (library.undo_name(), library.redo_name()) == ("", "")
    assert library.undo().name == ""
    assert library.redo().name == ""


def test_steps_are_named_as_the_edit_menu_shows_them(library):
    entry = added(library)
    editing.change_entry(library, entry, an_entry(title="Another Title"))
    editing.delete_entries(library, [entry])
    assert [step.name for step in library.steps()] == [
        "Delete 1 entry", "Edit “Another Title”", "Add “The Making of a Missile Crisis”",
    ]  # fmt: skip
    assert library.undo_name() == "Delete 1 entry"
    assert library.undo().name == "Delete 1 entry"
    assert library.redo_name() == "Delete 1 entry"
    assert library.undo_name() == "Edit “Another Title”"


def test_a_change_that_changes_nothing_is_no_step(library):
    entry = added(library, title="As it is")
    standing = finding.card(library, entry)
    assert editing.change_entry(library, entry, standing.entry).name == ""
    assert library.undo_name() == "Add “As it is”"


def test_doing_something_else_forgets_what_was_undone(library):
    first = added(library, title="First")
    library.undo()
    second = added(library, title="Second")
    assert library.redo().name == ""
    assert first != second, "an id is never given twice"
    assert finding.find_ids(library) == (second,)


def test_undo_and_redo_survive_a_restart(tmp_path):
    place = tmp_path / "kept.ibidem"
    library = open_library(place)
    accept(library, an_apparatus(), all_new(an_apparatus()))
    whole = contents(library)
    library.close()
    library = open_library(place)
    assert contents(library) == whole
    assert library.undo_name() == "Import 3 works from Weiss 2011"
    library.undo()
    assert all(not rows for rows in contents(library).values())
    library.close()
    library = open_library(place)
    library.redo()
    assert contents(library) == whole
    library.close()


def test_changes_tell_views_what_to_read_again(library):
    apparatus = an_apparatus()
    _, changes = accept(library, apparatus, all_new(apparatus))
    assert changes.articles
    assert changes.entries == frozenset(finding.find_ids(library))
    group, changes = editing.add_group(library, "Cuba")
    assert changes.groups
    assert changes.entries == frozenset()
    ids = finding.find_ids(library)
    editing.put_in_group(library, group, ids[:1])
    undone = library.undo()
    assert (undone.groups, undone.entries) == (True, frozenset(ids[:1]))


def test_the_library_keeps_its_own_settings(tmp_path):
    library = open_library(tmp_path / "own.ibidem")
    library.set_setting("key_pattern", "[auth][year]")
    library.close()
    library = open_library(tmp_path / "own.ibidem")
    assert library.key_pattern == "[auth][year]"
    assert library.setting("dialect") == ""
    assert library.undo_name() == ""
    library.close()


def test_the_users_own_library_gets_its_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("IBIDEM_CONFIG", str(tmp_path / "new" / "folder"))
    library = open_library(default_location())
    added(library)
    library.close()
    assert (tmp_path / "new" / "folder" / "library.ibidem").is_file()
    (tmp_path / "a file").write_text("in the way")
    monkeypatch.setenv("IBIDEM_CONFIG", str(tmp_path / "a file" / "folder"))
    with pytest.raises(UserError, match="cannot be opened"):
        default_location()


def _write(path, content: bytes) -> None:
    path.write_bytes(content)


def _foreign(path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (id INTEGER)")
    connection.commit()
    connection.close()


def _foreign_and_open(path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE songs (id INTEGER)")
    connection.commit()
    _OPEN.append(connection)


_OPEN: list[sqlite3.Connection] = []


def _newer(path) -> None:
    open_library(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def _damaged(path) -> None:
    open_library(path).close()
    content = bytearray(path.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    path.write_bytes(content)


REFUSED = [
    ("a text file", lambda path: _write(path, b"@book{a, title = {T}}"), "Not a library"),
    ("a picture", lambda path: _write(path, b"\x89PNG\r\n\x1a\n" + bytes(200)), "Not a library"),
    ("somebody else's database", _foreign, "Not a library"),
    ("somebody else's database in use", _foreign_and_open, "Not a library"),
    ("a library of a newer Ibidem", _newer, "Library is newer"),
    ("a damaged library", _damaged, "Library is damaged"),
    ("a folder", lambda path: path.mkdir(), "Not a library"),
]


@pytest.mark.parametrize(("what", "make", "title"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_file_that_is_no_library_is_refused_in_plain_words_and_left_alone(tmp_path, what, make, title):
    path = tmp_path / "some.file"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(UserError) as told:
        open_library(path)
    assert told.value.title == title
    assert str(path) in told.value.message
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not list(tmp_path.glob("*.before-*"))
    while _OPEN:
        _OPEN.pop().close()


def test_a_new_library_may_be_open_in_two_programs(tmp_path):
    one = open_library(tmp_path / "shared.ibidem")
    other = open_library(tmp_path / "shared.ibidem")
    entry = added(one, title="From here")
    assert finding.find_ids(other) == (entry,)
    one.close()
    other.close()


def test_a_library_in_a_folder_that_is_missing_is_refused(tmp_path):
    with pytest.raises(UserError, match="cannot be opened"):
        open_library(tmp_path / "no such folder" / "library.ibidem")


@pytest.mark.parametrize(
    ("location", "title"),
    [
        ("nonsense://host/base", "No such kind of library"),
        ("postgresql://nobody@127.0.0.1:1/none", "Library cannot be reached"),
    ],
)
def test_a_database_that_cannot_be_reached_is_told_in_plain_words(location, title):
    with pytest.raises(UserError) as told:
        open_library(location)
    assert told.value.title == title


def test_a_password_is_never_shown():
    with pytest.raises(UserError) as told:
        open_library("postgresql://anna:secret@127.0.0.1:1/none")
    assert "secret" not in str(told.value)


def test_a_protected_library_is_read_but_not_written(tmp_path, protected_library):
    before = contents(protected_library)
    with pytest.raises(UserError) as told:
        added(protected_library)
    assert told.value.title == "Library is protected"
    assert contents(protected_library) == before


@pytest.fixture
def strangers_folder():
    """A folder with a library in it that this user may read but not write; root becomes somebody else for the test."""
    folder = Path(tempfile.mkdtemp())
    open_library(folder / "theirs.ibidem").close()
    folder.chmod(0o555)
    (folder / "theirs.ibidem").chmod(0o444)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are told apart by user ids here")
@pytest.mark.parametrize("name", ["theirs.ibidem", "new.ibidem"])
def test_a_library_in_a_protected_folder_is_refused(strangers_folder, name):
    with pytest.raises(UserError) as told:
        open_library(strangers_folder / name)
    assert "protected" in told.value.message
    assert {path.name for path in strangers_folder.iterdir()} == {"theirs.ibidem"}


KILLED = """
import os, sys
from app.library import open_library
from app.library.writing_entries import write_new
from tests.building import an_entry

library = open_library(sys.argv[1])
with library.changing("Never finished") as writing:
    write_new(writing, [an_entry(f"k{n}", title=f"Title {n} " + "long " * 50) for n in range(3000)])
    os._exit(9)
"""


def test_a_program_that_dies_in_the_middle_leaves_the_library_as_it_was(tmp_path):
    library = open_library(tmp_path / "kept.ibidem")
    added(library, title="Before")
    before = contents(library)
    library.close()
    dead = subprocess.run([sys.executable, "-c", KILLED, tmp_path / "kept.ibidem"], cwd=ROOT, check=False)
    assert dead.returncode == 9
    library = open_library(tmp_path / "kept.ibidem")
    assert contents(library) == before
    assert library.undo_name() == "Add “Before”"
    library.close()


def test_a_full_disk_leaves_the_library_as_it_was(tmp_path):
    library = open_library(tmp_path / "full.ibidem")
    added(library, title="Before")
    before = contents(library)
    with library.asking() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
    _limit_pages(library, pages)
    with pytest.raises(UserError) as told:
        accept(library, _a_long_apparatus(), {})
    assert told.value.title == "Disk is full"
    assert contents(library) == before
    assert library.undo_name() == "Add “Before”"
    library.close()
    library = open_library(tmp_path / "full.ibidem")
    assert contents(library) == before
    assert finding.find_ids(library, "before") == finding.find_ids(library)
    library.close()


def test_a_library_that_could_not_be_made_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr("models.opening._PRAGMAS", ("journal_mode = WAL", "max_page_count = 20"))
    with pytest.raises(UserError) as told:
        open_library(tmp_path / "new.ibidem")
    assert told.value.title == "Disk is full"
    assert list(tmp_path.iterdir()) == []


def test_the_file_says_that_it_is_a_library(tmp_path):
    open_library(tmp_path / "new.ibidem").close()
    connection = sqlite3.connect(tmp_path / "new.ibidem")
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.fixture
def protected_library(tmp_path):
    library = open_library(tmp_path / "protected.ibidem")
    added(library, title="Before")
    # Root may write anywhere, so that permissions alone would prove nothing.
    _on_connect(library, "PRAGMA query_only = ON")
    yield library
    library.close()


def _limit_pages(library: Library, pages: int) -> None:
    _on_connect(library, f"PRAGMA max_page_count = {pages}")


def _on_connect(library: Library, pragma: str) -> None:
    engine = library._store.engine
    engine.dispose()
    event.listen(engine, "connect", lambda connection, _: connection.execute(pragma))


def _a_long_apparatus():
    works = tuple(Work(f"w{n}", an_entry(title=f"Title {n} " + "long " * 200)) for n in range(50))
    return an_apparatus(works=works, notes=())
