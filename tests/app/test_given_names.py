"""Given names: those of Spanish are told from those of other languages, with or without their accents."""

from __future__ import annotations

import pytest

from app.given_names import is_given_name, is_spanish_given_name


@pytest.mark.parametrize(
    ("word", "is_spanish", "is_any"),
    [
        ("Tomás", True, True),
        ("Tomas", True, True),
        ("JOSÉ", True, True),
        ("Heinrich", False, True),
        ("Roldán", False, False),
        ("", False, False),
    ],
)
def test_a_given_name_is_told_from_a_family_name(word, is_spanish, is_any):
    assert (is_spanish_given_name(word), is_given_name(word)) == (is_spanish, is_any)
