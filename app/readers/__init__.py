"""A file becomes a Page: the first reader that recognises it reads it. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from app.errors import UserError
from app.files import read_file
from app.page import Page
from app.readers import docx, html, mhtml, odt, pdf, plain_text


class Reader(NamedTuple):
    """How one format is known and read."""

    recognises: Callable[[str, bytes], bool]
    read: Callable[[str, bytes], Page]


READERS = (
    Reader(pdf.recognises, pdf.read),
    Reader(docx.recognises, docx.read),
    Reader(odt.recognises, odt.read),
    Reader(mhtml.recognises, mhtml.read),
    Reader(html.recognises, html.read),
    Reader(plain_text.recognises, plain_text.read),  # takes what no other knows
)


def read_page(path: Path) -> Page:
    """The page in a file.

    Raises:
        UserError: there is no such file, it cannot be opened, it is empty, or it holds no text.
    """
    return read_bytes(path.name, read_file(path), source=str(path))


def read_bytes(name: str, content: bytes, source: str = "") -> Page:
    """The page in a file's content; `name` is its name, "" for standard input.

    Raises:
        UserError: the content is empty or no text.
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise UserError(
            "The file is empty",
            f"There is nothing in {name or 'the input'}.",
            "Copy the article's page with its notes into it and try again.",
        )
    reader = next(reader for reader in READERS if reader.recognises(name, content))
    page = reader.read(name, content)
    return replace(page, source=source or name)
