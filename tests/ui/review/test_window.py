"""The review as it is used: keys pressed in a real window, over a real library."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from app import finding
from app.apparatus import Form, Relation
from app.editing import add_entry, delete_entries
from app.entry import Entry
from app.importing import Choice, Decision, accept
from tests.building import a_citation, a_note, all_new, an_apparatus
from ui.placing import FRAME_HEIGHT
from ui.review import open_article
from ui.review.copying import cite_command, copied_text
from ui.review.state import Place
from ui.review.window import ReviewWindow
from ui.review.work_model import Col
from ui.review.work_table import HEIGHT

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def small(opened):
    """A review of five notes: two citations of Dinerstein, Castro and Ulam in one note, an Ibid. that stays open."""
    return opened(an_apparatus())


@pytest.fixture
def press(qtbot):
    """Presses keys as Qt writes them, "Ctrl+Z", in the pane that has the focus (the notes at first)."""

    def do(window, *keys):
        for key in keys:
            pane = window.focusWidget() or window.notes
            combination = QKeySequence(key)[0]
            qtbot.keyClick(pane, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    return do


def shown(window):
    """Which note and citation are looked at, and of which work."""
    place = window.notes.place
    return (place.note, place.citation) if place else None, window.work_id


def test_a_review_opens_on_the_first_citation_and_its_work(small):
    assert shown(small) == ((1, 0), "dinerstein1976")
    assert small.works.current_work() == "dinerstein1976"
    assert small.fields.fields.entry.get("title") == "The Making of a Missile Crisis"


@pytest.mark.parametrize(
    ("keys", "now"),
    [
        (["Down"], ((2, 0), "dinerstein1976")),
        (["Tab", "Tab"], ((3, 0), "castro1962")),
        (["Tab", "Tab", "Tab"], ((3, 1), "ulam1974")),
        (["Tab", "Tab", "Tab", "Backtab"], ((3, 0), "castro1962")),
        (["Down", "Down", "Down"], (None, None)),
        (["N"], ((5, 0), None)),
        (["N", "N"], ((5, 0), None)),
        (["End"], ((5, 0), None)),
    ],
)
def test_keys_go_through_the_notes(small, press, keys, now):
    press(small, *keys)
    assert shown(small) == now


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


@pytest.mark.parametrize(
    ("keys", "links"),
    [
        (["U"], [None, "dinerstein1976", "castro1962", "ulam1974", None]),
        (["U", "Ctrl+Z"], ["dinerstein1976", "dinerstein1976", "castro1962", "ulam1974", None]),
        (["Delete"], ["dinerstein1976", "castro1962", "ulam1974", None]),
        (["Ctrl+Delete"], ["castro1962", "ulam1974", None]),
        (["Ctrl+Delete", "Ctrl+Z"], ["dinerstein1976", "dinerstein1976", "castro1962", "ulam1974", None]),
    ],
)
def test_keys_correct_citations(small, press, keys, links):
    press(small, *keys)
    notes = small.session.apparatus.notes
    assert [citation.work for note in notes for citation in note.citations] == links


def test_l_links_a_citation_to_the_work_that_is_typed_for(small, press, qtbot):
    press(small, "N", "L")
    chooser = small.on_citations.chooser
    qtbot.keyClicks(chooser.filter, "ulam")
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    assert shown(small) == ((5, 0), "ulam1974")
    assert small.header.summary.text() == "5 notes, 3 works"


def test_l_makes_a_new_work_of_the_citations_words(small, press, qtbot):
    press(small, "L")
    chooser = small.on_citations.chooser
    qtbot.keyClicks(chooser.filter, "a new work")
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    assert len(small.session.apparatus.works) == 4
    assert small.work_id not in ("dinerstein1976", None)


def test_escape_in_the_chooser_changes_nothing(small, press, qtbot):
    press(small, "L")
    qtbot.keyClick(small.on_citations.chooser, Qt.Key.Key_Escape)
    assert small.session.history.is_untouched()


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


def test_text_selected_with_the_keyboard_becomes_a_citation(small, press):
    press(small, "Down", "Down", "Ctrl+Right", *["Shift+Ctrl+Right"] * 3)
    position, start, end = small.notes.selection()
    note = small.session.apparatus.notes[2]
    assert (position, note.note.text[start:end].strip(" ;.")) == (3, "Speech; see Ulam")


def test_c_makes_a_citation_of_selected_text(opened, press):
    text = "Kept for the record. Ulam, Expansion and Coexistence (1974), 5."
    window = opened(an_apparatus(notes=(*an_apparatus().notes, a_note(6, text))))
    window.go_to(6)
    window.notes._select((6, text.index("Ulam"), len(text) - 1))
    press(window, "C")
    (citation,) = window.session.apparatus.notes[5].citations
    assert text[citation.start : citation.end].startswith("Ulam, Expansion")
    assert citation.work is not None
    assert window.notes.selection() is None


def test_c_over_a_citation_moves_its_ends(small, press):
    small.go_to(3, 1)
    small.notes._select((3, 16, 24))
    press(small, "C")
    castro, ulam = small.session.apparatus.notes[2].citations
    assert (ulam.start, ulam.end, ulam.work) == (16, 24, "ulam1974")
    assert castro == an_apparatus().notes[2].citations[0]


def test_c_over_two_citations_is_refused_with_a_sentence(small, press):
    small.notes._select((3, 0, 24))
    press(small, "C")
    assert small.session.history.is_untouched()
    assert small.hint.text() == "Some of these words belong to another citation"


def test_enter_accepts_and_goes_on_to_what_is_doubtful(opened, press):
    notes = list(an_apparatus().notes)
    doubtful = replace(notes[1].citations[0], confidence=0.4)
    notes[1] = replace(notes[1], citations=(doubtful,))
    window = opened(an_apparatus(notes=tuple(notes)))
    press(window, "Return")
    assert shown(window)[0] == (2, 0)
    press(window, "Return")
    assert shown(window)[0] == (5, 0)
    assert window.session.note_doubt(window.session.apparatus.notes[1]) == 0
    press(window, "Return")
    assert "leads to no work yet" in window.hint.text()


def test_a_citation_accepted_stays_so_when_its_ends_are_moved(opened, press):
    notes = list(an_apparatus().notes)
    castro, ulam = notes[2].citations
    notes[2] = replace(notes[2], citations=(castro, replace(ulam, confidence=0.4)))
    window = opened(an_apparatus(notes=tuple(notes)))
    window.go_to(3, 1)
    press(window, "Return")
    window.go_to(3, 1)
    window.notes._select((3, 16, 24))
    press(window, "C")
    note = window.session.apparatus.notes[2]
    assert (note.citations[1].start, note.citations[1].end) == (16, 24)
    assert window.session.note_doubt(note) == 0


def test_that_nothing_is_doubtful_is_not_said_when_something_is_again(opened, press):
    notes = list(an_apparatus().notes)
    notes[1] = replace(notes[1], citations=(replace(notes[1].citations[0], confidence=0.4),))
    window = opened(an_apparatus(notes=tuple(notes[:4])))
    window.go_to(2)
    press(window, "Return")
    assert window.hint.text().startswith("Nothing more is doubtful")
    press(window, "Ctrl+Z")
    assert window.hint.text().startswith("N next doubtful")


def test_the_order_by_doubt_puts_the_open_ibid_first(small, press):
    assert small.header.by_doubt.text() == "By doubt (1 to look at)"
    press(small, "O")
    assert small.notes.notes.notes[0].note.position == 5
    press(small, "O")
    assert [note.note.position for note in small.notes.notes.notes] == [1, 2, 3, 4, 5]


def test_the_filter_narrows_notes_and_works(small, qtbot):
    qtbot.keyClicks(small.header.filter, "ulam")
    assert [note.note.position for note in small.notes.notes.notes] == [3]
    assert small.works.works.rowCount() == 1


def test_letters_in_the_filter_are_no_commands(small, qtbot):
    small.header.filter.setFocus()
    qtbot.keyClicks(small.header.filter, "xuldcj")
    assert small.session.history.is_untouched()
    assert small.header.filter.text() == "xuldcj"


def test_picking_a_work_goes_to_its_first_citation(small, qtbot):
    row = small.works.works.row_of("ulam1974")
    small.works.setCurrentIndex(small.works.works.index(row, Col.TITLE))
    assert shown(small) == ((3, 1), "ulam1974")


def test_a_click_on_a_citation_picks_it(small, qtbot):
    small.notes.go_to(1)
    note = small.session.apparatus.notes[2]
    row = small.notes.visualRect(small.notes.notes.index(2))
    layout = small.notes.delegate.layout(note)
    spot = layout.shapes(20, 24)[0].center() + small.notes.delegate.text_origin(row.toRectF())
    qtbot.mouseClick(small.notes.viewport(), Qt.MouseButton.LeftButton, NONE, spot.toPoint())
    assert shown(small) == ((3, 1), "ulam1974")


def test_a_drag_selects_text(small, qtbot):
    note = small.session.apparatus.notes[0]
    row = small.notes.visualRect(small.notes.notes.index(0)).toRectF()
    layout, origin = small.notes.delegate.layout(note), small.notes.delegate.text_origin(row)
    view = small.notes.viewport()
    start, end = (layout.caret(place).center() + origin for place in (8, 21))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, NONE, start.toPoint())
    qtbot.mouseMove(view, QPoint(round(end.x()), round(end.y())))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, end.toPoint())
    position, first, last = small.notes.selection() or (0, 0, 0)
    assert (position, note.note.text[first:last]) in ((1, "S. Dinerstein"), (0, ""))


def test_hovering_tells_where_and_why(small):
    note = small.session.apparatus.notes[4]
    assert small.session.reason(note, note.citations[0]) == "Leads to no work yet\nTwo works stand before it."
    note = replace(note, citations=(a_citation("ulam1974", 0, 5, form=Form.IBID, confidence=0.8, reason="one work"),))
    assert small.session.reason(note, note.citations[0]) == (
        "Ulam, Expansion and Coexistence, 1974\nOne work.\n80% sure"
    )


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


def test_closing_with_corrections_asks_and_loses_nothing(opened, press, qtbot):
    window = opened(an_apparatus())
    press(window, "X")
    window.close()
    assert window.isVisible()
    window.asked.reject()
    assert window.session.decision("dinerstein1976") == Decision(Choice.SKIP)
    window.close()
    discard = next(button for button in window.asked.buttons() if button.text() == "Discard them")
    discard.click()
    assert not window.isVisible()


def test_closing_an_untouched_review_asks_nothing(small):
    small.close()
    assert not small.isVisible()


def test_a_correction_keeps_the_readers_place(small, press):
    press(small, "Tab", "Tab", "Tab", "U")
    assert small.notes.place == Place(3, 1)
    assert small.work_id is None


def test_removing_the_last_citation_of_a_note_goes_to_the_one_before(small, press):
    press(small, "Tab", "Tab", "Tab", "Delete")
    assert shown(small) == ((3, 0), "castro1962")


def test_every_action_has_words_and_no_key_does_two_things(small):
    keys = [action.shortcut().toString() for action in small.actions_by_name.values()]
    assert len(keys) == len(set(keys))
    assert all(action.text() for action in small.actions_by_name.values())


def test_r_says_what_the_note_does_with_the_work(small, press, qtbot):
    press(small, "R")
    chooser = small.on_citations.chooser
    qtbot.keyClicks(chooser.filter, "see also")
    qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    assert small.session.apparatus.notes[0].citations[0].relation is Relation.SEE_ALSO


def test_p_sets_the_page_a_citation_points_at(small, press):
    press(small, "Down", "P")
    assert small.on_citations.asked.textValue() == "56"
    small.on_citations.asked.setTextValue("57")
    small.on_citations.asked.accept()
    assert small.session.apparatus.notes[1].citations[0].locator == "57"


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


def test_the_other_mouse_button_opens_the_citation_menu(small):
    small.notes.customContextMenuRequested.emit(QPoint(5, 5))
    menu = small.findChild(QMenu, "Citation")
    assert menu.isVisible()
    menu.close()


def test_an_article_in_the_library_is_read_at_its_citation(desk, small, qtbot):
    with qtbot.waitSignal(small.accepted, timeout=20_000) as told:
        small.accept_all()
    desk.settle()
    article = told.args[0]
    ulam = desk.ask(lambda library: finding.find_ids(library, "Ulam"))[0]
    (mention,) = desk.ask(lambda library: finding.mentions(library, ulam))
    open_article(desk.context, article, mention.citation_id)
    desk.settle()
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReviewWindow) and w.isVisible())
    qtbot.addWidget(window)
    assert window.notes.place == Place(3, 1)
    assert not window.accept_button.isVisible()
    assert not {"join", "leave_out", "accept_all"} & window.actions_by_name.keys()
    window.actions_by_name["show_entry"].trigger()
    desk.settle()
    assert desk.shown == [ulam]


def test_d_shows_the_articles_own_details_to_be_corrected(small, press):
    press(small, "D")
    fields = small.fields.fields
    assert fields.entry == an_apparatus().article
    row = next(row for row in range(fields.rowCount()) if fields.index(row, 0).data() == "Title")
    fields.setData(fields.index(row, 1), "Sources in the Gutter")
    assert small.session.apparatus.article.get("title") == "Sources in the Gutter"
    assert small.header.title.text() == "Sources in the Gutter"
    assert small.work_title.text() == "The article itself"
    small.session.undo()
    assert small.fields.fields.entry == an_apparatus().article
    small.notes.go_to(3)
    assert small.work_title.text() == "New work"


def test_an_article_whose_page_shows_none_can_be_given_details(opened, press):
    window = opened(an_apparatus(article=None))
    press(window, "D")
    fields = window.fields.fields
    row = next(row for row in range(fields.rowCount()) if fields.index(row, 0).data() == "Title")
    fields.setData(fields.index(row, 1), "Found in a Drawer")
    assert window.session.apparatus.article == Entry("article", {"title": "Found in a Drawer"})


@pytest.mark.parametrize(
    ("selected", "place", "command", "text"),
    [
        (None, Place(2, 0), "autocite", r"\autocite[56]{dinerstein1976}"),
        (None, Place(1, 0), "footcite", r"\footcite{dinerstein1976}"),
        (None, Place(2, 0), "", "Ibid., 56"),
        (None, Place(5, 0), "autocite", "Ibid."),
        ((3, 0, 6), Place(2, 0), "autocite", "Castro"),
        (None, None, "autocite", ""),
    ],
)
def test_what_is_copied(selected, place, command, text):
    assert copied_text(an_apparatus(), selected, place, command) == text


def test_a_page_is_written_as_latex_wants_it():
    citation = a_citation("ulam1974", locator="117–131 & 9")
    assert cite_command(citation, "autocite") == r"\autocite[117--131 \& 9]{ulam1974}"


def test_ctrl_c_copies_a_citations_words(small, press):
    press(small, "Down", "Ctrl+C")
    assert QApplication.clipboard().text() == "Ibid., 56"


def test_f1_finds_an_action_by_its_words_and_does_it(small, press, qtbot):
    press(small, "F1")
    finder = small.going.finder
    texts = [finder.list.item(row).text() for row in range(finder.list.count())]
    assert "Leave out\nX" in texts
    assert "Undo" not in [text.split("\n")[0] for text in texts]
    qtbot.keyClicks(finder.filter, "leave out")
    qtbot.keyClick(finder.filter, Qt.Key.Key_Return)
    assert small.session.decision("dinerstein1976") == Decision(Choice.SKIP)


def test_the_window_fits_on_the_screen(small):
    assert small.height() + FRAME_HEIGHT <= small.screen().availableGeometry().height()


def test_undoing_a_removal_looks_at_the_citation_again(small, press):
    press(small, "Down", "Delete")
    assert small.notes.place is None
    press(small, "Ctrl+Z")
    assert shown(small) == ((2, 0), "dinerstein1976")
    assert small.work_title.text() == "New work"


def test_the_order_by_doubt_goes_to_the_most_doubtful(small, press):
    press(small, "Tab", "Tab", "O")
    assert shown(small) == ((5, 0), None)
    assert small.notes.currentIndex().row() == 0
    press(small, "O")
    assert shown(small)[0] == (5, 0)


@pytest.mark.parametrize(
    ("typed", "notes", "works"),
    [("making", [1], 1), ("aking", [], 0), ("herbert dinerst", [1], 1), ("MÄKING", [1], 1), ("…", [1, 2, 3, 4, 5], 3)],
)
def test_the_filter_finds_the_beginnings_of_words(small, qtbot, typed, notes, works):
    small.header.filter.setText(typed)
    assert [note.note.position for note in small.notes.notes.notes] == notes
    assert small.works.works.rowCount() == works


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


def test_the_title_has_one_kind_of_dash(small):
    assert small.windowTitle().endswith(" — Import review")
    assert "–" not in small.windowTitle()


@pytest.mark.parametrize(("width", "wanted"), [(1440, 190), (1024, 150)])
def test_titles_have_room_in_a_narrow_window_too(small, qtbot, width, wanted):
    small.resize(width, 700)
    qtbot.waitUntil(lambda: small.width() == width)
    QApplication.processEvents()
    scale = small.works.fontMetrics().height() / HEIGHT
    assert small.works.columnWidth(Col.TITLE) >= round(wanted * scale)


def test_a_column_drawn_by_hand_keeps_its_width(small, qtbot):
    small.works.horizontalHeader().resizeSection(Col.AUTHOR, 211)
    small.resize(1030, 700)
    QApplication.processEvents()
    assert small.works.columnWidth(Col.AUTHOR) == 211


def test_an_article_read_before_is_said_to_be_in_the_library(opened, desk, small):
    assert small.hint.text().startswith("N next doubtful")
    desk.change(lambda library: accept(library, an_apparatus(), all_new(an_apparatus())))
    again = opened(an_apparatus())
    assert again.hint.text().startswith("Your library has this article already")
