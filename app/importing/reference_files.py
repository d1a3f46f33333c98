"""The bytes of an RIS, CSL-JSON, Zotero JSON, EndNote XML or MODS file in, its entries out, in biblatex's names."""

from __future__ import annotations

import json
from typing import Any

from app.bibtex.formats import read_xml
from app.bibtex.formats.csl_reading import read_csl
from app.bibtex.formats.ris_reading import read_ris
from app.bibtex.formats.zotero import is_zotero, read_zotero_items
from app.entry import Entry
from app.errors import UserError


def read_references(name: str, content: bytes) -> list[Entry]:
    """The entries of an RIS, CSL-JSON, EndNote XML or MODS file, told apart by its first character.

    Raises:
        UserError: it is none of them.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return read_xml(content.lstrip(b"\xef\xbb\xbf \t\r\n"), name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    try:
        if text.lstrip()[:1] in ("[", "{"):
            objects = [item for item in _items(json.loads(text)) if isinstance(item, dict)]
            if any(is_zotero(item) for item in objects):
                return read_zotero_items(item for item in objects if is_zotero(item))
            return [read_csl(item) for item in objects]
        return read_ris(text)
    except (ValueError, RecursionError, OSError, AttributeError, TypeError, KeyError) as error:
        raise UserError(
            "File cannot be read",
            f"{name} is neither RIS nor CSL-JSON.",
            "Export it again from the program it comes from, best as BibTeX.",
        ) from error


def _items(found: Any) -> list[Any]:
    """The items of a list, of Better BibTeX's or Crossref's object around one, or the object that is one itself."""
    if isinstance(found, dict) and isinstance(found.get("message"), dict):
        found = found["message"]
    if isinstance(found, dict):
        found = found.get("items", [found])
    return list(found.values()) if isinstance(found, dict) else list(found)
