r"""A .bib file's text in, a @preamble for what stands in it that a document may not know out.

An entry with "\noopsort{1973}" had it from its file's own @preamble; "\mkbibemph" is biblatex's; "\cyrf" needs a
font encoding. What nobody knows ("\KOMAScript", "\mychem{H2O}") would stop TeX: it is to print its argument,
or else its name. `\providecommand` leaves alone what the document defines, so that the entries keep what they say.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from app.bibtex.characters import read_commands
from app.bibtex.danger import is_dangerous
from app.bibtex.dialects import Dialect
from app.bibtex.numbered import COMMAND as NUMBERED
from app.bibtex.numbered import letters_for
from app.bibtex.other_scripts import definitions_for, marks_of_commands
from app.bibtex.tex_signs import WORD_COMMAND
from app.wordlists import alternatives, load_words

_WITH_GROUP = re.compile(r"\\([A-Za-z]+)\s*\{[^}]")
_UNPRINTED = re.compile(
    rf"^[ \t]*(?:{alternatives((*load_words('field_names')['never_tex'], 'abstract'))})[ \t]*=.*$", re.MULTILINE
)
# LaTeX itself has it only to say that babel is not loaded, which makes \providecommand leave it so.
_FOREIGN = "\\ifdefined\\babeltags\\else\\ifdefined\\setmainlanguage\\else\\def\\foreignlanguage#1#2{#2}\\fi\\fi"
_PRIMITIVES = ("par", "unskip", "relax", "ignorespaces", "underline", "hfil", "hfill", "hss", "indent", "noindent")


def preamble_for(text: str, dialect: Dialect, newline: str = "\n", known: Collection[str] = ()) -> str:
    """The @preamble with the definitions this text needs, "" for nearly all; a blank line behind it.

    Args:
        text: of the entries.
        dialect: biblatex defines more than BibTeX.
        newline: the line end.
        known: commands and characters that are defined elsewhere in the file.
    """
    has_commands = "\\" in text
    needed = _for_commands(text, dialect, known) if has_commands else []
    marks = marks_of_commands(text) if has_commands and dialect == Dialect.BIBLATEX else ""
    if marks or not text.isascii():
        needed += definitions_for(_UNPRINTED.sub("", text) + marks, known)
    if not needed:
        return ""
    lines = "".join(f"{definition}{newline}" for definition in needed)
    return f"@preamble{{{{{newline}{lines}}}}}{newline}{newline}"


def _for_commands(text: str, dialect: Dialect, known: Collection[str]) -> list[str]:
    table = _definitions(dialect)
    used = set(WORD_COMMAND.findall(text)).difference(known)
    needed = [table[name] for name in sorted(used) if name in table]
    return needed + _for_unknown(text, used.difference(table, _known(dialect)))


def _for_unknown(text: str, names: Collection[str]) -> list[str]:
    """Definitions of the commands of these that stand in a field which styles print."""
    if not names:
        return []
    text = _UNPRINTED.sub("", text)
    with_group = set(_WITH_GROUP.findall(text))
    return [
        _provide(name, 0, "" if name in with_group else name)
        for name in sorted(set(WORD_COMMAND.findall(text)).intersection(names))
        if not is_dangerous(name)
    ]


def is_known(name: str, dialect: Dialect) -> bool:
    """Whether every document of the dialect knows a command, given without its backslash."""
    return name in _known(dialect)


@cache
def _known(dialect: Dialect) -> frozenset[str]:
    """The commands that every document of the dialect knows."""
    words, places = load_words("tex_known"), load_words("tex_places")
    names = {*words["latex"].split(), *(words["biblatex"].split() if dialect == Dialect.BIBLATEX else ())}
    return frozenset(names.union(*(places[place] for place in places if place != "arguments"), _PRIMITIVES))


@cache
def _definitions(dialect: Dialect) -> dict[str, str]:
    words, letters = load_words("tex_definitions"), load_words("tex_letters")
    known = {**words["any"], **(words["bibtex"] if dialect == Dialect.BIBTEX else {})}
    known |= {name: (0, f"\\mathrm{{{name}}}") for name in letters["symbols"]["names"]}
    known |= {name: (1, _either(f'#1\\char"{ord(mark):04X} ', "#1")) for name, mark in letters["accents"].items()}
    known[NUMBERED] = (2, _either("\\char#2 ", "#1"))
    definitions = {name: _provide(name, count, text) for name, (count, text) in known.items()}
    definitions["foreignlanguage"] = _FOREIGN
    for name, character in read_commands().items():
        # These commands need a font encoding. Engines that know Unicode can do without; pdflatex prints Latin letters
        # where a document has not loaded one (T2A for Cyrillic), since an error is all that it would say of each.
        if name.lower().startswith("cyr") or name in letters["text"]:
            plain = letters["text"].get(name) or letters_for(character)
            definitions[name] = _provide(name, 0, _either(f'\\char"{ord(character):04X} ', plain))
    return definitions


def _either(unicode_engines: str, pdflatex: str) -> str:
    return f"\\ifdefined\\Umathchar {unicode_engines}\\else {pdflatex}\\fi"


def _provide(name: str, arguments: int, text: str) -> str:
    if name.startswith("end"):
        # LaTeX keeps these names for environments, and \providecommand refuses them.
        return f"\\ifdefined\\{name}\\else\\def\\{name}{{{text}}}\\fi"
    return f"\\providecommand{{\\{name}}}{f'[{arguments}]' if arguments else ''}{{{text}}}"
