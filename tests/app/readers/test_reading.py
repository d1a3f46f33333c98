from __future__ import annotations

from pathlib import Path

import pytest

from app.article import NoNotes, read_article
from app.errors import UserError
from app.page import Page
from app.readers import read_bytes, read_page


def test_a_text_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(b"Notes\n1. Roe, Ice, 5.\n2. Ibid.")
    page = read_page(file)
    assert page.text.startswith("Notes")
    assert page.source == str(file)


def test_a_missing_file_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        read_page(tmp_path / "nothing.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        read_page(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\n \t\r\n", b"\xef\xbb\xbf", b"\xff\xfe \x00\n\x00"])
def test_an_empty_file_is_told_plainly(content: bytes) -> None:
    with pytest.raises(UserError, match="nothing in page"):
        read_bytes("page.txt", content)


@pytest.mark.parametrize("name", ["page.txt", "page.html", "page.docx", "page.pdf", "page", ""])
def test_a_binary_file_is_told_plainly_whatever_its_name(name: str) -> None:
    with pytest.raises(UserError):
        read_article(read_bytes(name, bytes(range(256)) * 60))


@pytest.mark.parametrize(
    "content", [b"<html><body></body></html>", b"<html><body><p>Only prose.</p></body></html>", b"Only prose."]
)
def test_a_page_without_notes_is_told_plainly(content: bytes) -> None:
    with pytest.raises(NoNotes, match="no numbered notes"):
        read_article(read_bytes("page.html", content))


def test_a_page_with_nothing_but_notes_is_an_article_without_an_entry() -> None:
    article = read_article(Page("1. Roe, Ice (1990), 5.\n2. Ibid., 6.\n"))
    assert article.entry is None
    assert len(article.notes) == 2


def test_a_rich_text_file_is_refused_with_a_way_out() -> None:
    with pytest.raises(UserError, match=r"save it as \.docx"):
        read_bytes("article.rtf", rb"{\rtf1\ansi Notes\par 1. Roe, Ice, 5.}")
