"""What becomes of an article's works: joined, left out, the same as an entry, filled in, accepted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app import finding
from app.editing import add_entry, delete_entries
from app.entry import Entry
from app.importing import Choice, Decision
from tests.building import an_apparatus
from ui.review.work_model import Col

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("keys", "choices"),
    [
        (["X"], [Choice.SKIP, Choice.NEW, Choice.NEW]),
        (["X", "X"], [Choice.NEW, Choice.NEW, Choice.NEW]),
        (["X", "Ctrl+Z"], [Choice.NEW, Choice.NEW, Choice.NEW]),
        (["X", "Ctrl+Z", "Ctrl+Y"], [Choice.SKIP, Choice.NEW, Choice.NEW]),
        (["X", "W"], [Choice.NEW, Choice.NEW, Choice.NEW]),
        (["Down", "Down", "X"], [Choice.NEW, Choice.SKIP, Choice.NEW]),
    ],
)
def test_keys_decide_what_becomes_of_a_work(small, press, keys, choices):
    press(small, *keys)
    decisions = small.session.decisions()
    assert [decisions[work].choice for work in ("dinerstein1976", "castro1962", "ulam1974")] == choices


def test_j_joins_two_works(small, press, qtbot):
    press(small, "J")
    chooser = small.on_works.chooser
    qtbot.keyClicks(chooser.filter, "ulam")
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    assert {work.id for work in small.session.apparatus.works} == {"ulam1974", "castro1962"}
    assert small.work_id == "ulam1974"


def test_s_finds_the_entry_in_the_library(small, press, qtbot, desk, sample):
    press(small, "S")
    chooser = small.on_works.chooser
    author = sample.works[0].entry.get("author").split(",")[0]
    qtbot.keyClicks(chooser.filter, author.lower())
    desk.settle()
    assert chooser.list.count() == 1
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    decision = small.session.decision("dinerstein1976")
    assert decision.choice is Choice.SAME
    assert author in small.session.match_words("dinerstein1976")
    assert small.header.summary.text() == "5 notes, 3 works, 1 unresolved, 1 already in your library"


def test_editing_a_field_is_a_step(small, press):
    fields = small.fields.fields
    row = next(row for row in range(fields.rowCount()) if fields.index(row, 0).data() == "Title")
    fields.setData(fields.index(row, 1), "The Making of Crises")
    assert small.session.apparatus.works[0].entry.get("title") == "The Making of Crises"
    assert small.actions_by_name["undo"].text() == "Undo Edit title"
    press(small, "Ctrl+Z")
    assert small.session.apparatus.works[0].entry.get("title") == "The Making of a Missile Crisis"
    assert not small.actions_by_name["undo"].isEnabled()


def test_works_in_the_library_are_recognised(review):
    decisions = [review.session.decision(work.id).choice for work in review.session.apparatus.works]
    assert decisions[:2] == [Choice.SAME, Choice.SAME]
    assert set(decisions[2:]) == {Choice.NEW}
    assert "2 already in your library" in review.header.summary.text()
    assert not review.works.isColumnHidden(Col.MATCH)


def test_accepting_all_brings_the_article_in_and_doubles_nothing(review, qtbot, desk):
    works = len(review.session.apparatus.works)
    with qtbot.waitSignal(review.accepted, timeout=20_000) as told:
        qtbot.keyClick(review.notes, Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert len(desk.ask(lambda library: finding.find_ids(library, article=told.args[0]))) == works
    assert len(desk.ask(finding.find_ids)) == works + 1
    assert not review.isVisible()


def test_a_work_left_out_does_not_come_in(small, press, qtbot, desk):
    press(small, "X")
    with qtbot.waitSignal(small.accepted, timeout=20_000):
        small.accept_all()
    desk.settle()
    assert desk.ask(lambda library: finding.find_ids(library, "Missile")) == ()
    assert len(desk.ask(lambda library: finding.find_ids(library, "Ulam"))) == 1


def test_g_fills_in_what_the_entry_in_the_library_lacks(opened, desk, press, qtbot):
    apparatus = an_apparatus()
    poorer = Entry("book", {name: apparatus.works[0].entry.get(name) for name in ("author", "title")})
    desk.change(lambda library: add_entry(library, poorer))
    window = opened(apparatus)
    known = desk.ask(lambda library: finding.find_ids(library, "Missile"))[0]
    window.session.decide(["dinerstein1976"], Decision(Choice.SAME, known), "Same as")
    desk.settle()
    assert "It lacks: date" in window.match.text()
    press(window, "G")
    assert "It will get: date" in window.match.text()
    row = window.works.works.row_of("dinerstein1976")
    assert window.works.works.index(row, Col.CHOICE).data() == "same, fill in"
    with qtbot.waitSignal(window.accepted, timeout=20_000):
        window.accept_all()
    desk.settle()
    assert desk.ask(lambda library: finding.card(library, known)).entry.get("date") == "1976"


def test_shift_g_fills_in_one_field_and_not_the_other(opened, desk, press, qtbot):
    apparatus = an_apparatus()
    work = apparatus.works[0]
    poorer = Entry("book", {name: work.entry.get(name) for name in ("author", "title")})
    richer = replace(work, entry=work.entry.with_fields(publisher="Johns Hopkins"))
    desk.change(lambda library: add_entry(library, poorer))
    window = opened(replace(apparatus, works=(richer, *apparatus.works[1:])))
    known = desk.ask(lambda library: finding.find_ids(library, "Missile"))[0]
    window.session.decide(["dinerstein1976"], Decision(Choice.SAME, known), "Same as")
    desk.settle()
    press(window, "Shift+G")
    asked = window.on_works.asked
    assert {name: box.isChecked() for name, box in asked.boxes.items()} == {"date": False, "publisher": False}
    asked.boxes["publisher"].click()
    asked.accept()
    assert "It will get: publisher. It will still lack: date." in window.match.text()
    with qtbot.waitSignal(window.accepted, timeout=20_000):
        window.accept_all()
    desk.settle()
    entry = desk.ask(lambda library: finding.card(library, known)).entry
    assert (entry.get("publisher"), entry.get("date")) == ("Johns Hopkins", "")


@pytest.mark.parametrize("key", ["G", "Shift+G"])
def test_fill_in_without_an_entry_says_what_is_missing(small, press, key):
    press(small, key)
    assert small.hint.text() == "Say first which entry of your library it is (S)."


def test_a_work_that_comes_into_the_library_meanwhile_is_recognised(small, desk):
    assert small.session.decision("ulam1974").choice is Choice.NEW
    desk.change(lambda library: add_entry(library, an_apparatus().works[2].entry))
    assert small.session.decision("ulam1974").choice is Choice.SAME


def test_another_library_forgets_the_entries_of_the_first(small, desk, tmp_path):
    small.session.decide(["ulam1974"], Decision(Choice.SAME, 1), "Same as")
    small.session.decide(["castro1962"], Decision(Choice.SKIP), "Leave out")
    desk.background.open(str(tmp_path / "other.ibidem"))
    desk.settle()
    assert small.session.decision("ulam1974") == Decision(Choice.NEW)
    assert small.session.decision("castro1962") == Decision(Choice.SKIP)


def test_s_in_an_empty_library_says_why_there_is_nothing_to_choose(small, press, desk):
    desk.change(lambda library: delete_entries(library, finding.find_ids(library)))
    press(small, "S")
    desk.settle()
    assert small.on_works.chooser.nothing.isVisible()
    assert "no entries yet" in small.on_works.chooser.nothing.text()
    assert not small.on_works.chooser.choose_button.isEnabled()


def test_s_without_a_likely_entry_begins_with_the_librarys_own(small, press, desk):
    press(small, "S")
    desk.settle()
    assert small.on_works.chooser.list.count() == len(desk.ask(finding.find_ids)) == 2
