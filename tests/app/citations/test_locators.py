"""What stands behind a citation's words, and what of it is the page."""

from __future__ import annotations

import pytest

from app.citations.locators import read_locator


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        (", 56.", "56"),
        (", p. 120", "120"),
        (", at pp. 54–55", "54–55"),
        (" at 485 and 481", "485 and 481"),
        (", S. 13 (Fußnote 4)", "13 (Fußnote 4)"),
        (", S. 131 f.", "131 f."),
        (", S. 45ff.", "45ff."),
        (", para. 9.32", "para. 9.32"),
        (", para 4.6.", "para 4.6"),
        (", ch. 4 recs. 12 and 31", "ch. 4 recs. 12 and 31"),
        (", ii, p. 240.", "ii, p. 240"),
        (", iii. 18.", "iii. 18"),
        (", vol. i. p. 420.", "vol. i. p. 420"),
        (", vol. ii., pp. 3-5", "vol. ii., pp. 3-5"),
        (", para. 3. P. 12 is blank", "para. 3"),
        (", A12", "A12"),
        (", p. xii", "xii"),
        (",, p. 52", "52"),
        (", 191, 194.", "191, 194"),
        (", pág. 34", "34"),
        (" § 12", "§ 12"),
        (", II, n. 72, pp. 146-148", "II, n. 72, pp. 146-148"),
        (", b. 361, p. 231", "b. 361, p. 231"),
        (", c. 5r", "c. 5r"),
        (", pagg. 77-119", "77-119"),
    ],
)
def test_a_locator_is_the_page_without_its_word_and_a_paragraph_with_it(text: str, locator: str) -> None:
    found = read_locator(text, 0)
    assert found is not None
    assert found.text == locator


@pytest.mark.parametrize("text", ["", ".", ", a work of merit", ". He said", " 1967 was a hard year"])
def test_other_words_are_no_locator(text: str) -> None:
    assert read_locator(text, 0) is None
