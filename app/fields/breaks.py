"""A text in, the hyphens and spaces out that only a line break put there: "Weav- ing", "Life- Saving", "WEAV- ING"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KEPT = r"(?!(?:and|or|und|oder|bzw|et|ou|y|o|e|to|bis|sowie|wie|als|ed|u|a|al)\b)"
_BREAK = re.compile(
    rf"(?<=[a-zà-ÿā-žß])[-‐­]\s{_KEPT}(?=[a-zà-ÿā-žß])|(?<=[a-zà-ÿā-žß]{{2}}[-‐])\s(?=[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-žß])"
    rf"|(?<=[A-ZÀ-Þ]{{3}})[-‐­]\s(?i:{_KEPT})(?=[A-ZÀ-Þ]{{3}})"
)


def find_breaks(text: str) -> Iterator[tuple[int, int]]:
    """The spans to leave out; "pre- and post-war" stays as it is, and so does every other misprint.

    Where a capital follows, the hyphen is the word's own and the space alone goes.
    """
    if "- " in text or "‐ " in text or "­ " in text:
        for found in _BREAK.finditer(text):
            yield found.span()
