"""PDF files with a text layer: bytes in, a Page with the article's text and the small type at the pages' feet out."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.errors import UserError
from app.page import Page
from app.readers.encoding import tidy

_LARGER = 1.15
_SMALLER = 0.93
_RAISED = 0.8
_RAISED_SIGNS = frozenset("0123456789*†‡§")
_LINE_STEP = 0.62
_OPENS_NOTE = re.compile(r"^\s*(?:\[?\d{1,4}[a-z]?\]?[.)]?\s*\S|[*†‡§]{1,3}\s*\S)")
_PAGE_NUMBER = re.compile(r"^\W*(?:\d{1,4}|[ivxl]{1,6})\W*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, the size of most of its letters, and how high on the page it stands."""

    text: str
    size: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Letter:
    """A printed letter: how large, where on the page; `made_up` stands for a line end that is not printed."""

    sign: str
    size: float
    x: float
    y: float
    made_up: bool


def recognises(name: str, content: bytes) -> bool:  # noqa: ARG001 - every reader is asked the same question
    """Whether this is a PDF file."""
    return b"%PDF-" in content[:1024]


def read(name: str, content: bytes) -> Page:
    """The article's text; the notes at the feet of its pages follow the text under a heading of their own.

    Raises:
        UserError: the file is damaged, protected by a password, or holds pictures of pages only.
    """
    pages = _pages(name, content)
    if not any(line.text.strip() for page in pages for line in page):
        raise UserError(
            "This PDF has no text",
            f"{name} holds pictures of pages, no text.",
            "Have the text recognised (OCR) first, or open the article's web page instead.",
        )
    usual = _usual_size(pages)
    pages = [_join_titles(page, usual) for page in pages]
    divided = _with_endnotes([_divide(page, usual) for page in pages], usual)
    feet = [foot for _, foot in divided if foot]
    if sum(bool(_OPENS_NOTE.match(foot[0].text)) for foot in feet) * 2 >= max(len(feet), 1) and feet:
        body = "\n\f\n".join("\n".join(line.text for line in body) for body, _ in divided)
        notes = "\n".join(line.text for foot in feet for line in foot)
        return Page(tidy(body), source=name, foot=tidy(notes))
    return Page(tidy("\n\f\n".join("\n".join(line.text for line in page) for page in pages)), source=name)


def _pages(name: str, content: bytes) -> list[list[Line]]:
    import pypdfium2  # late: it loads a large library

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UserError(
            "The PDF file cannot be opened",
            f"{name} is damaged or protected by a password.",
            "Open it in a PDF program, save an unprotected copy, and try again.",
        ) from error
    try:
        return [list(_lines(document, number)) for number in range(len(document))]
    finally:
        document.close()


def _lines(document: Any, number: int) -> Iterator[Line]:
    """The lines of a page in reading order."""
    row: list[Letter] = []
    for letter in _letters(document, number):
        if row and _begins_line(row, letter):
            yield _line(row)
            row = []
        row.append(letter)
    if row:
        yield _line(row)


def _letters(document: Any, number: int) -> Iterator[Letter]:
    """The letters of a page in reading order; line ends that the library makes up count as spaces."""
    import pypdfium2.raw as pdfium

    try:
        page = document[number]
    except Exception:  # a page that is broken is passed over, the others still count
        return
    text_page = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text_page.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        made_up = sign in "\r\n"
        size = 0.0 if made_up else pdfium.FPDFText_GetFontSize(text_page, index)
        yield Letter(" " if made_up else "-" if sign in "\x02\ufffe" else sign, size, x.value, y.value, made_up)
    text_page.close()
    page.close()


def _begins_line(row: Sequence[Letter], letter: Letter) -> bool:
    """Whether a letter stands on another line: well above or below, further than a raised number does, or back left."""
    if letter.made_up or letter.sign.isspace():
        return False
    last = next((one for one in reversed(row) if not one.made_up and not one.sign.isspace()), None)
    if last is None:
        return row[-1].made_up and len(row) > 1
    size = max(letter.size, last.size, 1.0)
    return abs(letter.y - last.y) > _LINE_STEP * size or letter.x < last.x - 2 * size


def _line(row: Sequence[Letter]) -> Line:
    """A line of its letters; a small raised number that opens it is set apart from the words."""
    row = [letter for letter in row if not (letter.made_up and letter is row[-1])]
    printed = [letter for letter in row if not letter.sign.isspace()]
    if not printed:
        return Line("", 0.0, 0.0)
    size = Counter(round(letter.size, 1) for letter in printed).most_common(1)[0][0]
    text = "".join(letter.sign for letter in row)
    opening = len(text) - len(text.lstrip())
    raised = opening
    while raised < len(row) and row[raised].sign in _RAISED_SIGNS and row[raised].size < _RAISED * size:
        raised += 1
    if raised > opening and not text[raised : raised + 1].isspace():
        text = f"{text[:raised]} {text[raised:]}"
    return Line(text, size, Counter(round(letter.y) for letter in printed).most_common(1)[0][0])


def _usual_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size most letters of the document have: that of its body."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _join_titles(page: Sequence[Line], usual: float) -> list[Line]:
    """A page with the lines of a title, larger than the text and alike, made one."""
    joined: list[Line] = []
    for line in page:
        last = joined[-1] if joined else None
        if last and line.size == last.size > _LARGER * usual and line.text.strip() and last.text.strip():
            joined[-1] = Line(f"{last.text.rstrip()} {line.text.lstrip()}", line.size, line.bottom)
        else:
            joined.append(line)
    return joined


def _divide(page: Sequence[Line], usual: float) -> tuple[list[Line], list[Line]]:
    """A page's body and the notes at its foot: small type at the lower end of a column, page numbers aside."""
    lines = [line for line in page if line.text.strip()]
    while len(lines) > 1 and _PAGE_NUMBER.match(lines[-1].text):
        lines.pop()
    body: list[Line] = []
    foot: list[Line] = []
    start = 0
    while start < len(lines):
        end = start
        while (
            end < len(lines)
            and lines[end].size < _SMALLER * usual
            and (end == start or not _is_up(lines[end - 1], lines[end]))
        ):
            end += 1
        if end == start:
            body.append(lines[start])
            start += 1
            continue
        at_foot = end == len(lines) or _is_up(lines[end - 1], lines[end])
        (foot if at_foot and (start > 0 or end < len(lines)) else body).extend(lines[start:end])
        start = end
    return body, foot


def _with_endnotes(
    divided: Sequence[tuple[list[Line], list[Line]]], usual: float
) -> list[tuple[list[Line], list[Line]]]:
    """The pages with those that hold nothing but small type and go on from a foot among the feet: endnotes go on so."""
    pages: list[tuple[list[Line], list[Line]]] = []
    for body, foot in divided:
        is_small = bool(body) and not foot and all(line.size < _SMALLER * usual for line in body)
        goes_on = bool(pages) and bool(pages[-1][1])
        if is_small and goes_on and sum(bool(_OPENS_NOTE.match(line.text)) for line in body) > 1:
            body, foot = [], body
        pages.append((body, foot))
    return pages


def _is_up(line: Line, following: Line) -> bool:
    """Whether the following line stands higher: a new column begins."""
    return following.bottom > line.bottom + 2 * max(line.size, 1.0)
