"""Page: one opened document as text, the notes that its format marks as notes, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from app.entry import Entry


@dataclass(frozen=True, slots=True)
class MarkedNote:
    """A note that the file itself marks as one (a Word footnote, a list item in a web page's notes).

    Attributes:
        label: the number it carries, "" where it carries none.
        text: its words as they stand in the file.
    """

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One opened document. A reader fills it and knows no more of articles than the file's format tells.

    Attributes:
        text: the words in reading order, a line for each line or paragraph.
        notes: the notes where the format marks them; empty where they must be found in the text.
        foot: the small type at the feet of the pages, where the format tells it apart from the text; "" elsewhere.
        stated: the article's own entry where the file states it (a web page's citation tags), else None.
        source: where the document came from, for people to read; "" for typed or piped text.
    """

    text: str
    notes: tuple[MarkedNote, ...] = ()
    stated: Entry | None = None
    source: str = ""
    foot: str = ""
