"""Bytes that come back as they were, whatever they are."""

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bibtex import FileHeader, read_bib, read_bib_file
from app.bibtex.encodings import decode, encode, is_binary
from app.errors import UserError

WESTERN = "@book{a, author = {Müller, José and Søren}, title = {Études sur l'été à Besançon}}\n"
CENTRAL = "@book{a, author = {Wałęsa, Lech and Čapek, Karel}, title = {Žluťoučký kůň; społeczność i źródła, Łódź}}\n"
CYRILLIC = "@book{a, author = {Чехов, Антон}, title = {Вишнёвый сад и другие пьесы}}\n"
CHINESE = "@book{a, author = {鲁迅}, title = {中国小说史略和其他文章}}\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "latin-1"),
        (WESTERN + "% “quoted” – dash", "cp1252"),
        (WESTERN, "mac_roman"),
        (CENTRAL, "iso8859-2"),
        (CENTRAL + "% „quoted“ – dash", "cp1250"),
        (CYRILLIC, "cp1251"),
        (CYRILLIC, "koi8-r"),
        (CHINESE, "gb18030"),
        (WESTERN, "utf-8"),
        (CHINESE, "utf-8"),
        (WESTERN, "utf-16-le"),
    ],
)
def test_an_encoding_nobody_declared_is_found(text, encoding):
    data = text.encode(encoding)
    read, header = decode(data)
    assert read == text
    assert header.encoding == encoding
    assert encode(read, header) == data


@pytest.mark.parametrize(
    ("declared", "codec"), [("ISO8859_2", "iso8859-2"), ("MacRoman", "mac-roman"), ("Cp1252", "cp1252")]
)
def test_a_declared_encoding_counts(declared, codec):
    text = f"% Encoding: {declared}\n@book{{a, title = {{é}}}}\n"
    read, header = decode(text.encode(codec))
    assert (read, header.encoding) == (text, codec)


def test_utf8_counts_more_than_what_is_declared():
    text = "% Encoding: Cp1252\n@book{a, title = {été}}\n"
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_is_kept_and_is_no_text(codec):
    data = ("\ufeff" + WESTERN).encode(codec)
    read, header = decode(data)
    assert read == WESTERN
    assert header.bom
    assert encode(read, header) == data


@pytest.mark.parametrize(("newline", "name"), [("\n", "lf"), ("\r\n", "crlf"), ("\r", "cr")])
def test_line_ends_are_known_and_kept(newline, name):
    text = "@book{a,\n  title = {T}, % c\n  year = 1990\n}\n\n@book{b, title = {U}}\n".replace("\n", newline)
    bibfile = read_bib(text.encode())
    assert bibfile.header == FileHeader("utf-8", False, newline)
    assert [entry.get("title") for _, entry in bibfile.entries()] == ["T", "U"]
    assert [block.line for block in bibfile.blocks] == [1, 4, 6, 6]
    assert bibfile.to_bytes() == text.encode()


@pytest.mark.parametrize("spoilt", [b"\xff\xfe", b"\x00", b"\xc3\x28\xa0"])
def test_bytes_that_are_no_characters_are_told_and_given_back(spoilt):
    data = (WESTERN + "@book{b, title = {x").encode() + spoilt + b"y}}\n"
    bibfile = read_bib(data)
    assert next(entry for _, entry in bibfile.entries()).get("author") == "Müller, José and Søren"
    assert [problem.key for problem in bibfile.problems()] == ["b"]
    assert bibfile.to_bytes() == data
    assert "\0" not in bibfile.text
    bibfile.text.encode("utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_come_back(data):
    assert read_bib(data).to_bytes() == data


def _plain(seed):
    """Bytes without any order, the same in every run."""
    return random.Random(seed).randbytes(40_000)


@pytest.mark.parametrize(
    "data",
    [
        *map(_plain, range(5)),
        zlib.compress(" ".join(map(str, range(30_000))).encode()),
        b"\x7fELF\x02\x01\x01" + bytes(900),
    ],
    ids=["seed 0", "seed 1", "seed 2", "seed 3", "seed 4", "an archive", "a program"],
)
def test_what_is_no_text_is_known_as_binary(data, tmp_path):
    assert is_binary(data)
    path = tmp_path / "works.bib"
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"^works\.bib holds no readable text\."):
        read_bib_file(path)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le", "cp1251", "mac_roman", "iso2022_jp"])
def test_text_in_any_encoding_is_not_binary(codec):
    words = {"cp1251": "Чехов, Антон", "iso2022_jp": "夏目漱石"}.get(codec, "Müller, Jörg")
    assert not is_binary((f"@book{{a,\n  author = {{{words}}},\n  title = {{{words}}}\n}}\n" * 20).encode(codec))


def test_a_damaged_file_is_not_binary():
    assert not is_binary(b"@book{a, title = {A\x00 T\xffitle\xfe}}\n")
    assert not is_binary(b"")
