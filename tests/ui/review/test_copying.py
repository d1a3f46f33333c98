"""What is copied from a review: a citation's words, a citation command, the selection."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.building import a_citation, an_apparatus
from ui.review.copying import cite_command, copied_text
from ui.review.state import Place


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
