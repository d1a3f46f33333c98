"""What the user corrects in one article is read so in the next."""

import pytest

from app.apparatus import NoteText
from app.correcting import add_citation, change_work, remove_citation
from app.entry import Entry
from app.lessons import Lesson, Taught, apply_lessons, learn
from app.works import read_apparatus

BRANDT = "Ida Brandt, ‘Winter Roads of the North’, Border Monitor, Polar Press Service, 1 December 2006"
PARK = "Julia Park, ‘The Silent Border’, Border Monitor, Polar Press Service, 4 May 2007"
FARRELL = "Owen Farrell, ‘The Fishing Fleets of Murmansk’, The Northern Review 61, no. 1 (1967)"


def reading(*texts):
    return read_apparatus(None, [NoteText(n, str(n), text) for n, text in enumerate(texts, 1)])


def entry_of(apparatus, position, index=0):
    work = apparatus.notes[position - 1].citations[index].work
    return next(w.entry for w in apparatus.works if w.id == work)


def corrected(apparatus, position, **fields):
    work = apparatus.notes[position - 1].citations[0].work
    entry = entry_of(apparatus, position)
    return change_work(apparatus, work, entry.with_fields(**fields))


def test_an_accepted_reading_teaches_nothing():
    read = reading(f"{BRANDT}.", f"{FARRELL}, 80.")
    assert learn(read, read) == ()


def test_corrected_fields_are_used_for_the_same_words_on_another_page():
    first = reading(f"{FARRELL}, 80.")
    lessons = learn(first, corrected(first, 1, title="The Fishing Fleets of {Murmansk}", issue="March"))
    assert [lesson.taught for lesson in lessons] == [Taught.WORK]
    second = apply_lessons(reading(f"See {FARRELL}, 85."), lessons)
    assert entry_of(second, 1).get("title") == "The Fishing Fleets of {Murmansk}"
    assert entry_of(second, 1).get("issue") == "March"
    assert "corrected" in second.notes[0].citations[0].reason
    assert second.notes[0].citations[0].locator == "85"


def test_a_name_put_into_another_field_is_put_there_in_other_works():
    was = Entry("book", {"title": "Winter Roads of the North", "publisher": "Border Monitor"})
    now = Entry("article", {"title": "Winter Roads of the North", "journaltitle": "Border Monitor"})
    lessons = (Lesson(Taught.WORK, "some words of a citation", now, was),)
    read = reading(f"{PARK}.")
    work = read.works[0]
    misread = change_work(read, work.id, Entry("book", {"title": "The Silent Border", "publisher": "Border Monitor"}))
    again = apply_lessons(misread, lessons).works[0].entry
    assert again.entrytype == "article"
    assert dict(again.fields) == {"title": "The Silent Border", "journaltitle": "Border Monitor"}


def test_words_that_cite_nothing_are_not_marked_again():
    text = f"Much has been made of this since. {BRANDT}."
    first = reading(text)
    lessons = learn(first, remove_citation(first, 1, 0))
    assert [(lesson.taught, lesson.words) for lesson in lessons] == [(Taught.NO_CITATION, BRANDT)]
    second = apply_lessons(reading(f"{FARRELL}, 80.", f"{BRANDT}."), lessons)
    assert [len(note.citations) for note in second.notes] == [1, 0]
    assert len(second.works) == 1


def test_words_marked_by_hand_are_marked_again():
    text = "The footage is in the hands of the Kiruna film club, reel eleven, and has been seen by few."
    words = "Kiruna film club, reel eleven"
    first = reading(text)
    assert first.notes[0].citations == ()
    start = text.index(words)
    lessons = learn(first, add_citation(first, 1, start, start + len(words)))
    second = apply_lessons(reading(f"{FARRELL}, 80.", f"Compare the {words}, which I thank."), lessons)
    assert [len(note.citations) for note in second.notes] == [1, 1]
    assert second.notes[1].words(second.notes[1].citations[0]) == words


@pytest.mark.parametrize("words", ["Ibid., 57", "Brandt, 57"])
def test_back_references_teach_nothing(words):
    first = reading(f"{BRANDT}.", f"{words}.")
    lessons = learn(first, remove_citation(first, 2, 0)) if first.notes[1].citations else ()
    assert lessons == ()


def test_without_lessons_the_reading_is_the_same():
    read = reading(f"{BRANDT}.")
    assert apply_lessons(read, ()) is read
