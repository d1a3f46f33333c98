import tomllib
from importlib.resources import files

import pytest

from app.wordlists import alternatives, load_words, word_set

LISTS = ["archives", "months", "people", "periodicals", "places", "publishers", "roles"]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_the_field_readers_says_its_source_and_licence(name):
    text = files("resources").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)
    head = "\n".join(line for line in text.splitlines()[:12] if line.startswith("#")).casefold()
    assert "source" in head
    assert "licence" in head


def test_a_list_is_read_once_and_cannot_be_changed():
    words = load_words("months")
    assert load_words("months") is words
    with pytest.raises(TypeError):
        words["months"] = {}


def test_words_are_found_whatever_their_capitals():
    assert "paris" in word_set("places", "cities")


def test_longer_words_come_first_so_that_none_hides_another():
    assert alternatives(["Jan", "January", "New York"]) == r"New\s+York|January|Jan"


def test_a_list_that_does_not_exist_is_a_defect():
    with pytest.raises(FileNotFoundError):
        load_words("no_such_list")
