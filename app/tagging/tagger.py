"""A citation's text in, the part that each of its words belongs to out, by the model in resources/models.

The model is a conditional random field (Lafferty, McCallum, Pereira 2001) over the marks of `app.tagging.marks`; what
it was trained on stands beside it, and `make train` makes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pycrfsuite

from app.tagging.labels import Part
from app.tagging.marks import marks_of
from app.tagging.models import open_model
from app.tagging.tokens import Token, tokenize

# No citation is longer; whoever hands over a page gets the beginning tagged.
_MOST_TOKENS = 400
# Behind one of these a citation can be over; anywhere else the tagger only lost its way.
_ENDING = frozenset('.;)]”’»"?!')
_WITHIN = tuple(part for part in Part if part is not Part.BEYOND)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words side by side that belong to one part.

    Attributes:
        start, end: its place in the text.
        sureness: of its least sure word, 0 to 1.
    """

    part: Part
    start: int
    end: int
    sureness: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """A citation with its words told apart.

    Attributes:
        stretches: in order, without those of no part.
        start, end: what is before and behind does not belong to the citation.
        covered: the share of the words between that belong to a part.
    """

    stretches: tuple[Stretch, ...]
    start: int
    end: int
    covered: float


def tag(text: str) -> Tagged:
    """Tell the words of a citation apart; prose or a further citation around it is left out."""
    tokens = tokenize(text)[:_MOST_TOKENS]
    if not tokens:
        return Tagged((), 0, 0, 0.0)
    tagger = open_model("citation_parts")
    parts = [Part(label) for label in tagger.tag(marks_of(tokens))]
    first, last = _inside(tokens, parts)
    parts = [_within(tagger, k) if part is Part.BEYOND else part for k, part in enumerate(parts[: last + 1])]
    inside = range(first, last + 1)
    sure = {k: float(tagger.marginal(parts[k].value, k)) for k in inside}
    words = [k for k in inside if tokens[k].is_word]
    covered = sum(parts[k] is not Part.OTHER for k in words) / len(words) if words else 0.0
    found = tuple(_stretches((tokens[k], parts[k], sure[k]) for k in inside))
    return Tagged(found, tokens[first].start, tokens[last].end, covered)


def _inside(tokens: Sequence[Token], parts: Sequence[Part]) -> tuple[int, int]:
    """The citation's first and last token: what is beyond at the beginning, and from where all could be over."""
    first = next((k for k, part in enumerate(parts) if part is not Part.BEYOND), 0)
    last = len(parts) - 1
    for k in range(first + 1, len(parts)):
        if parts[k] is Part.BEYOND and (tokens[k].text in ".;([" or tokens[k - 1].text in _ENDING):
            last = k - 1
            break
    return first, last


def _within(tagger: pycrfsuite.Tagger, k: int) -> Part:
    """The likeliest part of a token that is inside after all."""
    return max(_WITHIN, key=lambda part: tagger.marginal(part.value, k))


def _stretches(told: Iterator[tuple[Token, Part, float]]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for token, part, sureness in told:
        if last is not None and part is last.part:
            last = Stretch(part, last.start, token.end, min(last.sureness, sureness))
            continue
        if last is not None and last.part is not Part.OTHER:
            yield last
        last = Stretch(part, token.start, token.end, sureness)
    if last is not None and last.part is not Part.OTHER:
        yield last
