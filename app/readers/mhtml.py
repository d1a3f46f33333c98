"""Web pages saved as one file (.mhtml, RFC 2557): bytes in, the Page of the web page in it out."""

from __future__ import annotations

import email
import email.policy
import re

from app.errors import UserError
from app.page import Page
from app.readers import html

_OPENING = re.compile(rb"^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+", re.I)


def recognises(name: str, content: bytes) -> bool:  # noqa: ARG001 - every reader is asked the same question
    """Whether this is a page with its pictures in one file: it opens with a letter's head that says so."""
    head = _OPENING.match(content[:8192].lstrip())
    return head is not None and b"multipart/related" in head[0].lower()


def read(name: str, content: bytes) -> Page:
    """The web page in the file.

    Raises:
        UserError: there is no web page in it.
    """
    message = email.message_from_bytes(content.lstrip(), policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                charset = part.get_content_charset()
                return html.read(name, page, charset or "")
    raise UserError(
        "No page in the file", f"{name} holds no web page.", "Save the page again, as a web page, and open that."
    )
