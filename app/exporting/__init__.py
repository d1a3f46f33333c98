"""The library, or some of it, as a .bib file or one for another program; citation keys freeze when they leave."""

from app.bibtex.dialects import Dialect
from app.bibtex.formats import Format
from app.exporting.other_programs import format_of
from app.exporting.surroundings import left_out
from app.exporting.writing import ExportOptions, bib_text, export_bib

__all__ = ["Dialect", "ExportOptions", "Format", "bib_text", "export_bib", "format_of", "left_out"]
