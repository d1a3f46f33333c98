"""A page in, what would come into the library out; nothing is written."""

from __future__ import annotations

from pathlib import Path

from app.apparatus import Apparatus
from app.article import read_article
from app.entry import Entry
from app.errors import UserError
from app.importing.known_articles import known_article
from app.importing.proposal import Choice, ImportProposal, ProposedWork
from app.lessons import apply_lessons
from app.library import Library
from app.library.known_works import same_work
from app.matching import Outcome
from app.page import Page
from app.progress import Progress
from app.readers import read_bytes, read_page
from app.teaching import lessons
from app.works import read_apparatus

# What the ends of file names say; anything else is a page.
_ENTRY_FILES = frozenset({".bib", ".bibtex", ".biblatex", ".ris", ".json", ".xml", ".mods"})
_REVIEW_DOUBT = 0.5


def propose(library: Library, path: Path, progress: Progress | None = None) -> ImportProposal:
    """Read a page and say what would come in.

    Raises:
        UserError: the file cannot be read or holds no notes.
        Cancelled: the user asked to stop.
    """
    progress = progress or Progress()
    progress.step(f"Reading {path.name}")
    return _propose_page(library, read_page(path), str(path), progress)


def propose_text(library: Library, text: str, source: str = "", progress: Progress | None = None) -> ImportProposal:
    """The same for pasted text.

    Raises:
        UserError: the text holds no notes.
        Cancelled: the user asked to stop.
    """
    progress = progress or Progress()
    progress.step("Reading the text")
    return _propose_page(library, read_bytes(source or "pasted text", text.encode()), source, progress)


def _propose_page(library: Library, page: Page, source: str, progress: Progress) -> ImportProposal:
    article = read_article(page)
    progress.step("Reading the notes")
    apparatus = read_apparatus(article.entry, article.notes, source, progress)
    apparatus = apply_lessons(apparatus, [card.lesson for card in lessons(library)])
    if not any(note.note.text for note in apparatus.notes):
        raise UserError(
            "No notes found",
            f"{source or 'The text'} has no notes that Ibidem can find.",
            "Open the page that shows the numbered notes, or copy them together with their numbers.",
        )
    library.see_others()
    library.index(progress)
    progress.step("Looking the works up in the library")
    return propose_apparatus(library, apparatus)


def propose_apparatus(library: Library, apparatus: Apparatus) -> ImportProposal:
    """Match the works of an apparatus (again, after corrections) against the library."""
    library.see_others()
    own = same_work(library, apparatus.article) if apparatus.article is not None else None
    with library.asking() as session:
        known = known_article(session, apparatus, own)
    works = tuple(_proposed(library, work.id, work.entry) for work in apparatus.works)
    return ImportProposal(apparatus, works, known, own)


def _proposed(library: Library, work_id: str, entry: Entry) -> ProposedWork:
    candidates = tuple(library.look_alikes(entry))
    same = same_work(library, entry, candidates)
    if same is not None:
        score = next((c.comparison.score for c in candidates if c.id == same), 1.0)
        return ProposedWork(work_id, entry, candidates, Choice.SAME, same, max(0.0, (1.0 - score) / 2))
    doubtful = [c for c in candidates if c.comparison.outcome in (Outcome.REVIEW, Outcome.SAME)]
    doubt = max((_REVIEW_DOUBT + c.comparison.score / 2 for c in doubtful), default=0.0)
    return ProposedWork(work_id, entry, candidates, Choice.NEW, None, doubt)


def is_page(path: Path) -> bool:
    """Whether a file is an article page (text, HTML, docx, pdf) rather than a file of entries."""
    return path.suffix.lower() not in _ENTRY_FILES
