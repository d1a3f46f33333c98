"""Long titles leave room for what stands under them."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.title_label import LINES, TitleLabel

LONG = "An exceedingly long title that goes on about footnotes, archives and provincial assemblies, " * 12


@pytest.fixture
def label(qtbot):
    window = QWidget()
    made = TitleLabel("heading", window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(300, 600)
    window.show()
    yield made
    window.close()


def test_a_long_title_is_cut_after_three_lines_and_stands_whole_in_the_tip(label):
    label.setText(LONG)
    QApplication.processEvents()
    assert label.height() <= LINES * label.fontMetrics().lineSpacing() + 2
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == LONG.strip()


def test_more_of_it_is_shown_where_there_is_more_room(label):
    label.setText(LONG)
    QApplication.processEvents()
    before = len(label.text())
    label.window().resize(800, 600)
    QApplication.processEvents()
    assert len(label.text()) > before
    label.setText("Supreme Command")
    assert (label.text(), label.toolTip()) == ("Supreme Command", "")
