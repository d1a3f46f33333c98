"""A labelled citation in, the same within a note out: lead-in words before it, a further citation or prose behind it.

What does not belong to the citation gets a label of its own, so that the tagger learns where one begins and ends.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from app.tagging.labels import Part
from benchmarks.training.facts import lists
from benchmarks.training.labelled import LabelledText, Span
from benchmarks.training.noise import replace_at

_FOLDER = Path(__file__).parent / "prose"
_LED, _BRACKETED, _JOINED, _FOLLOWED = 0.10, 0.06, 0.22, 0.20


@cache
def _prose(language: str) -> dict[str, list[str]]:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def within_note(
    citation: LabelledText, language: str, another: Callable[[], LabelledText], chance: random.Random
) -> LabelledText:
    """The citation as it may stand in a note: `another` makes what may follow it."""
    prose = _prose(language)
    lone = citation
    if chance.random() < _BRACKETED:
        citation = _behind(citation, " " + _filled(chance.choice(prose["brackets"]), language, chance))
    if chance.random() < _JOINED:
        joined = _filled(chance.choice(prose["joins"]), language, chance)
        citation = _behind(citation, joined + another().text)
    elif chance.random() < _FOLLOWED:
        stop = "" if citation.text.endswith((".", "?", "!")) else "."
        said = [
            _filled(sentence, language, chance) for sentence in chance.sample(prose["behind"], chance.randint(1, 2))
        ]
        citation = _behind(citation, f"{stop} {' '.join(said)}")
    if chance.random() < _LED:
        lead = _filled(chance.choice(prose["leads"]), language, chance)
        moved = replace_at(citation, 0, 0, lead)
        spans = tuple(Span(s.start + len(lead), s.end + len(lead), s.part) for s in citation.spans)
        citation = LabelledText(moved.text, (Span(0, len(lead), Part.BEYOND), *spans), lone.source)
    return citation


def _behind(citation: LabelledText, words: str) -> LabelledText:
    start = len(citation.text)
    text = citation.text + words
    return LabelledText(text, (*citation.spans, Span(start, len(text), Part.BEYOND)), citation.source)


def _filled(pattern: str, language: str, chance: random.Random) -> str:
    known = lists(language)

    def fill(slot: re.Match[str]) -> str:
        if slot[1] == "year":
            return str(chance.randint(1600, 1990))
        if slot[1] == "page":
            return str(chance.randint(2, 400))
        return str(chance.choice(known[slot[1]]))

    return re.sub(r"\{(\w+)\}", fill, pattern)
