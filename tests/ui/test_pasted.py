"""What was copied is known by how it begins: entries in every format that is read, and else notes."""

import pytest

from app.exporting import ExportOptions, Format, bib_text
from app.finding import find_ids
from ui.import_sheet import ImportSheet
from ui.pasted import ending_of
from ui.reading_in import read_text

NOTES = "1. A. Whitcombe, Annals of the Northern Ports (Hull: Heron, 1961), 12.\n2. Ibid., 14.\n"


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("@book{weber1922, title = {Wirtschaft und Gesellschaft}}", ".bib"),
        ("% mine\n\n@Book{weber1922,\n title = {Wirtschaft}}", ".bib"),
        ("TY  - BOOK\nAU  - Weber, Max\nER  - \n", ".ris"),
        ("1.\r\nTY  - BOOK\r\nER  - \r\n", ".ris"),
        ('[{"id": "weber1922", "type": "book"}]', ".json"),
        ('{"type": "book", "title": "Wirtschaft"}', ".json"),
        ('<?xml version="1.0"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods/></modsCollection>', ".mods"),
        ("<xml><records><record/></records></xml>", ".xml"),
        (NOTES, ""),
        ("<html><body><p>1. Weber, Wirtschaft</p></body></html>", ""),
        ("[1] Weber, Wirtschaft und Gesellschaft, 12.", ""),
        ("[sic] {a brace} and nothing else", ""),
    ],
)
def test_the_kind_of_what_was_copied(text, ending):
    assert ending_of(text) == ending


@pytest.mark.parametrize("wanted", [None, *Format])
def test_what_is_copied_in_a_format_can_be_pasted_in_it(filled, settle, wanted):
    found = []
    options = ExportOptions() if wanted is None else ExportOptions(format=wanted)
    filled.background.ask(lambda library, _: bib_text(library, find_ids(library), options), found.append)
    settle(filled)
    read_text(filled.window.context, found[0])
    settle(filled)
    (sheet,) = (child for child in filled.window.children() if isinstance(child, ImportSheet))
    assert sheet.windowTitle() == "Imported from the clipboard"
    assert filled.window.table.rowCount() == 3
