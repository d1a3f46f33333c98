"""A pattern in, its parts out: in JabRef's language or in Better BibTeX's, whichever it is written in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.citekeys.brackets import read_brackets
from app.citekeys.formulas import read_formula
from app.citekeys.markers import is_marker, marker_names
from app.citekeys.modifiers import MODIFIERS, is_modifier
from app.citekeys.pattern_parts import Alternative, Part, Pattern, PatternError, Step, pattern_error

__all__ = ["PatternError", "check_pattern", "read_pattern"]

_ALTERNATIVE = re.compile(r"\s*[;|]\s*(?![^\[]*\])")
# What may hold a bracket in a formula: texts and regular expressions.
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|(?<=[(,\s])/(?:[^/\\\n]|\\.)+/[a-z]*")
_REGEXES = frozenset({"regex", "replace", "match"})


@lru_cache(maxsize=64)
def read_pattern(pattern: str) -> Pattern:
    """The parts of a pattern, whose alternatives (divided by ";" or "|") are tried until one gives a key.

    Brackets mean JabRef's language, "[auth:lower][year]"; without them it is Better BibTeX's, "auth.lower + year".

    Raises:
        PatternError: the pattern cannot be read, or names what there is not; with what to write instead.
    """
    if "[" in _QUOTED.sub("", pattern):
        read = Pattern(tuple(read_brackets(part) for part in _ALTERNATIVE.split(pattern) if part.strip()))
    else:
        read = read_formula(pattern)
    steps = list(_markers(read.alternatives))
    if not steps:
        raise pattern_error(pattern)
    _refuse_unknown(pattern, read)
    return read


def check_pattern(pattern: str) -> None:
    """Nothing where the pattern can be read.

    Raises:
        PatternError: it cannot.
    """
    read_pattern(pattern)


def _parts(alternatives: Iterable[Alternative]) -> Iterator[Part]:
    for parts in alternatives:
        for part in parts:
            yield part
            yield from _parts(part.group)


def _markers(alternatives: Iterable[Alternative]) -> Iterator[Step]:
    return (part.steps[0] for part in _parts(alternatives) if part.steps and not part.group)


def _refuse_unknown(pattern: str, read: Pattern) -> None:
    """Say which name is none, and which one may have been meant."""
    for step in _markers(read.alternatives):
        if not is_marker(step.name):
            raise pattern_error(pattern, _advice("marker or field", step.name, marker_names()))
    for part in _parts(read.alternatives):
        for step in part.steps if part.group else part.steps[1:]:
            if not is_modifier(step.name):
                raise pattern_error(pattern, _advice("modifier", step.name, MODIFIERS))
            if step.name.lower() in _REGEXES:
                _refuse_bad_regex(pattern, step)


def _advice(kind: str, name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name.lower(), list(known), n=1)
    instead = f"write “{near[0]}”" if near else "write, for example, auth, title, year, or the name of a field"
    return f"There is no {kind} “{name}”; {instead}."


def _refuse_bad_regex(pattern: str, step: Step) -> None:
    text = step.text(0, "find") or step.text(0, "match") or step.text(0, "pattern")
    if step.name.lower() != "regex" and not text.startswith("/"):
        return
    try:
        re.compile(text.strip("/").rpartition("/")[0] or text.strip("/") if text.startswith("/") else text)
    except re.error as error:
        raise pattern_error(pattern, f"“{text}” is no regular expression.") from error
