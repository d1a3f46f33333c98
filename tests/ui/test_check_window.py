import pytest
from PySide6.QtCore import Qt

from app.editing import add_entry
from app.entry import Entry
from app.integrity import Cleanup, Finding
from ui.check_window import CheckWindow
from ui.finding_table import FindingTable

FOUND = (
    (1, Finding("cohen2002", "author", "“et al.” stands for a person.", Cleanup("Mend", {"author": "A"}), 0)),
    (2, Finding("adler1992", "date", "@article needs date.", None, 1)),
)


@pytest.fixture
def table(qtmodeltester):
    table = FindingTable()
    table.show_findings(FOUND)
    qtmodeltester.check(table)
    return table


def test_findings_are_narrowed_by_words_and_by_what_can_be_mended(table):
    table.narrow("adler", False)
    assert [entry_id for entry_id, _ in table.shown] == [2]
    table.narrow("", True)
    assert [entry_id for entry_id, _ in table.shown] == [1]


def test_findings_are_sorted_by_any_column(table):
    table.sort(0)
    assert table.index(0, 0).data() == "adler1992"
    table.sort(0, Qt.SortOrder.DescendingOrder)
    assert table.index(0, 0).data() == "cohen2002"
    table.sort(-1)
    assert [entry_id for entry_id, _ in table.shown] == [1, 2]


def test_a_cleanup_mends_the_library_and_the_window_looks_again(place, settle, closed_after):
    entry = Entry("book", {"author": "Cohen, Eliot A. et al.", "title": "Supreme Command", "date": "2002"}, "cohen2002")
    place.background.change(lambda library, _: add_entry(library, entry))
    settle(place)
    window = CheckWindow(place.window.context)
    closed_after(window)
    settle(place)
    mendable = [finding for _, finding in window.table.all if finding.cleanup]
    assert mendable
    window.mend_all.click()
    settle(place)
    assert not [finding for _, finding in window.table.all if finding.cleanup]
    assert place.window.editor.form.entry().get("author") == "Cohen, Eliot A. and others"


def test_enter_on_a_finding_goes_to_the_field(filled, settle):
    filled.window.actions_by_name["check"].trigger()
    settle(filled)
    window = next(w for w in filled.window.context.windows if isinstance(w, CheckWindow))
    row = next(n for n, (_, finding) in enumerate(window.table.shown) if finding.field == "date")
    window._go(row)
    settle(filled)
    assert filled.window.editor.form.entry().key == "adler1992"
    assert filled.window.focusWidget() is filled.window.editor.form._lines["date"].box
    window.close()


def test_where_all_findings_are_hidden_the_window_says_so(filled, settle, closed_after):
    window = CheckWindow(filled.window.context)
    closed_after(window)
    settle(filled)
    assert window.table.shown
    window.words.setText("nothing has these words")
    assert window.hint.text().startswith("None of the findings is shown")
    window.words.clear()
    assert window.hint.text().startswith("Enter")
    assert window.view.currentIndex().row() == 0
