"""An article of the library in, its notes as a .tex file of footnotes out, or as a document with its .bib beside it."""

from __future__ import annotations

from pathlib import Path

from app import finding
from app.exporting.writing import ExportOptions, bib_text
from app.footnotes import footnotes_document, write_footnotes
from app.library import Library
from app.saving import replace_files
from models.freezing import freeze_keys


def export_footnotes(library: Library, article_id: int, path: Path, command: str, is_document: bool = False) -> int:
    """Write an article's notes as LaTeX footnotes and freeze the keys that they cite.

    Args:
        library: where the article is.
        article_id: the article.
        path: the .tex file; as a document it gets a .bib of the same name, both in one step.
        command: the command that cites, without its backslash.
        is_document: a whole document that can be typeset, not the footnotes alone.

    Returns:
        how many notes were written.

    Raises:
        UserError: the article is gone, or a file cannot be written; nothing is.
    """
    apparatus = finding.apparatus(library, article_id)
    ids = finding.find_ids(library, article=article_id)
    if is_document:
        bib = path.with_suffix(".bib")
        text = footnotes_document(apparatus, bib.name, command)
        replace_files({path: text.encode(), bib: bib_text(library, ids, ExportOptions()).encode()})
    else:
        replace_files({path: write_footnotes(apparatus, command).encode()})
    with library.setting_down() as session:
        freeze_keys(session, ids)
    return len(apparatus.notes)
