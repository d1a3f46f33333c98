"""Printed names as they come, however odd: written as "Last, First", and never an error."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fields.names import format_people

WORDS = (
    "Karla Wiebe Ole Brandt K. M. J.-P. É. Ä ÄB ABC DDR USA Jr. III von der de la du y e und and et & / , ; al. "
    "Graf Freiherr Sir Lady St. Le O’Conor WIEBE-VOSS hg. (Hg.) eds. u. a."
)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("Karla Wiebe", "Wiebe, Karla"),
        ("Wiebe KM", "Wiebe, KM"),
        ("Ole Brandt ÄB", "Ole Brandt, ÄB"),
    ],
)
def test_a_name_is_written_family_name_first(printed, written):
    assert format_people(printed) == written


@given(st.lists(st.sampled_from(re.findall(r"\S+", WORDS)), max_size=9).map(" ".join))
def test_no_order_of_words_is_an_error(printed):
    assert isinstance(format_people(printed), str)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("Clara and Robert Voss", "Voss, Clara and Voss, Robert"),
        ("Paul et Marie Morel", "Morel, Paul and Morel, Marie"),
        ("Novalis and Robert Voss", "Novalis and Voss, Robert"),
        ("Marl and Robert Voss", "Marl and Voss, Robert"),
    ],
)
def test_two_given_names_before_one_family_name_share_it(printed, written):
    assert format_people(printed) == written
