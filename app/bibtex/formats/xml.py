"""The bytes of an EndNote XML or a MODS file in, its entries out; no entity of the file is ever looked up."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.bibtex.formats.endnote import read_endnote
from app.bibtex.formats.mods import MODS, read_mods
from app.entry import Entry
from app.errors import UserError


def read_xml(content: bytes, name: str = "The file") -> list[Entry]:
    """The entries of an EndNote XML or MODS file of that name.

    Raises:
        UserError: it is neither, or no XML.
    """
    try:
        root = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise _neither(name) from error
    if root.tag in (f"{MODS}mods", f"{MODS}modsCollection"):
        return read_mods(root)
    if root.tag in ("xml", "records", "record"):
        return read_endnote(root)
    raise _neither(name)


def _neither(name: str) -> UserError:
    return UserError(
        "File cannot be read",
        f"{name} is neither EndNote XML nor MODS.",
        "Export it again from the program it comes from, best as BibTeX.",
    )
