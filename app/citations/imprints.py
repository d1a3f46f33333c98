"""A bracket's words in, whether they are only where and when a work came out: never a citation by themselves."""

from __future__ import annotations

import re

from app.fields.places import is_place

_IMPRINT = re.compile(
    r"(?P<words>(?:[^,;:()“”‘’„«»\"]{1,60}[,:;]\s){0,4}[^,;:()“”‘’„«»\"]{0,40}?),?\s?\[?(?:1[4-9]|20)\d\d\]?(?:\s?[-–/]\s?\d{2,4})?(?:\s\[\d{4}\])?"
)
_EDITION_OR_HOUSE = re.compile(
    r"\b(?:eds?|edn|éd|Aufl|vols?|Bde|thesis|thèse|dissertation|[Dd]iss|tesis|tesi|tese|Press|Presses|Verlag|Éditions|Edizioni|Ediciones|Universit\w*|"
    r"rev|repr|reprint|unpublished|forthcoming)\b"
)


def is_imprint(words: str) -> bool:
    """Whether there is nothing but edition, place, house and year: "5th ed., London, 1819"."""
    match = _IMPRINT.fullmatch(words.strip())
    if match is None:
        return False
    return bool(_EDITION_OR_HOUSE.search(words)) or is_place(re.split(r"[,:]", match["words"])[0])
