import pytest

from app.entry import Entry
from ui.entry_words import author_words, container_words, entry_words, sentence, title_words, year_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("", ""),
        ("Roldán, Lea", "Roldán"),
        ("Roldán, Lea and Lee, Ann", "Roldán and Lee"),
        ("Roldán, Lea and others", "Roldán et al."),
        ("Roldán, Lea and Lee, Ann and van der Berg, Jan", "Roldán et al."),
        ("van der Berg, Jan", "van der Berg"),
        ("{Naval War College}", "Naval War College"),
    ],
)
def test_authors_are_named_as_in_a_short_title(value, words):
    assert author_words(Entry("book", {"author": value})) == words


@pytest.mark.parametrize(
    ("entrytype", "fields", "words"),
    [
        ("book", {"date": "1967-03"}, "1967"),
        ("book", {"year": "1967"}, "1967"),
        ("article", {"date": "1967-03-04", "entrysubtype": "newspaper"}, "1967-03-04"),
        ("book", {"date": "1965/1967"}, "1965/1967"),
        ("book", {}, ""),
    ],
)
def test_a_newspaper_keeps_its_day_and_a_book_its_year(entrytype, fields, words):
    assert year_words(Entry(entrytype, fields)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"author": "Lee, Ann", "title": "A {NATO} Reader", "date": "1994"}, "Lee, A NATO Reader, 1994"),
        ({"title": "Harbours", "subtitle": "A History"}, "Harbours: A History"),
        ({"journaltitle": "London Times", "date": "1969"}, "London Times, 1969"),
        ({}, "no author, no title"),
    ],
)
def test_an_entry_in_one_line(fields, words):
    assert entry_words(Entry("misc", fields)) == words


def test_editors_stand_in_for_authors_and_publishers_for_journals():
    entry = Entry("collection", {"editor": "Lee, Ann", "publisher": "Heron"})
    assert (author_words(entry), container_words(entry), title_words(entry)) == ("Lee", "Heron", "")


def test_a_sentence_begins_with_a_capital():
    assert (sentence("same title"), sentence("")) == ("Same title", "")
