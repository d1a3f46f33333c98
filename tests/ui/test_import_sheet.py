"""What came in from a very long file."""

from app.cards import Changes
from app.importing import BrokenEntry, ImportReport
from ui import import_sheet
from ui.import_sheet import ImportSheet


def test_of_very_many_lines_some_are_shown_and_the_others_counted(filled, closed_after, settle):
    shown = import_sheet.SHOWN
    broken = tuple(BrokenEntry(number, "A brace is missing.", "@book{") for number in range(shown + 1_234))
    sheet = ImportSheet(filled.window.context, ImportReport(Changes(), (), (), broken), "many.bib")
    closed_after(sheet)
    settle(filled)
    head = sheet.lines.topLevelItem(0)
    assert head.text(0) == "Broken (1,734)"
    assert head.childCount() == shown + 1
    assert head.child(shown).text(1) == "and 1,234 more"
