"""Entries in, the formats that other programs read out: RIS, CSL-JSON, EndNote XML, MODS; and the XML ones in.

write_as(entries, Format.RIS) -> str          text for a file or the clipboard
read_xml(content) -> list[Entry]              EndNote XML or MODS, told apart by its elements
"""

from collections.abc import Iterable
from enum import StrEnum

from app.bibtex.formats.csl import write_csl
from app.bibtex.formats.endnote import write_endnote
from app.bibtex.formats.mods import write_mods
from app.bibtex.formats.ris import write_ris
from app.bibtex.formats.xml import read_xml
from app.entry import Entry

__all__ = ["Format", "read_xml", "write_as"]


class Format(StrEnum):
    """A format, by what its files end in."""

    RIS = "ris"
    CSL_JSON = "json"
    ENDNOTE_XML = "xml"
    MODS = "mods"


_WRITERS = {
    Format.RIS: write_ris,
    Format.CSL_JSON: write_csl,
    Format.ENDNOTE_XML: write_endnote,
    Format.MODS: write_mods,
}


def write_as(entries: Iterable[Entry], wanted: Format) -> str:
    """The entries in another format, in the order given."""
    return _WRITERS[wanted](entries)
