"""A citation whose words are labelled: the text, and the stretches that belong to a part of the work."""

from __future__ import annotations

from dataclasses import dataclass

from app.tagging.labels import Part
from app.tagging.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Span:
    """The words from start to end belong to a part."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A citation; what no span holds belongs to no part.

    Attributes:
        source: the grammar's style or the file of references it comes from.
    """

    text: str
    spans: tuple[Span, ...]
    source: str

    def labelled_tokens(self) -> tuple[list[Token], list[str]]:
        """The tokens and the label of each; the signs at the edges of a span belong to no part."""
        tokens = tokenize(self.text)
        labels = [Part.OTHER.value] * len(tokens)
        for span in self.spans:
            inside = [k for k, token in enumerate(tokens) if span.start <= token.start and token.end <= span.end]
            if span.part is Part.BEYOND:
                labels = [span.part.value if k in set(inside) else label for k, label in enumerate(labels)]
                continue
            while inside and not tokens[inside[0]].is_word:
                inside.pop(0)
            while inside and not tokens[inside[-1]].is_word:
                inside.pop()
            for k in inside:
                labels[k] = span.part.value
        return tokens, labels
