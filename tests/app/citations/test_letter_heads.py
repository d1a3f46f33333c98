"""Letters and papers as archives are cited, told from other words."""

from __future__ import annotations

import pytest

from app.citations.letter_heads import read_letter_head


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("Jay to Roe, September 13, 1794, F. O. 5", "Jay to Roe", "1794-09-13"),
        ("Same to same, April 17, 1794, ibid.", "Same to same", "1794-04-17"),
        (
            "J. Quill to the Secretary of State, Leeds, 3 May 1911",
            "J. Quill to the Secretary of State, Leeds",
            "1911-05-03",
        ),
        ("Lawes to Thomas, n.d. [Nov. 1885?], ibid.", "Lawes to Thomas", ""),
        ("Adler an Bär, 24. 5. 1932, in", "Adler an Bär", "1932-05-24"),
        ("Vermerk Adlers v. 18. 5. 1931, BA", "Vermerk Adlers", "1931-05-18"),
        ("Memorandum by Crowe, 1 January 1907", "Memorandum by Crowe", "1907-01-01"),
        ("lettre du préfet au ministre, 17 mars 1828", "lettre du préfet au ministre", "1828-03-17"),
        ("Lettera di Rossi a Bianchi, 3 maggio 1821", "Lettera di Rossi a Bianchi", "1821-05-03"),
        ("Carta de Juan Pérez al virrey, Lima, 3 de mayo de 1770", "Carta de Juan Pérez al virrey, Lima", "1770-05-03"),
    ],
)
def test_a_letters_head_is_read_with_its_day(text: str, title: str, date: str) -> None:
    letter = read_letter_head(text, 0, len(text))
    assert letter is not None
    assert (letter.title, letter.date) == (title, date)


@pytest.mark.parametrize(
    "text",
    [
        "J. Doe, The Road to Leeds (London, 1990), 4",
        "The Times, 3 May 1911",
        "He went to Leeds, 3 May 1911",
        "Jay to Roe",
    ],
)
def test_other_words_are_no_letter(text: str) -> None:
    assert read_letter_head(text, 0, len(text)) is None
