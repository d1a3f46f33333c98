import pytest

from app.completing import is_completed, people, values
from app.editing import add_entry
from app.entry import Entry
from tests.building import added

ARTICLES = [
    ("Adler, Emanuel", "Journal of Modern History"),
    ("Åtland, Kristian", "Historical Journal"),
    ("Adler, Emanuel", "Historical Journal"),
    ("Braudel, Fernand", "Annales: Histoire, Sciences Sociales"),
    ("Élias, Norbert", "Études histor\u00adiques"),
]


@pytest.fixture
def shelf(library):
    for number, (author, journal) in enumerate(ARTICLES):
        add_entry(library, Entry("article", {"author": author, "title": f"On {number}", "journaltitle": journal}))
    return library


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("hist", ["Historical Journal", "Annales: Histoire, Sciences Sociales", "Journal of Modern History"]),
        ("JOURNAL", ["Journal of Modern History", "Historical Journal"]),
        ("etudes", ["Études histor\u00adiques"]),
        ("Historical Journal", []),
        ("istor", []),
        ("", []),
    ],
)
def test_values_are_offered_by_the_beginnings_of_their_words(shelf, start, found):
    offered = values(shelf, "journaltitle", start)
    assert [value for value in offered if value in found] == found
    assert bool(offered) == bool(found)


def test_only_so_many_values_are_offered(shelf):
    assert len(values(shelf, "journaltitle", "j", limit=1)) == 1


@pytest.mark.parametrize("field", ["title", "date", "nonsense"])
def test_a_field_whose_values_do_not_come_again_is_not_completed(shelf, field):
    assert not is_completed(field)
    assert values(shelf, field, "on") == ()


def test_people_are_offered_once_by_the_beginnings_of_their_names(shelf):
    assert people(shelf, "ad") == ("Adler, Emanuel",)
    assert people(shelf, "elias") == ("Élias, Norbert",)


def test_people_can_be_found_for_completion(library):
    added(library, author="Dinerstein, Herbert S. and Ulam, Adam B.")
    added(library, author="Ulam, Adam B.", editor="{Central Intelligence Agency}")
    assert people(library, "ul") == ("Ulam, Adam B.",)
    assert people(library, "central") == ("{Central Intelligence Agency}",)
