"""Files and text from outside: pages go to the review, files of entries in, once it is said what the library has."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from app.importing import (
    Decision,
    FileProposal,
    ImportProposal,
    ImportReport,
    import_entries,
    is_page,
    propose,
    propose_entries,
    propose_text,
)
from app.library import Library
from app.progress import Progress
from ui.context import Context
from ui.file_matches import FileMatches
from ui.import_sheet import ImportSheet
from ui.match_table import MatchLine, is_worth_asking, lines_of
from ui.pasted import ending_of
from ui.review import open_review

PAGE_FILTER = "Article pages (*.html *.htm *.xhtml *.mhtml *.mht *.txt *.md *.docx *.odt *.pdf)"
ENTRIES_FILTER = "Files of entries (*.bib *.ris *.json *.xml *.mods)"
ALL_FILTER = "All files (*)"


def read_files(context: Context, paths: Sequence[Path]) -> None:
    """Bring files in: each page opens a review, each file of entries a sheet with what came in."""
    for path in paths:
        if is_page(path):
            _read_page(context, path)
        else:
            _read_entries(context, path, path.name)


def read_text(context: Context, text: str) -> None:
    """Bring in what was copied: BibTeX, RIS, CSL-JSON, EndNote XML and MODS as entries, all else as notes."""

    def work(library: Library, progress: Progress) -> ImportProposal:
        return propose_text(library, text, "pasted text", progress)

    if not text.strip():
        context.messages.notice("Nothing to paste: the clipboard has no text")
    elif ending := ending_of(text):
        _read_pasted_entries(context, text, ending)
    else:
        context.background.ask(work, lambda proposal: _review(context, proposal))


def _read_page(context: Context, path: Path) -> None:
    def work(library: Library, progress: Progress) -> ImportProposal:
        return propose(library, path, progress)

    context.background.ask(work, lambda proposal: _review(context, proposal))


def _review(context: Context, proposal: ImportProposal) -> None:
    open_review(context, proposal)


def _read_entries(context: Context, path: Path, name: str) -> None:
    @contextmanager
    def as_it_is() -> Iterator[Path]:
        yield path

    _bring_in(context, as_it_is, name)


def _read_pasted_entries(context: Context, text: str, ending: str) -> None:
    @contextmanager
    def written_down() -> Iterator[Path]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"clipboard{ending}"
            path.write_text(text, encoding="utf-8")
            yield path

    _bring_in(context, written_down, "the clipboard")


def _bring_in(context: Context, file: Callable[[], AbstractContextManager[Path]], name: str) -> None:
    """Look which entries the library has; ask where there is anything to decide; then write them."""

    def look(library: Library, progress: Progress) -> tuple[FileProposal, tuple[MatchLine, ...]]:
        with file() as path:
            proposal = propose_entries(library, path, progress)
        lines = lines_of(proposal)
        return proposal, lines if is_worth_asking(lines) else ()

    def ask(looked: tuple[FileProposal, tuple[MatchLine, ...]]) -> None:
        proposal, lines = looked
        if lines:
            FileMatches(context, proposal, lines, name, partial(write, proposal)).open()
        else:
            write(proposal, {})

    def write(proposal: FileProposal, decisions: dict[int, Decision]) -> None:
        def work(library: Library, progress: Progress) -> ImportReport:
            with file() as path:
                return import_entries(library, path, progress, proposal, decisions)

        context.background.change(work, lambda report: _show_report(context, report, name))

    context.background.ask(look, ask)


def _show_report(context: Context, report: ImportReport, name: str) -> None:
    if report.added:
        context.show_entry(report.added[0])
    elif report.known:
        context.show_entry(report.known[0])
    if report.broken or report.known or not report.added or len(report.added) > 1:
        ImportSheet(context, report, name).open()
