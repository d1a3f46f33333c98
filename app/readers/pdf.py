"""PDF files with a text layer: bytes in, a Page with the article's text and the small type at the pages' feet out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.errors import UserError
from app.page import Page
from app.readers.encoding import tidy

_SMALLER = 0.93
_RAISED = 0.8
_OPENS_NOTE = re.compile(r"^\s*(?:\[?\d{1,4}[a-z]?\]?[.)]?\s*\S|[*†‡§]{1,3}\s*\S)")
_PAGE_NUMBER = re.compile(r"^\W*(?:\d{1,4}|[ivxl]{1,6})\W*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, the size of most of its letters, and how high on the page it stands."""

    text: str
    size: float
    bottom: float


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
    divided = [_divide(page, usual) for page in pages]
    feet = [foot for _, foot in divided if foot]
    if sum(bool(_OPENS_NOTE.match(foot[0].text)) for foot in feet) * 2 >= max(len(feet), 1) and feet:
        body = "\n\f\n".join("\n".join(line.text for line in body) for body, _ in divided)
        notes = "\n".join(line.text for foot in feet for line in foot)
        return Page(tidy(f"{body}\n\nNotes\n\n{notes}\n"), source=name)
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
    import pypdfium2.raw as pdfium

    try:
        page = document[number]
    except Exception:  # a page that is broken is passed over, the others still count
        return
    text_page = page.get_textpage()
    letters: list[tuple[str, float, float]] = []
    for index in range(text_page.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        if letter in "\r\n":
            if letters:
                yield _line(letters)
            letters = []
        else:
            letters.append((letter, pdfium.FPDFText_GetFontSize(text_page, index), _bottom(pdfium, text_page, index)))
    if letters:
        yield _line(letters)
    text_page.close()
    page.close()


def _bottom(pdfium: Any, text_page: Any, index: int) -> float:
    import ctypes

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    return y.value


def _line(letters: Sequence[tuple[str, float, float]]) -> Line:
    """A line of its letters; a small raised number that opens it is set apart from the words."""
    sizes = Counter(round(size, 1) for letter, size, _ in letters if not letter.isspace())
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    bottoms = Counter(round(bottom) for letter, _, bottom in letters if not letter.isspace())
    text = "".join("-" if letter in "\x02\ufffe" else letter for letter, _, _ in letters)
    raised = 0
    for letter, own, _ in letters:
        if not (letter.isdigit() and own < _RAISED * size) and not (raised == 0 and letter.isspace()):
            break
        raised += 1
    if raised and not text[raised : raised + 1].isspace() and text[:raised].strip():
        text = f"{text[:raised]} {text[raised:]}"
    return Line(text, size, float(bottoms.most_common(1)[0][0]) if bottoms else 0.0)


def _usual_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size most letters of the document have: that of its body."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _divide(page: Sequence[Line], usual: float) -> tuple[list[Line], list[Line]]:
    """A page's body and the notes at its foot: the last lines in smaller type, page numbers and footers aside."""
    lines = [line for line in page if line.text.strip()]
    end = len(lines)
    while end and (_PAGE_NUMBER.match(lines[end - 1].text) and end > 1):
        end -= 1
    begin = end
    while begin and lines[begin - 1].size < _SMALLER * usual:
        begin -= 1
    while begin < end and not _OPENS_NOTE.match(lines[begin].text) and begin == 0:
        begin += 1
    return lines[:begin], lines[begin:end]
