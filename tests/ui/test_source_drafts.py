import pytest
from PySide6.QtWidgets import QMessageBox

from app.editing import add_entry
from app.finding import entries
from app.library import open_library
from tests.ui.conftest import ZUBOK
from tests.ui.test_main_window import choose
from ui.entry_editor import FIELDS, SOURCE

BROKEN = "@book{cohen2002,\n  title = {Supreme Command,\n  date = {2002}\n}\n"


@pytest.mark.parametrize("tab", [SOURCE, FIELDS])
def test_a_source_that_cannot_be_read_is_there_again_when_its_entry_is(filled, settle, tab):
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    editor.tabs.setCurrentIndex(SOURCE)
    editor.source.box.setPlainText(BROKEN)
    editor.tabs.setCurrentIndex(tab)
    choose(filled, settle, "adler1992")
    assert editor.source.text.startswith("@article{adler1992")
    assert "cohen2002 is not saved" in filled.messages.notices.text
    filled.messages.notices._clicked()
    settle(filled)
    assert editor.card.entry.key == "cohen2002"
    assert editor.source.text == BROKEN
    assert editor.tabs.currentIndex() == SOURCE
    assert not editor.source._said.isHidden()
    editor.source.revert()
    assert "Free Press" in editor.source.text
    choose(filled, settle, "adler1992")
    choose(filled, settle, "cohen2002")
    assert "Free Press" in editor.source.text


def test_a_source_is_kept_when_several_entries_are_selected(filled, settle):
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    editor.tabs.setCurrentIndex(SOURCE)
    editor.source.box.setPlainText(BROKEN)
    filled.window.entries.selectAll()
    settle(filled)
    choose(filled, settle, "cohen2002")
    assert editor.source.text == BROKEN


def test_what_was_typed_goes_into_its_own_library_when_another_is_opened(filled, settle, tmp_path):
    choose(filled, settle, "adler1992")
    filled.window.editor.form._lines["title"].set_value("Cooperation")
    filled.open(str(tmp_path / "other.ibidem"))
    settle(filled)
    assert filled.window.editor.card is None
    filled.open(str(tmp_path / "library.ibidem"))
    settle(filled)
    choose(filled, settle, "adler1992")
    assert filled.window.editor.card.entry.get("title") == "Cooperation"


def test_a_source_typed_in_one_library_is_not_offered_in_another(filled, settle, tmp_path):
    choose(filled, settle, "adler1992")
    filled.window.editor.source.box.setPlainText(BROKEN)
    filled.open(str(tmp_path / "other.ibidem"))
    settle(filled)
    filled.background.change(lambda library, _: add_entry(library, ZUBOK))
    settle(filled)
    assert filled.window.editor.card.entry.key == "zubok2007"
    assert filled.window.editor.source.text.startswith("@book{zubok2007")


def test_closing_asks_before_a_source_that_cannot_be_read_is_lost(filled, settle):
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    editor.tabs.setCurrentIndex(SOURCE)
    editor.source.box.setPlainText(BROKEN)
    choose(filled, settle, "adler1992")
    filled.window.close()
    asked = filled.window.findChild(QMessageBox)
    assert filled.window.isVisible()
    assert "what you typed there is lost" in asked.text()
    next(button for button in asked.buttons() if button.text() == "Close without it").click()
    assert not filled.window.isVisible()


def test_closing_with_a_wrong_key_saves_the_other_fields(filled, settle, tmp_path):
    choose(filled, settle, "adler1992")
    filled.window.editor.form._lines["title"].set_value("Cooperation")
    filled.window.editor.form._key.set_value("two words")
    filled.window.close()
    assert not filled.window.isVisible()
    library = open_library(str(tmp_path / "library.ibidem"))
    kept = dict(entries(library)).values()
    library.close()
    assert [(e.key, e.get("title")) for e in kept if e.key == "adler1992"] == [("adler1992", "Cooperation")]
