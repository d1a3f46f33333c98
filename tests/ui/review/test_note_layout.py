import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont

from ui.review.note_layout import NoteLayout

TEXT = (
    "Herbert S. Dinerstein, ‘Soviet Policy in Latin America’, American Political Science Review 61, no. 1 (1967): 80."
)


@pytest.fixture
def font(qapp) -> QFont:
    return QFont("DejaVu Sans", 10)


def test_a_narrower_note_is_higher(font):
    assert NoteLayout(TEXT, font, 200).height > 2 * NoteLayout(TEXT, font, 2000).height


@pytest.mark.parametrize("place", [0, 1, 22, 60, 99])
def test_the_caret_stands_where_its_place_is_found_again(font, place):
    layout = NoteLayout(TEXT, font, 300)
    assert layout.place_at(layout.caret(place).center()) == place


@pytest.mark.parametrize("text", [TEXT, "A 𝔉raktur letter and 🗺 a map, then Ibid., 5.", "הספר הראשון, עמ׳ 5", ""])
def test_a_span_over_lines_has_a_shape_on_each(font, text):
    layout = NoteLayout(text, font, 120)
    shapes = layout.shapes(0, len(text))
    assert len(shapes) == (round(layout.height / shapes[0].height()) if text else 0)


def test_characters_beyond_the_first_plane_are_counted_once(font):
    text = "𝔉𝔉 Ibid."
    layout = NoteLayout(text, font, 400)
    start = text.index("Ibid")
    middle = layout.shapes(start, start + 1)[0].center()
    assert layout.character_at(middle) == start


def test_beside_the_text_there_is_no_character(font):
    layout = NoteLayout("Ibid.", font, 400)
    assert layout.character_at(QPointF(300, 5)) is None
    assert layout.character_at(QPointF(5, 500)) is None
    assert layout.place_at(QPointF(300, 5)) == 5


def test_a_mark_does_not_reach_over_the_space_at_the_end_of_a_line(font):
    layout = NoteLayout("word " * 40, font, 200)
    assert all(shape.right() <= 200 for shape in layout.shapes(0, 200))
