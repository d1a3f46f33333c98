import pytest

from app.numerals import numeral_value


@pytest.mark.parametrize(
    ("letters", "value"), [("xiv", 14), ("ix", 9), ("cxl", 140), ("iv", 4), ("xc", 90), ("", 0), ("vol", 0), ("XI", 0)]
)
def test_small_letters_in_the_roman_manner_have_a_value(letters, value):
    assert numeral_value(letters) == value
