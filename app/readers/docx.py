"""Word files: bytes in, a Page with the real footnotes and endnotes in the order of their calls, and the text, out.

The parts and elements are those of ECMA-376 (WordprocessingML).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from app.errors import UserError
from app.page import MarkedNote, Page
from app.readers.encoding import tidy

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LARGEST = 400_000_000
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What is in the file but not on the page: deleted words, field codes, the note's own number.
_UNSEEN = frozenset(
    f"{_W}{name}" for name in ("delText", "instrText", "footnoteRef", "endnoteRef", "rPr", "pPr", "del", "moveFrom")
)
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NUMERALS = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


def recognises(name: str, content: bytes) -> bool:
    """Whether this is a Word file, an old one too (so that it can be refused in words)."""
    if content.startswith(_OLD_WORD):
        return True
    return content.startswith(b"PK") and (b"word/document.xml" in content or name.lower().endswith((".docx", ".docm")))


def read(name: str, content: bytes) -> Page:
    """The document's text and its notes.

    Raises:
        UserError: it is an old or protected Word file, or damaged.
    """
    if content.startswith(_OLD_WORD):
        raise UserError(
            "An old or protected Word file",
            f"{name} is in Word's old format, or protected by a password.",
            "Open it in Word, save it as a .docx without a password, and try again.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            document = _part(archive, "word/document.xml")
            notes = {kind: _part(archive, f"word/{kind}s.xml", required=False) for kind in ("footnote", "endnote")}
    except (
        zipfile.BadZipFile,
        KeyError,
        etree.XMLSyntaxError,
        EOFError,
        OSError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise UserError(
            "The Word file is damaged",
            f"{name} cannot be read as a Word file.",
            "Open it in Word, save it again, and try again.",
        ) from error
    return Page(tidy(_body(document)), tuple(_notes(document, notes)), source=name)


def _part(archive: zipfile.ZipFile, name: str, required: bool = True) -> Any | None:
    """A part's root element; parts larger than any article are refused."""
    if not required and name not in archive.namelist():
        return None
    if archive.getinfo(name).file_size > _LARGEST:
        raise zipfile.BadZipFile(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
    return etree.fromstring(archive.read(name).replace(_STRICT, _W[1:-1].encode()), parser)


def _body(document: Any) -> str:
    return "\n\n".join(text for paragraph in document.iter(f"{_W}p") if (text := _text(paragraph).strip()))


def _text(element: Any) -> str:
    """The words of a paragraph as the page shows them."""
    pieces: list[str] = []
    skipped: set[Any] = set()
    for node in element.iter():
        if node.getparent() in skipped or node.tag in _UNSEEN:
            skipped.add(node)
        elif node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag in _SIGNS:
            pieces.append(_SIGNS[node.tag])
    return "".join(pieces)


def _notes(document: Any, parts: Mapping[str, Any | None]) -> Iterator[MarkedNote]:
    """The notes in the order of their calls: first footnotes, then endnotes, labelled as their calls are."""
    words = {kind: _by_id(part, kind) for kind, part in parts.items()}
    for kind in parts:
        form, start = _numbering(document, kind)
        number = start - 1
        for call in document.iter(f"{_W}{kind}Reference"):
            text = words[kind].get(call.get(f"{_W}id") or "")
            if text is None:
                continue
            if call.get(f"{_W}customMarkFollows") in ("1", "true", "on"):
                yield MarkedNote(_custom_mark(call), _without_mark(text, _custom_mark(call)))
                continue
            number += 1
            yield MarkedNote(_label(number, form), text)


def _by_id(part: Any | None, kind: str) -> dict[str, str]:
    """The words of each note of a part; the separators that Word keeps among them are left out."""
    if part is None:
        return {}
    notes = (note for note in part.iter(f"{_W}{kind}") if note.get(f"{_W}type") in (None, "normal"))
    return {note.get(f"{_W}id") or "": tidy("\n".join(_text(p) for p in note.iter(f"{_W}p"))) for note in notes}


def _numbering(document: Any, kind: str) -> tuple[str, int]:
    """How notes of a kind are numbered, and from which number on."""
    form, start = ("decimal" if kind == "footnote" else "lowerRoman"), 1
    for properties in document.iter(f"{_W}{kind}Pr"):
        for child in properties:
            value = child.get(f"{_W}val") or ""
            if child.tag == f"{_W}numFmt":
                form = value
            elif child.tag == f"{_W}numStart" and value.isdigit():
                start = int(value)
    return form, start


def _label(number: int, form: str) -> str:
    if form in ("lowerRoman", "upperRoman") and 0 < number < 400:
        numeral = ""
        for letters, value in _NUMERALS:
            count, number = divmod(number, value)
            numeral += letters * count
        return numeral if form == "lowerRoman" else numeral.upper()
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form == "chicago" and number > 0:
        return "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1)
    return str(number)


def _custom_mark(call: Any) -> str:
    """The mark an author has set by hand; it follows the call in the same run."""
    return "".join(node.text or "" for node in call.itersiblings(f"{_W}t")).strip()


def _without_mark(text: str, mark: str) -> str:
    return text.lstrip()[len(mark) :] if mark and text.lstrip().startswith(mark) else text
