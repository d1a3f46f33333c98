"""Back-reference words in the languages and spellings they come in."""

from __future__ import annotations

import pytest

from app.citations.mention import Back
from app.citations.pointers import find_back_word, find_idem


@pytest.mark.parametrize(
    ("text", "back", "words", "label"),
    [
        ("Ibid., 56", Back.IBID, "Ibid.", ""),
        ("ibidem", Back.IBID, "ibidem", ""),
        ("Ebd. 14", Back.IBID, "Ebd.", ""),
        ("vgl. ebenda, S. 95", Back.IBID, "ebenda", ""),
        ("Ivi, p. 36", Back.IBID, "Ivi", ""),
        ("lbid., p. 3", Back.IBID, "lbid.", ""),
        ("Marsh, op. cit., n. 4, p. 31", Back.EARLIER, "op. cit., n. 4", "4"),
        ("Marsh, Op.Cit. p. 31", Back.EARLIER, "Op.Cit.", ""),
        ("Dörre, a.a.O., S. 899", Back.EARLIER, "a.a.O.", ""),
        ("Dörre, a. a. O., S. 899", Back.EARLIER, "a. a. O.", ""),
        ("Dupont, art. cit., p. 4", Back.EARLIER, "art. cit.", ""),
        ("Smith, supra note 3, at 45", Back.EARLIER, "supra note 3", "3"),
        ("Müller (oben N. 7) 45", Back.EARLIER, "(oben N. 7)", "7"),
        ("Schmidt (wie Anm. 3), S. 45", Back.EARLIER, "(wie Anm. 3)", "3"),
        ("Green (n 4) 44", Back.EARLIER, "(n 4)", "4"),
        ("Doe, note 12a above, p. 3", Back.EARLIER, "note 12a above", "12a"),
    ],
)
def test_a_back_reference_word_is_found_with_the_note_it_points_at(
    text: str, back: Back, words: str, label: str
) -> None:
    word = find_back_word(text, 0, len(text))
    assert word is not None
    assert (word.back, text[word.start : word.end], word.label) == (back, words, label)


@pytest.mark.parametrize(
    "text",
    [
        "Ibiza and its Past",
        "The Cited Author",
        "OC, III, 45",
        "S. 97 (Fußnote 123)",
        "A Locket from Laon",
    ],
)
def test_other_words_point_at_nothing(text: str) -> None:
    assert find_back_word(text, 0, len(text)) is None


@pytest.mark.parametrize("text", ["Ders., Titel", "Idem, p. 4", "id., para. 5", "Eadem, Title", "Dies.: Titel"])
def test_a_word_for_the_same_author_is_found(text: str) -> None:
    assert find_idem(text, 0, len(text)) is not None
