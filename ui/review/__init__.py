"""The import review: an article's notes and the works they cite, corrected and brought into the library."""

from __future__ import annotations

from app import finding
from app.apparatus import Apparatus
from app.cards import Mention
from app.importing import ImportProposal
from app.library import Library
from app.progress import Progress
from ui.context import Context
from ui.review.state import note_at
from ui.review.window import ReviewWindow

__all__ = ["ReviewWindow", "open_article", "open_review"]


def open_review(context: Context, proposal: ImportProposal) -> ReviewWindow:
    """Open a page just read, before it is accepted."""
    return _opened(context, ReviewWindow(context, proposal))


def open_article(context: Context, article_id: int, citation_id: int | None = None) -> None:
    """Open an article that the library has, to read and link; at a citation where one is named."""

    def look(library: Library, _: Progress) -> tuple[Apparatus, Mention | None]:
        found = _mention(library, article_id, citation_id) if citation_id is not None else None
        return finding.apparatus(library, article_id), found

    def show(answer: tuple[Apparatus, Mention | None]) -> None:
        apparatus, mention = answer
        window = _opened(context, ReviewWindow(context, ImportProposal(apparatus, ()), stored=article_id))
        note = note_at(apparatus, mention.note_position) if mention is not None else None
        if note is not None and mention is not None:
            starts = [citation.start for citation in note.citations]
            window.go_to(note.note.position, starts.index(mention.start) if mention.start in starts else None)

    context.background.ask(look, show)


def _mention(library: Library, article_id: int, citation_id: int) -> Mention | None:
    entries = finding.find_ids(library, article=article_id)
    mentions = (mention for entry_id in entries for mention in finding.mentions(library, entry_id))
    return next((mention for mention in mentions if mention.citation_id == citation_id), None)


def _opened(context: Context, window: ReviewWindow) -> ReviewWindow:
    context.show_window(window)
    return window
