"""OpenDocument texts: bytes in, a Page with the notes and the text out (OASIS OpenDocument 1.3, text:note)."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from app.errors import UserError
from app.page import MarkedNote, Page
from app.readers.encoding import tidy

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LARGEST = 400_000_000
_BREAKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")


def recognises(name: str, content: bytes) -> bool:
    """Whether this is an OpenDocument text."""
    return content.startswith(b"PK") and (b"opendocument.text" in content[:200] or name.lower().endswith(".odt"))


def read(name: str, content: bytes) -> Page:
    """The document's text and its notes.

    Raises:
        UserError: the file is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if archive.getinfo("content.xml").file_size > _LARGEST:
                raise zipfile.BadZipFile(name)
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
            root: Any = etree.fromstring(archive.read("content.xml"), parser)
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
            "The text document is damaged",
            f"{name} cannot be read.",
            "Open it in a word processor, save it again, and try again.",
        ) from error
    notes = []
    for note in list(root.iter(f"{_TEXT}note")):
        citation, body = note.find(f"{_TEXT}note-citation"), note.find(f"{_TEXT}note-body")
        label = (citation.get(f"{_TEXT}label") or "".join(citation.itertext())).strip() if citation is not None else ""
        words = "\n".join(_text(paragraph) for paragraph in body.iter(*_PARAGRAPHS)) if body is not None else ""
        notes.append(MarkedNote(label, tidy(words)))
        for child in list(note):
            note.remove(child)
    paragraphs = (text for paragraph in root.iter(*_PARAGRAPHS) if (text := _text(paragraph).strip()))
    return Page(tidy("\n\n".join(paragraphs)), tuple(notes), source=name)


def _text(paragraph: Any) -> str:
    """The words of a paragraph as the page shows them."""
    pieces = [paragraph.text or ""]
    for node in paragraph.iterdescendants():
        if isinstance(node.tag, str):
            pieces.append(_BREAKS.get(node.tag, node.text or ""))
        pieces.append(node.tail or "")
    return "".join(pieces)
