import pytest
from PySide6.QtCore import Qt

from app.entry import Entry
from ui.duplicates.field_grid_model import FieldGridModel
from ui.duplicates.merge_choice import KEY, TYPE, begin_merge

FULL = Entry(
    "article",
    {"author": "Roldán, Lea", "title": "Footnotes in Exile", "journaltitle": "Iberian Review", "date": "1994-03"},
    "roldan1994",
)
SHORT = Entry("article", {"author": "Roldan, L.", "title": "Footnotes in exile", "date": "1994", "note": "x"}, "rol94")


@pytest.fixture
def choice():
    return begin_merge((7, 9), (FULL, SHORT))


def test_a_merge_begins_with_what_is_proposed(choice):
    assert choice.entry() == Entry("article", {**FULL.fields, "note": "x"}, "roldan1994")


@pytest.mark.parametrize(
    ("line", "member", "value"),
    [("title", 1, "Footnotes in exile"), ("date", 1, "1994"), ("journaltitle", 1, ""), ("note", 0, "")],
)
def test_a_members_value_can_be_preferred(choice, line, member, value):
    assert choice.with_value(line, member).entry().get(line) == value


def test_the_key_chosen_is_the_entry_that_stays(choice):
    other = choice.with_value(KEY, 1)
    assert (other.kept, other.entry().key) == (9, "rol94")
    assert other.entry().get("ids") == ""


def test_the_type_is_chosen_too():
    choice = begin_merge((7, 9), (FULL, Entry("misc", dict(SHORT.fields), "rol94")))
    assert choice.entry().entrytype == "article"
    line = next(line for line in choice.lines() if line.name == TYPE)
    assert (line.values, line.is_disagreement) == (("article", "misc"), True)
    assert choice.with_value(TYPE, 1).entry().entrytype == "misc"


def test_a_value_can_be_typed(choice):
    assert choice.with_text("title", "Footnotes in Exile, Part I").entry().get("title") == "Footnotes in Exile, Part I"
    assert choice.with_text(KEY, "other") == choice


def test_fields_that_disagree_come_first():
    other = Entry("article", {**FULL.fields, "title": "Endnotes at Home"}, "b")
    names = [line.name for line in begin_merge((1, 2), (FULL, other)).lines()]
    assert names[:3] == [KEY, TYPE, "title"]


def test_what_was_typed_is_proposed_and_said_to_be_so(qtmodeltester):
    choice = begin_merge((7, 9), (FULL, SHORT), typed=((), ("date", "title")))
    assert (choice.entry().get("date"), choice.entry().get("author")) == ("1994", "Roldán, Lea")
    model = FieldGridModel()
    model.show_choice(choice, ("1", "2"))
    qtmodeltester.check(model)
    row = [line.name for line in choice.lines()].index("date")
    tips = [model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) for column in range(4)]
    assert tips == ["Date", "1994-03", "1994\n(typed by hand)", "1994"]
