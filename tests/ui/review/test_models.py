import pytest
from PySide6.QtCore import Qt

from app.entry import Entry
from tests.building import a_citation, a_note, an_apparatus, an_entry
from ui.review.evidence import mention_lines
from ui.review.field_model import FieldModel
from ui.review.field_words import fields_to_show
from ui.review.mention_model import MentionModel
from ui.review.note_model import NOTE, NoteModel
from ui.review.state import Place
from ui.review.work_model import Col, WorkModel


@pytest.fixture
def notes(qtmodeltester, qapp):
    model = NoteModel()
    model.show_notes(an_apparatus().notes)
    qtmodeltester.check(model)
    return model


def test_a_note_is_found_by_its_position(notes):
    assert notes.row_of(3) == 2
    assert notes.row_of(99) is None
    assert notes.index(2).data(NOTE) == an_apparatus().notes[2]


def test_a_correction_changes_one_row_and_nothing_else(notes, qtbot):
    corrected = list(an_apparatus().notes)
    corrected[1] = a_note(2, "Ibid., 56.", a_citation("ulam1974", 0, 9))
    with qtbot.assertNotEmitted(notes.modelReset), qtbot.waitSignal(notes.dataChanged) as told:
        notes.show_notes(corrected)
    assert told.args[0].row() == told.args[1].row() == 1


def test_another_order_is_shown_anew(notes, qtbot):
    with qtbot.waitSignal(notes.modelReset):
        notes.show_notes(tuple(reversed(an_apparatus().notes)))
    assert notes.row_of(5) == 0


def test_a_screen_reader_says_what_kind_of_note_it_is(notes):
    assert notes.index(3).data(Qt.ItemDataRole.AccessibleTextRole) == "Note 4, empty: "


def test_the_works_model_keeps_qts_rules(review, qtmodeltester):
    model = WorkModel(review.session)
    qtmodeltester.check(model)
    model.sort(Col.TITLE)
    model.filter_by("Armstrong")
    qtmodeltester.check(model)


@pytest.mark.parametrize("column", [Col.DOUBT, Col.CHOICE, Col.AUTHOR, Col.YEAR, Col.CITED])
def test_works_are_ordered_by_a_column(review, column):
    model = WorkModel(review.session)
    model.sort(column)
    texts = [model.index(row, column).data() for row in range(model.rowCount())]
    wanted = sorted(texts, key=int) if column is Col.CITED else sorted(texts, key=str.casefold)
    assert texts == wanted
    model.sort(-1)
    assert [model.work_id(row) for row in range(model.rowCount())] == [w.id for w in review.session.apparatus.works]


def test_works_are_filtered_by_every_word(review):
    model = WorkModel(review.session)
    model.filter_by("northern ARMSTRONG")
    assert model.rowCount() == 1
    model.filter_by("northern nonesuch")
    assert model.rowCount() == 0


@pytest.fixture
def fields(qtmodeltester, qapp):
    model = FieldModel()
    model.show_entry(an_entry())
    qtmodeltester.check(model)
    return model


def test_a_value_typed_is_told_with_the_whole_entry(fields, qtbot):
    row = next(row for row in range(fields.rowCount()) if fields.index(row, 0).data() == "Title")
    with qtbot.waitSignal(fields.edited) as told:
        assert fields.setData(fields.index(row, 1), "  Fidel   Castro ")
    assert told.args[0].get("title") == "Fidel Castro"
    assert told.args[0].get("author") == an_entry().get("author")
    assert fields.entry == an_entry()


def test_the_type_is_changed_in_the_first_row(fields, qtbot):
    with qtbot.waitSignal(fields.edited) as told:
        assert fields.setData(fields.index(0, 1), "article")
    assert told.args[0].entrytype == "article"
    assert not fields.setData(fields.index(0, 1), "")


def test_the_same_value_is_no_edit(fields, qtbot):
    with qtbot.assertNotEmitted(fields.edited):
        assert not fields.setData(fields.index(0, 1), "book")


def test_a_field_that_is_added_can_be_filled_in(fields, qtbot):
    index = fields.add_field("translator")
    assert fields.index(index.row(), 0).data() == "Translator"
    with qtbot.waitSignal(fields.edited) as told:
        fields.setData(index, "Novak, Jan")
    assert told.args[0].get("translator") == "Novak, Jan"


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        (
            Entry("book", {"title": "T", "date": "1974", "isbn": "1"}),
            ("author", "title", "publisher", "location", "date", "isbn"),
        ),
        (Entry("misc", {"title": "T"}), ("author", "title", "date")),
        (
            Entry("article", {"title": "T", "journal": "J", "year": "1974"}),
            ("author", "title", "journal", "volume", "number", "year", "pages"),
        ),
    ],
)
def test_the_usual_fields_come_first_and_no_value_is_hidden(entry, shown):
    assert fields_to_show(entry) == shown


def test_the_mentions_model_keeps_qts_rules(review, qtmodeltester):
    model = MentionModel()
    qtmodeltester.check(model)
    work = review.session.apparatus.works[0]
    model.show_lines(mention_lines(review.session, work.id))
    qtmodeltester.check(model)
    assert model.rowCount() > 1
    assert model.row_of(Place(999, 0)) is None
