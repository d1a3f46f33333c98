r"""An Apparatus in, its notes as LaTeX footnotes out: each citation that leads to a work is an \autocite of it."""

from app.footnotes.commands import cite_command, clean_locator
from app.footnotes.writing import footnotes_document, write_footnotes

__all__ = ["cite_command", "clean_locator", "footnotes_document", "write_footnotes"]
