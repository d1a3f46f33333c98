"""A citation's text in, its fields out where a named author's work lies in a library as a manuscript."""

from __future__ import annotations

import re

from app.fields.names import format_people
from app.fields.peeling import clean_title
from app.fields.ratings import rate_people
from app.fields.shelf_marks import repository

# "G. Giscardi, Origine delle chiese, ms. s.d., Biblioteca Franzoniana di Genova, p. 234"
_MANUSCRIPT = re.compile(
    r"(?P<people>[A-ZÀ-Þ][^,;:«“„‘()]{2,60}),\s(?P<title>[^;«“„‘]{5,240}?),\s(?:ms\.?|MS\.?|Hs\.?|manoscritto|manuscrito|manuscrit)"
    r"(?:\s(?:s\.\s?d\.|del\s\w+|n\.\s?d\.))?,\s(?P<library>[A-ZÀ-Þ][^,;()]{3,80})"
    r"(?:,\s(?P<mark>(?:mss?\.?\s|cod\.\s|n\.\s)?[\w. /-]*\d[\w./-]*))??"
    r"(?:,\s(?P<label>pp?\.\s)?(?P<page>(?(label)|(?:cc?|ff?|fols?|ff?\.?º|Bl)\.\s?)\d[\w–-]*))?(?=\s*(?:[.;)]|$))"
)
_A_NAME = 0.5


def read_manuscript(text: str) -> tuple[dict[str, str], int, str | None] | None:
    """Read author, title, "ms." and who keeps it: fields, end and the leaf pointed at; None of any other work."""
    found = _MANUSCRIPT.match(text)
    if not found or rate_people(found["people"]) < _A_NAME or not repository().search(found["library"]):
        return None
    library = ", ".join(filter(None, (found["library"], found["mark"])))
    fields = {"author": format_people(found["people"]), "title": clean_title(found["title"]), "library": library}
    return fields, found.end(), found["page"]
