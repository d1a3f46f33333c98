"""Colours for the text of a .bib file: what kind of entry, its key, its fields, comments, TeX commands."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.theme import Theme

OPENING = re.compile(r"^\s*(@\w+)\s*[{(]\s*([^,\s]*)")
FIELD = re.compile(r"^\s*([\w+:-]+)(\s*=)")
COMMENT = re.compile(r"^\s*%.*")
COMMAND = re.compile(r"\\[A-Za-z]+|\\.")


class BibHighlighter(QSyntaxHighlighter):
    """Line by line; good enough to read by, and never slow."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if found := OPENING.match(text):
            self._colour(found.span(1), "muted")
            self._colour(found.span(2), "accent", is_bold=True)
        elif found := FIELD.match(text):
            self._colour(found.span(1), "good")
        elif found := COMMENT.match(text):
            self._colour(found.span(), "faint")
            return
        for command in COMMAND.finditer(text):
            self._colour(command.span(), "warn")

    def _colour(self, span: tuple[int, int], name: str, is_bold: bool = False) -> None:
        style = QTextCharFormat()
        style.setForeground(self._theme.colour(name))
        if is_bold:
            style.setFontWeight(QFont.Weight.DemiBold)
        self.setFormat(span[0], span[1] - span[0], style)
