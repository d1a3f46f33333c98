"""Spot: a place behind a citation's title, with what has been read up to there; the tail's readers get it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.fields.pages import Pages
from app.fields.scanning import Scanned


@dataclass(slots=True)
class Tail:
    """What was read behind the title.

    Attributes:
        start, end: its span.
        fields: biblatex fields, pages and locator not yet among them.
        pages: in the order printed.
        pieces: kinds in the order printed, for deciding what sort of work this is.
        weight: how strongly these words speak for a citation.
        is_complete: whether a stop or the text's end follows.
    """

    start: int
    end: int
    fields: dict[str, str] = field(default_factory=dict)
    pages: list[Pages] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    weight: float = 0.0
    is_complete: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where the next piece of a tail may stand.

    Attributes:
        pos: the place itself, behind the separators.
        gap: the separators between the last piece and the place.
        tail: what has been read before it.
        known: fields read before the title (the date of "Ash, J. (1983)").
        titled: whether a quoted title has been read, so that brackets and numbers may follow at once.
    """

    scanned: Scanned
    pos: int
    gap: str
    tail: Tail
    known: Mapping[str, str]
    titled: bool

    @property
    def text(self) -> str:
        """The whole text."""
        return self.scanned.text

    @property
    def char(self) -> str:
        """The character at the place."""
        return self.scanned.text[self.pos]

    @property
    def last(self) -> str:
        """The kind of the piece read last, "" at the tail's beginning."""
        return self.tail.pieces[-1] if self.tail.pieces else ""

    @property
    def is_undated(self) -> bool:
        """Whether no date has been read, neither before the title nor behind it."""
        return not self.tail.fields.get("date") and "date" not in self.known

    @property
    def is_behind_bracket(self) -> bool:
        """Whether the last piece was a bracket."""
        return self.text[self.tail.end - 1] in ")]"

    @property
    def is_separated(self) -> bool:
        """Whether a comma, a stop, a quotation's end or the beginning stands before the place."""
        before = self.text[max(0, self.pos - 2) : self.pos]
        return not before or before[-1] in ",.(" or before.rstrip()[-1:] in {",", ".", "", ")", "’", "”", "»", '"', "“"}
