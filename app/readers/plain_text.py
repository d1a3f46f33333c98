"""Text files and pasted pages: bytes in, a Page with the text as it stands out."""

from __future__ import annotations

from app.page import Page
from app.readers.encoding import decode


def recognises(name: str, content: bytes) -> bool:  # noqa: ARG001 - every reader is asked the same question
    """Whether this is a text file. The last reader asked takes what no other one knows."""
    return True


def read(name: str, content: bytes) -> Page:
    """The page as text.

    Raises:
        UserError: the file holds no text.
    """
    return Page(text=decode(content), source=name)
