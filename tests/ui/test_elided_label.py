from ui.elided_label import ElidedLabel


def test_a_long_line_may_be_cut_and_its_tip_has_all_of_it(qtbot):
    label = ElidedLabel("A very long line " * 20, "muted")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() == 60
    assert label.sizeHint().width() > 600
    assert label.toolTip() == label.text()
    label.resize(120, 20)
    label.show()
    assert label.text().count("line") == 20
