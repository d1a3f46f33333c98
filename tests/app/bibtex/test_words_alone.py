r"""Values are read and written word by word where that can make no difference; here is that it makes none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bibtex import latex_reading, latex_writing
from app.bibtex.latex import from_latex, to_latex
from app.bibtex.tex_signs import is_whole

_PIECES = [
    *(
        "\\",
        "{",
        "}",
        "$",
        "~",
        "--",
        "`",
        "'",
        '"',
        "a",
        "b",
        "5",
        "é",
        "e\u0301",
        " ",
        " ",
        "\n",
        "\\'",
        "\\v",
        "\\ss",
    ),
    *(
        "\\v",
        "\\emph",
        "\\url{",
        "\\ensuremath{\\alpha}",
        "\\&",
        "&",
        "%",
        "^",
        "?",
        "\\$",
        "\\(",
        "\\)",
        "x^2",
        "\\\\",
    ),
    *("\\input", "α", "–", "“", "’", "я", "\u00a0", "\\textbraceleft{}", "\\textdollar", "^^"),
]
values = st.lists(st.sampled_from(_PIECES), min_size=2, max_size=14).map("".join)


@given(values, st.booleans())
def test_reading_by_words_is_reading_the_whole(value: str, pages: bool) -> None:
    assert from_latex(value, pages) == latex_reading._decoded(value, pages)


@given(values, st.booleans(), st.booleans())
def test_writing_by_words_says_what_writing_the_whole_says(value: str, escape: bool, pages: bool) -> None:
    # TeX makes no one sign of `' or '`, so that the {} between them changes nothing.
    by_words, whole = to_latex(value, escape, pages), latex_writing._encoded(value, escape, pages)
    assert by_words.replace("{}", "") == whole.replace("{}", "")


@pytest.mark.parametrize("word", ["{\\'e}tude", "Garc{\\'\\i}a", "$x^2$", "\\emph{relations}", "{\\ss}", "plain"])
def test_a_word_that_means_the_same_everywhere_is_whole(word: str) -> None:
    assert is_whole(word)


@pytest.mark.parametrize("word", ["\\ss", "\\emph{to", "end}", "$a", "5$", "$5$6$", "\\'", "\\ss\n", "\\{x\\}", "\\"])
def test_a_word_that_its_neighbours_may_change_is_not(word: str) -> None:
    assert not is_whole(word)
