"""`ibidem notes`: an article page in; its works as a .bib file, a report, LaTeX footnotes out. No library is kept."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from app.apparatus import Apparatus
from app.article import read_article
from app.bibtex import Dialect, write_bib
from app.citekeys import make_keys
from app.commands.places import refuse_clashes
from app.counting import counted
from app.footnotes import footnotes_document, write_footnotes
from app.readers import read_bytes, read_page
from app.report import write_report
from app.saving import replace_files
from app.works import read_apparatus, rename_works


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "page", metavar="PAGE", help="the saved or copied page (.txt, .html, .docx, .pdf); - reads standard input"
    )
    parser.add_argument("--bib", metavar="OUT.bib", type=Path, required=True, help="where the works go")
    parser.add_argument("--report", metavar="OUT.json", type=Path, required=True, help="where the report goes")
    parser.add_argument("--tex", metavar="OUT.tex", type=Path, help="where the notes go as LaTeX footnotes")
    parser.add_argument("--document", action="store_true", help="make OUT.tex a whole document that can be typeset")
    parser.add_argument("--dialect", choices=[d.value for d in Dialect], default=Dialect.BIBLATEX.value)


def run(options: argparse.Namespace) -> None:
    """Read the page and write all the files, or none."""
    refuse_clashes([options.page], [options.bib, options.report, options.tex])
    apparatus = read_notes(options.page)
    works = [work.entry for work in apparatus.works]
    bib = write_bib(works, Dialect(options.dialect))
    report = json.dumps(write_report(apparatus), ensure_ascii=False, indent=1) + "\n"
    files = {options.bib: bib.encode(), options.report: report.encode()}
    if options.tex is not None:
        files[options.tex] = _footnotes(apparatus, options).encode()
    replace_files(files)
    print(_summary(apparatus, options.bib))


def read_notes(page: str) -> Apparatus:
    """The apparatus of a page, given by its path or "-"; every work's id is its citation key."""
    read = read_bytes("standard input", sys.stdin.buffer.read()) if page == "-" else read_page(Path(page))
    article = read_article(read)
    apparatus = read_apparatus(article.entry, article.notes, source=page)
    keys = make_keys([work.entry for work in apparatus.works])
    return rename_works(apparatus, {work.id: key for work, key in zip(apparatus.works, keys, strict=True)})


def _footnotes(apparatus: Apparatus, options: argparse.Namespace) -> str:
    if not options.document:
        return write_footnotes(apparatus)
    bib = Path(os.path.relpath(options.bib.absolute(), options.tex.absolute().parent))
    return footnotes_document(apparatus, bib.as_posix())


def _summary(apparatus: Apparatus, bib: Path) -> str:
    open_links = sum(1 for note in apparatus.notes for citation in note.citations if citation.work is None)
    unresolved = f", {counted(open_links, 'citation', 'citations')} unresolved" if open_links else ""
    notes, works = counted(len(apparatus.notes), "note", "notes"), counted(len(apparatus.works), "work", "works")
    return f"{notes}, {works}{unresolved}: {bib}"
