"""The end of a quotation in, whether its source follows in brackets out: "‘The best of times’ (C. Dickens, ...)"."""

from __future__ import annotations

import re

from app.citations.imprints import is_imprint
from app.citations.layout import Layout
from app.citations.pointers import is_repeating
from app.citations.shapes import begins_with_people, begins_with_place

_BRACKET = re.compile(r"\s?\((?=[^\W\d_]|[“‘«])")


def has_source_behind(layout: Layout, at: int, end: int) -> bool:
    """Whether the bracket behind a quotation holds its source, and no imprint as behind a title."""
    bracket = _BRACKET.match(layout.text, at, end)
    if bracket is None:
        return False
    begin = bracket.end()
    close = next((c for o, c in layout.brackets_between(begin - 1, begin) if o == begin - 1), 0)
    if not close or is_imprint(layout.text[begin : close - 1]) or begins_with_place(layout.text, begin, close):
        return False
    return is_repeating(layout.text, begin) or begins_with_people(layout.text, begin, close)
