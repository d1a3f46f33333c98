"""Text files and pasted pages: bytes in, a Page with the text as it stands out."""

from __future__ import annotations

from app.errors import UserError
from app.page import Page
from app.readers.encoding import decode

_RICH_TEXT = b"{\\rtf"


def recognises(name: str, content: bytes) -> bool:  # noqa: ARG001 - every reader is asked the same question
    """Whether this is a text file. The last reader asked takes what no other one knows."""
    return True


def read(name: str, content: bytes) -> Page:
    """The page as text.

    Raises:
        UserError: the file holds no text, or text in a format of its own (.rtf).
    """
    if content.startswith(_RICH_TEXT):
        raise UserError(
            "A rich text file",
            f"{name or 'The input'} is in the rich text format, whose notes cannot be read.",
            "Open it in a word processor, save it as .docx or .odt, and try again.",
        )
    return Page(text=decode(content), source=name)
