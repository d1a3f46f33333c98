"""A Page in, the same without the imprint at the foot of the article's first sheet, and that imprint's fields, out."""

from __future__ import annotations

import re
from dataclasses import replace

from app.article.imprint import read_imprint
from app.entry import Entry
from app.page import Page

# "Northern History, Vol. 34, No. 3 (June 2010). © 2010 The Society ...", a paragraph of its own among notes or text.
_SHEET = re.compile(
    r"\n[ \t]*\n(?P<imprint>[A-Z][^\n©]{3,110}?\d[^\n©]{0,60}?)[.,;]?\s"
    r"(?:©|\(c\)|Copyright)\s(?:[^\n]|\n(?![ \t]*\n)){0,700}(?=\n[ \t]*\n|\s*$)"
)
# What stands before it is more than an article's head.
_HEAD = 600


def take_sheet_imprint(page: Page) -> tuple[Page, dict[str, str]]:
    """Take the imprint of the first sheet out of a page, lest it be taken for the end of a note.

    Returns:
        The page, and the fields of the imprint; the page as it was and none where no such imprint stands there.
    """
    for found in _SHEET.finditer(page.text, _HEAD):
        fields = read_imprint(found["imprint"].strip())
        if fields.get("journaltitle") and {"volume", "number"} & fields.keys():
            return replace(page, text=page.text[: found.start()] + page.text[found.end() :]), fields
    return page, {}


def with_imprint(shown: Entry | None, fields: dict[str, str]) -> Entry | None:
    """The article's entry with the fields of its imprint where its head shows none."""
    if shown is None or not fields:
        return shown
    missing = {name: value for name, value in fields.items() if not shown.get(name)}
    kind = "article" if shown.entrytype == "online" else shown.entrytype
    return Entry(kind, {**shown.fields, **missing})
