"""Piece: what one reader found at one place of a citation, the value all field readers return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a citation that have been understood.

    Attributes:
        kind: what was read: "date", "imprint", "volume", "pages", "url", "accessed", "note", "edition" ...
        start, end: the words' span in the citation.
        fields: the biblatex fields they give.
        weight: how strongly such words speak for a citation, 0 (any number) to 10 (an imprint in brackets).
    """

    kind: str
    start: int
    end: int
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    weight: float = 1.0
