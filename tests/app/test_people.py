"""Names as BibTeX divides them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.people import (
    OTHERS,
    Person,
    initials,
    is_balanced,
    read_people,
    split_names,
    with_mended_names,
    write_people,
)


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("Dinerstein, Herbert S.", (Person("Dinerstein", "Herbert S."),)),
        ("Herbert S. Dinerstein", (Person("Dinerstein", "Herbert S."),)),
        ("Ludwig van Beethoven", (Person("Beethoven", "Ludwig", "van"),)),
        ("van der Berg, Jan and Jan van der Berg", (Person("Berg", "Jan", "van der"),) * 2),
        ("Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
         (Person("Vall{\\'e}e Poussin", "Charles Louis Xavier Joseph", "de la"),)),
        ("King, Jr., Martin Luther", (Person("King", "Martin Luther", "", "Jr."),)),
        ("{Central Intelligence Agency}", (Person(literal="Central Intelligence Agency"),)),
        ("{Barnes and Noble, Inc.} and Smith, J.", (Person(literal="Barnes and Noble, Inc."), Person("Smith", "J."))),
        ("{Barnes and Noble} Smith", (Person("Smith", "{Barnes and Noble}"),)),
        ("Ortega y Gasset, José", (Person("Ortega y Gasset", "José"),)),
        ("Brown, Anne AND others", (Person("Brown", "Anne"), OTHERS)),
        ("Plato", (Person("Plato"),)),
        ("bell hooks", (Person("hooks", "", "bell"),)),
        ("{\\'E}mile Zola", (Person("Zola", "{\\'E}mile"),)),
        ("Jean {\\relax d'}Alembert", (Person("{\\relax d'}Alembert", "Jean"),)),
        ("Smith, Jr., John, PhD", (Person("Smith", "John, PhD", "", "Jr."),)),
        ("family=Berg, given=Jan, prefix=van", (Person("Berg", "Jan", "van"),)),
        ("Smith, {John", (Person("Smith", "{John"),)),
        ("and Smith, J. and and Brown, A. and", (Person("Smith", "J."), Person("Brown", "A."))),
        ("Andersson, Sand\nand\n Hand, Andy", (Person("Andersson", "Sand"), Person("Hand", "Andy"))),
        ("Knuth, D.~E.", (Person("Knuth", "D.~E."),)),
        ("", ()),
    ],
)  # fmt: skip
def test_a_name_field_is_divided_as_bibtex_divides_it(value, people):
    assert read_people(value) == people


def test_names_show_in_each_order():
    king = Person("King", "Martin Luther", "", "Jr.")
    berg = Person("Berg", "Jan-Pieter", "van der")
    assert (king.last_first, king.first_last, king.surname) == ("King, Jr., Martin Luther", "Martin Luther King Jr.",
                                                                "King")  # fmt: skip
    assert (berg.last_first, berg.first_last, berg.surname) == ("van der Berg, Jan-Pieter", "Jan-Pieter van der Berg",
                                                                "van der Berg")  # fmt: skip
    assert berg.initials == "J.-P."
    assert Person(literal="{NASA} and Friends").last_first == "NASA and Friends"


@pytest.mark.parametrize(
    ("given_names", "short"),
    [("Herbert S.", "H. S."), ("J.R.R.", "J. R. R."), ("Jean-Pierre", "J.-P."), ("J.-P.", "J.-P."), ("", "")],
)
def test_given_names_are_shortened_to_initials(given_names, short):
    assert initials(given_names) == short


@given(st.text(alphabet="aAbB éÉ{}\\,.~-and others'", max_size=60))
def test_reading_what_was_written_gives_the_same_people(value):
    assume(is_balanced(value))
    people = read_people(value)
    assert read_people(write_people(people)) == read_people(write_people(read_people(write_people(people))))


_NAME = st.text(alphabet="ABCabcéß-.'", min_size=1, max_size=8).filter(
    lambda name: name.lower() not in ("and", "others")
)
_FAMILY = _NAME.map(lambda name: "X" + name)


@given(st.lists(st.builds(Person, family=_FAMILY, given=_NAME | st.just(""), prefix=st.sampled_from(["", "van der"]),
                          suffix=st.sampled_from(["", "Jr."])), max_size=4))  # fmt: skip
def test_people_survive_writing_and_reading(people):
    assert read_people(write_people(people)) == tuple(people)


def test_a_long_list_is_split_in_order():
    assert split_names(" and ".join(f"A{n}, B" for n in range(50))) == [f"A{n}, B" for n in range(50)]


def test_names_are_mended_one_by_one_whatever_the_case_of_their_and():
    assert with_mended_names("A,B. AND C, D. and E", lambda name: name.replace(",B", ", B")) == "A, B. and C, D. and E"
    assert with_mended_names("A, B. AND C, D.", lambda name: name) == "A, B. AND C, D."
