"""What a pattern for citation keys is made of once it is read, and the error where it cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.errors import UserError


class PatternError(UserError):
    """The pattern for citation keys cannot be read."""


class SkipError(Exception):
    """A condition of an alternative does not hold: the next one is tried."""


@dataclass(frozen=True, slots=True)
class Step:
    """A marker, or a modifier applied to what comes before it, with its arguments in order and by name."""

    name: str
    arguments: tuple[str, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)

    def text(self, place: int, name: str, otherwise: str = "") -> str:
        """An argument by its place or its name."""
        return self.arguments[place] if place < len(self.arguments) else self.named.get(name, otherwise)

    def number(self, place: int, name: str, otherwise: int = 0) -> int:
        """The same as a number; what is none counts as not given."""
        text = self.text(place, name).strip()
        return int(text) if text.lstrip("-").isdigit() else otherwise


@dataclass(frozen=True, slots=True)
class Part:
    """Literal text (no steps), a marker and its modifiers, or alternatives in parentheses and what modifies them.

    Attributes:
        literal: text.
        steps: the marker first, then the modifiers; of a group modifiers only.
        group: the alternatives in parentheses; `condition` of "(a ? b : c)" stands first.
        is_choice: the group is such a question.
    """

    literal: str = ""
    steps: tuple[Step, ...] = ()
    group: tuple[Alternative, ...] = ()
    is_choice: bool = False


Alternative = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The alternatives, tried until one gives a key, and how further equal keys are told apart, "" for letters."""

    alternatives: tuple[Alternative, ...]
    postfix: str = ""


def pattern_error(pattern: str, advice: str = "") -> PatternError:
    """The error for a pattern, with what to write instead."""
    return PatternError(
        "Pattern not understood",
        f"“{pattern}” is no pattern for citation keys.",
        advice or "Write something like [auth:lower][year] or [auth][shorttitle][year].",
    )
