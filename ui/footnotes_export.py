"""Asks where an article's notes shall go as LaTeX footnotes, and writes them there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.exporting.footnotes import export_footnotes
from app.library import Library
from app.progress import Progress
from ui.context import Context

FOOTNOTES_FILTER = "LaTeX footnotes (*.tex)"
DOCUMENT_FILTER = "Whole LaTeX document with its .bib (*.tex)"


def ask_and_export(context: Context, article_id: int) -> None:
    """Let the user choose a file, and by its kind whether it shall be a whole document; then write it."""
    folder = context.preferences.now.page_folder
    filters = f"{FOOTNOTES_FILTER};;{DOCUMENT_FILTER}"
    chosen, kind = QFileDialog.getSaveFileName(context.window, "Export the article's footnotes", folder, filters)
    if chosen:
        path = Path(chosen if Path(chosen).suffix else f"{chosen}.tex")
        write_to(context, article_id, path, kind == DOCUMENT_FILTER)


def write_to(context: Context, article_id: int, path: Path, is_document: bool) -> None:
    """Write the notes and say so."""
    command = context.preferences.now.cite_command

    def write(library: Library, _: Progress) -> int:
        return export_footnotes(library, article_id, path, command, is_document)

    def said(number: int) -> None:
        beside = f" and {path.with_suffix('.bib').name}" if is_document else ""
        context.messages.notice(f"Wrote {number} notes to {path.name}{beside}")

    context.background.ask(write, said)
