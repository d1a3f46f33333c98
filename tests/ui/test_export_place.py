"""What may be typed as the file of an export, and what is never written over."""

from pathlib import Path

import pytest

from app.errors import UserError
from app.library import open_library
from ui.export_place import place_typed, proposed_place, refuse_library


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("works", Path("works.bib")),
        (" works.bib ", Path("works.bib")),
        ("/tmp/works.txt", Path("/tmp/works.txt")),
        (".works", Path(".works.bib")),
        ("", None),
        ("/", None),
        (".", None),
        ("..", None),
        ("../", None),
        ("folder/.", None),
        ("/tmp/..", None),
        ("works\0.bib", None),
        ("~nobody-of-this-name/works", Path("~nobody-of-this-name/works.bib")),
    ],
)
def test_what_is_typed_names_a_file_or_none(typed, path):
    assert place_typed(typed) == path


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("/home/clara/Thesis.ibidem", "/home/clara/pages/Thesis.bib"),
        ("postgresql://clara@host/thesis", "/home/clara/pages/thesis.bib"),
        ("", ""),
    ],
)
def test_a_file_is_proposed_that_is_named_after_the_library(location, place):
    assert proposed_place(location, "/home/clara/pages") == place


@pytest.mark.parametrize("name", ["own.db", "own.db-wal", "own.db-shm", "elsewhere/../own.db", "other.db", "link.db"])
def test_a_library_is_never_written_over(tmp_path, name):
    for library in ("own.db", "other.db"):
        open_library(str(tmp_path / library)).close()
    (tmp_path / "link.db").symlink_to(tmp_path / "other.db")
    with pytest.raises(UserError, match="holds a library"):
        refuse_library(tmp_path / name, str(tmp_path / "own.db"))


def test_any_other_file_may_be_written(tmp_path):
    (tmp_path / "old.bib").write_text("@book{a,}")
    for name in ("old.bib", "new.bib"):
        refuse_library(tmp_path / name, str(tmp_path / "own.db"))
    refuse_library(tmp_path / "new.bib", "postgresql://host/thesis")
