from pathlib import Path

import pytest

from app.bibtex import write_bib
from app.cards import Changes
from app.errors import UserError
from app.finding import find_ids, rows
from app.importing import BrokenEntry, ImportReport
from app.settings import Look
from tests.ui.conftest import COHEN
from ui.help_menu import KeysDialog
from ui.import_sheet import ImportSheet, summary
from ui.memory import Memory
from ui.messages import done_words
from ui.new_entry import NewEntryDialog
from ui.reading_in import read_files, read_text
from ui.settings_dialog import SettingsDialog

BROKEN = BrokenEntry(8, "A brace is opened and never closed.", "@article{broken, author = {Nobody,")


def only(place, kind):
    found = [child for child in place.window.children() if isinstance(child, kind)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("added", "known", "broken", "said"),
    [
        (1, 0, 0, "1 entry came in."),
        (12, 3, 1, "12 entries came in, 3 were there already, 1 is broken."),
        (0, 0, 0, "The file has no entries."),
        (0, 1, 2, "No new entry came in, 1 was there already, 2 are broken."),
    ],
)
def test_what_came_in_is_told_in_one_sentence(added, known, broken, said):
    report = ImportReport(Changes(), tuple(range(added)), tuple(range(known)), (BROKEN,) * broken)
    assert summary(report) == said


def test_a_bib_file_with_a_broken_entry_comes_in_and_the_broken_one_is_saved_aside(place, settle, tmp_path):
    path = tmp_path / "mixed.bib"
    path.write_text(
        "@book{good, title = {Good}, date = 1911}\n\n@book{bad, title = {No end,\n\n@book{fine, title = {Fine}}\n"
    )
    read_files(place.window.context, [path])
    settle(place)
    sheet = only(place, ImportSheet)
    lines = sheet.lines.topLevelItem(0)
    assert lines.text(0) == "Broken (1)"
    assert lines.child(0).text(0) == "Line 3"
    assert len(place.window.table.ids) == 2
    sheet.write_aside(tmp_path / "aside.bib")
    assert "@book{bad" in (tmp_path / "aside.bib").read_text()


def test_entries_that_the_library_has_are_listed_and_lead_to_the_entry(filled, settle, tmp_path):
    path = tmp_path / "known.bib"
    path.write_text(write_bib([COHEN]).replace("cohen2002", "another"))
    read_files(filled.window.context, [path])
    settle(filled)
    sheet = only(filled, ImportSheet)
    line = sheet.lines.topLevelItem(0).child(0)
    assert line.text(0) == "cohen2002"
    sheet._activated(line)
    settle(filled)
    assert filled.window.editor.form.entry().key == "cohen2002"


def test_bibtex_in_the_clipboard_is_pasted_as_entries(place, settle):
    read_text(place.window.context, "@book{weber1922, title = {Wirtschaft und Gesellschaft}, date = {1922}}")
    settle(place)
    assert len(place.window.table.ids) == 1


def test_nothing_in_the_clipboard_is_said(place):
    read_text(place.window.context, "  \n")
    assert place.messages.notices.text.startswith("Nothing to paste")


def test_a_file_that_is_not_there_is_told_in_a_sentence(place, settle, tmp_path):
    told = []
    place.messages.told.connect(told.append)
    read_files(place.window.context, [tmp_path / "gone.html", tmp_path / "gone.bib"])
    settle(place)
    assert len(told) == 2
    assert all("gone" in sentence for sentence in told)


def test_a_new_entry_is_typed_in_and_shown(filled, settle, qtbot):
    dialog = NewEntryDialog(filled.window.context)
    dialog.added.connect(filled.window.show_entry)
    assert not dialog._add.isEnabled()
    dialog.form._lines["title"].set_value("The Strategy of Conflict")
    dialog.form._lines["date"].set_value("1960")
    assert dialog._add.isEnabled()
    dialog.accept()
    settle(filled)
    assert filled.window.editor.form.entry().get("title") == "The Strategy of Conflict"
    assert filled.window.editor.form.entry().key


