"""A thesis's kind as people write it in, biblatex's word for its degree out."""

from __future__ import annotations

import re

from app.wordlists import load_words


def degree_of(text: str) -> str:
    """`phdthesis`, `mathesis` or `bathesis` for "Ph.D. Diss.", "Masterarbeit", "Bachelor's thesis"; else the words."""
    words = " ".join(re.sub(r"[^\w\s]", "", text.casefold()).split())
    for degree, names in load_words("zotero")["degrees"].items():
        if any(re.search(rf"\b{re.escape(name)}", words) for name in names):
            return str(degree)
    return text
