from dataclasses import replace

import pytest

from app.finding import entries
from tests.ui.conftest import COHEN
from tests.ui.test_main_window import asked, choose


@pytest.fixture
def editor(filled, settle):
    """Cohen's entry with the place changed and the key of Zubok typed, as if the key's box had been left."""
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    editor.form._lines["location"].set_value("Boston")
    editor.form._key.set_value("zubok2007")
    editor.form.left.emit()
    return editor


def test_a_key_that_is_taken_stays_marked_and_is_told_for_as_long_as_it_stands(filled, settle, editor):
    settle(filled)
    editor._twins.look()  # which came after the refusal, and wiped it out
    settle(filled)
    assert "belongs to another entry" in editor._hint._text.text()
    assert not editor._hint.isHidden()
    assert "belongs to another entry" in editor.form._key.complaint
    assert editor.form.entry().key == "zubok2007"
    editor._hint.followed.emit(editor._hint._id)
    settle(filled)
    assert editor.card.entry.key == "zubok2007"


def test_another_key_in_its_place_is_saved(filled, settle, editor):
    settle(filled)
    editor.form._key.set_value("cohen2002a")
    assert editor.form._key.complaint == ""
    editor.save()
    settle(filled)
    assert editor.card.entry == replace(COHEN.with_fields(location="Boston"), key="cohen2002a")
    assert editor._hint.isHidden()


@pytest.mark.parametrize("is_told_first", [True, False])
def test_when_another_entry_is_chosen_all_but_the_taken_key_is_saved_and_that_is_said(
    filled, settle, editor, is_told_first
):
    if is_told_first:
        settle(filled)
    filled.window.entries.select_ids(filled.window.table.ids[:1])
    settle(filled)
    saved = {entry.key: entry for _, entry in asked(filled, settle, entries)}
    assert saved["cohen2002"] == COHEN.with_fields(location="Boston")
    assert "citation key stays cohen2002" in filled.messages.notices.text


def test_a_key_that_bibtex_cannot_read_does_not_take_the_rest_with_it(filled, settle):
    choose(filled, settle, "cohen2002")
    editor = filled.window.editor
    editor.form._lines["location"].set_value("Boston")
    editor.form._key.set_value("cohen 2002")
    choose(filled, settle, "adler1992")
    saved = {entry.key: entry for _, entry in asked(filled, settle, entries)}
    assert saved["cohen2002"].get("location") == "Boston"
    assert "a space" in filled.messages.notices.text
