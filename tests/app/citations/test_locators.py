"""What stands behind a citation's words, and what of it is the page."""

from __future__ import annotations

import pytest

from app.citations.locators import narrow, read_locator


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
        (", III. 158-160", "III. 158-160"),
        (", IX, 208", "IX, 208"),
        (", Bd. 2, S. 5", "Bd. 2, S. 5"),
        (", t. II, p. 12", "t. II, p. 12"),
        (", 3:45", "3:45"),
        (", 2: 249", "2: 249"),
        (", 13: 192-195", "13: 192-195"),
        (", XIV, Part II, 467", "XIV, Part II, 467"),
        (", ch. iii", "ch. iii"),
        (", chs. ix-x", "chs. ix-x"),
        (", fol. 12v", "fol. 12v"),
        (", f. 12 v°", "f. 12 v°"),
        (", ff. 14-14v", "ff. 14-14v"),
        (", fl. 34v", "fl. 34v"),
        (", § 3", "§ 3"),
        (", § 10 II", "§ 10 II"),
        (", Rn. 4", "Rn. 4"),
        (", n° 45", "n° 45"),
        (", No. 142", "No. 142"),
        (", cols 15–19", "cols 15–19"),
        (", S. 2334 B", "2334 B"),
        (", passim", "passim"),
        (", pp. 20-45, passim", "20-45, passim"),
        (", p. 12 e passim", "12 e passim"),
        (", 104 et seq.", "104 et seq."),
        (", p. 411 n. 2", "411 n. 2"),
        (", S. 45 Anm. 3", "45 Anm. 3"),
        (", 1218 & n.19", "1218 & n.19"),
        (", Art. 5 Abs. 2 Satz 1", "Art. 5 Abs. 2 Satz 1"),
        (", [45]", "[45]"),
        (" [12]–[14]", "[12]–[14]"),
        # "ici" is spelt in letters of Roman numbers, "I" is a word of English sentences.
        (", p. 21-76, ici p. 58", "21-76, ici p. 58"),
        (", 4, I hold that", "4"),
    ],
)
def test_a_locator_is_the_page_without_its_word_and_a_paragraph_with_it(text: str, locator: str) -> None:
    found = read_locator(text, 0)
    assert found is not None
    assert found.text == locator


@pytest.mark.parametrize("text", ["", ".", ", a work of merit", ". He said", " 1967 was a hard year"])
def test_other_words_are_no_locator(text: str) -> None:
    assert read_locator(text, 0) is None


@pytest.mark.parametrize(
    ("locator", "page", "whole"),
    [
        ("213–225, hier S. 220", "220", "213–225"),
        ("311–331, bes. S. 318 f.", "318 f.", "311–331"),
        ("117-139, ici p. 131, n. 44", "131, n. 44", "117-139"),
        ("1521-1557 (ici p. 1540)", "1540", "1521-1557"),
        ("13-44, en especial 24", "24", "13-44"),
        ("435–59, at 441–3", "441–3", "435–59"),
        ("12, 45", "12, 45", ""),
        ("485 and 481", "485 and 481", ""),
        ("ii, p. 240", "ii, p. 240", ""),
    ],
)
def test_a_page_singled_out_of_a_stretch_is_the_locator_and_the_stretch_the_works_own(
    locator: str, page: str, whole: str
) -> None:
    assert narrow(locator) == (page, whole)
