import pytest
from PySide6.QtGui import QTextDocument

from app.settings import Look
from ui.bib_highlighter import BibHighlighter
from ui.theme import Theme


@pytest.fixture
def coloured(qapp):
    """The parts of a line that have a colour, with the colour's name."""
    theme = Theme(Look.LIGHT)
    document = QTextDocument()
    highlighter = BibHighlighter(document, theme)
    names = {theme.colour(name).name(): name for name in ("muted", "accent", "good", "faint", "warn")}

    def of(line):
        document.setPlainText(line)
        highlighter.rehighlight()
        ranges = document.firstBlock().layout().formats()
        return [(line[r.start : r.start + r.length], names[r.format.foreground().color().name()]) for r in ranges]

    return of


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("@article{cohen2002,", [("@article", "muted"), ("cohen2002", "accent")]),
        ("  journaltitle = {Annals},", [("journaltitle", "good")]),
        ("  title = {Aus {\\O}konomie \\& Staat},", [("title", "good"), ("\\O", "warn"), ("\\&", "warn")]),
        ("% a \\comment", [("% a \\comment", "faint")]),
        ("% a comment", [("% a comment", "faint")]),
        ("}", []),
        ("a line inside a value with = in it", []),
    ],
)
def test_a_line_is_coloured_by_what_it_says(coloured, line, parts):
    assert coloured(line) == parts
