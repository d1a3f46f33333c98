from __future__ import annotations

import pytest

from app.errors import UserError
from app.readers.encoding import decode

TEXT = (
    "Notes\n1. José Müller, ‘L’Église et l’État’, Revue d’histoire 12 (1998), 3–9.\n2. “Ça ira” — voir p. 4; "
    "François Guizot, Œuvres, à Genève.\n3. Ibid., 5.\n4. Garçon, Élan, naïve, déjà vu, München, Größe, señor.\n"
)
ENGLISH = "Notes\n1. J. Roe, ‘The Clerk’s Ice’, Arctic 3 (1990), 5–6.\n2. Ibid., 7. “No ice.”\n" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
@pytest.mark.parametrize("text", [TEXT, ENGLISH], ids=["French", "English"])
def test_text_is_read_without_garbling(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_latin_1_is_read() -> None:
    text = TEXT.translate(str.maketrans("‘’“”–—", "''\"\"--")).replace("Œ", "OE")
    assert decode(text.encode("latin-1")) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1250",
            "Przypisy\n1. Jan Kowalski, Dzieje Łodzi i okolic (Kraków, 1990), s. 5–6. Książę, źródło, żółć.\n" * 5,
        ),
        ("cp1251", "Примечания\n1. Иванов И. И. История города. Москва, 1990. С. 5.\n2. Там же. С. 6.\n" * 5),
    ],
)
def test_other_old_encodings_are_recognised(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_wins_over_guessing() -> None:
    assert decode("Łódź, źródło".encode("iso-8859-2"), "iso-8859-2") == "Łódź, źródło"


def test_an_unknown_declared_encoding_is_passed_over() -> None:
    assert decode("Müller, S. 5. Größe, für".encode("cp1252"), "no-such-thing") == "Müller, S. 5. Größe, für"


def test_one_bad_byte_does_not_spoil_utf_8() -> None:
    assert decode((TEXT * 3).encode() + b"\xff" + "é".encode()) == TEXT * 3 + "\ufffd" + "é"


def test_a_letter_cut_in_half_at_the_end_does_not_spoil_utf_8() -> None:
    assert decode("Genève".encode() + "é".encode()[:1]).startswith("Genève")


def test_line_ends_are_made_alike_and_invisible_signs_go() -> None:
    assert decode("a\r\nb\rc\u2028d\u00ade\u200b\x07f".encode()) == "a\nb\nc\nde f"


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(range(200, 256)) * 30 + b"\x00\x01\x02" * 90]
)
def test_a_binary_file_is_refused_in_plain_words(content: bytes) -> None:
    with pytest.raises(UserError) as caught:
        decode(content)
    assert caught.value.advice
