"""A sentence in, the first court case out that it names with its report: "sits ill with Ash v. Ash [1972] Fam. 135"."""

from __future__ import annotations

import re

from app.citations.layout import Layout
from app.fields import ParsedCitation, parse_citation
from app.wordlists import load_words

_VERSUS = re.compile(r"(?<=[\w.)’])\s(?:v\.?|vs\.?)\s(?=[^\W\d_a-z(])")
_PARTY = re.compile(
    r"(?:(?:[^\W\d_a-z][\w.’'&-]*|\([^()]{3,60}\)|of|the|and|for|ex|parte|&)\s){0,9}[^\W\d_a-z(][\w.’'&()-]*$"
)
_WORD = re.compile(r"(?:^|\s)(?=[^\W\d_a-z])")


def find_case(layout: Layout, start: int, end: int) -> tuple[int, ParsedCitation] | None:
    """Where the first case between two places begins, and what its words say; None where there is none."""
    text = layout.text
    for versus in _VERSUS.finditer(text, start, end):
        if layout.depth(versus.start()) != layout.depth(start) or layout.is_quoted(versus.start()):
            continue
        low = max(start, versus.start() - 160)
        party = _PARTY.search(text[low : versus.start()])
        if party is None:
            continue
        for word in _WORD.finditer(party[0]):
            begin = low + party.start() + word.end()
            if _opens(text, begin):
                continue
            parsed = parse_citation(text[begin : min(end, begin + 400)], layout.language)
            if parsed is not None and parsed.entry.entrytype == "jurisdiction" and parsed.start == 0:
                return begin, parsed
    return None


def _opens(text: str, at: int) -> bool:
    """Whether a sentence's own word stands here with a capital: "In Ash v. Ash", "The decision in", "Compare"."""
    word = re.match(r"[^\W\d_]+", text[at:])
    if word is None or text.startswith(("In re ", "Ex parte "), at):
        return False
    leads = load_words("leads")
    known = {*leads["prepositions"]["en"], *leads["articles"]["en"], *load_words("prose")["openers"], "see", "compare"}
    return word[0] in known or (word[0].casefold() in known and word[0] != "A")
