import pytest

from app.entry import Entry
from app.lessons import Lesson, Taught
from app.library import Library
from app.teaching import LessonCard, keep_lessons, lessons
from ui.lessons_window import LessonsWindow, LessonTable, said

BRANDT = Entry("article", {"title": "Winter Roads", "journaltitle": "Border Monitor"})
AS_READ = Entry("book", {"title": "Winter Roads", "publisher": "Border Monitor"})
WORDS = "Ida Brandt, ‘Winter Roads’, Border Monitor"


def card(taught, entry=None, was=None):
    return LessonCard(1, Lesson(taught, WORDS, entry, was), "Halvorsen 2012", "2026-11-24T10:03:20")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (card(Taught.NO_CITATION), "Not a citation"),
        (card(Taught.CITATION, BRANDT), "A citation: Winter Roads"),
        (card(Taught.WORK, BRANDT, AS_READ), "Type: Article; Journal: Border Monitor; No publisher"),
        (card(Taught.WORK, BRANDT, BRANDT), "Begins or ends elsewhere"),
    ],
)
def test_a_lesson_is_told_in_words(shown, words):
    assert said(shown) == words


def test_lessons_are_shown_latest_first(qtmodeltester):
    table = LessonTable()
    table.show_lessons((card(Taught.NO_CITATION), card(Taught.WORK, BRANDT, AS_READ)))
    qtmodeltester.check(table)
    assert [table.index(row, 1).data() for row in range(2)] == [
        "Type: Article; Journal: Border Monitor; No publisher",
        "Not a citation",
    ]
    assert table.index(0, 3).data() == "2026-11-24 10:03"


def _teach(library: Library, _progress):
    with library.changing("Teach") as writing:
        keep_lessons(writing, [Lesson(Taught.WORK, WORDS, BRANDT, AS_READ)], "Halvorsen 2012")
    return writing.changes


def test_a_selected_lesson_is_forgotten_and_undo_brings_it_back(filled, settle, closed_after):
    filled.background.change(_teach)
    settle(filled)
    window = LessonsWindow(filled.window.context)
    closed_after(window)
    settle(filled)
    assert window.table.rowCount() == 1
    assert window.forget_button.isEnabled()
    window.forget()
    settle(filled)
    assert window.table.rowCount() == 0
    filled.background.undo()
    settle(filled)
    found = []
    filled.background.ask(lambda library, _: lessons(library), found.append)
    settle(filled)
    assert len(found[0]) == window.table.rowCount() == 1
