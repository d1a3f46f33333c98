r"""The name of a TeX command in, whether it could do more than print out.

A field is text: what reads or writes files, runs programs, defines commands or changes TeX's own rules has no place in
it (TeX's primitives and LaTeX's commands for these, from the TeXbook, chapter 24, and LuaTeX's and pdfTeX's manuals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.bibtex.dialects import Dialect
from app.wordlists import load_words, word_set

_DANGEROUS: frozenset[str] = frozenset(load_words("tex_danger")["commands"])
_COMMAND = re.compile(r"\\([A-Za-z@]+)|\^\^")
# What lists and the like are set in is text all the same.
ENVIRONMENT = r"(?:begin|end)\{(?:itemize|enumerate|description|quote|quotation|center|verse|equation|align)\*?\}"
_HARMLESS = re.compile(rf"\\{ENVIRONMENT}")
_ENDS = re.compile(r"\\(begin|end)(\{[A-Za-z]+\*?\})")
_NEVER_TEX = word_set("field_names", "never_tex")
_VERBATIM_IN_BIBLATEX = word_set("field_names", "verbatim_in_biblatex")


def is_dangerous(name: str) -> bool:
    r"""Whether the command (without its backslash) could do more than print.

    "\@input" is no better than "\input"; where "@" is no letter, "\input@x" reads "@x"; and BibTeX makes "\input" of
    "\Input" in a title.
    """
    if "@" in name:
        return is_dangerous(name.partition("@")[0]) or is_dangerous(name.replace("@", ""))
    return name in _DANGEROUS or name.lower() in _DANGEROUS


def dangers(tex: str) -> Iterator[str]:
    r"""What in a text could do more than print: "\input", or "^^", which can stand for any sign."""
    if "\\" not in tex and "^^" not in tex:
        return
    for match in _COMMAND.finditer(_HARMLESS.sub("", tex) if "{" in tex else tex):
        if match.group(1) is None or is_dangerous(match.group(1)):
            yield match.group()


def without_lone_environments(tex: str) -> str:
    r"""The text; where some \begin in it has no \end or some \end no \begin, all of them as words."""
    opened: list[str] = []
    for match in _ENDS.finditer(tex):
        if match.group(1) == "begin":
            opened.append(match.group(2))
        elif not opened or opened.pop() != match.group(2):
            opened.append("")
            break
    return _ENDS.sub(r"{\\textbackslash}\g<1>\g<2>", tex) if opened else tex


def is_harmless(tex: str) -> bool:
    """Whether there is nothing in a text that could do more than print."""
    return next(dangers(tex), None) is None


def may_stand_as_it_is(name: str, dialect: Dialect) -> bool:
    """Whether no style reads this field as TeX, whatever stands in it: file names, and for biblatex addresses.

    Of the fields that we never read as TeX, styles print most as if they were: an ISBN, an eid, a DOI for BibTeX.
    """
    return name in _NEVER_TEX or (dialect == Dialect.BIBLATEX and name in _VERBATIM_IN_BIBLATEX)


def dangerous_commands(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    r"""The fields that hold such a command, and the command: ("title", "\input")."""
    for field, value in fields.items():
        if field not in _NEVER_TEX:
            yield from ((field, danger) for danger in dangers(value))
