"""Languages by code, by word and by babel's name."""

import pytest

from app.bibtex.formats.languages import babel_name, language_code, language_fields


@pytest.mark.parametrize(
    ("text", "name"),
    [("en", "english"), ("eng", "english"), ("English", "english"), ("anglais", "english"), ("en-US", "american"),
     ("en_GB.UTF-8", "british"), ("pt-BR", "brazilian"), ("fre", "french"), ("français", "french"), ("zh-CN",
      "chinese"),
     ("zh-Hant-TW", "chinese-traditional"), ("en-ZA", "english"), ("русский", "russian"), ("ngerman", "ngerman"),
     ("frm", ""), ("Klingon", ""), ("", "")],
)  # fmt: skip
def test_a_language_has_babels_name(text, name):
    assert babel_name(text) == name


@pytest.mark.parametrize(
    ("langid", "code"),
    [("english", "en"), ("american", "en-US"), ("ngerman", "de"), ("brazilian", "pt-BR"), ("brazil", "pt-BR"),
     ("chinese-traditional", "zh-Hant"), ("german", "de"), ("klingon", "klingon")],
)  # fmt: skip
def test_other_programs_get_its_code(langid, code):
    assert language_code(langid) == code


def test_what_babel_does_not_know_is_kept_in_words():
    assert language_fields("frm") == {"language": "frm"}
    assert language_fields("English; French") == {"langid": "english", "language": "english and french"}
    assert language_fields("Old Norse and English") == {"language": "Old Norse and English"}
    assert language_fields(" ") == {}
