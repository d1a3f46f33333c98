"""`ibidem notes`: one article page in, its works as a .bib file and the notes report out; no library is kept."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from app.apparatus import Apparatus
from app.article import read_article
from app.bibtex import Dialect, write_bib
from app.citekeys import make_keys
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
    parser.add_argument("--dialect", choices=[d.value for d in Dialect], default=Dialect.BIBLATEX.value)


def run(options: argparse.Namespace) -> None:
    """Read the page and write both files, or neither."""
    apparatus = read_notes(options.page)
    works = [work.entry for work in apparatus.works]
    bib = write_bib(works, Dialect(options.dialect))
    report = json.dumps(write_report(apparatus), ensure_ascii=False, indent=1) + "\n"
    replace_files({options.bib: bib.encode(), options.report: report.encode()})
    print(_summary(apparatus, options.bib))


def read_notes(page: str) -> Apparatus:
    """The apparatus of a page, given by its path or "-"; every work's id is its citation key."""
    read = read_bytes("standard input", sys.stdin.buffer.read()) if page == "-" else read_page(Path(page))
    article = read_article(read)
    apparatus = read_apparatus(article.entry, article.notes, source=page)
    keys = make_keys([work.entry for work in apparatus.works])
    return rename_works(apparatus, {work.id: key for work, key in zip(apparatus.works, keys, strict=True)})


def _summary(apparatus: Apparatus, bib: Path) -> str:
    open_links = sum(1 for note in apparatus.notes for citation in note.citations if citation.work is None)
    unresolved = f", {open_links} citations unresolved" if open_links else ""
    return f"{len(apparatus.notes)} notes, {len(apparatus.works)} works{unresolved}: {bib}"
