"""A pattern in, its parts out: literal text, and markers with their arguments and modifiers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from app.citekeys.letters import plain_letters
from app.citekeys.words import FUNCTION_WORDS
from app.errors import UserError


class PatternError(UserError):
    """The pattern for citation keys cannot be read."""


@dataclass(frozen=True, slots=True)
class Step:
    """A name with arguments: a marker, or a modifier applied to what comes before it."""

    name: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Literal text (no steps), or a marker and its modifiers."""

    literal: str = ""
    steps: tuple[Step, ...] = ()


_BRACKET = re.compile(r"\[((?:[^\[\]\"]|\"[^\"]*\")*)\]")
_STEP = re.compile(r"([A-Za-z][\w]*(?:\.(?:auth|etal|ea)\b)*)(?:\(([^()]*)\)|=([^:\]]*))?|\(([^()]*)\)")
_ARGUMENT = re.compile(r"\s*(?:\w+\s*=\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^,]*))\s*(?:,|$)")
_LITERAL = re.compile(r"\s*(?:'([^']*)'|\"([^\"]*)\")\s*")
_ALTERNATIVE = re.compile(r"\s*[;|]\s*")


@lru_cache(maxsize=64)
def read_pattern(pattern: str) -> tuple[tuple[Part, ...], ...]:
    """The alternatives of a pattern (tried until one gives a key), each as its parts.

    Brackets mean JabRef's language, "[auth:lower][year]"; without them it is Better BibTeX's, "auth.lower + year".
    Alternatives are divided by ";" or "|".

    Raises:
        PatternError: the pattern cannot be read.
    """
    read = _bracketed if "[" in pattern else _formula
    alternatives = tuple(read(alternative) for alternative in _ALTERNATIVE.split(pattern) if alternative.strip())
    if not alternatives or not any(part.steps for parts in alternatives for part in parts):
        raise _error(pattern)
    return alternatives


def check_pattern(pattern: str) -> None:
    """Nothing where the pattern can be read.

    Raises:
        PatternError: it cannot.
    """
    read_pattern(pattern)


def _error(pattern: str) -> PatternError:
    return PatternError(
        "Pattern not understood",
        f"“{pattern}” is no pattern for citation keys.",
        "Write something like [auth:lower][year] or [auth][shorttitle][year].",
    )