def test_a_work_that_exists_is_told_while_it_is_typed(filled, settle, closed_after):
    dialog = NewEntryDialog(filled.window.context)
    closed_after(dialog)
    for name in ("title", "publisher", "date"):
        dialog.form._lines[name].set_value(COHEN.get(name))
    dialog.form.people.show_entry(COHEN)
    dialog._twins.look()
    settle(filled)
    dialog.show()
    assert "cohen2002" in dialog._hint.text
    dialog._hint._follow.click()
    settle(filled)
    assert filled.window.editor.form.entry().key == "cohen2002"
    assert dialog.form.entry().get("title") == COHEN.get("title")


def test_settings_are_taken_over_with_ok_and_kept(place, settle, tmp_path):
    dialog = SettingsDialog(place.window.context)
    settle(place)
    dialog.look.setCurrentIndex(dialog.look.findData("dark"))
    dialog.command.setCurrentText("\\footcite")
    dialog.escape.setChecked(True)
    dialog.accept()
    settle(place)
    now = place.preferences.now
    assert (now.look, now.cite_command, now.escape_latex) == (Look.DARK, "footcite", True)
    assert place.theme.is_dark
    assert 'cite_command = "footcite"' in (tmp_path / "config" / "settings.toml").read_text()
    place.preferences.choose(look=Look.LIGHT)


def test_the_pattern_of_keys_belongs_to_the_library(filled, settle):
    dialog = SettingsDialog(filled.window.context)
    settle(filled)
    dialog.pattern.setText("[auth][year]x")
    dialog.accept()
    settle(filled)
    again = SettingsDialog(filled.window.context)
    settle(filled)
    assert again.pattern.text() == "[auth][year]x"


def test_every_key_is_listed(closed_after):
    dialog = KeysDialog(None)
    closed_after(dialog)
    heads = [dialog.lines.topLevelItem(n).text(0) for n in range(dialog.lines.topLevelItemCount())]
    assert heads[:3] == ["File", "Edit", "Entry"]
    dialog.show()
    high = dialog.lines.fontMetrics().height()
    assert {inner.sizeHint(0).height() for head in range(3) for inner in _inner(dialog, head)} == {high + 8}
    assert all(dialog.lines.visualItemRect(inner).height() >= high + 8 for inner in _inner(dialog, 0))


def _inner(dialog, head):
    top = dialog.lines.topLevelItem(head)
    return [top.child(n) for n in range(top.childCount())]


def test_losing_what_windows_remember_costs_nothing(tmp_path, closed_after):
    path = tmp_path / "windows.toml"
    path.write_text('main = "no base 64 !"\nwidth = "wide"\n')
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    closed_after(widget)
    memory = Memory(path)
    assert memory.restore(widget, "main") is False
    assert memory.get("width", 12) == 12
    memory.keep(widget, "main")
    memory.write()
    assert Memory(path).restore(widget, "main") is True


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Withdraw a decision", "Withdrew a decision"),
        ("Move group “Drafts”", "Moved group “Drafts”"),
        ("Unlink a citation", "Unlinked a citation"),
        ("Detach file", "Let go of a file"),
    ],
)
def test_a_step_without_an_object_of_its_own_is_told_as_done_too(name, said):
    assert done_words(name) == said


def test_a_step_is_told_as_done():
    assert done_words("Merge 3 entries") == "Merged 3 entries"
    assert done_words("Frobnicate") == "Frobnicate: done"


def test_an_error_has_its_title_message_and_advice(place):
    box = place.messages.error(UserError("No notes found", "The page has no notes.", "Save the whole page."))
    assert box.windowTitle() == "No notes found"
    assert (box.text(), box.informativeText()) == ("The page has no notes.", "Save the whole page.")
    box.close()


def test_the_sample_article_opens_for_review(place, settle):
    from ui.review import ReviewWindow
    from ui.sample import read_sample

    read_sample(place.window.context)
    settle(place)
    review = next(w for w in _top_windows() if isinstance(w, ReviewWindow))
    review.accept_all()
    settle(place)
    found = []
    place.background.ask(lambda library, _: rows(library, find_ids(library)), found.append)
    settle(place)
    assert len(found[0]) >= 20
    assert Path(place.location).exists()


def _top_windows():
    from PySide6.QtWidgets import QApplication

    return QApplication.topLevelWidgets()
