r"""The name of a TeX command in, whether it could do more than print out.

A field is text: what reads or writes files, runs programs, defines commands or changes TeX's own rules has no place in
it (TeX's primitives and LaTeX's commands for these, from the TeXbook, chapter 24, and LuaTeX's and pdfTeX's manuals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.wordlists import load_words

_DANGEROUS: frozenset[str] = frozenset(load_words("tex_danger")["commands"])
_COMMAND = re.compile(r"\\([A-Za-z]+(?:18)?)|(\^\^)")


def is_dangerous(name: str) -> bool:
    """Whether the command (without its backslash) could do more than print."""
    return name in _DANGEROUS


def dangerous_commands(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    r"""The fields that hold such a command, and the command: ("title", "\input")."""
    for field, value in fields.items():
        if "\\" not in value and "^^" not in value:
            continue
        for match in _COMMAND.finditer(value):
            if match.group(2) or is_dangerous(match.group(1)):
                yield field, match.group()