def _bracketed(pattern: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    position = 0
    for match in _BRACKET.finditer(pattern):
        if match.start() > position:
            parts.append(Part(pattern[position : match.start()]))
        parts.append(Part(steps=tuple(_steps(match.group(1), ":", pattern))))
        position = match.end()
    rest = pattern[position:]
    if "[" in rest or "]" in "".join(part.literal for part in parts) + rest:
        raise _error(pattern)
    return (*parts, Part(rest)) if rest else tuple(parts)


def _formula(pattern: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for term in re.split(r"\+(?=(?:[^'\"]*['\"][^'\"]*['\"])*[^'\"]*$)", pattern):
        if literal := _LITERAL.fullmatch(term):
            parts.append(Part(literal.group(1) or literal.group(2) or ""))
        else:
            parts.append(Part(steps=tuple(_steps(term.strip(), ".", pattern))))
    return tuple(parts)


def _steps(text: str, divider: str, pattern: str) -> list[Step]:
    steps: list[Step] = []
    position = 0
    while position < len(text):
        match = _STEP.match(text, position)
        if match is None or (match.group(4) is not None and not steps):
            raise _error(pattern)
        name, in_parentheses, after_equals, default = match.groups()
        arguments = in_parentheses if in_parentheses is not None else after_equals
        if default is not None:
            steps.append(Step("default", (default,)))
        else:
            steps.append(Step(name, tuple(_arguments(arguments or ""))))
        position = match.end()
        if position < len(text) and text[position] != divider:
            raise _error(pattern)
        position += 1
    if not steps:
        raise _error(pattern)
    return steps


def _arguments(text: str) -> list[str]:
    arguments, position = [], 0
    while position < len(text) and (match := _ARGUMENT.match(text, position)):
        arguments.append(next((group for group in match.groups() if group is not None), "").strip())
        if match.end() == position:
            break
        position = match.end()
    return arguments


# --- modifiers -----------------------------------------------------------------------------------------------------

_LETTERS_AND_DIGITS = re.compile(r"[^A-Za-z0-9]+")
_LISTED = re.compile(r"[A-Za-z]+(\d+)")


def apply_modifier(step: Step, value: str) -> str:
    """The value as a modifier changes it; an unknown modifier changes nothing."""
    name = step.name.lower()
    if match := _LISTED.fullmatch(name):
        step = Step(name.rstrip("0123456789"), (match.group(1),))
        name = step.name
    modifier = _MODIFIERS.get(name)
    return modifier(value, step.arguments) if modifier else value


def _words(value: str) -> list[str]:
    return (
        re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", value) if " " in value else re.findall(r"[A-Z]?[^A-Z\s]+|[A-Z]+", value)
    )


def _select(value: str, arguments: tuple[str, ...]) -> str:
    start = int(arguments[0]) if arguments and arguments[0].lstrip("-").isdigit() else 1
    count = int(arguments[1]) if len(arguments) > 1 and arguments[1].isdigit() else None
    words = value.split()
    first = start - 1 if start > 0 else len(words) + start
    return " ".join(words[first : None if count is None else first + count])


def _substring(value: str, arguments: tuple[str, ...]) -> str:
    start = int(arguments[0]) - 1 if arguments and arguments[0].isdigit() else 0
    count = int(arguments[1]) if len(arguments) > 1 and arguments[1].isdigit() else None
    return value[start : None if count is None else start + count]


def _truncate(value: str, arguments: tuple[str, ...]) -> str:
    return value[: int(arguments[0])] if arguments and arguments[0].isdigit() else value


def _replace(value: str, arguments: tuple[str, ...]) -> str:
    return value.replace(arguments[0], arguments[1] if len(arguments) > 1 else "") if arguments else value


def _regex(value: str, arguments: tuple[str, ...]) -> str:
    try:
        return re.sub(arguments[0], arguments[1] if len(arguments) > 1 else "", value) if arguments else value
    except re.error:
        return value


def _prefix(value: str, arguments: tuple[str, ...]) -> str:
    return f"{arguments[0]}{value}" if value and arguments else value


def _postfix(value: str, arguments: tuple[str, ...]) -> str:
    return f"{value}{arguments[0]}" if value and arguments else value


def _skip_words(value: str, _arguments: tuple[str, ...]) -> str:
    return " ".join(word for word in value.split() if word.lower().strip(".,:;") not in FUNCTION_WORDS)


def _capitalize(value: str, _arguments: tuple[str, ...]) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in value.split(" "))


def _abbreviate(value: str, _arguments: tuple[str, ...]) -> str:
    return "".join(word[0] for word in _words(_skip_words(value, ())))


_MODIFIERS: dict[str, Callable[[str, tuple[str, ...]], str]] = {
    "lower": lambda value, _: value.lower(),
    "upper": lambda value, _: value.upper(),
    "capitalize": _capitalize,
    "capitalise": _capitalize,
    "titlecase": lambda value, _: _capitalize(value.lower(), ()),
    "title_case": lambda value, _: _capitalize(value.lower(), ()),
    "sentencecase": lambda value, _: value[:1].upper() + value[1:].lower(),
    "sentence_case": lambda value, _: value[:1].upper() + value[1:].lower(),
    "abbr": _abbreviate,
    "acronym": _abbreviate,
    "fold": lambda value, _: plain_letters(value),
    "ascii": lambda value, _: plain_letters(value),
    "transliterate": lambda value, _: plain_letters(value),
    "alphanum": lambda value, _: _LETTERS_AND_DIGITS.sub("", plain_letters(value)),
    "clean": lambda value, _: _LETTERS_AND_DIGITS.sub("", plain_letters(value)),
    "nopunct": lambda value, _: re.sub(r"[^\w\s]", "", value),
    "condense": lambda value, arguments: re.sub(r"\s+", arguments[0] if arguments else "", value),
    "skipwords": _skip_words,
    "select": _select,
    "substring": _substring,
    "truncate": _truncate,
    "replace": _replace,
    "regex": _regex,
    "prefix": _prefix,
    "postfix": _postfix,
    "default": lambda value, arguments: value or (arguments[0] if arguments else ""),
    "len": lambda value, arguments: value if len(value) > int(arguments[-1] or 0) else "",
}
