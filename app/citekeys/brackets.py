"""A pattern in JabRef's language, "[auth:lower][year]", in, its parts out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.citekeys.pattern_parts import Alternative, Part, Step, pattern_error

_QUOTED = r"\"(?:[^\"\\]|\\.)*\""
_BRACKET = re.compile(rf"\[((?:[^\[\]\"]|{_QUOTED})*)\]")
_MODIFIER = re.compile(
    rf"(?P<name>[A-Za-z_]+)(?P<number>\d*)(?:\((?P<arguments>(?:[^()\"]|{_QUOTED})*)\)|=(?P<value>[^:\]]*))?"
    r"|\((?P<default>[^()]*)\)"
)
_MARKER = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z-]*(?:\.(?:auth|edtr|etal|ea)\b)*)(?P<first>\d*)(?:_(?P<second>\d+))?"
    r"(?:\((?P<arguments>[^()]*)\))?"
)
_ARGUMENT = re.compile(r"\s*(?:\"((?:[^\"\\]|\\.)*)\"|'([^']*)'|([^,]*))\s*(?:,|$)")


def read_brackets(pattern: str) -> Alternative:
    """The parts of one alternative. Raises PatternError where a bracket is not closed or nothing stands in it."""
    parts: list[Part] = []
    position = 0
    for match in _BRACKET.finditer(pattern):
        if match.start() > position:
            parts.append(Part(pattern[position : match.start()]))
        parts.append(Part(steps=tuple(_steps(match.group(1), pattern))))
        position = match.end()
    rest = pattern[position:]
    if any(sign in literal for literal in (*(part.literal for part in parts), rest) for sign in "[]"):
        raise pattern_error(pattern, "A square bracket has no partner; write [auth][year].")
    return (*parts, Part(rest)) if rest else tuple(parts)


def _steps(text: str, pattern: str) -> Iterator[Step]:
    """The marker and its modifiers, with colons between; a colon in quotation marks divides nothing."""
    marker = _MARKER.match(text)
    if marker is None or not marker["name"]:
        raise pattern_error(pattern, "A bracket begins with a name, as in [auth:lower].")
    numbers = {name: marker[group] for name, group in (("n", "first"), ("m", "second")) if marker[group]}
    yield Step(marker["name"], _arguments(marker["arguments"] or ""), numbers)
    position = marker.end()
    while position < len(text):
        match = _MODIFIER.match(text, position + 1) if text[position] == ":" else None
        if match is None:
            advice = f"“{text[position:]}” is no modifier; write one behind a colon, as in [auth:lower]."
            raise pattern_error(pattern, advice)
        if match["default"] is not None:
            yield Step("default", (match["default"],))
        else:
            given = match["arguments"] if match["arguments"] is not None else match["value"] or ""
            number = (match["number"],) if match["number"] else ()
            yield Step(match["name"], (*number, *_arguments(given)))
        position = match.end()


def _arguments(text: str) -> tuple[str, ...]:
    found, position = [], 0
    while text and position <= len(text) and (match := _ARGUMENT.match(text, position)):
        quoted, single, bare = match.groups()
        if quoted is not None:
            found.append(quoted.replace('\\"', '"'))
        else:
            found.append(bare.strip() if single is None else single)
        if match.end() == position or not match.group().rstrip().endswith(","):
            break
        position = match.end()
    return tuple(found)
