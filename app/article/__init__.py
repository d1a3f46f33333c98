"""A Page in, the article out: its own entry, and its notes in page order."""

from __future__ import annotations

from dataclasses import dataclass

from app.apparatus import NoteText
from app.article.head import read_head
from app.article.sheet_imprint import take_sheet_imprint, with_imprint
from app.entry import Entry
from app.errors import UserError
from app.folding import fold
from app.notes import read_notes
from app.page import Page


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What a page says of its article.

    Attributes:
        entry: the article's own entry, None where the page shows nothing of it.
        notes: every note, empty ones too.
    """

    entry: Entry | None
    notes: tuple[NoteText, ...]


class NoNotes(UserError):  # noqa: N818 - named for what it says
    """The page has no notes that can be told from its text."""

    def __init__(self) -> None:
        super().__init__(
            "No notes found",
            "There are no numbered notes on this page.",
            "Copy or save the page with its footnotes or endnotes, the numbers included, and open it again.",
        )


def read_article(page: Page) -> ArticleText:
    """The article on a page. What the file states about itself (citation tags) wins over what its head shows.

    Raises:
        NoNotes: the page has no notes.
    """
    page, imprint = take_sheet_imprint(page)
    found = read_notes(page)
    if not found.notes:
        raise NoNotes
    shown = with_imprint(read_head(found.before, found.after), imprint)
    return ArticleText(_together(page.stated, shown), found.notes)


def _together(stated: Entry | None, shown: Entry | None) -> Entry | None:
    """One entry of two. The head only adds to what is stated where both mean the same article."""
    if stated is None or shown is None or not stated.get("title"):
        return stated or shown
    if fold(stated.get("title")) != fold(shown.get("title")):
        return stated
    missing = {name: value for name, value in shown.fields.items() if not stated.get(name) and name != "organization"}
    return stated.with_fields(**missing)
