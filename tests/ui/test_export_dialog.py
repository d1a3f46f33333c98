"""The export dialog as it is used, over a real library."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from app import finding
from app.editing import add_entry, add_group, put_in_group
from app.entry import Entry
from app.exporting import Dialect, ExportOptions, Format
from app.importing import accept
from tests.building import all_new, an_apparatus
from tests.ui.desk import Desk
from ui.export_dialog import PREVIEWED, ExportDialog, open_export

ENTRIES = (
    Entry(
        "article",
        {"author": "Núñez, Inés", "title": "The NATO Letters", "journaltitle": "Revista", "date": "1994-03"},
        "nunez1994",
    ),
    Entry("book", {"author": "Whitcombe, Ada", "title": "Annals", "date": "1961", "location": "Hull"}, "whitcombe1961"),
)


@pytest.fixture
def desk(tmp_path, qtbot):
    """A library of two entries, one of them in the group Ports."""
    made = Desk(tmp_path, qtbot)

    def fill(library):
        add_entry(library, ENTRIES[0])
        book, _ = add_entry(library, ENTRIES[1])
        group, _ = add_group(library, "Ports")
        return put_in_group(library, group, [book])

    made.change(fill)
    yield made
    made.close()


@pytest.fixture
def opened(desk, closed_after):
    def open_(ids=None) -> ExportDialog:
        dialog = ExportDialog(desk.context, ids)
        closed_after(dialog)
        desk.settle()
        return dialog

    return open_


def offered(dialog) -> list[str]:
    return [text for row in range(dialog.which.count()) if (text := dialog.which.itemText(row))]


def choose(dialog, box, words, desk) -> None:
    box.setCurrentIndex(next(row for row in range(box.count()) if box.itemText(row).startswith(words)))
    desk.settle()


def test_everything_is_offered_first_without_a_selection(opened):
    dialog = opened()
    assert offered(dialog) == ["All entries (2)", "Group: Ports (1)"]
    assert dialog.caption.text() == "Preview: all 2 entries"
    assert "@article{nunez1994" in dialog.text.toPlainText()


def test_the_selection_goes_first(opened, desk):
    ids = desk.ask(finding.find_ids)
    dialog = opened(ids[:1])
    assert offered(dialog)[0] == "The selected entry"
    assert dialog.caption.text() == "Preview: the one entry"
    assert dialog.export_button.text() == "Export 1 entry"


def test_a_group_goes_out_alone(opened, desk):
    dialog = opened()
    choose(dialog, dialog.which, "Group: Ports", desk)
    assert "whitcombe1961" in dialog.text.toPlainText()
    assert "nunez1994" not in dialog.text.toPlainText()


def test_what_an_article_cites_goes_out(opened, desk):
    desk.change(lambda library: accept(library, an_apparatus(), all_new(an_apparatus())))
    dialog = opened()
    choose(dialog, dialog.which, "Cited by: Sources in the Margin", desk)
    assert dialog.caption.text() == "Preview: all 3 entries"


@pytest.mark.parametrize(
    ("box", "words", "has"),
    [
        ("dialect", "biblatex", "journaltitle = {Revista}"),
        ("dialect", "BibTeX", "journal = {Revista}"),
        ("letters", "as they are", "Núñez"),
        ("letters", "as LaTeX", "N{\\'u}{\\~n}ez"),
    ],
)
def test_the_preview_shows_what_would_be_written(opened, desk, box, words, has):
    dialog = opened()
    choose(dialog, getattr(dialog, box), words, desk)
    assert has in dialog.text.toPlainText()


def test_capitals_are_protected_on_request(opened, desk):
    dialog = opened()
    dialog.protect.setChecked(True)
    desk.settle()
    assert "{NATO}" in dialog.text.toPlainText()


def test_the_choices_are_the_options(opened, desk):
    dialog = opened()
    choose(dialog, dialog.dialect, "As each", desk)
    assert dialog.options() == ExportOptions(None, False, False)
    assert not dialog.letters.isEnabled()
    choose(dialog, dialog.dialect, "BibTeX", desk)
    assert dialog.options().dialect is Dialect.BIBTEX


@pytest.mark.parametrize(
    ("words", "ending", "has"),
    [
        ("RIS", ".ris", "TY  - JOUR"),
        ("CSL-JSON", ".json", '"article-journal"'),
        ("EndNote XML", ".xml", "<ref-type"),
        ("MODS", ".mods", "<mods"),
    ],
)
def test_other_programs_get_their_own_format(opened, desk, tmp_path, words, ending, has):
    dialog = opened()
    dialog.file.setText(str(tmp_path / "thesis.bib"))
    choose(dialog, dialog.dialect, words, desk)
    assert has in dialog.text.toPlainText()
    assert not dialog.letters.isEnabled()
    assert not dialog.protect.isEnabled()
    assert dialog.file.text() == str(tmp_path / f"thesis{ending}")
    dialog.copy()
    desk.settle()
    assert has in QGuiApplication.clipboard().text()
    dialog.export()
    desk.settle()
    assert has in (tmp_path / f"thesis{ending}").read_text(encoding="utf-8")


def test_a_name_typed_without_an_ending_gets_that_of_the_format(opened, desk, tmp_path):
    dialog = opened()
    choose(dialog, dialog.dialect, "RIS", desk)
    dialog.file.setText(str(tmp_path / "thesis"))
    assert dialog.path() == tmp_path / "thesis.ris"


def test_an_ending_that_is_typed_chooses_the_format(opened, desk, qtbot, tmp_path):
    dialog = opened()
    dialog.file.clear()
    qtbot.keyClicks(dialog.file, str(tmp_path / "works.ris"))
    dialog.file.editingFinished.emit()
    desk.settle()
    assert dialog.options() == ExportOptions(format=Format.RIS)
    assert "TY  - JOUR" in dialog.text.toPlainText()


def test_the_file_written_is_the_preview_and_is_remembered(opened, desk, tmp_path):
    dialog = opened()
    text = dialog.text.toPlainText()
    dialog.file.setText(str(tmp_path / "thesis"))
    dialog.export()
    desk.settle()
    assert (tmp_path / "thesis.bib").read_text(encoding="utf-8").strip() == text.strip()
    assert desk.told[-1] == "Exported 2 entries to thesis.bib"
    again = opened()
    assert again.file.text() == str(tmp_path / "thesis.bib")


def test_another_file_that_is_there_is_not_replaced_without_a_question(opened, desk, tmp_path):
    (tmp_path / "other.bib").write_text("@book{mine}", encoding="utf-8")
    dialog = opened()
    dialog.file.setText(str(tmp_path / "other.bib"))
    dialog.export()
    desk.settle()
    assert (tmp_path / "other.bib").read_text(encoding="utf-8") == "@book{mine}"
    next(button for button in dialog.asked.buttons() if button.text() == "Replace").click()
    desk.settle()
    assert "nunez1994" in (tmp_path / "other.bib").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_said_and_the_dialog_stays(opened, desk, tmp_path):
    dialog = opened()
    dialog.show()
    dialog.file.setText(str(tmp_path / "no such folder" / "a.bib"))
    dialog.export()
    desk.settle()
    assert dialog.isVisible()
    assert dialog.export_button.isEnabled()
    assert any("no such folder" in told or "folder" in told for told in desk.told)


def test_the_text_is_copied(opened, desk):
    dialog = opened()
    dialog.copy()
    desk.settle()
    assert QGuiApplication.clipboard().text().strip() == dialog.text.toPlainText().strip()


def test_only_the_beginning_is_previewed(opened, desk):
    def fill(library):
        return [add_entry(library, Entry("book", {"title": f"Book {n}"}, f"b{n}"))[1] for n in range(PREVIEWED)][-1]

    desk.change(fill)
    dialog = opened()
    assert dialog.caption.text() == f"Preview: the first {PREVIEWED} of {PREVIEWED + 2} entries"
    assert dialog.text.toPlainText().count("@") == PREVIEWED


def test_without_a_file_nothing_can_be_exported(opened, desk):
    dialog = opened()
    dialog.file.setText("")
    assert not dialog.export_button.isEnabled()
    assert dialog.copy_button.isEnabled()


def test_an_empty_library_has_nothing_to_export(tmp_path, qtbot, closed_after):
    desk = Desk(tmp_path, qtbot)
    dialog = open_export(desk.context, None)
    closed_after(dialog)
    desk.settle()
    assert dialog.caption.text() == "There are no entries to export"
    assert not dialog.copy_button.isEnabled()
    desk.close()


@pytest.mark.parametrize("typed", ["/", ".", "..", "/tmp/", ""])
def test_a_name_that_is_none_yet_is_waited_for(opened, typed):
    dialog = opened()
    dialog.file.setText(typed)
    assert not dialog.export_button.isEnabled()
    dialog.file.setText("/tmp/works")
    assert dialog.export_button.isEnabled()


def test_the_open_library_is_not_written_over(opened, desk):
    dialog = opened()
    before = desk.ask(finding.entries)
    dialog.file.setText(desk.context.location())
    dialog.export()
    desk.settle()
    assert dialog.asked is None
    assert any("holds a library" in told for told in desk.told)
    assert desk.ask(finding.entries) == before
    assert Path(desk.context.location()).read_bytes().startswith(b"SQLite")


def test_a_file_name_is_proposed_and_then_remembered(opened, desk, tmp_path):
    dialog = opened()
    assert dialog.path().name == "library.bib"
    assert dialog.export_button.isEnabled()
    dialog.file.setText(str(tmp_path / "mine"))
    dialog.export()
    desk.settle()
    assert opened().path() == tmp_path / "mine.bib"
