"""Lessons stay in the library with the import they come from, and can be withdrawn."""

from app import importing
from app.correcting import change_work
from app.importing import Decision
from app.library import open_library
from app.teaching import lessons, withdraw_lessons

PAGE = """A Title of an Article

Ann Author

Notes

1 Ida Brandt, ‘Winter Roads of the North’, Border Monitor, Polar Press Service, 1 December 2006.
2 Ibid.
3 Owen Farrell, ‘The Fishing Fleets of Murmansk’, The Northern Review 61, no. 1 (1967): 80.
"""


def corrected_import(library):
    proposal = importing.propose_text(library, PAGE)
    read = proposal.apparatus
    first = read.works[0]
    corrected = change_work(read, first.id, first.entry.with_fields(title="Winter Roads", note="corrected"))
    choices = {work.work_id: Decision(work.choice, work.same_as) for work in proposal.works}
    importing.accept(library, corrected, choices, read)


def test_a_correction_is_used_in_the_next_import(library):
    corrected_import(library)
    (card,) = lessons(library)
    assert card.lesson.words.startswith("Ida Brandt")
    again = importing.propose_text(library, PAGE.replace("A Title of an Article", "Quite Another Article"))
    assert again.apparatus.works[0].entry.get("title") == "Winter Roads"


def test_a_withdrawn_lesson_is_not_used_and_can_be_had_back(library):
    corrected_import(library)
    changes = withdraw_lessons(library, [card.id for card in lessons(library)])
    assert changes.name == "Forget a lesson"
    again = importing.propose_text(library, PAGE.replace("A Title of an Article", "Quite Another Article"))
    assert again.apparatus.works[0].entry.get("title") == "Winter Roads of the North"
    library.undo()
    assert len(lessons(library)) == 1


def test_undoing_the_import_takes_its_lessons_back(library):
    corrected_import(library)
    library.undo()
    assert lessons(library) == ()


def test_lessons_survive_a_restart(tmp_path):
    library = open_library(tmp_path / "kept.ibidem")
    corrected_import(library)
    before = lessons(library)
    library.close()
    library = open_library(tmp_path / "kept.ibidem")
    assert lessons(library) == before
    library.close()


def test_correcting_the_same_words_again_replaces_the_lesson(library):
    corrected_import(library)
    corrected_import(library)
    assert len(lessons(library)) <= 1
