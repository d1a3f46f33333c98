import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.entry import Entry
from app.settings import Look
from tests.ui.conftest import COHEN
from ui.entry_types import complaint, form_fields, key_complaint, missing_fields, other_fields, type_labels
from ui.field_form import FieldForm
from ui.theme import Theme


@pytest.fixture
def form(qtbot):
    form = FieldForm(Theme(Look.LIGHT))
    qtbot.addWidget(form)
    form.resize(400, 700)
    form.show()
    form.show_entry(COHEN)
    return form


def line(form, name):
    return form._lines[name]


@pytest.mark.parametrize(
    ("name", "value", "is_fine"),
    [
        ("date", "1967", True),
        ("date", "1967-03-14", True),
        ("date", "1965/1967", True),
        ("date", "1965/", True),
        ("date", "March 1967", False),
        ("doi", "10.1080/01402390.2013.1", True),
        ("doi", "https://doi.org/10.1080/1", False),
        ("url", "https://example.org/a", True),
        ("url", "example.org", False),
        ("pages", "12--34", True),
        ("pages", "12–34, 40", True),
        ("pages", "12---34-5", False),
        ("title", "A {braced title", False),
        ("title", "{NATO} and after", True),
        ("volume", "", True),
    ],
)
def test_a_doubtful_value_is_said_to_be_doubtful(name, value, is_fine):
    assert (complaint(name, value) == "") is is_fine


@pytest.mark.parametrize(("key", "is_fine"), [("cohen2002", True), ("a b", False), ("a,b", False), ("", False)])
def test_a_key_that_bibtex_cannot_read_is_refused(key, is_fine):
    assert (key_complaint(key) == "") is is_fine


def test_the_fields_a_type_needs_come_first_and_every_field_of_the_entry_is_there():
    fields = form_fields(Entry("article", {"title": "T", "shelfmark": "A 1", "year": "1967"}))
    names = [field.name for field in fields]
    assert names[:2] == ["title", "journaltitle"]
    assert "shelfmark" in names
    assert "year" in names
    assert "date" not in names
    assert "author" not in names


def test_what_is_missing_is_told_in_the_users_words():
    assert missing_fields(Entry("article", {"title": "T"})) == ("Author", "Journal", "Date")
    assert missing_fields(COHEN) == ()
    assert missing_fields(Entry("curiosity", {})) == ()


@pytest.mark.parametrize("entrytype", sorted(type_labels()))
def test_every_type_has_a_form_without_doubles(entrytype):
    names = [field.name for field in form_fields(Entry(entrytype))]
    assert len(names) == len(set(names))
    assert not set(other_fields(names)) & set(names)


def test_an_entry_shown_and_untouched_comes_back_as_it_was(form):
    odd = Entry("book", {"author": "Eliot A. Cohen", "title": "{S}upreme   Command", "weird": "x", "date": "2002"}, "k")
    form.show_entry(odd)
    assert form.entry() == odd
    assert list(form.entry().fields) == list(odd.fields)
    assert not form.is_edited


def test_typing_makes_the_entry_edited_and_escape_takes_it_back(form, qtbot):
    line(form, "publisher").box.end(False)
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(line(form, "publisher").box, "!")
    assert form.entry().get("publisher") == "Free Press!"
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.entry() == COHEN


def test_emptying_a_field_removes_it(form):
    line(form, "publisher").set_value("")
    assert "publisher" not in form.entry().fields


def test_another_type_keeps_what_was_typed(form):
    form._type.setCurrentIndex(form._type.findData("thesis"))
    form._type_chosen()
    entry = form.entry()
    assert entry.entrytype == "thesis"
    assert entry.get("publisher") == "Free Press"
    assert "institution" in form._lines


def test_any_field_can_be_added_by_its_name(form, qtbot):
    form._more.setEditText("Shelfmark")
    form._more.setCurrentIndex(-1)
    form._more.setEditText("Shelfmark")
    form._field_wanted()
    line(form, "shelfmark").set_value("A 1")
    assert form.entry().get("shelfmark") == "A 1"


def test_a_hint_stands_under_a_doubtful_field(form):
    line(form, "date").set_value("around 1967")
    assert "date" in line(form, "date").complaint
    line(form, "date").set_value("1967")
    assert line(form, "date").complaint == ""


def test_what_a_style_expects_is_said(form):
    line(form, "title").set_value("")
    assert "Title" in form._missing.text()


def test_going_to_a_field_that_is_not_shown_adds_it(form):
    form.focus("library")
    assert "library" in form._lines


def test_every_box_has_a_name_for_screen_readers(form):
    assert all(box.box.accessibleName() for box in form._lines.values())
    assert form.people.view.accessibleName()


def test_white_space_and_line_breaks_that_nobody_touched_stay(form):
    wide = Entry("book", {"title": "Supreme\n  Command ", "publisher": " Free\nPress", "date": "2002"}, "k")
    form.show_entry(wide)
    assert form.entry() == wide
    assert not form.is_edited
    line(form, "publisher").box.setText("  UNC Press ")
    assert form.entry().get("publisher") == "UNC Press"
    assert form.entry().get("title") == "Supreme\n  Command "


def test_going_to_the_form_is_going_to_a_field_one_types_in(form, qtbot):
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.focus()
    assert line(form, "title").box.hasFocus()


def test_the_wheel_over_the_type_does_not_change_it(form):
    place, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        place,
        form._type.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(form._type, turned)
    assert form.entry() == COHEN


@pytest.mark.parametrize("entrytype", ["report", "thesis", "patent", "book", "article"])
def test_no_two_lines_of_a_form_are_called_the_same(entrytype):
    labels = ["Type", "Citation key", *(line.label for line in form_fields(Entry(entrytype)))]
    assert len(labels) == len(set(labels))


def test_tab_goes_down_the_form_and_then_to_adding_a_field(qtbot):
    form = FieldForm(Theme(Look.LIGHT))
    qtbot.addWidget(form)
    form.show_entry(Entry("book", {"title": "Annals", "isbn": "1"}))
    form.focus("abstract")
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.focus("title")
    seen = []
    for _ in range(len(form._lines) + 1):
        seen.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [*(line.accessibleName() or name for name, line in _named(form)), "Add a field"]


def _named(form):
    return [(name, line.box) for name, line in form._lines.items()]
