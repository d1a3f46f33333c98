"""The library, or some of it, as the text of a .bib file; citation keys freeze when they leave."""

from app.bibtex.dialects import Dialect
from app.exporting.writing import ExportOptions, bib_text, export_bib

__all__ = ["Dialect", "ExportOptions", "bib_text", "export_bib"]
