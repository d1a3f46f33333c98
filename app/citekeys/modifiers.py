"""A value and a modifier (JabRef) or filter (Better BibTeX) in, the value as it changes it out."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.citekeys.dates import formatted_date
from app.citekeys.letters import plain_letters
from app.citekeys.pattern_parts import SkipError, Step
from app.citekeys.words import FUNCTION_WORDS
from app.wordlists import load_words

_LETTERS_AND_DIGITS = re.compile(r"[^A-Za-z0-9]+")
_PUNCTUATION = re.compile(r"[^\w\s-]|_")
_DASHES = re.compile(r"[-‐‑‒–—―]")
_REGEX = re.compile(r"/(.*)/([a-z]*)", re.DOTALL)
_GROUP = re.compile(r"\$(\d)")


def apply_modifier(step: Step, value: str) -> str:
    """The value as a modifier changes it. Raises SkipError where it is a condition that does not hold."""
    modifier = MODIFIERS.get(step.name.lower())
    return modifier(value, step) if modifier else value


def is_modifier(name: str) -> bool:
    """Whether there is a modifier or filter of this name."""
    return name.lower() in MODIFIERS or name.lower() in load_words("citekeys")["without_effect"]["names"]


def _words(value: str) -> list[str]:
    if " " in value:
        return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", value)
    return re.findall(r"[A-Z]?[^A-Z\s]+|[A-Z]+", value)


def _select(value: str, step: Step) -> str:
    """So many words from the start-th, which counts from the end where it is negative."""
    words, start, count = value.split(), step.number(0, "start", 1), step.number(1, "n")
    first = start - 1 if start > 0 else max(len(words) + start, 0)
    return " ".join(words[first : first + count if count else None])


def _substring(value: str, step: Step) -> str:
    start, count = step.number(0, "start", 1), step.number(1, "n")
    first = start - 1 if start > 0 else max(len(value) + start, 0)
    return value[first : first + count if count else None]


def _truncate(value: str, step: Step) -> str:
    count = step.number(0, "n")
    return value[:count].rstrip() if count else value


def _pattern(text: str) -> re.Pattern[str]:
    """A regular expression between slashes, as JavaScript has it, or a text that means itself."""
    match = _REGEX.fullmatch(text)
    if match is None:
        return re.compile(re.escape(text))
    return re.compile(match[1], re.IGNORECASE if "i" in match[2] else 0)


def _replace(value: str, step: Step) -> str:
    find = step.text(0, "find")
    return _pattern(find).sub(_GROUP.sub(r"\\\1", step.text(1, "replace")), value) if find else value


def _regex(value: str, step: Step) -> str:
    replacement = _GROUP.sub(r"\\\1", step.text(1, "replacement"))
    return re.sub(step.text(0, "pattern"), replacement, value)


def _match(value: str, step: Step) -> str:
    """What matches: the first group of the expression, or all of it; nothing where nothing does."""
    found = _pattern(step.text(0, "match")).search(value)
    return "" if found is None else next((group for group in found.groups() if group), found[0])


def _skip_words(value: str, _step: Step) -> str:
    return " ".join(word for word in value.split() if word.lower().strip(".,:;?!") not in FUNCTION_WORDS)


def _capitalize(value: str, step: Step) -> str:
    if rule := step.text(0, "rx"):
        return _pattern(rule).sub(lambda found: found[0].upper(), value)
    return " ".join(word[:1].upper() + word[1:] for word in value.split(" "))


def _title_case(value: str, _step: Step) -> str:
    words = (word.lower() for word in value.split(" "))
    return " ".join(w if place and w in FUNCTION_WORDS else w[:1].upper() + w[1:] for place, w in enumerate(words))


def _abbreviate(value: str, step: Step) -> str:
    return "".join(word[: step.number(0, "chars", 1)] for word in _words(value) if word[0].isalnum())


def _acronym(value: str, step: Step) -> str:
    """No list of acronyms is kept: the value passes, unless it is asked not to."""
    return "" if step.text(2, "passthrough") == "false" else value


def _no_punctuation(value: str, step: Step) -> str:
    return _PUNCTUATION.sub("", _DASHES.sub(step.text(0, "dash", "-"), value))


def _length(value: str, step: Step) -> str:
    """Better BibTeX's `len`: a condition on how long the value is, "longer than nothing" where none is given."""
    if not holds_length(len(value), step):
        raise SkipError
    return value


def holds_length(length: int, step: Step) -> bool:
    """Whether a length is as the arguments ask: (">", 3), ("<", 5), or (3) for longer than 3."""
    relation, number = step.text(0, "relation", ">"), step.number(1, "n")
    if relation.lstrip("-").isdigit():
        relation, number = ">", int(relation)
    wanted = {"<": length < number, "<=": length <= number, "=": length == number, "==": length == number,
              "!=": length != number, ">=": length >= number}  # fmt: skip
    return wanted.get(relation, length > number)


def _numeric(value: str, _step: Step) -> str:
    return value if value.strip().isdigit() else ""


Modifier = Callable[[str, Step], str]
MODIFIERS: dict[str, Modifier] = {
    "lower": lambda value, _: value.lower(),
    "upper": lambda value, _: value.upper(),
    "capitalize": _capitalize,
    "capitalise": _capitalize,
    "titlecase": _title_case,
    "title_case": _title_case,
    "title": _title_case,
    "camel": lambda value, _: "".join(word[:1].upper() + word[1:] for word in value.split()),
    "sentencecase": lambda value, _: value[:1].upper() + value[1:].lower(),
    "sentence_case": lambda value, _: value[:1].upper() + value[1:].lower(),
    "abbr": _abbreviate,
    "acronym": _acronym,
    "fold": lambda value, _: plain_letters(value),
    "ascii": lambda value, _: plain_letters(value),
    "transliterate": lambda value, _: plain_letters(value),
    "alphanum": lambda value, _: _LETTERS_AND_DIGITS.sub("", plain_letters(value)),
    "clean": lambda value, _: re.sub(r"[^A-Za-z0-9_-]+", "", plain_letters(value)),
    "nopunct": _no_punctuation,
    "nopunctordash": lambda value, _: _PUNCTUATION.sub("", _DASHES.sub("", value)),
    "numeric": _numeric,
    "condense": lambda value, step: re.sub(r"\s+", lambda _: step.text(0, "sep"), value),
    "skipwords": _skip_words,
    "select": _select,
    "substring": _substring,
    "truncate": _truncate,
    "replace": _replace,
    "regex": _regex,
    "match": _match,
    "prefix": lambda value, step: f"{step.text(0, 'prefix')}{value}" if value else value,
    "postfix": lambda value, step: f"{value}{step.text(0, 'postfix')}" if value else value,
    "default": lambda value, step: value or step.text(0, "text"),
    "discard": lambda _value, _step: "",
    "len": _length,
    "formatdate": lambda value, step: formatted_date(value, step.text(0, "format", "%Y-%m-%d")),
}
