"""What a user types into the filter box in, what to look for out."""

from __future__ import annotations

import re

from app.folding import fold
from models.searching import WORD_COLUMNS, Sought

# author:castro, title:"missile crisis", or a word, or words in quotes that stand together.
_TERM = re.compile(r'(?:(?P<column>[A-Za-z]+):)?(?:["“”](?P<phrase>[^"“”]*)["“”]?|(?P<word>[^\s"“”]+))')
# "author:" with nothing after it yet, while the user is typing.
_UNFINISHED = re.compile(rf"(?:{'|'.join(WORD_COLUMNS)}):(?=\s|$)", re.IGNORECASE)


def read_query(query: str) -> list[Sought]:
    """The words of a query, each to be found as the beginning of a word; `author:`, `year:` ... look in one place only.

    Example: 'author:castro "missile crisis" 1962'. A word before a colon that is no column is a word like any other.
    """
    sought = []
    for found in _TERM.finditer(_UNFINISHED.sub(" ", query)):
        column = (found["column"] or "").lower()
        words = found["phrase"] if found["phrase"] is not None else found["word"]
        if column and column not in WORD_COLUMNS:
            column, words = "", f"{found['column']} {words}"
        if found["phrase"] is None and column != "key":
            sought += [Sought(word, column) for word in fold(words).split()]
        elif fold(words):
            sought.append(Sought(fold(words), column))
    return sought
