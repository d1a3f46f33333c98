"""Saved web pages: bytes in, a Page with the article's tags, the notes its markup marks, and the text it shows out."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
from lxml import etree

from app.page import Page
from app.readers.encoding import decode
from app.readers.marked_notes import take_notes
from app.readers.markup import shown_text
from app.readers.metadata import read_metadata

_OPENING = re.compile(
    rb"^[\s\x00\xef\xbb\xbf\xff\xfe]*<(?:!doctype\s+html|html|\?xml[^>]*\?>\s*<(?:!doctype\s+html|html))", re.I
)
_TAGS = re.compile(rb"<(?:head|body|meta|div|article|section|ol|p|span|table|h[1-6])\b[^>]*>", re.I)
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ASIDE = "//nav|//footer|//form|//*[@role='navigation' or @role='search' or @aria-hidden='true' or @hidden]"


def recognises(name: str, content: bytes) -> bool:
    """Whether this is a web page: it opens as one, or it is called one and holds its tags."""
    start = content[:4096].replace(b"\x00", b"")
    if _OPENING.match(start):
        return True
    return len(_TAGS.findall(start)) > (0 if name.lower().endswith((".html", ".htm", ".xhtml")) else 4)


def read(name: str, content: bytes, charset: str = "") -> Page:
    """The page with its tags, marked notes and text; `charset` is the encoding it came with, where one is known.

    Raises:
        UserError: the file holds no text.
    """
    match = _CHARSET.search(content[:4096])
    own = (match[1] or match[2]).decode("ascii", errors="replace") if match else ""
    root = _tree(_DECLARATION.sub("", decode(content, charset or own)))
    if root is None:
        return Page("", source=name)
    tags = [(meta.get("name") or meta.get("property") or "", meta.get("content") or "") for meta in root.iter("meta")]
    linked = [script.text or "" for script in root.xpath("//script[@type='application/ld+json']")]
    stated = read_metadata(tags, linked)
    notes = take_notes(root)
    for aside in root.xpath(_ASIDE):
        if aside.getparent() is not None:
            aside.drop_tree()
    text = shown_text(_main(root))
    return Page(text if stated else _from_title(root, text), notes, stated, name)


def _from_title(root: Any, text: str) -> str:
    """The text from the one main heading on: what stands above it on a page without tags is menus."""
    titles = [shown_text(heading).strip() for heading in root.iter("h1")]
    if len(titles) == 1 and titles[0] and (at := text.find(titles[0])) > 0:
        return text[at:]
    return text


def _tree(text: str) -> Any | None:
    """The page's elements; None where there are none. Any depth and size is taken."""
    parser = lxml.html.HTMLParser(
        huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _main(root: Any) -> Any:
    """The part of the page that holds the article, where the page says so."""
    for path in ("//main", "//*[@role='main']", "//article"):
        found = root.xpath(path)
        if len(found) == 1 and len(found[0].text_content()) > 200:
            return found[0]
    return root
