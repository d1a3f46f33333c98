"""Linked .bib files in the window: linked, kept up to date, compared when changed outside, merged by a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.editing import add_group, change_entry, put_in_group
from app.finding import articles, card, id_of_key
from app.linking import LinkedFile, LinkState, What, linked_files
from app.reconciling import Side, compare
from tests.ui.conftest import COHEN
from ui.difference_table import DifferenceTable
from ui.footnotes_export import DOCUMENT_FILTER, FOOTNOTES_FILTER
from ui.link_comparison import ComparisonWindow
from ui.link_form import LinkForm
from ui.link_table import LinkTable
from ui.linked_files import LinkedFilesWindow
from ui.sample import read_sample
from ui.sidebar_tree import Place


@pytest.fixture
def window(filled, settle):
    filled.window.library_menu.keeper.quiet = 0
    filled.window.actions_by_name["linked_files"].trigger()
    settle(filled)
    return next(w for w in filled.window.context.windows if isinstance(w, LinkedFilesWindow))


@pytest.fixture
def linked(filled, window, settle, tmp_path):
    """A file with all three works in it."""
    window.link(tmp_path / "paper.bib", LinkedFile(0, ""))
    settle(filled)
    return tmp_path / "paper.bib"


def asked(place, settle, work):
    found = []
    place.background.ask(lambda library, _: work(library), found.append)
    settle(place)
    return found[0]


def written(place, settle, work):
    place.background.change(lambda library, _: work(library))
    settle(place)


def test_a_linked_file_is_written_and_shown(window, linked, qtmodeltester):
    qtmodeltester.check(window.table)
    assert [window.table.index(0, column).data() for column in (0, 1, 3)] == [
        "paper.bib",
        "3 · the whole library",
        "up to date",
    ]
    assert linked.read_text(encoding="utf-8").count("@") == 3


def test_the_file_follows_the_library(filled, settle, linked, qtbot):
    cohen = asked(filled, settle, lambda library: id_of_key(library, "cohen2002"))
    written(filled, settle, lambda library: change_entry(library, cohen, COHEN.with_fields(date="2003")))
    qtbot.waitUntil(lambda: "2003" in linked.read_text(encoding="utf-8"), timeout=10_000)


@pytest.fixture
def changed(filled, settle, linked, window, qtbot):
    """The file changed outside, and the library too."""
    keeper = filled.window.library_menu.keeper
    keeper.quiet = 600_000
    keeper.update()
    settle(filled)
    text = linked.read_text(encoding="utf-8").replace("{2007}", "{2008}").replace("{2002}", "{2004}")
    linked.write_text(text, encoding="utf-8")
    cohen = asked(filled, settle, lambda library: id_of_key(library, "cohen2002"))
    written(filled, settle, lambda library: change_entry(library, cohen, COHEN.with_fields(date="2003")))
    window.write.click()
    settle(filled)
    return linked


def test_a_file_changed_outside_is_told_and_not_written(filled, changed, window):
    assert window.table.reports[0].state is LinkState.CHANGED_OUTSIDE
    assert window.table.index(0, 3).data() == "changed outside: compare it"
    assert filled.messages.notices.text == "paper.bib was changed outside Ibidem"
    assert "2003" not in changed.read_text(encoding="utf-8")


@pytest.fixture
def comparison(filled, changed, window, settle):
    window.compare.click()
    settle(filled)
    return next(w for w in filled.window.context.windows if isinstance(w, ComparisonWindow))


def test_what_both_changed_is_chosen_by_a_key_before_merging(filled, comparison, changed, settle, qtbot):
    rows = [(d.key, d.name, d.changed.value) for d in comparison.table.comparison.differences]
    assert ("cohen2002", "date", "both") in rows
    assert not comparison.merge.isEnabled()
    comparison.view.selectRow(next(n for n, row in enumerate(rows) if row[2] == "both"))
    comparison.view.setFocus()
    qtbot.keyClick(comparison.view, Qt.Key.Key_F)
    assert comparison.merge.isEnabled()
    comparison.merge.click()
    settle(filled)
    cohen = asked(filled, settle, lambda library: card(library, id_of_key(library, "cohen2002")))
    zubok = asked(filled, settle, lambda library: card(library, id_of_key(library, "zubok2007")))
    assert cohen.entry.get("date") == "2004"
    assert zubok.entry.get("date") == "2008"
    assert "2004" in changed.read_text(encoding="utf-8")
    assert asked(filled, settle, lambda library: library.undo_name()).endswith("from paper.bib")
    assert not [w for w in filled.window.context.windows if w is comparison and w.isVisible()]


def test_a_click_chooses_a_value(comparison):
    row = next(n for n, d in enumerate(comparison.table.comparison.differences) if d.changed.value == "both")
    comparison.view.clicked.emit(comparison.table.index(row, 4))
    assert comparison.table.index(row, 4).data() == "✓ 2003"
    assert comparison.table.index(row, 3).data() == "2004"
    comparison.from_file.click()
    assert comparison.table.index(row, 3).data() == "✓ 2004"


def test_the_differences_are_a_sound_model(place, qtmodeltester):
    table = DifferenceTable(place.theme)
    table.show_comparison(compare({}, {"a": COHEN}, {"b": COHEN.with_fields(date="2003")}))
    qtmodeltester.check(table)
    assert table.index(0, 4).data() == "does not have it"
    table.choose(0, Side.LIBRARY)
    assert table.index(0, 4).data() == "✓ does not have it"
    qtmodeltester.check(LinkTable())


def test_removing_a_link_leaves_the_file(filled, settle, window, linked):
    window.remove.click()
    settle(filled)
    assert asked(filled, settle, linked_files) == ()
    assert linked.exists()
    assert not window.remove.isEnabled()


def test_the_form_says_which_entries(filled, settle, window, tmp_path, qtbot):
    def fill(library):
        group, changes = add_group(library, "Cuba")
        put_in_group(library, group, [1])
        return changes

    written(filled, settle, fill)
    filled.window.library_menu.keeper.update()
    settle(filled)
    window.add.click()
    form = next(w for w in window.children() if isinstance(w, LinkForm))
    ok = form.buttons.button(form.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    form.path.setText(str(tmp_path / "cuba"))
    assert ok.isEnabled()
    form.entries.setCurrentIndex(1)
    assert not ok.isEnabled()
    form.entries.setCurrentIndex(2)
    assert (form.link().what, form.link().of) == (What.GROUP, "1")
    ok.click()
    settle(filled)
    assert (tmp_path / "cuba.bib").read_text(encoding="utf-8").count("@") == 1


@pytest.mark.parametrize("kind", [FOOTNOTES_FILTER, DOCUMENT_FILTER])
def test_an_articles_footnotes_are_exported(place, settle, tmp_path, monkeypatch, qtbot, kind):
    read_sample(place.window.context)
    settle(place)
    review = next(iter(place.window.context.windows))
    review.accept_all()
    settle(place)
    (article,) = asked(place, settle, articles)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "notes"), kind))
    sidebar = place.window.sidebar
    sidebar.choose(sidebar.now.__class__(Place.ARTICLE, article.id, article.title))
    settle(place)
    place.window.actions_by_name["export_footnotes"].trigger()
    settle(place)
    text = (tmp_path / "notes.tex").read_text(encoding="utf-8")
    assert text.count("\\footnote{") == 40
    assert (tmp_path / "notes.bib").exists() is (kind == DOCUMENT_FILTER)


def test_a_file_that_cannot_be_written_says_why_as_soon_as_it_is_linked(filled, settle, window, linked, tmp_path):
    (tmp_path / "file").write_text("no folder")
    window.link(tmp_path / "file" / "other.bib", LinkedFile(0, ""))
    settle(filled)
    assert window.view.currentIndex().row() == 1
    assert "other.bib" in window.said.text()
    assert window.said.text() != f"{tmp_path / 'file' / 'other.bib'}: not written"


def test_the_comparison_begins_with_what_is_to_be_decided(comparison, filled):
    row = comparison.view.currentIndex().row()
    difference = comparison.table.comparison.differences[row]
    assert (difference.key, difference.name, difference.changed.value) == ("cohen2002", "date", "both")
    assert comparison.table.index(row, 1).data() == "Date"
