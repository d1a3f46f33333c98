"""Many entries at once: what is written past SQLAlchemy and the triggers is what one at a time would be."""

import gc

import pytest
from sqlalchemy import text

from app import editing, finding
from app.errors import Cancelled
from app.exporting import ExportOptions, export_bib
from app.importing import import_entries
from app.library import open_library
from app.progress import Progress
from tests.building import added, contents

COUNT = 460


def bib(first: int = 0, count: int = COUNT) -> str:
    return "\n".join(
        f"@article{{k{n}, author = {{Weiß, Jürgen and Ulam, A{n}}}, title = {{Word{n} über Grenzen}}, "
        f"year = {{1974}},\n  keywords = {{war, peace}}, shelfmark = {{Q {n}}}}}\n"
        for n in range(first, first + count)
    )


def stopping_at(text: str) -> Progress:
    """One that asks to stop as soon as this is being done."""
    said = []
    return Progress(lambda what, *_: said.append(what), lambda: any(text in what for what in said))


def is_whole(library) -> bool:
    """Whether the index of words says what the entries say. SQLite's FTS5 manual, 6.4."""
    with library.setting_down() as session:
        session.execute(text("INSERT INTO entry_search (entry_search, rank) VALUES ('integrity-check', 1)"))
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")).all()
    return names == ["entry_search_change", "entry_search_in", "entry_search_out"]


@pytest.fixture
def imported(library, tmp_path):
    (tmp_path / "in.bib").write_text(bib())
    import_entries(library, tmp_path / "in.bib")
    return library


def test_a_bulk_of_entries_is_found_by_its_words(imported):
    assert is_whole(imported)
    assert len(finding.find_ids(imported, "weiss uber")) == COUNT
    (found,) = finding.find_ids(imported, "word411")
    entry = finding.card(imported, found).entry
    assert dict(entry.fields) == {
        "author": "Weiß, Jürgen and Ulam, A411", "title": "Word411 über Grenzen", "date": "1974",
        "keywords": "war, peace", "shelfmark": "Q 411",
    }  # fmt: skip


def test_a_bulk_goes_and_comes_back_whole(imported):
    before = contents(imported)
    imported.undo()
    assert is_whole(imported)
    assert finding.find_ids(imported, "weiss") == ()
    imported.redo()
    assert is_whole(imported)
    assert contents(imported) == before
    editing.delete_entries(imported, finding.find_ids(imported)[::2])
    assert len(finding.find_ids(imported, "weiss")) == COUNT // 2
    imported.undo()
    assert is_whole(imported)
    assert contents(imported) == before


def test_a_bulk_comes_in_beside_what_is_there(imported, tmp_path):
    single = added(imported, title="Something Else")
    (tmp_path / "more.bib").write_text(bib(COUNT - 10))
    report = import_entries(imported, tmp_path / "more.bib")
    assert (len(report.added), len(report.known)) == (COUNT - 10, 10)
    assert is_whole(imported)
    assert len(finding.find_ids(imported)) == 2 * COUNT - 9
    imported.undo()
    assert is_whole(imported)
    assert single in finding.find_ids(imported)


@pytest.mark.parametrize("act", ["undo", "redo"])
def test_a_long_undo_can_be_stopped_and_changes_nothing(imported, act):
    if act == "redo":
        imported.undo()
    before, found = contents(imported), finding.find_ids(imported, "weiss")
    with pytest.raises(Cancelled):
        getattr(imported, act)(stopping_at("ndoing" if act == "undo" else "again"))
    assert contents(imported) == before
    assert finding.find_ids(imported, "weiss") == found
    assert is_whole(imported)
    assert getattr(imported, act)().name.startswith("Import")


def test_an_import_that_is_stopped_while_it_writes_leaves_nothing(library, tmp_path):
    (tmp_path / "in.bib").write_text(bib())
    with pytest.raises(Cancelled):
        import_entries(library, tmp_path / "in.bib", stopping_at("Writing the entries"))
    assert finding.find_ids(library) == ()
    assert library.steps() == ()
    assert is_whole(library)
    assert gc.isenabled()


def test_a_bulk_goes_back_byte_for_byte(imported, tmp_path):
    export_bib(imported, tmp_path / "out.bib", None, ExportOptions(None))
    assert (tmp_path / "out.bib").read_text() == bib()


def test_the_same_file_gives_the_same_library_in_memory_and_on_disk(tmp_path):
    (tmp_path / "in.bib").write_text(bib())
    held = []
    for place in (":memory:", tmp_path / "x.ibidem"):
        library = open_library(place)
        import_entries(library, tmp_path / "in.bib")
        held.append([entry for _, entry in finding.entries(library)])
        library.close()
    assert held[0] == held[1]
